"""Where nodes stand."""

from __future__ import annotations

from itertools import combinations

import networkx as nx
import pytest

from kg.views.layout import place
from kg.views.picture import Edge, Node, Picture


def picture_of(network: nx.Graph[int]) -> Picture:
    nodes = tuple(Node(n, f"http://x/{n}", str(n), "Company", (), (), network.degree[n]) for n in network)
    edges = tuple(Edge(a, b, "sues", "actual", False, (), 1) for a, b in network.edges)
    return Picture(nodes, edges, (), ())


NETWORKS = {
    "none": nx.empty_graph(0),
    "one": nx.empty_graph(1),
    "pair": nx.path_graph(2),
    "strangers": nx.empty_graph(12),
    "star": nx.star_graph(30),
    "ring": nx.cycle_graph(40),
    "three parts": nx.disjoint_union_all([nx.star_graph(8), nx.path_graph(5), nx.complete_graph(6)]),
    "news": nx.barabasi_albert_graph(150, 1, seed=4),
}


@pytest.mark.parametrize("name", NETWORKS)
def test_no_two_names_share_a_place(name: str) -> None:
    places = place(picture_of(NETWORKS[name]))
    assert set(places) == set(NETWORKS[name])
    for (x1, y1), (x2, y2) in combinations(places.values(), 2):
        assert abs(x1 - x2) > 100 or abs(y1 - y2) > 52


@pytest.mark.parametrize("name", ["star", "news", "three parts"])
def test_the_same_picture_gets_the_same_places(name: str) -> None:
    assert place(picture_of(NETWORKS[name])) == place(picture_of(NETWORKS[name]))


def test_a_hub_stands_amid_its_neighbours() -> None:
    places = place(picture_of(NETWORKS["star"]))
    xs, ys = zip(*places.values(), strict=True)
    x, y = places[0]
    assert min(xs) + (max(xs) - min(xs)) * 0.25 < x < max(xs) - (max(xs) - min(xs)) * 0.25
    assert min(ys) + (max(ys) - min(ys)) * 0.25 < y < max(ys) - (max(ys) - min(ys)) * 0.25


def test_a_large_picture_is_placed_too() -> None:
    places = place(picture_of(nx.barabasi_albert_graph(900, 2, seed=1)))
    assert len(set(places.values())) == 900
