// From wish to picture, the address that holds the wish, and the start.

let written = "";

function refresh() {
  look();
  const [kind, id] = wish.selected || [];
  if (kind === "node" && !visible.nodes.has(id)) wish.selected = null;
  if (kind === "edge" && !visible.edges.has(id)) wish.selected = null;
  paint();
  if (wish.view === "list") showList();
  showPanel();
  showNote();
  remember();
}

function showNote() {
  const counted = say("shown", {
    nodes: number(visible.nodes.size),
    edges: number(visible.edges.size),
    claims: number(visible.claims.size),
    articles: sayCount("articles", new Set([...visible.claims].map((id) => claims[id].article)).size),
  });
  const where = wish.around === null ? "" : say("around", { name: shownNames[wish.around] });
  const missing = data.leftOut ? say("left_out", { count: number(data.leftOut) }) : "";
  byId("note").textContent = [where, counted, missing].filter(Boolean).join(" · ");
  byId("note").title = byId("note").textContent;
}

function select(chosen) {
  wish.selected = chosen;
  markChosen(chosen);
  paint();
  showPanel();
  remember();
}

function selectNode(id, move = false) {
  if (!visible.nodes.has(id)) return;
  select(["node", id]);
  if (move && wish.view === "graph") center(id);
}

function selectEdge(id) {
  if (visible.edges.has(id)) select(["edge", id]);
}

const unselect = () => select(null);

function showAround(id) {
  wish.around = id;
  wish.selected = ["node", id];
  refresh();
  fit();
  remember();
}

function showEverything() {
  wish.around = null;
  resetFilters();
  fit();
  remember();
}

function show(view) {
  wish.view = view;
  byId("graph").hidden = view === "list";
  byId("zoom").hidden = view === "list";
  byId("list").hidden = view !== "list";
  byId("show-graph").setAttribute("aria-pressed", String(view === "graph"));
  byId("show-list").setAttribute("aria-pressed", String(view === "list"));
  if (view === "list") showList();
  else redraw();
  showPanel();
  remember();
}

function sayAll() {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-say]")) element.textContent = say(element.dataset.say);
  for (const element of document.querySelectorAll("[data-name]")) {
    element.setAttribute("aria-label", say(element.dataset.name));
    if (element.tagName === "BUTTON") element.title = say(element.dataset.name);
  }
  field.placeholder = say("search_hint");
  field.setAttribute("aria-label", say("search"));
  showFilters();
}

function speak() {
  sayAll();
  refresh();
}

// The part of the address after the #: what differs from the first view.
function remember() {
  const parts = new URLSearchParams();
  if (wish.selected) parts.set(wish.selected[0], wish.selected[1]);
  if (wish.around !== null) parts.set("around", wish.around);
  for (const kind of KINDS) {
    const off = tallies[kind].flatMap(([value], i) => (wish.off[kind].has(value) ? [kind === "source" ? i : value] : []));
    if (off.length) parts.set(`no-${kind}`, off.join(","));
  }
  if (wish.from > 0) parts.set("from", dates[wish.from]);
  if (wish.until < dates.length - 1) parts.set("until", dates[wish.until]);
  if (wish.view !== "graph") parts.set("view", wish.view);
  if (language !== data.lang) parts.set("lang", language);
  if (chosenTheme && !data.served) parts.set("theme", chosenTheme);
  written = parts.toString();
  if (location.hash.slice(1) !== written) history.replaceState(null, "", `#${written}`);
}

const known = (text, list) => (text !== null && /^\d+$/.test(text) && Number(text) < list.length ? Number(text) : null);

function recall() {
  const parts = new URLSearchParams(location.hash.slice(1));
  for (const kind of KINDS) {
    const off = new Set((parts.get(`no-${kind}`) || "").split(","));
    const isOff = ([value], i) => off.has(kind === "source" ? String(i) : value);
    wish.off[kind] = new Set(tallies[kind].filter(isOff).map(([value]) => value));
  }
  wish.from = Math.max(0, dates.indexOf(parts.get("from")));
  wish.until = dates.includes(parts.get("until")) ? dates.indexOf(parts.get("until")) : dates.length - 1;
  wish.around = known(parts.get("around"), entities);
  const node = known(parts.get("node"), entities), edge = known(parts.get("edge"), lines);
  wish.selected = node !== null ? ["node", node] : edge !== null ? ["edge", edge] : null;
  language = Object.hasOwn(data.texts, parts.get("lang") || "") ? parts.get("lang") : data.lang;
  setTheme(parts.get("theme") || (data.served ? data.served.theme : ""));
  wish.view = parts.get("view") === "list" ? "list" : "graph";
  sayAll();
  look();
  begin();
  refresh();
  show(wish.view);
  markChosen(wish.selected);
}

byId("all").addEventListener("click", () => { wish.selected = null; showEverything(); });
byId("show-graph").addEventListener("click", () => show("graph"));
byId("show-list").addEventListener("click", () => show("list"));
// The workbench remembers language and colours for all its pages.
const keep = (name, value) => { if (data.served) document.cookie = `${name}=${value}; path=/; samesite=lax; max-age=31536000`; };
byId("language").addEventListener("click", () => { language = language === "de" ? "en" : "de"; keep("lang", language); speak(); });
byId("theme").addEventListener("click", () => {
  setTheme(isDark() ? "light" : "dark");
  keep("theme", chosenTheme);
  if (data.served) data.served.theme = chosenTheme;
  showFilters();
  refresh();
});
systemDark.addEventListener("change", () => { showFilters(); refresh(); });
addEventListener("hashchange", () => { if (location.hash.slice(1) !== written) recall(); });
addEventListener("keydown", (event) => {
  if (event.key === "/" && document.activeElement !== field) { event.preventDefault(); field.focus(); }
  else if (event.key === "Escape" && wish.selected) unselect();
  else if (event.key === "Escape" && wish.around !== null) showEverything();
});

recall();
window.kg = { data, wish, visible, handles, ...handles, selectNode, selectEdge, unselect, showAround, showEverything, show };
