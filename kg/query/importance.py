"""Which entities stand in the middle, and which belong together, by what articles state of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

import networkx as nx
from pyoxigraph import Literal, NamedNode

from kg.graph.labels import labels_for
from kg.graph.literals import number_literal
from kg.graph.store import GraphStore
from kg.query.relations import told
from kg.query.result import Result, Term

#: entities from which betweenness is estimated; fewer are taken all
_SAMPLE = 500
_SEED = 1


def network_of(graph: GraphStore, status: Collection[str] = ("actual",)) -> nx.Graph[str]:
    """Return entities as nodes, and between neighbours an edge whose ``weight`` is the number of articles."""
    articles: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in told(graph, status):
        if one.is_link and one.subject != one.target:
            articles[min(one.subject, one.target), max(one.subject, one.target)].add(one.article)
    network: nx.Graph[str] = nx.Graph()
    network.add_weighted_edges_from((*pair, len(found)) for pair, found in sorted(articles.items()))
    return network


def central(graph: GraphStore, *, status: Collection[str] = ("actual",), limit: int | None = None) -> Result:
    """Return the entities with three measures of how central they are, most central first.

    ``neighbours``: entities that a claim connects it with. ``rank``: PageRank over claims, weighted by articles, in
    thousandths of the whole. ``between``: share of shortest ways between others that lead through it (betweenness,
    in a large graph estimated from 500 entities).
    """
    network = network_of(graph, status)
    rank = nx.pagerank(network, weight="weight") if network else {}
    sample = min(_SAMPLE, len(network)) or None
    between = nx.betweenness_centrality(network, k=sample, seed=_SEED) if network else {}
    order = sorted(network, key=lambda iri: (-rank[iri], iri))
    rows: list[tuple[Term | None, ...]] = [
        (NamedNode(iri), Literal(len(network[iri])), _rounded(1000 * rank[iri]), _rounded(between[iri]))
        for iri in order[:limit]
    ]
    return _result(graph, ("entity", "neighbours", "rank", "between"), rows, limit is not None and len(order) > limit)


def communities(graph: GraphStore, *, status: Collection[str] = ("actual",), limit: int | None = None) -> Result:
    """Return groups of entities with more claims among each other than with others (Louvain), the largest first.

    A row is an entity with the number of its group, the name of the group's most connected entity, and its own
    neighbours within the group. ``limit`` is the number of groups; the same graph gives the same groups.
    """
    network = network_of(graph, status)
    groups = nx.community.louvain_communities(network, weight="weight", seed=_SEED) if network else []
    ordered = sorted(map(sorted, groups), key=lambda group: (-len(group), group))
    rows: list[tuple[Term | None, ...]] = []
    for number, group in enumerate(ordered[:limit], 1):
        inside = Counter({iri: sum(1 for other in network[iri] if other in set(group)) for iri in group})
        around = min(group, key=lambda iri: (-inside[iri], iri))
        members = sorted(group, key=lambda iri: (-inside[iri], iri))
        rows += [(Literal(number), NamedNode(around), NamedNode(iri), Literal(inside[iri])) for iri in members]
    return _result(graph, ("group", "around", "entity", "neighbours"), rows, limit is not None and len(groups) > limit)


def _rounded(value: float) -> Literal:
    return number_literal(round(value, 4))


def _result(
    graph: GraphStore, columns: tuple[str, ...], rows: list[tuple[Term | None, ...]], truncated: bool
) -> Result:
    return Result(columns, rows, labels_for(graph, _terms(rows)), truncated)


def _terms(rows: Iterable[tuple[Term | None, ...]]) -> Iterable[object]:
    return (term for row in rows for term in row)
