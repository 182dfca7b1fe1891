// What the reader wants to see, and what follows from it: visible claims, lines and nodes.

// A picture inside another page: no panel, so a click opens the page of what was clicked.
const IS_INSET = data.served !== null && data.served.embedded === "picture";

const KINDS = ["status", "class", "predicate", "source"];
const entities = data.entities, claims = data.claims, articles = data.articles, lines = data.edges;
const dates = [...new Set(articles.map((article) => article.published).filter(Boolean))].sort();

const wish = {
  off: Object.fromEntries(KINDS.map((kind) => [kind, new Set()])),
  from: 0,
  until: dates.length - 1,
  around: null,
  selected: null,
  view: "graph",
};
const visible = { claims: new Set(), edges: new Map(), nodes: new Set() };

const publisher = (claim) => articles[claim.article].publisher;
const published = (claim) => articles[claim.article].published;
const claimsOf = entities.map(() => []);
claims.forEach((claim, id) => {
  claimsOf[claim.subject].push(id);
  if (claim.object !== null && claim.object !== claim.subject) claimsOf[claim.object].push(id);
});
const linesOf = entities.map(() => []);
for (const line of lines) {
  linesOf[line.from].push(line);
  if (line.to !== line.from) linesOf[line.to].push(line);
}
const neighbours = (id) => new Set(linesOf[id].flatMap((line) => [line.from, line.to]).concat(id));

const timeIsLimited = () => wish.from > 0 || wish.until < dates.length - 1;
const claimsAreLimited = () =>
  timeIsLimited() || ["status", "predicate", "source"].some((kind) => wish.off[kind].size > 0);

function inTime(claim) {
  if (!timeIsLimited()) return true;
  const date = published(claim);
  return date !== "" && dates[wish.from] <= date && date <= dates[wish.until];
}

const passes = (claim) =>
  !wish.off.status.has(claim.status) &&
  !wish.off.predicate.has(claim.predicate) &&
  !wish.off.source.has(publisher(claim)) &&
  inTime(claim);

function look() {
  const near = wish.around === null ? null : neighbours(wish.around);
  const drawn = (id) => !wish.off.class.has(entities[id].type) && (near === null || near.has(id));
  const told = (claim) => passes(claim) && drawn(claim.subject) && (claim.object === null || drawn(claim.object));
  visible.claims = new Set(claims.map((_, id) => id).filter((id) => told(claims[id])));
  visible.edges = new Map();
  for (const line of lines) {
    const shown = line.claims.filter((id) => visible.claims.has(id));
    if (shown.length) visible.edges.set(line.id, shown);
  }
  const spoken = (id) => !claimsAreLimited() || claimsOf[id].some((claim) => visible.claims.has(claim));
  visible.nodes = new Set(entities.map((one) => one.id).filter((id) => drawn(id) && (spoken(id) || id === wish.around)));
}

const sourcesOf = (ids) => new Set(ids.map((id) => articles[claims[id].article].original)).size;
