// Colours: light or dark as the system has it, or as the reader chose.

const systemDark = matchMedia("(prefers-color-scheme: dark)");
let chosenTheme = data.served ? data.served.theme : "";

const isDark = () => (chosenTheme ? chosenTheme === "dark" : systemDark.matches);
const shade = (look) => look.color[isDark() ? 1 : 0];
const variable = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function setTheme(name) {
  chosenTheme = name === "light" || name === "dark" ? name : "";
  if (chosenTheme) document.documentElement.dataset.theme = chosenTheme;
  else delete document.documentElement.dataset.theme;
}

const SHAPES = data.looks.shapes;

// A small picture of how a class or a status looks in the graph.
function swatch(parent, kind, name) {
  const look = data.looks[kind][name];
  const picture = drawn(parent, "svg", { class: "swatch", viewBox: "0 0 22 14", "aria-hidden": "true" });
  if (kind === "class") drawn(picture, "path", { d: SHAPES[look.shape], fill: shade(look) });
  else {
    const dashes = look.dashes.map((length) => length / 1.4).join(" ");
    const line = { stroke: shade(look), "stroke-width": 2.4, "stroke-dasharray": dashes || "none" };
    drawn(picture, "path", { d: "M0 7h22", ...line });
    if (name === "negated") drawn(picture, "path", { d: "M11 2v10", ...line });
  }
  return picture;
}
