"""All that a graph knows of one entity, as lines to read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import DefaultGraph, Literal, NamedNode

from kg.graph.labels import labels_for
from kg.graph.namespaces import KG, RDF, SKOS, local_name
from kg.graph.statements import StoredStatement, read_statement, statements_about
from kg.graph.store import GraphStore
from kg.query.names import find_entity

_MERGED = DefaultGraph()
_ORDER = ("actual", "planned", "possible", "alleged", "negated")
_QUOTE = 160


def describe_entity(graph: GraphStore, name: str, limit: int = 40) -> Iterator[str]:
    """Yield lines about an entity: names, class, identifiers, then its claims by status with their words.

    Raises the errors of `find_entity` for a name that stands for none or for several entities.
    """
    node = find_entity(graph, name)
    statements = _statements(graph, node)
    labels = labels_for(graph, _nodes(node, statements))
    yield labels.get(node.value, node.value)
    yield from _facts(graph, node)
    yield from _claims(statements[:limit], labels)
    if len(statements) > limit:
        yield f"… {len(statements) - limit} more claims; see them with --limit {len(statements)}"


def _nodes(node: NamedNode, statements: list[StoredStatement]) -> list[NamedNode]:
    iris = {node.value}
    for one in statements:
        iris |= {one.subject, *one.attributed_to, *([one.object] if one.object else [])}
    return [NamedNode(iri) for iri in sorted(iris)]


def _facts(graph: GraphStore, node: NamedNode) -> Iterator[str]:
    facts: dict[str, list[str]] = defaultdict(list)
    for quad in graph.raw.quads_for_pattern(node, None, None, _MERGED):
        if quad.predicate == RDF.type and isinstance(quad.object, NamedNode):
            facts["class"].append(local_name(quad.object.value))
        elif not isinstance(quad.object, Literal):
            continue
        elif quad.predicate == SKOS.altLabel:
            facts["also"].append(quad.object.value)
        elif quad.predicate not in (SKOS.prefLabel, *_STATED):
            facts[local_name(quad.predicate.value)].append(quad.object.value)
    yield f"  address: {node.value}"
    for key in sorted(facts, key=lambda k: (k not in ("class", "also"), k)):
        yield f"  {key}: {', '.join(sorted(set(facts[key])))}"


#: direct triples with a value: they are told with the claims
_STATED = tuple(
    KG(name)
    for name in (
        "sharePriceChange",
        "reports",
        "forecasts",
        "publishesResultsOn",
        "cutsJobs",
        "buysBackShares",
    )
)


def _statements(graph: GraphStore, node: NamedNode) -> list[StoredStatement]:
    statements = [read_statement(graph, one) for one in statements_about(graph, node.value)]
    return sorted(statements, key=lambda s: (_ORDER.index(s.status), s.predicate, s.subject, s.object or "", s.iri))


def _claims(statements: list[StoredStatement], labels: dict[str, str]) -> Iterator[str]:
    status = ""
    for one in statements:
        if one.status != status:
            status = one.status
            yield f"\n{status}"
        target = labels.get(one.object, one.object) if one.object else one.value or ""
        qualifiers = " ".join(f"{k}={v}" for k, v in one.qualifiers.items())
        yield f"  {labels.get(one.subject, one.subject)} {one.predicate} {target}  {qualifiers}".rstrip()
        sources = [labels.get(iri, iri) for iri in one.attributed_to] + list(one.unnamed_sources)
        if sources:
            yield f"      says {', '.join(sources)}"
        for quote in one.quotes[:1]:
            words = " ".join(quote.text.split())
            yield f"      «{words[:_QUOTE]}{'…' if len(words) > _QUOTE else ''}» {quote.article}"
