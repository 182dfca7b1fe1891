"""How a query is understood: its parts as a tree, each pattern with the number of triples that fit it alone."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from typing import Any

from rdflib import BNode, URIRef
from rdflib.paths import Path as PropertyPath
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.term import Node

from kg.graph.namespaces import PREFIXES, compact
from kg.graph.store import GraphStore
from kg.query.library import NamedQuery, QueryLibrary
from kg.query.parameters import bind
from kg.query.run import check, find_query, run

#: parts of the algebra that say nothing to a reader
_SILENT = frozenset({"SelectQuery", "AskQuery", "ConstructQuery", "DescribeQuery", "ToMultiSet", "AggregateJoin"})


def explain(
    graph: GraphStore,
    query: str | NamedQuery,
    parameters: Mapping[str, object] | None = None,
    library: QueryLibrary | None = None,
) -> Iterator[str]:
    """Yield lines about a query: its text with the parameters in place, its parts, and how long it takes.

    A query is slow where patterns with many triples share no variable, or meet late: look for large numbers.

    Raises:
        QueryError: as `kg.query.run.run` does.
    """
    named = query if isinstance(query, NamedQuery) else find_query(query, library)
    check(named.sparql)
    sparql = bind(graph, named, parameters or {})
    began = time.perf_counter()
    answer = run(graph, NamedQuery(named.name, sparql))
    seconds = time.perf_counter() - began
    yield from (line for line in sparql.splitlines() if not line.startswith("#"))
    yield ""
    yield from _tree(graph, prepareQuery(sparql, initNs=PREFIXES).algebra)
    yield ""
    yield f"{len(answer)} rows in {seconds:.3f} s"


def _tree(graph: GraphStore, part: Any, depth: int = 0, within: str = "{}") -> Iterator[str]:
    """Yield a part of a query with what is inside it; ``within`` is the GRAPH it stands in."""
    if not isinstance(part, CompValue):
        return
    if part.name == "Graph":
        within = f"GRAPH {part.term.n3()} {{{{ {within} }}}}"
    if part.name not in _SILENT:
        yield f"{'  ' * depth}{part.name}{_details(part)}"
        depth += 1
    if part.name == "BGP":
        for triple in part.triples:
            yield f"{'  ' * depth}{_pattern(triple)}  {_fitting(graph, triple, within)}"
    for name in ("p", "p1", "p2"):
        yield from _tree(graph, part.get(name), depth, within)


def _details(part: CompValue) -> str:
    if part.name == "Project":
        return " " + " ".join(variable.n3() for variable in part.PV)
    if part.name == "Extend":
        return f" {part.var.n3()}"
    if part.name == "Slice":
        return f" {part.start or 0} to {(part.start or 0) + part.length if part.length else 'the end'}"
    if part.name == "values":
        return f" {len(part.res)} rows"
    return f" {part.term.n3()}" if part.name == "Graph" else ""


def _pattern(triple: tuple[Any, Any, Any]) -> str:
    return " ".join(_shown(term) for term in triple)


def _shown(term: Any) -> str:
    if isinstance(term, URIRef):
        short = compact(str(term))
        return short if short != str(term) else term.n3()
    if isinstance(term, PropertyPath):
        return "a path"
    return f"?{term}" if isinstance(term, BNode) else str(term.n3())


def _fitting(graph: GraphStore, triple: tuple[Any, Any, Any], within: str) -> str:
    """Return the number of triples that fit a pattern by itself."""
    if not all(isinstance(term, Node) for term in triple):
        return ""
    terms = (f"?b{term}" if isinstance(term, BNode) else str(term.n3()) for term in triple)
    (row,) = graph.select(f"SELECT (COUNT(*) AS ?n) {{ {within.format(' '.join(terms))} }}")
    return str(getattr(row["n"], "value", ""))
