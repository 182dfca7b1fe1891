// The picture of a large graph: deck.gl draws nodes and lines with WebGL, the page writes the names that matter over them.

const holder = byId("graph");
const spotsX = Float32Array.from(data.places, ([x]) => x), spotsY = Float32Array.from(data.places, ([, y]) => y);
const radii = Float32Array.from(entities, (one) => 2.2 + Math.min(9, Math.sqrt(one.degree) * 0.55));
// What WebGL draws, shape by shape.
const shoals = [...idsByShape].map(([shape, ids]) => ({
  shape, ids, points: Float32Array.from(ids.flatMap((id) => [spotsX[id], spotsY[id]])),
  radii: Float32Array.from(ids, (id) => radii[id] * SWELL[shape]),
}));
const ends = [new Float32Array(lines.length * 2), new Float32Array(lines.length * 2)];
lines.forEach((line) => {
  ends[0].set([spotsX[line.from], spotsY[line.from]], line.id * 2);
  ends[1].set([spotsX[line.to], spotsY[line.to]], line.id * 2);
});
const byDegree = entities.map((one) => one.id).sort((a, b) => entities[b].degree - entities[a].degree || a - b);
const shownNames = entities.map((one) => plain(one.name.length > 34 ? `${one.name.slice(0, 33)}…` : one.name) || "?");
look();

const view = { x: 0, y: 0, scale: 1 };
let colors = { ink: "#000", soft: "#000", back: "#fff" };
let painted = null, webgl = null, frame = { width: 1, height: 1 };
const size = () => ({ width: holder.clientWidth || 1, height: holder.clientHeight || 1 });
// Nodes grow as the picture comes nearer.
const growth = () => Math.min(2.2, Math.max(0.55, view.scale * 1.6));

function layer(className) {
  const canvas = document.createElement("canvas");
  canvas.className = className;
  holder.append(canvas);
  return canvas;
}

// Returns a drawing context whose unit is a pixel of the page.
function cleared(canvas) {
  const { width, height } = size(), ratio = devicePixelRatio || 1;
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  const context = canvas.getContext("2d");
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  return context;
}

const plainly = layer("plainly"), names = layer("names");

// ---- colours ----

const rgb = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

function spotlight() {
  if (wish.selected === null) return null;
  const [kind, id] = wish.selected;
  if (kind === "edge") return { nodes: new Set([lines[id].from, lines[id].to]), edges: new Set([id]) };
  return { nodes: neighbours(id), edges: new Set(linesOf[id].map((line) => line.id)) };
}

function nodeColors(lit) {
  const tones = Object.fromEntries(Object.entries(data.looks.class).map(([name, one]) => [name, rgb(shade(one))]));
  const colors = new Uint8Array(entities.length * 4);
  for (const id of visible.nodes) colors.set([...tones[entities[id].type], lit && !lit.nodes.has(id) ? 40 : 235], id * 4);
  return colors;
}

function ofSome(colors, ids) {
  const some = new Uint8Array(ids.length * 4);
  ids.forEach((id, n) => some.set(colors.subarray(id * 4, id * 4 + 4), n * 4));
  return some;
}

function lineColors(lit) {
  const tones = Object.fromEntries(Object.entries(data.looks.status).map(([name, one]) => [name, rgb(shade(one))]));
  const strength = lines.length > 20000 ? 46 : 84;
  const colors = new Uint8Array(lines.length * 4);
  for (const id of visible.edges.keys()) {
    colors.set([...tones[lines[id].status], lit ? (lit.edges.has(id) ? 230 : 14) : strength], id * 4);
  }
  return colors;
}

function paint() {
  colors = { ink: variable("--ink"), soft: variable("--soft"), back: variable("--back") };
  const lit = spotlight();
  const nodes = nodeColors(lit);
  painted = { nodes, lines: lineColors(lit), shoals: shoals.map(({ ids }) => ofSome(nodes, ids)) };
  redraw();
}

function redraw() {
  if (!painted) return;
  frame = size();
  if (webgl) drawWithWebgl();
  else drawPlainly();
  writeNames();
}
const markChosen = () => {};

// ---- WebGL ----

