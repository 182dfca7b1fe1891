// All visible claims as a table: the same content for keyboard, screen reader and print.

const ROWS = 300;

function cell(row, className, fill) {
  const box = make("td", row, className);
  fill(box);
}

function claimRow(body, id) {
  const claim = claims[id], row = make("tr", body);
  const name = (end) => (box) => button(box, "name words", entities[end].name.slice(0, 200), () => selectNode(end));
  cell(row, "", name(claim.subject));
  cell(row, "", (box) => {
    const line = linesOf[claim.subject].find((one) => one.claims.includes(id));
    if (line) button(box, "relation", word("predicate", claim.predicate), () => selectEdge(line.id));
    else make("span", box, "", word("predicate", claim.predicate));
    box.append(" ");
    if (claim.status !== "actual") statusPill(box, claim.status);
  });
  cell(row, "", claim.object === null ? (box) => make("span", box, "words", valueText(claim)) : name(claim.object));
  cell(row, "date", (box) => { box.textContent = published(claim) ? day(published(claim)) : "–"; });
  cell(row, "", (box) => make("span", box, "words", publisher(claim) || say("no_publisher")));
}

function rows(body, ids) {
  for (const id of ids.slice(0, ROWS)) claimRow(body, id);
  const rest = ids.slice(ROWS);
  if (!rest.length) return;
  const row = make("tr", body);
  cell(row, "", (box) => button(box, "action", say("more", { count: number(Math.min(ROWS, rest.length)) }), () => {
    row.remove();
    rows(body, rest);
  }));
}

function showList() {
  const list = byId("list");
  list.replaceChildren();
  const table = make("table", list);
  make("caption", table, "", visible.claims.size ? sayCount("claims", visible.claims.size) : say("empty"));
  const head = make("tr", make("thead", table));
  for (const key of ["subject", "predicate", "object", "date", "source"]) make("th", head, "", say(key)).scope = "col";
  rows(make("tbody", table), [...visible.claims]);
}
