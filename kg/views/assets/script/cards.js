// A claim as the reader sees it: who says what of whom, in which words, in which article.

function nameButton(parent, id) {
  return button(parent, "name", entities[id].name.slice(0, 120), () => selectNode(id, true));
}

function statusPill(parent, status) {
  const pill = make("span", parent, "pill", word("status", status));
  pill.style.color = shade(data.looks.status[status]);
}

// The relation in words, struck where the claim is that it does not hold.
function relationWord(parent, predicate, status) {
  parent.append(" ");
  make(status === "negated" ? "s" : "span", parent, "", word("predicate", predicate));
  parent.append(" ");
}

function saidLine(parent, claim) {
  const line = make("p", parent, "said");
  nameButton(line, claim.subject);
  relationWord(line, claim.predicate, claim.status);
  if (claim.object !== null) nameButton(line, claim.object);
  else make("strong", line, "words", valueText(claim));
  line.append(" ");
  if (claim.status !== "actual") statusPill(line, claim.status);
}

function quoteBlock(parent, quote) {
  const block = make("blockquote", parent);
  block.dir = "auto";
  for (const [text, kind] of quote) {
    if (kind) make("mark", block, kind, text);
    else block.append(text);
  }
}

// Only addresses of the web become links; anything else stays a text.
const isWeb = (address) => /^https?:\/\/[^\s]+$/i.test(address) && !address.startsWith("https://w3id.org/newskg/");

// In a workbench everything has a page.
const pageOf = (iri) => `/resource?iri=${encodeURIComponent(iri)}`;

function sourceLine(parent, article) {
  const line = make("p", parent, "soft source");
  if (!article.iri) { line.textContent = say("derived"); return; }
  const title = article.title || say("no_title");
  if (data.served && article.iri) make("a", line, "words", title).href = pageOf(article.iri);
  else if (isWeb(article.iri)) {
    const link = make("a", line, "words", title);
    link.href = article.iri;
    link.target = "_blank";
    link.rel = "noopener noreferrer";
  } else make("span", line, "words", title);
  line.append(" · ");
  make("span", line, "words", article.publisher || say("no_publisher"));
  line.append(` · ${article.published ? day(article.published) : say("undated")}`);
}

function card(parent, id, withNames) {
  const claim = claims[id], box = make("article", parent, "card");
  if (withNames) saidLine(box, claim);
  for (const quote of claim.quotes) quoteBlock(box, quote);
  const chips = qualifierTexts(claim);
  if (chips.length) {
    const row = make("p", box, "chips");
    for (const text of chips) make("span", row, "", text);
  }
  if (claim.said_by.length) make("p", box, "soft words clamp", `${say("says")} ${claim.said_by.join(", ")}`);
  sourceLine(box, articles[claim.article]);
  const facts = [articles[claim.article].id, `${say("confidence")} ${number(claim.confidence, { style: "percent" })}`];
  make("p", box, "soft words", facts.filter(Boolean).join(" · "));
}