function drawWithWebgl() {
  webgl.setProps({ viewState: { target: [view.x, view.y], zoom: Math.log2(view.scale) }, layers: [
    new deck.LineLayer({
      id: "lines",
      data: { length: lines.length, attributes: {
        getSourcePosition: { value: ends[0], size: 2 }, getTargetPosition: { value: ends[1], size: 2 },
        getColor: { value: painted.lines, size: 4, normalized: true },
      } },
      getWidth: 1, widthUnits: "pixels",
    }),
    ...shoals.map(({ shape, ids, points, radii }, n) => new (layerKind(shape))({
      id: `nodes-${shape}`,
      data: { length: ids.length, attributes: {
        getPosition: { value: points, size: 2 }, getRadius: { value: radii, size: 1 },
        getFillColor: { value: painted.shoals[n], size: 4, normalized: true },
      } },
      radiusUnits: "pixels", radiusScale: growth(),
    })),
  ] });
}

// Starts the library when the first picture is there; where there is no WebGL that picture stays.
function startWebgl() {
  if (!document.createElement("canvas").getContext("webgl2")) return;
  const script = document.createElement("script");
  script.textContent = byId("library").textContent;
  document.head.append(script);
  const started = new deck.Deck({
    parent: holder, views: new deck.OrthographicView({ flipY: true }), controller: false, layers: [],
    viewState: { target: [0, 0], zoom: 0 },
    onLoad: () => { webgl = started; redraw(); },
    onAfterRender: () => { if (webgl && !plainly.hidden) { plainly.hidden = true; handles.webgl = performance.now(); } },
  });
}

// ---- the first picture, without WebGL ----

const css = (paint, at) => `rgb(${paint[at]} ${paint[at + 1]} ${paint[at + 2]} / ${paint[at + 3] / 255})`;

// Groups what has one colour, so that each colour is one stroke or one fill.
function byColor(ids, paint) {
  const groups = new Map();
  for (const id of ids) {
    const key = css(paint, id * 4);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(id);
  }
  return groups;
}

function drawPlainly() {
  const context = cleared(plainly);
  for (const [color, ids] of byColor(visible.edges.keys(), painted.lines)) {
    context.strokeStyle = color;
    context.beginPath();
    for (const id of ids) {
      const from = onScreen(lines[id].from), to = onScreen(lines[id].to);
      context.moveTo(from.x, from.y);
      context.lineTo(to.x, to.y);
    }
    context.stroke();
  }
  const hasMany = visible.nodes.size > 20000;
  for (const [color, ids] of byColor(visible.nodes, painted.nodes)) {
    context.fillStyle = color;
    for (const id of ids) {
      const { x, y } = onScreen(id), radius = radii[id] * growth();
      if (hasMany) context.fillRect(x - radius * 0.88, y - radius * 0.88, radius * 1.76, radius * 1.76);
      else fillShape(context, shapeOf(id), x, y, radius * SWELL[shapeOf(id)]);
    }
  }
  handles.drawn = handles.drawn || performance.now();
}

// ---- moving ----

function move(x, y, scale = view.scale) {
  Object.assign(view, { x, y, scale: Math.min(64, Math.max(1 / 4096, scale)) });
  redraw();
}

// Zooms so that what lies under a point of the screen stays there.
function zoomAt(factor, x, y) {
  const before = inPicture(x, y), scale = Math.min(64, Math.max(1 / 4096, view.scale * factor));
  move(before.x - (x - size().width / 2) / scale, before.y - (y - size().height / 2) / scale, scale);
}
const zoomBy = (factor) => zoomAt(factor, size().width / 2, size().height / 2);
const panBy = (dx, dy) => move(view.x + dx / view.scale, view.y + dy / view.scale);
const center = (id) => move(spotsX[id], spotsY[id], Math.max(view.scale, 1.2));

function frameAll() {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const id of visible.nodes) {
    left = Math.min(left, spotsX[id]); right = Math.max(right, spotsX[id]);
    top = Math.min(top, spotsY[id]); bottom = Math.max(bottom, spotsY[id]);
  }
  if (left > right) return;
  const { width, height } = size();
  const scale = Math.min(width / (right - left + 60), height / (bottom - top + 60), 3);
  move((left + right) / 2, (top + bottom) / 2, scale * 0.94);
}
const fit = frameAll;
const begin = frameAll;

