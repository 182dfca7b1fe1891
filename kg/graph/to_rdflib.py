"""From Oxigraph's terms to rdflib's, for those who work with rdflib."""

from __future__ import annotations

from collections.abc import Iterable

import rdflib
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from kg.graph.namespaces import PREFIXES, XSD


def rdflib_term(term: NamedNode | BlankNode | Literal | Triple) -> rdflib.term.Node:
    """Return a term as rdflib has it.

    Raises:
        TypeError: rdflib has no place for a triple inside a triple.

    >>> rdflib_term(Literal("Müller", language="de"))
    rdflib.term.Literal('Müller', lang='de')
    """
    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, BlankNode):
        return rdflib.BNode(term.value)
    if not isinstance(term, Literal):
        raise TypeError(f"rdflib has no term for {term}")
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    datatype = None if term.datatype == XSD.string else rdflib.URIRef(term.datatype.value)
    return rdflib.Literal(term.value, datatype=datatype)


def rdflib_graph(quads: Iterable[Quad]) -> rdflib.Graph:
    """Return the triples of quads as one graph in memory."""
    graph = rdflib.Graph()
    _bind(graph)
    for quad in quads:
        graph.add((rdflib_term(quad.subject), rdflib_term(quad.predicate), rdflib_term(quad.object)))
    return graph


def rdflib_dataset(quads: Iterable[Quad]) -> rdflib.Dataset:
    """Return quads as a dataset in memory, the merged graph as its default graph."""
    dataset = rdflib.Dataset()
    _bind(dataset)
    for quad in quads:
        triple = (rdflib_term(quad.subject), rdflib_term(quad.predicate), rdflib_term(quad.object))
        dataset.graph(_graph_name(quad)).add(triple)
    return dataset


def _graph_name(quad: Quad) -> rdflib.term.IdentifiedNode:
    if isinstance(quad.graph_name, DefaultGraph):
        return DATASET_DEFAULT_GRAPH_ID
    return rdflib.URIRef(quad.graph_name.value)


def _bind(graph: rdflib.Graph) -> None:
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
