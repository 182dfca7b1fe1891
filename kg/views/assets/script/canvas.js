// The picture: vis-network draws nodes and lines, the page writes their names.

const nodes = new vis.DataSet(data.nodes);
const edges = new vis.DataSet(data.edges);
const nodeView = new vis.DataView(nodes, { filter: (node) => visible.nodes.has(node.id) });
const edgeView = new vis.DataView(edges, { filter: (edge) => visible.edges.has(edge.id) });
look();
const network = new vis.Network(byId("graph"), { nodes: nodeView, edges: edgeView }, data.options);
// The frame inside is no stop of the Tab key: the focus and the keys are those of the graph around it.
byId("graph").querySelector(".vis-network").removeAttribute("tabindex");
let hovered = null;
let colors = { ink: "#000", soft: "#000", back: "#fff" };
const shownNames = entities.map((one) => plain(nodes.get(one.id).label) || "?");

// Far out, nodes and lines grow in the picture so that they stay visible on the screen.
let magnified = 1;
const magnification = () => Math.min(1.7, Math.max(1, 0.75 / network.getScale()));
const lineWidth = (sources) => Math.min(0.4 + 0.9 * sources, 6) * magnified;

function magnify() {
  if (Math.abs(magnification() / magnified - 1) < 0.06) return;
  magnified = magnification();
  paint();
}

// What the reader looks at: the selected node with its neighbours, or the ends of the selected line.
function spotlight() {
  if (wish.selected === null) return null;
  const [kind, id] = wish.selected;
  if (kind === "edge") return { nodes: new Set([edges.get(id).from, edges.get(id).to]), edges: new Set([id]) };
  return { nodes: neighbours(id), edges: new Set(linesOf[id].map((line) => line.id)) };
}

function paint() {
  colors = { ink: variable("--ink"), soft: variable("--soft"), back: variable("--back") };
  const lit = spotlight();
  nodes.update(entities.map((one) => nodeLook(one, lit)));
  edges.update(lines.map((line) => edgeLook(line, lit)));
  nodeView.refresh();
  edgeView.refresh();
  network.redraw();
}

function nodeLook(one, lit) {
  const fill = shade(data.looks.class[one.type]);
  const color = { background: fill, border: colors.back, highlight: { background: fill, border: colors.ink }, hover: { background: fill, border: colors.ink } };
  return { id: one.id, color, opacity: lit && !lit.nodes.has(one.id) ? 0.18 : 1, size: data.nodes[one.id].size * magnified };
}

function edgeLook(line, lit) {
  const tone = shade(data.looks.status[line.status]);
  const opacity = lit && !lit.edges.has(line.id) ? 0.12 : 0.85;
  const color = { color: tone, highlight: tone, hover: tone, opacity, inherit: false };
  const label = word("predicate", line.predicate);
  return { id: line.id, label, color, width: lineWidth(sourcesOf(visible.edges.get(line.id) || line.claims)) };
}

function spots(lit) {
  const scale = network.getScale();
  const shown = [...visible.nodes].map((id) => {
    const { x, y } = network.canvasToDOM(network.getPosition(id));
    const strong = hovered === `node${id}` || (lit !== null && wish.selected[0] === "node" && wish.selected[1] === id);
    const faint = lit !== null && !lit.nodes.has(id);
    return { x, y, radius: nodes.get(id).size * scale, text: shownNames[id], degree: entities[id].degree, strong, faint };
  });
  shown.sort((a, b) => b.strong - a.strong || a.faint - b.faint || b.degree - a.degree);
  return shown.map((spot, rank) => ({ ...spot, main: rank < 16 && !spot.faint }));
}

// Short lines have no room for words; far out in a large picture that spares most of the work.
function isLong(id) {
  const { from, to } = network.body.edges[id];
  return from === to || Math.hypot(from.x - to.x, from.y - to.y) * network.getScale() > 40;
}

