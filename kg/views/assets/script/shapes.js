// The outlines of classes in a large picture: corners within a circle around 0, with y pointing down; a dot has none.

const corner = (turn, far = 1) => [Math.sin(turn * 2 * Math.PI) * far, -Math.cos(turn * 2 * Math.PI) * far];
const regular = (count, start = 0) => Array.from({ length: count }, (_, i) => corner(start + i / count));
const OUTLINES = {
  diamond: regular(4), square: regular(4, 1 / 8), triangle: regular(3), triangleDown: regular(3, 1 / 2), hexagon: regular(6, 1 / 4),
  star: Array.from({ length: 10 }, (_, i) => corner(i / 10, i % 2 ? 0.45 : 1)),
};
// Shapes within one circle cover different areas: factors that make them look alike.
const SWELL = { dot: 1, diamond: 1.25, square: 1.25, triangle: 1.45, triangleDown: 1.45, hexagon: 1.1, star: 1.5 };
const shapeOf = (id) => data.looks.class[entities[id].type].shape;
const idsByShape = new Map();
for (const one of entities) {
  if (!idsByShape.has(shapeOf(one.id))) idsByShape.set(shapeOf(one.id), []);
  idsByShape.get(shapeOf(one.id)).push(one.id);
}

// Draws one node on a canvas.
function fillShape(context, shape, x, y, radius) {
  context.beginPath();
  if (!OUTLINES[shape]) context.arc(x, y, radius, 0, 7);
  else for (const [dx, dy] of OUTLINES[shape]) context.lineTo(x + dx * radius, y + dy * radius);
  context.fill();
}

// Returns shader code that leaves out what lies outside an outline: a point is inside if a ray from it meets an odd number of edges.
function cutting(outline) {
  const real = (number) => number.toFixed(6);
  const crossings = outline.map(([ax, ay], i) => {
    const [bx, by] = outline[(i + 1) % outline.length];
    if (Math.abs(by - ay) < 1e-6) return "";
    const meets = `${real((bx - ax) / (by - ay))} * (at.y - (${real(ay)})) + (${real(ax)})`;
    return `if ((${real(ay)} > at.y) != (${real(by)} > at.y) && at.x < ${meets}) inside = !inside;`;
  });
  return `vec2 at = geometry.uv; bool inside = false; ${crossings.join(" ")} if (!inside) discard;`;
}

// Returns the kind of layer that draws nodes of a shape; made when the library is there.
const layerKinds = new Map();
function layerKind(shape) {
  if (!OUTLINES[shape]) return deck.ScatterplotLayer;
  if (!layerKinds.has(shape)) {
    const kind = class extends deck.ScatterplotLayer {
      getShaders() {
        return { ...super.getShaders(), inject: { "fs:DECKGL_FILTER_COLOR": cutting(OUTLINES[shape]) } };
      }
    };
    kind.layerName = `Nodes-${shape}`;
    layerKinds.set(shape, kind);
  }
  return layerKinds.get(shape);
}
