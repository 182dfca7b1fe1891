// Names and relations on the picture: named at a readable size wherever there is room, the important ones first.

const FACE = 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif';
const widths = new Map();
// what nodes and texts cover, and what names alone cover
let taken = [], named = [];

function textWidth(context, font, text) {
  const key = `${font}|${text}`;
  if (!widths.has(key)) {
    context.font = font;
    widths.set(key, context.measureText(text).width);
  }
  return widths.get(key);
}

const meets = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
const isFree = (boxes) => boxes.every((box) => taken.every((other) => !meets(box, other)));
const around = (x, y, width, height) => [x - width / 2, y - height / 2, x + width / 2, y + height / 2];

function write(context, text, font, ink, halo) {
  context.font = font;
  context.lineWidth = 4;
  context.lineJoin = "round";
  context.strokeStyle = halo;
  context.strokeText(text, 0, 0);
  context.fillStyle = ink;
  context.fillText(text, 0, 0);
}

// The places where a name may stand: below its node, above, right, left; near the rim it slides to stay whole.
function placesFor(spot, width, height, frame) {
  const reach = spot.radius + 3;
  const whole = Math.min(frame[2] - width / 2, Math.max(frame[0] + width / 2, spot.x));
  const x = Math.abs(whole - spot.x) < width / 2 ? whole : spot.x;
  return [
    [x, spot.y + reach + height / 2],
    [x, spot.y - reach - height / 2],
    [spot.x + reach + width / 2 + 1, spot.y],
    [spot.x - reach - width / 2 - 1, spot.y],
  ];
}

// What the zoom buttons cover.
function buttonsBox() {
  const box = byId("zoom").getBoundingClientRect(), frame = byId("graph").getBoundingClientRect();
  return [box.left - frame.left, box.top - frame.top, box.right - frame.left, box.bottom - frame.top];
}

const isInside = (box, frame) => box[0] >= frame[0] && box[1] >= frame[1] && box[2] <= frame[2] && box[3] <= frame[3];

function writeName(context, spot, colors, frame) {
  const size = 12 + Math.min(4, Math.sqrt(spot.degree));
  const font = `${spot.degree > 5 || spot.strong ? 650 : 500} ${size}px ${FACE}`;
  const width = textWidth(context, font, spot.text), height = size * 1.15;
  const places = placesFor(spot, width, height, frame);
  const boxes = places.map(([x, y]) => around(x, y, width, height));
  const whole = places.filter((_, i) => isInside(boxes[i], frame));
  const boxOf = (at) => boxes[places.indexOf(at)];
  const free = whole.find((at) => isFree([boxOf(at)]));
  const apart = (at) => named.every((other) => !meets(boxOf(at), other));
  const [x, y] = free || (spot.main && whole.find(apart)) || (spot.strong && (whole[0] || places[0])) || [];
  if (x === undefined) return;
  taken.push(around(x, y, width + 6, height));
  named.push(taken[taken.length - 1]);
  context.save();
  context.globalAlpha = spot.faint ? 0.28 : 1;
  context.translate(x, y);
  write(context, spot.text, font, colors.ink, colors.back);
  context.restore();
}

// A slanted text covers a chain of small squares.
function chain(x, y, angle, width, height) {
  const count = Math.max(1, Math.ceil(width / height));
  const step = width / count;
  return Array.from({ length: count }, (_, i) => {
    const along = (i + 0.5) * step - width / 2;
    return around(x + along * Math.cos(angle), y + along * Math.sin(angle), height, height);
  });
}

function writeRelation(context, path, colors) {
  const font = `${path.strong ? 600 : 400} 11px ${FACE}`;
  const width = textWidth(context, font, path.text);
  if (path.length < width + 14 && !path.strong) return;
  let chosen = null;
  for (const share of [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74]) {
    const [x, y, slope] = path.at(share);
    const angle = Math.abs(slope) > Math.PI / 2 ? slope + Math.PI : slope;
    const boxes = chain(x, y, angle, width, 11);
    if (isFree(boxes)) {
      chosen = { x, y, angle, boxes };
      break;
    }
    if (path.strong && !chosen) chosen = { x, y, angle, boxes };
  }
  if (!chosen) return;
  taken.push(...chosen.boxes);
  context.save();
  context.globalAlpha = path.faint ? 0.2 : 1;
  context.translate(chosen.x, chosen.y);
  context.rotate(chosen.angle);
  context.fillStyle = colors.back;
  context.fillRect(-width / 2 - 2, -6, width + 4, 12);
  write(context, path.text, font, path.color || colors.soft, colors.back);
  context.restore();
}