// One pointer moves the picture, two zoom it; a press without a move is a click.
const pointers = new Map();
let travelled = 0;
const pointAt = (event) => { const box = holder.getBoundingClientRect(); return { x: event.clientX - box.left, y: event.clientY - box.top }; };
holder.addEventListener("pointerdown", (event) => {
  if (event.button !== 0) return;
  if (!pointers.size) travelled = 0;
  pointers.set(event.pointerId, pointAt(event));
  holder.setPointerCapture(event.pointerId);
});
holder.addEventListener("pointermove", (event) => {
  const before = pointers.get(event.pointerId), now = pointAt(event);
  if (!before) return;
  const others = [...pointers.keys()].filter((id) => id !== event.pointerId).map((id) => pointers.get(id));
  travelled += Math.abs(now.x - before.x) + Math.abs(now.y - before.y);
  pointers.set(event.pointerId, now);
  if (others.length === 1) {
    const apart = (one) => Math.hypot(one.x - others[0].x, one.y - others[0].y) || 1;
    zoomAt(apart(now) / apart(before), others[0].x, others[0].y);
  } else if (travelled > 3) move(view.x - (now.x - before.x) / view.scale, view.y - (now.y - before.y) / view.scale);
});
for (const kind of ["pointerup", "pointercancel"]) holder.addEventListener(kind, (event) => {
  if (pointers.delete(event.pointerId) && kind === "pointerup" && travelled <= 3) {
    const { x, y } = pointAt(event);
    clicked(x, y);
  }
});
holder.addEventListener("wheel", (event) => {
  event.preventDefault();
  const { x, y } = pointAt(event);
  zoomAt(2 ** (-event.deltaY / (event.deltaMode ? 8 : 300)), x, y);
}, { passive: false });
new ResizeObserver(() => redraw()).observe(holder);

// ---- names ----

// Where a node stands on the screen, and what of the picture stands at a point of the screen.
const onScreen = (id) => ({
  x: (spotsX[id] - view.x) * view.scale + frame.width / 2,
  y: (spotsY[id] - view.y) * view.scale + frame.height / 2,
});
const inPicture = (x, y) => ({ x: (x - size().width / 2) / view.scale + view.x, y: (y - size().height / 2) / view.scale + view.y });

function spot(id) {
  const strong = wish.selected !== null && wish.selected[0] === "node" && wish.selected[1] === id;
  return { ...onScreen(id), radius: radii[id] * growth(), text: shownNames[id], degree: entities[id].degree, strong, faint: false, main: false };
}

// The names of the selection, then of the most connected entities on the screen.
function* candidates(lit) {
  const { width, height } = size();
  const inside = (one) => one.x > 0 && one.y > 0 && one.x < width && one.y < height;
  let count = 0;
  for (const id of lit ? [...lit.nodes].sort((a, b) => entities[b].degree - entities[a].degree) : byDegree) {
    if (!visible.nodes.has(id)) continue;
    const one = spot(id);
    if (!inside(one)) continue;
    yield one;
    count += 1;
    if (count > (lit ? 80 : 40)) return;
  }
}

function writeNames() {
  const { width, height } = size(), context = cleared(names);
  context.textAlign = "center";
  context.textBaseline = "middle";
  [taken, named] = [[buttonsBox()], []];
  for (const one of candidates(spotlight())) writeName(context, one, colors, [2, 2, width - 2, height - 2]);
}

// ---- what is under the pointer ----

function nodeAt(x, y) {
  const { x: px, y: py } = inPicture(x, y);
  let best = null, least = (9 / view.scale) ** 2;
  for (const id of visible.nodes) {
    const distance = (spotsX[id] - px) ** 2 + (spotsY[id] - py) ** 2;
    if (distance < least) [best, least] = [id, distance];
  }
  return best;
}

function lineAt(x, y) {
  const { x: px, y: py } = inPicture(x, y);
  let best = null, least = (5 / view.scale) ** 2;
  for (const id of visible.edges.keys()) {
    const { from, to } = lines[id];
    const ax = spotsX[from], ay = spotsY[from], bx = spotsX[to] - ax, by = spotsY[to] - ay;
    const share = Math.min(1, Math.max(0, ((px - ax) * bx + (py - ay) * by) / (bx * bx + by * by || 1)));
    const distance = (ax + share * bx - px) ** 2 + (ay + share * by - py) ** 2;
    if (distance < least) [best, least] = [id, distance];
  }
  return best;
}

function clicked(x, y) {
  const node = nodeAt(x, y);
  if (IS_INSET) {
    if (node !== null) window.top.location.assign(pageOf(entities[node].iri));
    return;
  }
  const line = node === null ? lineAt(x, y) : null;
  if (node !== null) selectNode(node);
  else if (line !== null) selectEdge(line);
  else unselect();
}

holder.addEventListener("dblclick", (event) => {
  const { x, y } = pointAt(event), node = nodeAt(x, y);
  if (node !== null && !IS_INSET) showAround(node);
});

// For tests and the console: when the first picture was there and when that of WebGL, in milliseconds.
const handles = { drawn: 0, webgl: 0, onScreen };
requestAnimationFrame(() => setTimeout(startWebgl));
