"""A graph behind a SPARQL 1.1 endpoint, read as an embedded store is.

`RemoteStore` offers the reading methods of `pyoxigraph.Store` over the SPARQL protocol, so that whatever reads a
graph reads it here too. What is known of a node is asked once and remembered; `prefetch` asks for many at once.
The endpoint must hold the merged graph as its default graph and the articles as named graphs, which is what loading
the output of ``kg export nquads`` gives.
"""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import IO, Any

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Store,
    Triple,
    parse,
    parse_query_results,
    serialize,
)

Node = NamedNode | BlankNode | Literal | Triple
Graph = NamedNode | BlankNode | DefaultGraph

#: seconds until an endpoint that does not answer is given up, where nothing else is asked for
PATIENCE = 300.0
#: nodes asked for at once
BATCH = 300
#: nodes whose triples are remembered
_REMEMBERED = 50_000
#: the endpoint takes the one that fits the form of the query
_ACCEPTED = "application/sparql-results+json, application/n-triples"


class EndpointError(RuntimeError):
    """An endpoint cannot be reached, or does not answer a query."""

    def __init__(self, url: str, problem: str) -> None:
        super().__init__(f"{url}: {problem}")
        self.url = url
        self.problem = problem


class EndpointTimeoutError(EndpointError):
    """An endpoint did not answer in time."""

    def __init__(self, url: str, seconds: float) -> None:
        super().__init__(url, f"no answer within {seconds:g} s")
        self.seconds = seconds


