// Moving the picture without a pointer: arrows move it, + and - zoom, 0 shows all of it; the two buttons zoom as well.

const STEPS = { ArrowLeft: [-60, 0], ArrowRight: [60, 0], ArrowUp: [0, -60], ArrowDown: [0, 60] };
const ZOOM = { "+": 1.3, "=": 1.3, "-": 1 / 1.3 };

byId("graph").addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (Object.hasOwn(STEPS, event.key)) panBy(...STEPS[event.key]);
  else if (Object.hasOwn(ZOOM, event.key)) zoomBy(ZOOM[event.key]);
  else if (event.key === "0") fit();
  else return;
  event.preventDefault();
});
byId("zoom-in").addEventListener("click", () => zoomBy(ZOOM["+"]));
byId("zoom-out").addEventListener("click", () => zoomBy(ZOOM["-"]));
