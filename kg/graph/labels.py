"""Names for what stands in a result."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import DefaultGraph, Literal, NamedNode

from kg.graph.namespaces import KG, SCHEMA, SKOS, local_name
from kg.graph.store import GraphStore

_MERGED = DefaultGraph()


def labels_for(graph: GraphStore, terms: Iterable[object]) -> dict[str, str]:
    """Return IRI → name for the entities and publishers among the terms, and short names of the vocabulary's.

    Predicates, classes and status keep the names that queries use: partnersWith, Company, actual.
    """
    nodes = {term for term in terms if isinstance(term, NamedNode)}
    graph.prefetch(node for node in nodes if not node.value.startswith(KG) and node.value not in graph.names)
    known = graph.names
    for node in nodes:
        if node.value not in known:
            known[node.value] = _label(graph, node)
    return {node.value: label for node in nodes if (label := known[node.value])}


def _label(graph: GraphStore, node: NamedNode) -> str | None:
    if node.value.startswith(KG):
        return local_name(node.value)
    for property_ in (SKOS.prefLabel, SCHEMA.name):
        quads = graph.raw.quads_for_pattern(node, property_, None, _MERGED)
        names = [quad.object.value for quad in quads if isinstance(quad.object, Literal)]
        if names:
            return min(names)
    return None
