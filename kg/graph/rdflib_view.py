"""A graph as an rdflib store, without a copy: for programs written for rdflib.

Patterns and SPARQL go to the graph itself, so queries take as long as the graph takes, not as rdflib's engine
would. It is for reading only.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from typing import Any

import rdflib
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, QueryBoolean, QuerySolutions
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.query import Result
from rdflib.store import Store

from kg.graph.namespaces import PREFIXES
from kg.graph.store import GraphStore, ReadOnlyError
from kg.graph.to_rdflib import rdflib_term

Term = NamedNode | BlankNode | Literal
Pattern = tuple[Any, Any, Any]


def rdflib_view(graph: GraphStore) -> rdflib.Dataset:
    """Return a graph as a dataset of rdflib that reads it in place; the merged graph is its default graph."""
    return rdflib.Dataset(store=GraphView(graph))


def oxigraph_term(term: rdflib.term.Node) -> Term:
    """Return a term of rdflib as Oxigraph has it.

    Raises:
        TypeError: it is something else, a variable or a graph for instance.

    >>> oxigraph_term(rdflib.Literal("Müller", lang="de"))
    <Literal value=Müller language=de>
    """
    if isinstance(term, rdflib.URIRef):
        return NamedNode(str(term))
    if isinstance(term, rdflib.BNode):
        return BlankNode(str(term))
    if not isinstance(term, rdflib.Literal):
        raise TypeError(f"Oxigraph has no term for {term!r}")
    if term.language:
        return Literal(str(term), language=term.language)
    return Literal(str(term), datatype=NamedNode(str(term.datatype)) if term.datatype else None)


class GraphView(Store):
    """The quads of a graph, as rdflib asks for them."""

    context_aware = True
    graph_aware = True
    transaction_aware = False

    def __init__(self, graph: GraphStore) -> None:
        super().__init__()
        self._graph = graph
        self._prefixes: dict[str, rdflib.URIRef] = {name: rdflib.URIRef(iri) for name, iri in PREFIXES.items()}

    # ---- reading ----

    def triples(
        self, triple_pattern: Pattern, context: rdflib.Graph | None = None
    ) -> Iterator[tuple[Pattern, Iterator[rdflib.Graph | None]]]:
        """Yield the triples that fit, each with the graph asked for; without one, those of the merged graph."""
        for quad in self._matching(triple_pattern, _graph_name(context)):
            triple = (rdflib_term(quad.subject), rdflib_term(quad.predicate), rdflib_term(quad.object))
            yield triple, iter((context,))

    def contexts(self, triple: Pattern | None = None) -> Generator[rdflib.Graph, None, None]:
        """Yield the graphs, or those that hold a triple."""
        if triple is None:
            names = iter(self._graph.raw.named_graphs())
        else:
            names = (quad.graph_name for quad in self._matching(triple, None)
                     if not isinstance(quad.graph_name, DefaultGraph))  # fmt: skip
        for name in names:
            yield rdflib.Graph(self, rdflib.URIRef(name.value))

    def __len__(self, context: rdflib.Graph | None = None) -> int:
        return sum(1 for _ in self._matching((None, None, None), _graph_name(context)))

    def query(
        self,
        query: Any,
        initNs: Mapping[str, Any],
        initBindings: Mapping[str, rdflib.term.Identifier],
        queryGraph: str,
        **_: Any,
    ) -> Result:
        """Answer SPARQL text by the graph itself; prepared queries and bindings are left to rdflib's engine."""
        if not isinstance(query, str) or initBindings:
            raise NotImplementedError("prepared queries and bindings are answered by rdflib's engine")
        prefixes = {**{name: str(iri) for name, iri in self._prefixes.items()},
                    **{name: str(iri) for name, iri in initNs.items()}}  # fmt: skip
        merged = queryGraph in ("__UNION__", DATASET_DEFAULT_GRAPH_ID)
        graph = DefaultGraph() if merged else NamedNode(str(queryGraph))
        return _result(self._graph.raw.query(query, prefixes=prefixes, default_graph=graph))

    # ---- prefixes ----

    def bind(self, prefix: str, namespace: rdflib.URIRef, override: bool = True) -> None:
        """Remember a prefix."""
        if override or prefix not in self._prefixes:
            self._prefixes[prefix] = namespace

    def prefix(self, namespace: rdflib.URIRef) -> str | None:
        """Return the prefix of a namespace."""
        return next((name for name, iri in self._prefixes.items() if iri == namespace), None)

    def namespace(self, prefix: str) -> rdflib.URIRef | None:
        """Return the namespace of a prefix."""
        return self._prefixes.get(prefix)

    def namespaces(self) -> Iterator[tuple[str, rdflib.URIRef]]:
        """Yield the prefixes with their namespaces."""
        yield from list(self._prefixes.items())

    # ---- what a view refuses ----

    def add(self, triple: Any, context: Any, quoted: bool = False) -> None:
        """Refuse; raises ReadOnlyError."""
        raise ReadOnlyError("this is a view of a graph; copy it with to_rdflib() to change it")

    def addN(self, quads: Any) -> None:
        """Refuse; raises ReadOnlyError."""
        self.add(None, None)

    def remove(self, triple: Any, context: Any = None) -> None:
        """Refuse; raises ReadOnlyError."""
        self.add(triple, context)

    def add_graph(self, graph: Any) -> None:
        """Do nothing: every graph that has a name here has triples."""

    # ---- inside ----

    def _matching(self, pattern: Pattern, graph: NamedNode | BlankNode | DefaultGraph | None) -> Iterator[Quad]:
        terms = [None if term is None else oxigraph_term(term) for term in pattern]
        if isinstance(terms[0], Literal) or isinstance(terms[1], (Literal, BlankNode)):
            return iter(())
        return iter(self._graph.raw.quads_for_pattern(terms[0], terms[1], terms[2], graph))


def _graph_name(context: rdflib.Graph | None) -> NamedNode | BlankNode | DefaultGraph:
    if context is None or context.identifier == DATASET_DEFAULT_GRAPH_ID:
        return DefaultGraph()
    name = oxigraph_term(context.identifier)
    return DefaultGraph() if isinstance(name, (Literal, BlankNode)) else name


def _result(answer: Any) -> Result:
    if isinstance(answer, QueryBoolean):
        result = Result("ASK")
        result.askAnswer = bool(answer)
        return result
    if isinstance(answer, QuerySolutions):
        result = Result("SELECT")
        result.vars = [rdflib.Variable(variable.value) for variable in answer.variables]
        names = [variable.value for variable in answer.variables]
        rows: list[Any] = [
            {rdflib.Variable(name): rdflib_term(row[name]) for name in names if row[name] is not None} for row in answer
        ]
        result.bindings = rows
        return result
    result = Result("CONSTRUCT")
    result.graph = rdflib.Graph()
    for triple in answer:
        result.graph.add((rdflib_term(triple.subject), rdflib_term(triple.predicate), rdflib_term(triple.object)))
    return result
