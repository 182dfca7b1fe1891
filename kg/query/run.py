"""Answer a query: a named one, a file, or SPARQL as it was typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from pyoxigraph import (
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from kg.graph.labels import labels_for
from kg.graph.namespaces import PREFIXES
from kg.graph.remote import PATIENCE, EndpointTimeoutError, RemoteStore
from kg.graph.store import GraphStore
from kg.query.child import Labels
from kg.query.errors import QueryError, QuerySyntaxError, QueryTimeoutError, ServiceRefusedError
from kg.query.isolated import LABEL_FUNCTIONS, Limits, Question, ask
from kg.query.library import NamedQuery, QueryLibrary
from kg.query.parameters import bind
from kg.query.result import Result, Triples

Answer = QuerySolutions | QueryBoolean | QueryTriples | list[Triple]
T = TypeVar("T")

_NAME = re.compile(r"[\w-]+")
#: SERVICE with what can follow it. The parser takes keywords without spaces around them, so a word that
#: merely ends in "service" before an IRI is refused with it: better that than a way around.
_SERVICE = re.compile(r"(?<![:?$])service(\s|#.*\n)*(silent(\s|#.*\n)*)?([<?$]|[\w.-]*:)", re.IGNORECASE)


def run(
    graph: GraphStore,
    query: str | NamedQuery,
    parameters: Mapping[str, object] | None = None,
    *,
    library: QueryLibrary | None = None,
    limit: int | None = None,
    timeout: float | None = None,
    limits: Limits | None = None,
) -> Result | Triples:
    """Answer a query over the merged graph.

    ``query`` is a name in the library, the path of an ``.rq`` file, or SPARQL; common prefixes are known.
    At most ``limit`` rows come back. With ``timeout`` (seconds), or ``limits`` of memory and size too, the
    query runs in a process of its own, which is ended at the limit; that takes a graph in a folder.

    Raises:
        QueryError: the query, a parameter or the time is at fault; the subclasses say which.
    """
    named = query if isinstance(query, NamedQuery) else find_query(query, library)
    check(named.sparql)
    sparql = bind(graph, named, parameters or {})
    try:
        answer = _answer(graph, sparql, limits or Limits(seconds=timeout))
        return _collected(graph, answer, limit)
    except SyntaxError as error:
        raise QuerySyntaxError.from_parser(sparql, str(error)) from error
    except (RuntimeError, OSError) as error:
        raise QueryError(f"the query failed: {error}") from error


def find_query(query: str, library: QueryLibrary | None = None) -> NamedQuery:
    """Return the query that a name, a path or SPARQL text stands for.

    Raises:
        UnknownQueryError: it looks like a name, and the library has no such query.
        QueryFileError: the file's comments cannot be read.
    """
    text = query.strip()
    if _NAME.fullmatch(text):
        return (library or QueryLibrary.shipped())[text]
    if text.endswith(".rq") and "\n" not in text:
        try:
            return NamedQuery.read(Path(text))
        except OSError as error:
            raise QueryError(f"cannot read {text}: {error.strerror}") from error
    return NamedQuery.parse("this query", query)


def check(sparql: str) -> None:
    """Refuse a query that would use the network; raises ServiceRefusedError."""
    if _SERVICE.search(sparql):
        raise ServiceRefusedError


def _answer(graph: GraphStore, sparql: str, limits: Limits) -> Answer:
    if graph.remote is not None:
        return _answer_from_afar(graph.remote, sparql, limits)
    if limits == Limits():
        return graph.raw.query(sparql, prefixes=PREFIXES, custom_functions=_functions(graph))
    snapshot = graph.snapshot
    if snapshot is None:
        raise QueryError("a timeout needs a graph in a folder; this one is in memory only")
    answered = ask(snapshot, Question(sparql), limits)
    with answered.body as body:
        if answered.is_triples:
            return [quad.triple for quad in parse(body.read(), format=RdfFormat.N_TRIPLES)]
        return parse_query_results(body.read(), format=QueryResultsFormat.JSON)


def _functions(graph: GraphStore) -> dict[NamedNode, Callable[..., Any]]:
    return {NamedNode(iri): Labels(graph.raw, properties) for iri, properties in LABEL_FUNCTIONS.items()}


def _answer_from_afar(remote: RemoteStore, sparql: str, limits: Limits) -> Answer:
    """Ask an endpoint; the time is that until its answer is given up, whatever it goes on doing."""
    try:
        return remote.query(sparql, prefixes=PREFIXES, timeout=limits.seconds or PATIENCE)
    except EndpointTimeoutError as error:
        raise QueryTimeoutError(error.seconds) from error


def _collected(graph: GraphStore, answer: Answer, limit: int | None) -> Result | Triples:
    if isinstance(answer, QueryBoolean):
        return Result(("answer",), [(Literal(bool(answer)),)], is_boolean=True)
    if isinstance(answer, QuerySolutions):
        columns = tuple(variable.value for variable in answer.variables)
        terms, more = _first((tuple(solution) for solution in answer), limit)
        return Result(columns, terms, labels_for(graph, (term for row in terms for term in row)), more)
    return Triples(*_first(answer, limit))


def _first(items: Iterable[T], limit: int | None) -> tuple[list[T], bool]:
    """Return at most ``limit`` items, and whether there were more."""
    if limit is None:
        return list(items), False
    taken = list(islice(items, limit + 1))
    return taken[:limit], len(taken) > limit
