"""Which claims and which entities a picture shows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.graph.bulk import all_statements
from kg.graph.statements import StoredStatement
from kg.graph.store import GraphStore
from kg.graph.vocabulary import shipped_vocabulary
from kg.query.names import find_entity
from kg.views import facts
from kg.views.chosen import choose
from kg.views.options import ViewOptions
from kg.views.picture import Article

Neighbours = Mapping[str, Counter[str]]


@dataclass(frozen=True, slots=True)
class Selection:
    """Entities and statements to draw."""

    #: addresses, the most important first
    entities: tuple[str, ...]
    #: sorted by what they say, then by date and article
    statements: tuple[StoredStatement, ...]
    #: the articles of these statements, by address
    articles: Mapping[str, Article]
    #: number of entities that were too many
    left_out: int
    focus: str | None


def select(graph: GraphStore, options: ViewOptions) -> Selection:
    """Return what the options ask for.

    Raises QueryError where the query is at fault, or the focus stands for no entity or for several.
    """
    focus = find_entity(graph, options.focus).value if options.focus else None
    chosen = choose(graph, options.query, options) if options.query else None
    pool = chosen.statements if chosen else (one for one in all_statements(graph) if one.article)
    wanted = [one for one in pool if _wanted(one, options)]
    articles = {iri: _article(graph, iri) for iri in sorted({one.article for one in wanted})}
    wanted = [one for one in wanted if _dated(articles[one.article], options)]
    wanted = list(_told_often(wanted, articles, options.min_sources))
    ranked = _ranked(graph, wanted, focus, options)
    if chosen and not focus and not options.classes:
        ranked = list(dict.fromkeys([*ranked, *chosen.entities]))
    kept = ranked[: options.max_nodes]
    drawn = set(kept)
    shown = [one for one in wanted if {one.subject, one.object or one.subject} <= drawn]
    shown.sort(key=lambda one: (meaning(one), articles[one.article].published, one.iri))
    used = {one.article for one in shown}
    sources = {iri: article for iri, article in articles.items() if iri in used}
    return Selection(tuple(kept), tuple(shown), sources, len(ranked) - len(kept), focus)


def meaning(one: StoredStatement) -> tuple[str, str, str, str]:
    """Return what a statement says; equal for statements that say the same, whoever makes them."""
    ends = one.subject, one.object or one.value or ""
    known = shipped_vocabulary().predicates.get(one.predicate)
    if one.object and known and known.symmetric:
        ends = min(ends), max(ends)
    return ends[0], one.predicate, ends[1], one.status


def _wanted(one: StoredStatement, options: ViewOptions) -> bool:
    by_predicate = not options.predicates or one.predicate in options.predicates
    return by_predicate and (not options.statuses or one.status in options.statuses)


def _article(graph: GraphStore, iri: str) -> Article:
    """Return the source of a claim; a relation that a query made has none."""
    return facts.article(graph, iri) if iri else Article("", "", "", "", "", "")


def _dated(article: Article, options: ViewOptions) -> bool:
    since = options.since.isoformat() if options.since else ""
    until = options.until.isoformat() if options.until else ""
    if not since and not until:
        return True
    return bool(article.published) and since <= article.published and article.published <= (until or "9999")


def _told_often(
    statements: Iterable[StoredStatement], articles: Mapping[str, Article], least: int
) -> Iterator[StoredStatement]:
    """Yield the statements that at least so many independent articles make."""
    told: dict[tuple[str, str, str, str], list[StoredStatement]] = defaultdict(list)
    for one in statements:
        told[meaning(one)].append(one)
    for same in told.values():
        if len({articles[one.article].original for one in same}) >= least:
            yield from same


def _ranked(
    graph: GraphStore, statements: Iterable[StoredStatement], focus: str | None, options: ViewOptions
) -> list[str]:
    """Return the entities of the statements: around a focus the nearest first, else the most connected."""
    neighbours = _neighbours(statements)

    def order(iri: str) -> tuple[int, str]:
        return -neighbours[iri].total(), iri

    ranked = _around(focus, neighbours, options.hops, order) if focus else sorted(neighbours, key=order)
    if not options.classes:
        return ranked
    wanted, above = set(options.classes), shipped_vocabulary().ancestors
    return [iri for iri in ranked if iri == focus or wanted & above(facts.class_of(graph, iri))]


def _neighbours(statements: Iterable[StoredStatement]) -> Neighbours:
    neighbours: dict[str, Counter[str]] = defaultdict(Counter)
    for one in statements:
        neighbours[one.subject].update([one.object] if one.object else [])
        if one.object:
            neighbours[one.object].update([one.subject])
    return neighbours


def _around(start: str, neighbours: Neighbours, hops: int, order: Callable[[str], tuple[int, str]]) -> list[str]:
    """Return the entities within some relations of one, the nearest first."""
    found, border = [start], {start}
    for _ in range(hops):
        border = {near for iri in border for near in neighbours.get(iri, ())}.difference(found)
        found += sorted(border, key=order)
    return found
