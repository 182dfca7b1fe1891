// The panel beside the picture: an overview, an entity, or a relation with the claims behind it.

const panel = byId("panel");
const PAGE = 60;

function topLine(kindOf) {
  const line = make("div", panel, "top");
  kindOf(line);
  const close = button(line, "close", "×", unselect);
  close.setAttribute("aria-label", say("close"));
}

// Cards in portions, so that an entity with thousands of claims opens at once.
function cards(ids, withNames) {
  const shown = ids.slice(0, PAGE), rest = ids.slice(PAGE);
  for (const id of shown) card(panel, id, withNames);
  if (rest.length) {
    const more = button(panel, "action", say("more", { count: number(Math.min(PAGE, rest.length)) }), () => {
      more.remove();
      cards(rest, withNames);
    });
  }
}

function hiddenNote(all, shown) {
  if (all > shown) make("p", panel, "soft", say("hidden", { count: number(all - shown) }));
}

function overview() {
  make("p", panel, "soft", say("hint"));
  make("h3", panel, "", say("top"));
  const list = make("ul", panel, "ranked");
  const ranked = [...visible.nodes].sort((a, b) => claimsOf[b].length - claimsOf[a].length || a - b).slice(0, 12);
  for (const id of ranked) {
    const row = make("li", list);
    swatch(row, "class", entities[id].type);
    nameButton(row, id).classList.add("long");
    make("span", row, "count", number(claimsOf[id].length));
  }
  make("p", panel, "soft", say("keys")).style.marginTop = "1.2rem";
  make("p", panel, "soft", say("copy"));
}

function entityPanel(id) {
  const one = entities[id];
  topLine((line) => { swatch(line, "class", one.type); make("span", line, "", word("class", one.type)); });
  make("span", make("h2", panel), "words", one.name);
  if (one.aliases.length) make("p", panel, "soft words clamp", `${say("also")} ${one.aliases.slice(0, 40).join(" · ")}`);
  const known = [...one.identifiers.map(([kind, value]) => `${identifierName(kind)}: ${value}`), one.iri];
  for (const text of known) make("p", panel, "soft words clamp", text);
  button(panel, "action", say("focus_here"), () => showAround(id));
  if (data.served) {
    make("a", panel, "action", say("open_page")).href = pageOf(one.iri);
    make("a", panel, "action", say("load_around")).href = `/explore?focus=${encodeURIComponent(one.iri)}`;
  }
  if (wish.view === "list") button(panel, "action", say("show_in_graph"), () => { show("graph"); center(id); });
  const told = claimsOf[id].filter((claim) => visible.claims.has(claim));
  const figures = told.filter((claim) => claims[claim].object === null);
  const relations = told.filter((claim) => claims[claim].object !== null);
  if (figures.length) { make("h3", panel, "", say("figures")); cards(figures, true); }
  if (relations.length) { make("h3", panel, "", say("relations")); cards(relations, true); }
  hiddenNote(claimsOf[id].length, told.length);
}

function relationPanel(id) {
  const line = lines[id], told = visible.edges.get(id) || [];
  topLine((top) => { swatch(top, "status", line.status); make("span", top, "", word("status", line.status)); });
  const title = make("h2", panel);
  nameButton(title, line.from);
  relationWord(title, line.predicate, line.status);
  nameButton(title, line.to);
  make("p", panel, "soft", `${sayCount("claims", told.length)} · ${sayCount("sources", sourcesOf(told))}`);
  cards(told, false);
  hiddenNote(line.claims.length, told.length);
}

function showPanel() {
  panel.replaceChildren();
  if (wish.selected === null) overview();
  else if (wish.selected[0] === "node") entityPanel(wish.selected[1]);
  else relationPanel(wish.selected[1]);
  panel.scrollTop = 0;
}