function paths(lit) {
  const shown = [...visible.edges.keys()].filter(isLong).map((id) => {
    const line = lines[id], curve = network.body.edges[id].edgeType;
    const point = (share) => network.canvasToDOM(curve.getPoint(share));
    const at = (share) => {
      const here = point(share), before = point(share - 0.04), after = point(share + 0.04);
      return [here.x, here.y, Math.atan2(after.y - before.y, after.x - before.x)];
    };
    const start = point(0), end = point(1);
    const lies = lit !== null && lit.edges.has(id);
    const strong = hovered === `edge${id}` || (lies && wish.selected[0] === "edge");
    const color = line.status === "actual" ? "" : shade(data.looks.status[line.status]);
    const text = `${line.status === "negated" ? "✕ " : ""}${word("predicate", line.predicate)}`;
    return { at, length: Math.hypot(end.x - start.x, end.y - start.y), strong, faint: lit !== null && !lies && !strong, text, color, sources: line.sources };
  });
  return shown.sort((a, b) => b.strong - a.strong || a.faint - b.faint || b.sources - a.sources || b.length - a.length);
}

function onScreen({ x, y }, frame) {
  return x > -60 && y > -30 && x < frame.clientWidth + 60 && y < frame.clientHeight + 30;
}

network.on("afterDrawing", (context) => {
  const frame = byId("graph");
  const ratio = context.canvas.width / context.canvas.clientWidth;
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.textAlign = "center";
  context.textBaseline = "middle";
  const lit = spotlight();
  const seen = spots(lit).filter((spot) => onScreen(spot, frame));
  taken = [buttonsBox(), ...seen.map((spot) => around(spot.x, spot.y, spot.radius * 2, spot.radius * 2))];
  const inside = [2, 2, frame.clientWidth - 2, frame.clientHeight - 2];
  named = [];
  for (const spot of seen) writeName(context, spot, colors, inside);
  if (network.getScale() > 0.25) for (const path of paths(lit)) writeRelation(context, path, colors);
  context.restore();
});

network.on("hoverNode", ({ node }) => { hovered = `node${node}`; network.redraw(); });
network.on("hoverEdge", ({ edge }) => { hovered = `edge${edge}`; network.redraw(); });
for (const event of ["blurNode", "blurEdge"]) network.on(event, () => { hovered = null; network.redraw(); });
network.on("click", (event) => {
  if (IS_INSET) {
    if (event.nodes.length) window.top.location.assign(pageOf(entities[event.nodes[0]].iri));
    return;
  }
  if (event.nodes.length) selectNode(event.nodes[0]);
  else if (event.edges.length) selectEdge(event.edges[0]);
  else unselect();
});
network.on("doubleClick", (event) => { if (event.nodes.length && !IS_INSET) showAround(event.nodes[0]); });
for (const event of ["dragEnd", "zoom"]) network.on(event, () => magnify());

const redraw = () => network.redraw();
const center = (id) => network.focus(id, { scale: Math.max(0.9, network.getScale()), animation: false });

// Marks the selected node or line where it is visible.
function markChosen(chosen) {
  const [kind, id] = chosen || [];
  network.unselectAll();
  if (kind === "node" && visible.nodes.has(id)) network.selectNodes([id]);
  if (kind === "edge" && visible.edges.has(id)) network.selectEdges([id]);
}

// Shows the first picture.
function begin() {
  nodeView.refresh();
  edgeView.refresh();
  network.redraw();
  frameAll();
  magnified = magnification();
}

function frameAll() {
  network.fit({ nodes: [...visible.nodes], maxZoomLevel: 1.5, animation: false });
  network.moveTo({ scale: network.getScale() * (IS_INSET ? 0.8 : 0.94), animation: false });
}
function fit() {
  frameAll();
  magnify();
}
function panBy(dx, dy) {
  const { x, y } = network.getViewPosition(), scale = network.getScale();
  network.moveTo({ position: { x: x + dx / scale, y: y + dy / scale }, animation: false });
}
function zoomBy(factor) {
  network.moveTo({ scale: network.getScale() * factor, animation: false });
  magnify();
}

// For tests and the console.
const handles = { network, nodes: nodeView, edges: edgeView };
