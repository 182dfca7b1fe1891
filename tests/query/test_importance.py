"""Who stands in the middle, and who belongs together."""

from __future__ import annotations

from kg.graph.store import GraphStore
from kg.query.importance import central, communities, network_of
from tests.graph.newsroom import ALIBABA, HONOR, MERCK_DE, MERCK_US


def test_the_most_central_is_the_one_that_all_deal_with(graph: GraphStore):
    found = central(graph)
    first = found.to_dicts()[0]
    assert first["entity"] == "Alibaba"
    assert first["neighbours"] == len(network_of(graph)[ALIBABA.iri])
    assert abs(sum(row["rank"] for row in found.to_dicts()) - 1000) < 1
    assert max(row["between"] for row in found.to_dicts()) == first["between"]


def test_a_limit_says_that_there_is_more(graph: GraphStore):
    assert len(central(graph, limit=2)) == 2
    assert central(graph, limit=2).truncated
    assert not central(graph).truncated


def test_the_weight_of_a_connection_is_its_articles(graph: GraphStore):
    assert network_of(graph)[ALIBABA.iri][HONOR.iri]["weight"] == 2


def test_groups_are_apart_and_cover_all(graph: GraphStore):
    rows = communities(graph).to_dicts(iris=True)
    groups: dict[int, set[str]] = {}
    for row in rows:
        groups.setdefault(row["group"], set()).add(row["entity"])
    assert sum(map(len, groups.values())) == len(network_of(graph))
    assert {MERCK_DE.iri, MERCK_US.iri} in groups.values()
    assert communities(graph).terms == communities(graph).terms


def test_an_empty_graph_has_no_middle():
    assert len(central(GraphStore())) == len(communities(GraphStore())) == 0
