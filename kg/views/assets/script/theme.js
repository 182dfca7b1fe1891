// Colours: light or dark as the system has it, or as the reader chose.

const systemDark = matchMedia("(prefers-color-scheme: dark)");
let chosenTheme = "";

const isDark = () => (chosenTheme ? chosenTheme === "dark" : systemDark.matches);
const shade = (look) => look.color[isDark() ? 1 : 0];
const variable = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function setTheme(name) {
  chosenTheme = name === "light" || name === "dark" ? name : "";
  if (chosenTheme) document.documentElement.dataset.theme = chosenTheme;
  else delete document.documentElement.dataset.theme;
}

const SHAPES = {
  dot: "M11 2a5 5 0 1 1 0 10a5 5 0 1 1 0-10z",
  diamond: "M11 1l6 6l-6 6l-6-6z",
  square: "M6 2h10v10h-10z",
  triangle: "M11 1.5l6 10.5h-12z",
  triangleDown: "M11 12.5l6-10.5h-12z",
  star: "M11 .8l1.9 4.1 4.5.5-3.4 3 1 4.5-4-2.3-4 2.3 1-4.5-3.4-3 4.5-.5z",
  hexagon: "M8 1.8h6l3 5.2-3 5.2h-6l-3-5.2z",
};

// A small picture of how a class or a status looks in the graph.
function swatch(parent, kind, name) {
  const look = data.looks[kind][name];
  const picture = drawn(parent, "svg", { class: "swatch", viewBox: "0 0 22 14", "aria-hidden": "true" });
  if (kind === "class") drawn(picture, "path", { d: SHAPES[look.shape], fill: shade(look) });
  else {
    const dashes = look.dashes.map((length) => length / 2).join(" ");
    const line = { stroke: shade(look), "stroke-width": 2.2, "stroke-dasharray": dashes || "none" };
    drawn(picture, "path", { d: "M0 7h22", ...line });
    if (name === "negated") drawn(picture, "path", { d: "M11 2v10", ...line });
  }
  return picture;
}
