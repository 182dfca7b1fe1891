"""Pages of entities, claims, articles, and of anything else that has an IRI, as HTML or as RDF."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlencode

from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, serialize
from werkzeug.exceptions import NotAcceptable, NotFound
from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from kg.articles.article import Article
from kg.graph.namespaces import KG, PREFIXES, RDF, compact
from kg.graph.record import RECORD_FILE, Record
from kg.graph.statements import StoredStatement, read_statement, read_statements, statements_about
from kg.server import negotiation
from kg.server.addresses import iri_of, page_of
from kg.server.cards import STATUSES, Card, Named, cards, named
from kg.server.context import Context
from kg.server.describing import describe
from kg.server.highlight import Segment, segments
from kg.server.templates import page
from kg.views import facts

_MERGED = DefaultGraph()
#: claims of one status on one page
PER_PAGE = 60
#: neighbours beside an entity's claims
_NEIGHBOURS = 40


def thing_at_path(context: Context) -> Response:
    """Answer for an IRI of ours, whose path is that of the request."""
    raw = str(context.request.environ.get("REQUEST_URI") or context.request.path)
    path = raw.partition("?")[0]
    named = context.edition.store.article(unquote(path.removeprefix("/article/"))) if "/article/" in path else None
    return _answer(context, named or iri_of(path))


def resource(context: Context) -> Response:
    """Answer for the IRI in the parameter ``iri``."""
    iri = context.request.args.get("iri", "")
    if page_of(iri).startswith("/resource"):
        return _answer(context, iri)
    rest = urlencode([item for item in context.request.args.items(multi=True) if item[0] != "iri"], errors="replace")
    return redirect(page_of(iri) + (f"?{rest}" if rest else ""))


def _answer(context: Context, iri: str) -> Response:
    """Return a page, or triples, as the client prefers."""
    iri = _known(context, iri)
    kind = negotiation.wanted(context.request, negotiation.RDF, negotiation.HTML)
    if kind is None:
        raise NotAcceptable(f"there are {negotiation.HTML}, {', '.join(negotiation.RDF.values())}")
    return _html(context, iri) if kind == negotiation.HTML else _rdf(context, iri, kind)


def _known(context: Context, iri: str) -> str:
    """Return the IRI if the graph holds it; raises NotFound."""
    try:
        node = NamedNode(iri)
    except ValueError:
        raise NotFound(f"{iri} is no address") from None
    if next(context.edition.store.raw.quads_for_pattern(node, None, None, _MERGED), None) is None:
        raise NotFound(f"the graph does not hold {iri}")
    return iri


def _rdf(context: Context, iri: str, kind: str) -> Response:
    triples = describe(context.edition.store, iri)
    format_ = RdfFormat.from_media_type(kind)
    assert format_ is not None
    response = Response(serialize(triples, format=format_, prefixes=PREFIXES), mimetype=kind)
    response.headers["Vary"] = "Accept"
    return response


def _html(context: Context, iri: str) -> Response:
    if iri in context.edition.store:
        return _article(context, iri)
    if iri in context.edition.entities:
        return _entity(context, iri)
    types = facts.values(context.edition.store, iri, RDF.type)
    return _statement(context, iri) if KG.Statement.value in types else _anything(context, iri)


# ---- entities ----


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An entity that shares claims with another."""

    entity: Named
    claims: int
    relations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The claims of one status: as many as fit on a page."""

    status: str
    total: int
    cards: tuple[Card, ...]


def _entity(context: Context, iri: str) -> Response:
    edition = context.edition
    statements = [read_statement(edition.store, node) for node in statements_about(edition.store, iri)]
    statements.sort(key=lambda one: (one.predicate, one.subject, one.object or "", one.value or "", one.iri))
    articles = {one.article for one in statements}
    wanted = context.request.args.get("status", "")
    shown = [status for status in STATUSES if wanted in (status, "") or wanted not in STATUSES]
    portion = _Portion(context.number("page", 1, 10_000), PER_PAGE if wanted in STATUSES else 20)
    return page(
        context,
        "entity",
        entity=edition.entities[iri],
        identifiers=list(facts.identifiers(edition.store, iri)),
        counts=Counter(one.status for one in statements),
        groups=[group for status in shown if (group := _group(context, status, statements, portion))],
        chosen=wanted if wanted in STATUSES else "",
        portion=portion,
        neighbours=_neighbours(context, iri, statements),
        articles=len(articles),
        span=_span(context, articles),
    )


@dataclass(frozen=True, slots=True)
class _Portion:
    page: int
    size: int


def _group(context: Context, status: str, statements: Sequence[StoredStatement], portion: _Portion) -> Group | None:
    these = [one for one in statements if one.status == status]
    start = (portion.page - 1) * portion.size
    shown = these[start : start + portion.size]
    told = tuple(cards(context.edition, shown, context.language))
    return Group(status, len(these), told) if these else None


def _neighbours(context: Context, iri: str, statements: Sequence[StoredStatement]) -> list[Neighbour]:
    counts: Counter[str] = Counter()
    relations: dict[str, set[str]] = defaultdict(set)
    for one in statements:
        other = one.object if one.subject == iri else one.subject
        if other is not None and other != iri:
            counts[other] += 1
            relations[other].add(one.predicate)
    ranked = sorted(counts, key=lambda other: (-counts[other], other))[:_NEIGHBOURS]
    return [Neighbour(named(context.edition, one), counts[one], tuple(sorted(relations[one]))) for one in ranked]


def _span(context: Context, articles: set[str]) -> tuple[str, str] | None:
    """Return the days of the first and the last article."""
    days = sorted(filter(None, (facts.article(context.edition.store, iri).published for iri in articles)))
    return (days[0], days[-1]) if days else None


# ---- articles and claims ----


def _article(context: Context, iri: str) -> Response:
    store = context.edition.store
    article = facts.article(store, iri)
    statements = sorted(read_statements(store, iri), key=lambda one: (one.quotes[:1], one.predicate, one.iri))
    source = _source(context, article.id)
    quotes = [[quote for quote in one.quotes if quote.article == iri] for one in statements]
    return page(
        context,
        "article",
        article=article,
        iri=iri,
        source=source,
        segments=[(one, _look(one, statements)) for one in segments(source.text, quotes)] if source else [],
        cards=list(cards(context.edition, statements, context.language)),
        original=article.original if article.original != iri else "",
    )


def _look(segment: Segment, statements: Sequence[StoredStatement]) -> str:
    """Return the status that a piece of text shows: one that is no fact goes before one that is."""
    found = {statements[number].status for number in segment.claims}
    return next((status for status in reversed(STATUSES) if status in found), "")


def _source(context: Context, article_id: str) -> Article | None:
    """Return the article as it was read, from the record beside the graph; None where that is gone."""
    folder = context.edition.snapshot.parent.parent
    if not (folder / RECORD_FILE).exists():
        return None
    with Record(folder) as record:
        return record.article(article_id)


def _statement(context: Context, iri: str) -> Response:
    try:
        one = read_statement(context.edition.store, NamedNode(iri))
    except LookupError:
        return _anything(context, iri)
    (card,) = cards(context.edition, [one], context.language)
    return page(context, "statement", card=card, iri=iri)


def _anything(context: Context, iri: str) -> Response:
    """Show what is said of a node that has no page of its own kind."""
    quads = context.edition.store.raw.quads_for_pattern(NamedNode(iri), None, None, _MERGED)
    rows = sorted((compact(quad.predicate.value), _value(quad.object)) for quad in quads)
    return page(context, "anything", iri=iri, rows=rows)


def _value(term: object) -> tuple[str, str]:
    """Return the text of a term, and its page where it has one."""
    if isinstance(term, NamedNode):
        return compact(term.value), page_of(term.value)
    return str(getattr(term, "value", term)), ""
