"""What the graph says of one IRI, as triples."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from pyoxigraph import DefaultGraph, NamedNode, Triple

from kg.graph.namespaces import OA, RDF
from kg.graph.statements import statements_about
from kg.graph.store import GraphStore

_MERGED = DefaultGraph()
#: triples of one description; a class has as many members as there are entities
_MOST = 50_000


def describe(graph: GraphStore, iri: str) -> list[Triple]:
    """Return the triples that make up an article, a claim with its evidence, or an entity with its claims."""
    found = _article(graph, iri) if iri in graph else _thing(graph, NamedNode(iri))
    return list(dict.fromkeys(islice(found, _MOST)))


def _article(graph: GraphStore, iri: str) -> Iterator[Triple]:
    return (quad.triple for quad in graph.quads(iri))


def _thing(graph: GraphStore, node: NamedNode) -> Iterator[Triple]:
    yield from _with_evidence(graph, node)
    for quad in graph.raw.quads_for_pattern(None, None, node, _MERGED):
        if quad.predicate not in (RDF.subject, RDF.object):
            yield quad.triple
    for statement in statements_about(graph, node.value):
        yield from _with_evidence(graph, statement)


def _with_evidence(graph: GraphStore, node: NamedNode) -> Iterator[Triple]:
    """Yield what is said of a node, and of the words that carry it where it is a claim."""
    for quad in graph.raw.quads_for_pattern(node, None, None, _MERGED):
        yield quad.triple
        if quad.predicate in (OA.hasTarget, OA.hasSelector) and isinstance(quad.object, NamedNode):
            yield from _with_evidence(graph, quad.object)