class RemoteStore:
    """The reading side of a store, over the SPARQL 1.1 protocol."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._known: dict[Node, list[Quad]] = {}

    def __len__(self) -> int:
        return self._count("SELECT (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }")

    def __iter__(self) -> Iterator[Quad]:
        yield from self.quads_for_pattern(None, None, None, DefaultGraph())
        for row in self._rows("SELECT ?s ?p ?o ?g { GRAPH ?g { ?s ?p ?o } }"):
            yield Quad(row["s"], row["p"], row["o"], row["g"])

    def query(
        self, query: str, *, prefixes: Mapping[str, str] | None = None, timeout: float = PATIENCE
    ) -> QuerySolutions | QueryBoolean | list[Triple]:
        """Answer a query.

        Raises:
            SyntaxError: it is no SPARQL.
            EndpointTimeoutError: there is no answer within ``timeout`` seconds.
            EndpointError: the endpoint cannot be reached or refuses.
        """
        # on one line with the query, so that the lines of an error message count as the user's do
        declared = " ".join(f"PREFIX {name}: <{iri}>" for name, iri in (prefixes or {}).items())
        try:
            kind, body = self._ask(f"{declared} {query}", timeout)
        except EndpointError:
            _check_syntax(query, prefixes)
            raise
        if "n-triples" in kind:
            return [quad.triple for quad in parse(body, format=RdfFormat.N_TRIPLES)]
        return self._read(body)

    def quads_for_pattern(
        self, subject: Node | None, predicate: Node | None, object: Node | None, graph_name: Graph | None = None
    ) -> Iterator[Quad]:
        """Yield the quads that fit; None fits everything."""
        if subject is not None and graph_name == DefaultGraph():
            if subject not in self._known:
                self.prefetch([subject])
            return (quad for quad in self._known[subject]
                    if predicate in (None, quad.predicate) and object in (None, quad.object))  # fmt: skip
        return self._matching(subject, predicate, object, graph_name)

    def prefetch(self, nodes: Iterable[Node]) -> None:
        """Ask for the triples of many nodes at once, and remember them."""
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        wanted = iter(dict.fromkeys(node for node in nodes if isinstance(node, NamedNode) and node not in self._known))
        while batch := list(islice(wanted, BATCH)):
            found: dict[Node, list[Quad]] = {node: [] for node in batch}
            values = " ".join(map(str, batch))
            for row in self._rows(f"SELECT ?s ?p ?o {{ VALUES ?s {{ {values} }} ?s ?p ?o }}"):
                found[row["s"]].append(Quad(row["s"], row["p"], row["o"]))
            self._known |= found

    def named_graphs(self) -> Iterator[NamedNode]:
        """Yield the names of the graphs."""
        return (row["g"] for row in self._rows("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"))

    def contains_named_graph(self, graph_name: NamedNode) -> bool:
        """Tell whether there is a graph of that name."""
        return bool(self.query(f"ASK {{ GRAPH {graph_name} {{ ?s ?p ?o }} }}"))

    def dump(
        self,
        output: IO[bytes],
        format: RdfFormat,
        *,
        from_graph: Graph | None = None,
        prefixes: Mapping[str, str] | None = None,
    ) -> None:
        """Write one graph, or all of them."""
        quads = self if from_graph is None else self.quads_for_pattern(None, None, None, from_graph)
        if from_graph is None:
            serialize(quads, output, format, prefixes=dict(prefixes or {}))
        else:
            serialize((quad.triple for quad in quads), output, format, prefixes=dict(prefixes or {}))

    # ---- inside ----

    def _matching(
        self, subject: Node | None, predicate: Node | None, object_: Node | None, graph: Graph | None
    ) -> Iterator[Quad]:
        given = {"s": subject, "p": predicate, "o": object_}
        asked = " ".join(f"?{name}" if term is None else str(term) for name, term in given.items())
        if graph is None:
            pattern = f"{{ {{ {asked} }} UNION {{ GRAPH ?g {{ {asked} }} }} }}"
        else:
            pattern = f"{{ {asked} }}" if graph == DefaultGraph() else f"{{ GRAPH {graph} {{ {asked} }} }}"
        names = [name for name, term in given.items() if term is None] + (["g"] if graph is None else [])
        chosen = " ".join(f"?{name}" for name in names) or "(1 AS ?found)"
        for row in self._rows(f"SELECT {chosen} {pattern}"):
            found: list[Any] = [row[name] if term is None else term for name, term in given.items()]
            yield Quad(found[0], found[1], found[2], (row["g"] or DefaultGraph()) if graph is None else graph)

    def _rows(self, query: str) -> QuerySolutions:
        answer = self._read(self._ask(query, PATIENCE)[1])
        if not isinstance(answer, QuerySolutions):
            raise EndpointError(self.url, "did not answer with rows")
        return answer

    def _count(self, query: str) -> int:
        (row,) = self._rows(query)
        return int(row["n"].value)

    def _read(self, body: bytes) -> QuerySolutions | QueryBoolean:
        try:
            return parse_query_results(body, format=QueryResultsFormat.JSON)
        except (SyntaxError, ValueError) as error:
            raise EndpointError(self.url, f"did not answer with SPARQL results in JSON ({error})") from error

    def _ask(self, query: str, timeout: float) -> tuple[str, bytes]:
        """Return the media type of the answer, and the answer."""
        headers = {"Content-Type": "application/sparql-query", "Accept": _ACCEPTED, "User-Agent": "newskg"}
        request = urllib.request.Request(self.url, query.encode(), headers, method="POST")
        try:
            with urllib.request.urlopen(request, timeout=timeout) as answer:
                return answer.headers.get_content_type(), answer.read()
        except urllib.error.HTTPError as error:
            said = error.read(500).decode(errors="replace").strip()
            raise EndpointError(self.url, f"answered {error.code} {error.reason}: {said}") from error
        except TimeoutError as error:
            raise EndpointTimeoutError(self.url, timeout) from error
        except urllib.error.URLError as error:
            if isinstance(error.reason, TimeoutError):
                raise EndpointTimeoutError(self.url, timeout) from error
            raise EndpointError(self.url, f"cannot be reached ({error.reason}); check the address") from error
        except OSError as error:
            raise EndpointError(self.url, f"broke off ({error})") from error


def _check_syntax(query: str, prefixes: Mapping[str, str] | None) -> None:
    """Raise SyntaxError with a place in the text, which endpoints tell in many ways, if at all."""
    Store().query(query, prefixes=dict(prefixes or {}))
