"""The graph as a network of entities, for networkx."""

from __future__ import annotations

from collections.abc import Collection

import networkx as nx
from pyoxigraph import DefaultGraph, Literal, NamedNode

from kg.graph.labels import labels_for
from kg.graph.namespaces import KG, RDF, local_name
from kg.graph.statements import StoredStatement, read_statements
from kg.graph.store import GraphStore

_MERGED = DefaultGraph()


def to_networkx(graph: GraphStore, *, status: Collection[str] = ("actual",)) -> nx.MultiDiGraph[str]:
    """Return entities as nodes, and an edge for every relation of one of the given status.

    Nodes are IRIs with ``label``, ``type`` and ``country``. An edge stands for all statements that agree
    in subject, predicate, object and status: ``predicate``, ``status``, ``articles`` (how many say so),
    ``confidence`` (of the surest) and the first ``quote``.
    """
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    told: dict[tuple[str, str, str, str], list[StoredStatement]] = {}
    for one in read_statements(graph):
        if one.object is not None and one.status in status:
            told.setdefault((one.subject, one.predicate, one.object, one.status), []).append(one)
    for iri in sorted({end for subject, _, object_, _ in told for end in (subject, object_)}):
        network.add_node(iri, **_node_facts(graph, NamedNode(iri)))
    for (subject, predicate, object_, kind), statements in sorted(told.items()):
        network.add_edge(subject, object_, predicate=predicate, status=kind, **_edge_facts(statements))
    return network


def _node_facts(graph: GraphStore, node: NamedNode) -> dict[str, str]:
    facts = {"label": labels_for(graph, [node]).get(node.value, node.value)}
    for name, property_ in (("type", RDF.type), ("country", KG.country)):
        terms = (quad.object for quad in graph.raw.quads_for_pattern(node, property_, None, _MERGED))
        values = sorted(local_name(term.value) for term in terms if isinstance(term, (NamedNode, Literal)))
        facts |= {name: values[0]} if values else {}
    return facts


def _edge_facts(statements: list[StoredStatement]) -> dict[str, str | int | float]:
    quotes = sorted(quote for one in statements for quote in one.quotes)
    return {
        "articles": len({one.article for one in statements}),
        "confidence": max(one.confidence for one in statements),
        "quote": quotes[0].text if quotes else "",
    }
