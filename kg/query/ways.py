"""Ways from one entity to another over what articles state, each step with its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

import networkx as nx
from pyoxigraph import DefaultGraph, NamedNode

from kg.graph.namespaces import RDF, local_name
from kg.graph.statements import StoredStatement, read_statement
from kg.graph.store import GraphStore
from kg.query.errors import QueryError
from kg.query.names import find_entity
from kg.query.relations import Told, told

_MERGED = DefaultGraph()


class NoWayError(QueryError):
    """Nothing connects two entities."""

    def __init__(self, start: str, end: str) -> None:
        super().__init__(
            f"no chain of these claims leads from {start} to {end}; allow more with --status, or fewer --without"
        )


@dataclass(frozen=True, slots=True)
class Step:
    """What connects two neighbours on a way."""

    start: str
    end: str
    #: the claims between them, in both directions, those of most articles first
    claims: Sequence[StoredStatement]
    #: number of articles that make one of these claims
    articles: int


def ways(
    graph: GraphStore,
    start: str,
    end: str,
    *,
    status: Collection[str] = ("actual",),
    without: Collection[str] = (),
    number: int = 1,
    claims: int = 3,
) -> list[list[Step]]:
    """Return the shortest ways between two entities given by name; of equally long ones, the best attested.

    ``without`` are classes (``Place``, ``Topic``) that a way may not lead through.

    Raises:
        NoWayError: there is none.
        ParameterError: a name stands for no entity, or for several.
    """
    first, last = (find_entity(graph, name).value for name in (start, end))
    between: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for one in told(graph, status):
        if one.is_link and one.subject != one.target:
            between[_pair(one.subject, one.target)].append(one)
    network = _network(graph, between, {first, last}, without)
    found = list(islice(_shortest(network, first, last), number))
    if not found:
        raise NoWayError(start, end)
    return [[_step(graph, *pair, between[_pair(*pair)], claims) for pair in pairwise(way)] for way in found]


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one <= other else (other, one)


def _network(
    graph: GraphStore, between: dict[tuple[str, str], list[Told]], ends: set[str], without: Collection[str]
) -> nx.Graph[str]:
    """Return the neighbours with the length of a step: one, and a little for a step that few articles attest."""
    network: nx.Graph[str] = nx.Graph()
    for pair in sorted(between):
        articles = len({one.article for one in between[pair]})
        network.add_edge(*pair, length=1 + 0.01 / articles)
    if without:
        barred = [node for node in network if node not in ends and _classes(graph, node).intersection(without)]
        network.remove_nodes_from(barred)
    return network


def _shortest(network: nx.Graph[str], first: str, last: str) -> Iterator[list[str]]:
    if first in network and last in network and nx.has_path(network, first, last):
        yield from nx.shortest_simple_paths(network, first, last, weight="length")


def _classes(graph: GraphStore, iri: str) -> set[str]:
    quads = graph.raw.quads_for_pattern(NamedNode(iri), RDF.type, None, _MERGED)
    return {local_name(quad.object.value) for quad in quads if isinstance(quad.object, NamedNode)}


def _step(graph: GraphStore, start: str, end: str, told_: list[Told], limit: int) -> Step:
    articles: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    first: dict[tuple[str, str, str], str] = {}
    for one in sorted(told_):
        key = (one.predicate, one.subject, one.status)
        articles[key].add(one.article)
        first.setdefault(key, one.statement)
    best = sorted(articles, key=lambda key: (-len(articles[key]), key))[:limit]
    statements = [read_statement(graph, NamedNode(first[key])) for key in best]
    return Step(start, end, statements, len({one.article for one in told_}))
