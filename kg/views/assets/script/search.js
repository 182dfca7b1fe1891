// Search by name: own names first, beginnings before middles, more claims before fewer.

const field = byId("search"), hits = byId("hits");
const list = makeHits(field, hits);

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/ß/g, "ss").toLowerCase();
const folded = entities.map((one) => [one.name, ...one.aliases].map((name) => fold(name.slice(0, 300))));

function rankOf(id, wanted) {
  const [own, ...others] = folded[id];
  if (own === wanted) return 0;
  if (own.startsWith(wanted)) return 1;
  if (others.some((name) => name.startsWith(wanted))) return 2;
  return folded[id].some((name) => name.includes(wanted)) ? 3 : 9;
}

function find(text) {
  const wanted = fold(text.trim());
  if (!wanted) return [];
  const ranked = entities.map((one) => [rankOf(one.id, wanted), -claimsOf[one.id].length, one.id]);
  return ranked.filter(([rank]) => rank < 9).sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]).map(([, , id]) => id);
}

function take(id) {
  list.close();
  field.value = "";
  choices = [];
  if (!visible.nodes.has(id)) showEverything();
  selectNode(id, true);
}

// The rows that can be chosen, as what to do then.
let choices = [];

function hitRow(name, kindOf, choose) {
  const row = make("li", hits);
  row.id = `hit${choices.length}`;
  row.setAttribute("role", "option");
  row.setAttribute("aria-selected", "false");
  make("span", row, "words", name.slice(0, 200));
  make("span", row, "soft", kindOf);
  row.addEventListener("mousedown", (event) => { event.preventDefault(); choose(); });
  choices.push(choose);
  return row;
}

function ownRow(id) {
  const row = hitRow(entities[id].name, word("class", entities[id].type), () => take(id));
  row.prepend(swatch(row, "class", entities[id].type));
}

// In a workbench the names that the picture does not hold follow; each leads to a picture of its own.
async function searchBeyond(text) {
  const answer = await fetch(`/suggest?q=${encodeURIComponent(text.slice(0, 200))}`);
  const known = new Set(entities.map((one) => one.iri));
  const others = (await answer.json()).filter((one) => !known.has(one.iri));
  if (field.value.trim() !== text) return;
  for (const one of others) {
    const choose = () => location.assign(`/explore?focus=${encodeURIComponent(one.iri)}`);
    hitRow(one.name, `${say("elsewhere")} · ${word("class", one.type)}`, choose).classList.add("beyond");
  }
  if (!choices.length) sayNothing();
  if (list.marked() < 0) openHits();
}

const sayNothing = () => make("li", hits, "soft", say("nothing_found")).setAttribute("role", "option");

function openHits() {
  list.open();
  if (choices.length) list.mark(0);
}

function showHits() {
  const text = field.value.trim();
  hits.replaceChildren();
  choices = [];
  for (const id of find(text).slice(0, 30)) ownRow(id);
  if (data.served && text) searchBeyond(text);
  else if (!choices.length && text) sayNothing();
  openHits();
}

field.addEventListener("input", showHits);
field.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && choices.length) choices[Math.max(0, list.marked())]();
  else if (event.key === "ArrowDown" && !hits.hidden && choices.length) { event.preventDefault(); list.next(); }
  else if (event.key === "ArrowUp" && !hits.hidden && choices.length) { event.preventDefault(); list.previous(); }
  else if (event.key === "Escape") { event.stopPropagation(); list.close(); field.blur(); }
});
