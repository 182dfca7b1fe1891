"""Ways between entities: the shortest, the best attested of equals, and each step with its words."""

from __future__ import annotations

import datetime as dt

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.articles.article import Article
from kg.graph.store import GraphStore
from kg.query.errors import AmbiguousNameError, UnknownNameError
from kg.query.ways import NoWayError, Step, ways
from tests.graph.newsroom import (
    ALIBABA,
    CHINA,
    HONOR,
    KFTC,
    MEITUAN,
    MUELLER,
    SHINSEGAE,
    VENTURE,
    Story,
    claim,
    entity,
)


def _nodes(way: list[Step]) -> list[str]:
    return [way[0].start, *(step.end for step in way)]


@pytest.mark.parametrize(
    ("start", "end", "nodes"),
    [
        ("Alibaba", "HONOR", [ALIBABA, HONOR]),
        ("Jörg Müller", "KFTC", [MUELLER, HONOR, ALIBABA, VENTURE, KFTC]),
        ("China", "Shinsegae", [CHINA, MEITUAN, ALIBABA, VENTURE, SHINSEGAE]),
    ],
)
def test_the_shortest_way(graph: GraphStore, start, end, nodes):
    (way,) = ways(graph, start, end)
    assert _nodes(way) == [node.iri for node in nodes]
    for step in way:
        assert all({one.subject, one.object} == {step.start, step.end} for one in step.claims)
        assert all(one.quotes for one in step.claims)


def test_a_step_counts_the_articles_in_both_directions(graph: GraphStore):
    ((step,),) = ways(graph, "HONOR", "Alibaba")
    assert step.articles == 2
    assert {one.predicate for one in step.claims} == {"partnersWith"}


def test_status_and_classes_open_and_close_ways(graph: GraphStore):
    ((step,),) = ways(graph, "Alibaba", "China", status=("actual", "planned"))
    assert [one.predicate for one in step.claims] == ["investsIn"]
    assert len(ways(graph, "Alibaba", "China")[0]) == 2
    with pytest.raises(NoWayError, match="--without"):
        ways(graph, "KFTC", "Shinsegae", without=("JointVenture",))


def test_names_must_stand_for_one_entity(graph: GraphStore):
    with pytest.raises(UnknownNameError):
        ways(graph, "Nobody", "Alibaba")
    with pytest.raises(AmbiguousNameError):
        ways(graph, "Merck", "Alibaba")


_FIRMS = [entity(f"Firma {letter}") for letter in "ABCDE"]


@given(st.sets(st.tuples(st.integers(0, 4), st.integers(0, 4)).filter(lambda e: e[0] < e[1]), min_size=1))
@settings(deadline=None, max_examples=40)
def test_no_way_is_shorter(edges: set[tuple[int, int]]):
    article, store = Article("a", "Wort.", published=dt.date(2025, 1, 1)), GraphStore()
    pairs = [(_FIRMS[one], _FIRMS[other]) for one, other in sorted(edges)]
    Story(article, [claim(article, *pair[:1], "partnersWith", pair[1]) for pair in pairs]).into(store)
    network = nx.Graph(edges)
    first, last = min(network), max(network)
    if not nx.has_path(network, first, last):
        with pytest.raises(NoWayError):
            ways(store, _FIRMS[first].name, _FIRMS[last].name)
        return
    found = ways(store, _FIRMS[first].name, _FIRMS[last].name, number=3)
    assert len(found[0]) == nx.shortest_path_length(network, first, last)
    assert [len(way) for way in found] == sorted(len(way) for way in found)
    assert len({tuple(_nodes(way)) for way in found}) == len(found)
