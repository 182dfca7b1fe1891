"""The picture's data: entities as nodes, claims between them as edges, values in the node's panel."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from pyoxigraph import DefaultGraph, Literal, NamedNode

from kg.graph.labels import labels_for
from kg.graph.namespaces import RDF, SCHEMA, SKOS, local_name
from kg.graph.statements import StoredStatement, read_statements
from kg.graph.store import GraphStore
from kg.query.names import find_entity

_MERGED = DefaultGraph()


@dataclass(frozen=True, slots=True)
class ViewOptions:
    """What the picture shows."""

    focus: str | None = None
    hops: int = 2
    predicates: Collection[str] = ()
    classes: Collection[str] = ()
    statuses: Collection[str] = ()
    min_sources: int = 1
    max_nodes: int = 150
    title: str = "newskg"


@dataclass(slots=True)
class Edge:
    """All claims of one predicate and status between two entities."""

    source: int
    target: int
    predicate: str
    status: str
    claims: list[int] = field(default_factory=list)
    articles: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Picture:
    """Nodes, edges and claims, ready for a page; ``left_out`` counts nodes beyond the limit."""

    nodes: list[dict[str, Any]]
    edges: list[Edge]
    claims: list[dict[str, Any]]
    articles: dict[str, dict[str, str]]
    left_out: int = 0


def project(graph: GraphStore, options: ViewOptions) -> Picture:
    """Return the picture of a graph.

    Raises the errors of ``find_entity`` for a focus that stands for no entity or for several.
    """
    statements = [s for s in read_statements(graph) if _wanted(s, options)]
    statements.sort(key=lambda s: s.iri)
    kept, left_out = _kept(graph, statements, options)
    statements = [s for s in statements if s.subject in kept and (s.object is None or s.object in kept)]
    return _Projector(graph, kept).picture(statements, left_out)


def _wanted(statement: StoredStatement, options: ViewOptions) -> bool:
    return (not options.predicates or statement.predicate in options.predicates) and (
        not options.statuses or statement.status in options.statuses
    )


def _kept(graph: GraphStore, statements: list[StoredStatement], options: ViewOptions) -> tuple[list[str], int]:
    """Return the entities to draw, most connected first, and how many are left out."""
    neighbours: dict[str, Counter[str]] = defaultdict(Counter)
    for one in statements:
        neighbours[one.subject].update([one.object] if one.object else [])
        if one.object:
            neighbours[one.object].update([one.subject])
    order = sorted(neighbours, key=lambda n: (-neighbours[n].total(), n))
    if options.focus:
        order = _around(find_entity(graph, options.focus).value, neighbours, options.hops)
    if options.classes:
        order = [n for n in order if _class(graph, n) in options.classes]
    connected = [n for n in order if neighbours[n]] or order
    return connected[: options.max_nodes], max(0, len(connected) - options.max_nodes)


def _around(start: str, neighbours: dict[str, Counter[str]], hops: int) -> list[str]:
    """Return the nodes within some hops of one, nearest first."""
    found, border = [start], [start]
    for _ in range(hops):
        border = sorted({n for node in border for n in neighbours[node]} - set(found))
        border.sort(key=lambda n: -neighbours[n].total())
        found += border
    return found


def _class(graph: GraphStore, iri: str) -> str:
    found = graph.raw.quads_for_pattern(NamedNode(iri), RDF.type, None, _MERGED)
    return min((local_name(q.object.value) for q in found if isinstance(q.object, NamedNode)), default="Organization")


class _Projector:
    """Turns statements into nodes, edges and claims with small integer ids: no text of an article is an id."""

    def __init__(self, graph: GraphStore, kept: Iterable[str]) -> None:
        self.graph = graph
        self.ids = {iri: number for number, iri in enumerate(kept)}
        self.labels = labels_for(graph, [NamedNode(iri) for iri in self.ids])
        self.articles: dict[str, dict[str, str]] = {}

    def picture(self, statements: list[StoredStatement], left_out: int) -> Picture:
        claims = [self._claim(s) for s in statements]
        edges: dict[tuple[int, int, str, str], Edge] = {}
        for number, one in enumerate(statements):
            if one.object is None:
                continue
            key = (self.ids[one.subject], self.ids[one.object], one.predicate, one.status)
            edge = edges.setdefault(key, Edge(*key))
            edge.claims.append(number)
            edge.articles.add(one.article)
        degrees = Counter(n for e in edges.values() for n in (e.source, e.target))
        nodes = [self._node(iri, number, degrees[number]) for iri, number in self.ids.items()]
        return Picture(nodes, list(edges.values()), claims, self.articles, left_out)

    def _node(self, iri: str, number: int, degree: int) -> dict[str, Any]:
        names = [q.object.value for q in self.graph.raw.quads_for_pattern(NamedNode(iri), SKOS.altLabel, None, _MERGED)
                 if isinstance(q.object, Literal)]  # fmt: skip
        return {
            "id": number,
            "name": self.labels.get(iri, iri),
            "class": _class(self.graph, iri),
            "iri": iri,
            "aliases": sorted(set(names))[:12],
            "degree": degree,
        }

    def _claim(self, one: StoredStatement) -> dict[str, Any]:
        sources = labels_for(self.graph, [NamedNode(iri) for iri in one.attributed_to])
        quote = one.quotes[0] if one.quotes else None
        if quote:
            self.articles.setdefault(quote.article, self._article(quote.article))
        return {
            "s": self.ids[one.subject],
            "p": one.predicate,
            "o": None if one.object is None else self.ids[one.object],
            "v": one.value,
            "status": one.status,
            "q": dict(one.qualifiers),
            "by": [sources.get(iri, iri) for iri in one.attributed_to] + list(one.unnamed_sources),
            "text": quote.text if quote else "",
            "trigger": [quote.trigger_start - quote.start, quote.trigger_end - quote.start] if quote else [0, 0],
            "article": quote.article if quote else "",
            "confidence": one.confidence,
        }

    def _article(self, iri: str) -> dict[str, str]:
        facts = {"headline": SCHEMA.headline, "published": SCHEMA.datePublished}
        found = {name: self._literal(iri, node) for name, node in facts.items()}
        for quad in self.graph.raw.quads_for_pattern(NamedNode(iri), SCHEMA.publisher, None, _MERGED):
            if isinstance(quad.object, NamedNode):
                found["publisher"] = self._literal(quad.object.value, SCHEMA("name"))
        return {name: value for name, value in found.items() if value}

    def _literal(self, iri: str, node: NamedNode) -> str:
        quads = self.graph.raw.quads_for_pattern(NamedNode(iri), node, None, _MERGED)
        return min((q.object.value for q in quads if isinstance(q.object, Literal)), default="")
