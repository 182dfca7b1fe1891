"""Count what a graph holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from pyoxigraph import QuerySolution

from kg.graph.namespaces import VOCABULARY_GRAPH, local_name
from kg.graph.store import GraphStore

_STATEMENTS_BY = """SELECT ?key (COUNT(?statement) AS ?count) {{
?statement a kg:Statement ; {property} ?key }}
GROUP BY ?key ORDER BY DESC(?count) ?key"""
_ENTITIES_BY_CLASS = """SELECT ?key (COUNT(DISTINCT ?entity) AS ?count) {
?entity a ?key . ?key a owl:Class FILTER(?key NOT IN (kg:Statement, kg:Status)) }
GROUP BY ?key ORDER BY DESC(?count) ?key"""
_FACTS = """SELECT (COUNT(*) AS ?count) { VALUES ?kind { kg:entityRelation kg:valueRelation }
?relation rdfs:subPropertyOf+ ?kind . ?subject ?relation ?object }"""
_DAYS = "SELECT (MIN(?day) AS ?first) (MAX(?day) AS ?last) { ?article schema:datePublished ?day }"


@dataclass(frozen=True, slots=True)
class Stats:
    """The size of a graph; counts by name, the largest first."""

    articles: int
    statements: int
    #: plain triples between entities, or of entity and value
    facts: int
    entities: int
    #: quads of the article graphs; the merged graph is not counted again
    quads: int
    #: ISO days of the oldest and the newest article; None where no article has a date
    first_published: str | None
    last_published: str | None
    by_status: Mapping[str, int]
    by_predicate: Mapping[str, int]
    by_class: Mapping[str, int]

    def to_dict(self) -> dict[str, object]:
        """Return the counts for JSON."""
        return asdict(self)

    def __str__(self) -> str:
        """Return a summary in lines."""
        span = f", {self.first_published} to {self.last_published}" if self.first_published else ""
        lines = [
            f"{self.articles} articles{span}",
            f"{self.statements} statements: {_listed(self.by_status)}",
            f"{self.facts} facts, {self.quads} quads",
            f"{self.entities} entities: {_listed(self.by_class)}",
            f"predicates: {_listed(self.by_predicate)}",
        ]
        return "\n".join(line.removesuffix(": ") for line in lines)


def stats(graph: GraphStore) -> Stats:
    """Count what the graph holds."""
    by_status = _counts(graph, _STATEMENTS_BY.format(property="kg:status"))
    by_class = _counts(graph, _ENTITIES_BY_CLASS)
    (days,) = graph.select(_DAYS)
    (facts,) = graph.select(_FACTS)
    iris = list(graph.articles())
    vocabulary = sum(1 for _ in graph.quads(VOCABULARY_GRAPH.value))
    merged = sum(1 for _ in graph.quads())
    return Stats(
        articles=len(iris),
        statements=sum(by_status.values()),
        facts=int(_text(facts, "count") or 0),
        entities=sum(by_class.values()),
        quads=len(graph) - merged - vocabulary,
        first_published=_text(days, "first"),
        last_published=_text(days, "last"),
        by_status=by_status,
        by_predicate=_counts(graph, _STATEMENTS_BY.format(property="rdf:predicate")),
        by_class=by_class,
    )


def _counts(graph: GraphStore, sparql: str) -> dict[str, int]:
    rows = ((_text(row, "key"), _text(row, "count")) for row in graph.select(sparql))
    return {local_name(key): int(count) for key, count in rows if key and count}


def _text(row: QuerySolution, name: str) -> str | None:
    term = row[name]
    return getattr(term, "value", None)


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {name}" for name, count in counts.items())
