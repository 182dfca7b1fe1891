"""What the picture shows of a graph."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from kg.articles.article import Article
from kg.graph.store import GraphStore
from kg.query.errors import UnknownNameError
from kg.views.options import ViewOptions
from kg.views.picture import Picture
from kg.views.projection import project
from tests.graph.newsroom import ALIBABA, HONOR, Story, claim


def names(picture: Picture) -> set[str]:
    return {node.name for node in picture.nodes}


def relations(picture: Picture) -> set[tuple[str, str, str, str]]:
    name = [node.name for node in picture.nodes]
    return {(name[e.source], e.predicate, name[e.target], e.status) for e in picture.edges}


def test_every_claim_between_entities_is_part_of_one_edge(graph: GraphStore) -> None:
    picture = project(graph)
    told = [number for edge in picture.edges for number in edge.claims]
    assert sorted(told) == [n for n, one in enumerate(picture.claims) if one.object is not None]


def test_claims_of_one_predicate_and_status_share_an_edge(graph: GraphStore) -> None:
    picture = project(graph)
    deal = [e for e in picture.edges if e.predicate == "partnersWith"]
    assert {(e.status, len(e.claims), e.sources) for e in deal} == {("actual", 2, 2), ("negated", 1, 1)}
    assert all(e.symmetric for e in deal)


def test_values_are_no_nodes(graph: GraphStore) -> None:
    picture = project(graph)
    values = {one.value for one in picture.claims if one.object is None}
    assert {"2.5", "5000", "revenue", "2025-11"} <= values
    assert not values & names(picture)


@pytest.mark.parametrize(
    ("options", "there", "missing"),
    [
        ({"focus": "HONOR", "hops": 1}, {"HONOR", "Alibaba", "Jörg Müller"}, {"Meituan", "KFTC"}),
        ({"focus": "HONOR", "hops": 2}, {"HONOR", "Meituan", "China"}, {"KFTC", "Merck KGaA"}),
        ({"predicates": ["sues"]}, {"Meituan", "Alibaba"}, {"HONOR"}),
        ({"statuses": ["alleged"]}, {"Alibaba", "Volksbefreiungsarmee"}, {"HONOR"}),
        ({"classes": ["Regulator", "JointVenture"]}, {"KFTC"}, {"Alibaba"}),
        ({"classes": ["Organization"]}, {"KFTC", "Alibaba", "Weißes Haus"}, {"China", "Qwen"}),
        ({"since": dt.date(2025, 12, 1)}, {"Jörg Müller"}, {"KFTC", "Weißes Haus"}),
        ({"until": dt.date(2025, 9, 30)}, {"KFTC"}, {"Jörg Müller", "Weißes Haus"}),
        ({"min_sources": 2}, {"Alibaba", "HONOR"}, {"KFTC", "Meituan"}),
    ],
)
def test_options_narrow_the_picture(
    graph: GraphStore, options: dict[str, Any], there: set[str], missing: set[str]
) -> None:
    shown = names(project(graph, ViewOptions(**options)))
    assert there <= shown and not missing & shown


def test_the_least_connected_are_left_out_and_counted(graph: GraphStore) -> None:
    everything, few = project(graph), project(graph, ViewOptions(max_nodes=4))
    assert len(few.nodes) == 4 and few.left_out == len(everything.nodes) - 4
    assert few.nodes[0].name == "Alibaba"
    assert all(one.subject < 4 and (one.object or 0) < 4 for one in few.claims)


def test_the_focus_is_told(graph: GraphStore) -> None:
    picture = project(graph, ViewOptions(focus="KFTC", hops=1))
    assert picture.focus is not None and picture.nodes[picture.focus].name == "KFTC"


def test_unknown_focus(graph: GraphStore) -> None:
    with pytest.raises(UnknownNameError):
        project(graph, ViewOptions(focus="Nobody AG"))


def test_a_claim_says_who_where_and_in_which_words(graph: GraphStore) -> None:
    picture = project(graph)
    alleged = next(one for one in picture.claims if one.status == "alleged")
    article = picture.articles[alleged.article]
    assert alleged.said_by == ("Financial Times", "Weißes Haus")
    assert (article.id, article.publisher, article.published) == ("memo", "Marktbrief", "2025-11-19")
    assert ("Alibaba", "subject") in alleged.quotes[0] and (
        "Volksbefreiungsarmee",
        "object",
    ) in alleged.quotes[0]
    assert "".join(text for text, _ in alleged.quotes[0]).startswith("Laut Financial Times")


def test_reprints_are_one_source() -> None:
    graph = GraphStore()
    first, second = (
        Article(f"a{n}", "Alibaba und HONOR arbeiten zusammen.", publisher=f"P{n}") for n in (1, 2)
    )
    original = Story(first, [claim(first, ALIBABA, "partnersWith", HONOR)])
    original.into(graph)
    reprint = Story(second, [claim(second, HONOR, "partnersWith", ALIBABA)])
    from kg.graph.mapping import article_quads

    quads = article_quads(second, reprint.claims, reprint_of=original.iri, version="test")
    graph.put_article(reprint.iri, quads)
    (edge,) = project(graph).edges
    assert (len(edge.claims), edge.sources) == (2, 1)


def test_an_empty_graph_is_an_empty_picture() -> None:
    picture = project(GraphStore())
    assert picture == Picture((), (), (), ())


def test_the_same_graph_gives_the_same_picture(graph: GraphStore) -> None:
    assert project(graph) == project(graph)
    assert relations(project(graph)) >= {
        ("KFTC", "restricts", "Gemeinschaftsunternehmen Grand Opus", "actual")
    }
