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
  if (!visible.nodes.has(id)) showEverything();
  selectNode(id, true);
}

// In a workbench the names that the picture does not hold follow; each leads to a picture of its own.
async function searchBeyond(text) {
  const answer = await fetch(`/suggest?q=${encodeURIComponent(text.slice(0, 200))}`);
  const known = new Set(entities.map((one) => one.iri));
  const others = (await answer.json()).filter((one) => !known.has(one.iri));
  if (field.value.trim() !== text) return;
  for (const one of others) {
    const row = make("li", hits, "beyond");
    row.setAttribute("role", "option");
    make("span", row, "words", one.name.slice(0, 200));
    make("span", row, "soft", `${say("elsewhere")} · ${word("class", one.type)}`);
    row.addEventListener("mousedown", (event) => { event.preventDefault(); location.assign(`/explore?focus=${encodeURIComponent(one.iri)}`); });
  }
  if (!hits.children.length) make("li", hits, "soft", say("nothing_found")).setAttribute("role", "option");
  hits.hidden = false;
  field.setAttribute("aria-expanded", "true");
}

function showHits() {
  hits.replaceChildren();
  const found = find(field.value).slice(0, 30);
  found.forEach((id, i) => {
    const row = make("li", hits);
    row.id = `hit${i}`;
    row.setAttribute("role", "option");
    swatch(row, "class", entities[id].type);
    make("span", row, "words", entities[id].name.slice(0, 200));
    make("span", row, "soft", word("class", entities[id].type));
    row.addEventListener("mousedown", (event) => { event.preventDefault(); take(id); });
  });
  if (data.served && field.value.trim()) searchBeyond(field.value.trim());
  else if (!found.length && field.value.trim()) make("li", hits, "soft", say("nothing_found")).setAttribute("role", "option");
  list.open();
  if (found.length) list.mark(0);
}

field.addEventListener("input", showHits);
field.addEventListener("keydown", (event) => {
  const found = find(field.value);
  if (event.key === "Enter" && found.length) take(found[Math.max(0, list.marked())]);
  else if (event.key === "ArrowDown" && !hits.hidden && found.length) { event.preventDefault(); list.next(); }
  else if (event.key === "ArrowUp" && !hits.hidden && found.length) { event.preventDefault(); list.previous(); }
  else if (event.key === "Escape") { event.stopPropagation(); list.close(); field.blur(); }
});
