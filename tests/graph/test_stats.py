"""Counts of a small graph, checked by hand."""

from __future__ import annotations

from kg.graph.stats import stats
from kg.graph.store import GraphStore
from tests.graph.newsroom import newsroom


def test_counts():
    store = GraphStore()
    for story in newsroom():
        story.into(store)
    found = stats(store)
    assert (found.articles, found.statements) == (3, 24)
    assert found.by_status == {"actual": 18, "planned": 3, "alleged": 1, "negated": 1, "possible": 1}
    assert found.by_predicate["partnersWith"] == 3
    assert found.by_class["Company"] == 8
    assert found.facts == 17
    assert found.entities == 16
    assert (found.first_published, found.last_published) == ("2025-09-27", "2025-12-01")
    assert found.quads == sum(1 for story in newsroom() for _ in store.quads(story.iri))
    assert str(found).startswith("3 articles, 2025-09-27 to 2025-12-01\n24 statements: 18 actual")


def test_an_empty_graph_counts_nothing():
    found = stats(GraphStore())
    assert (found.articles, found.statements, found.facts, found.entities, found.quads) == (0, 0, 0, 0, 0)
    assert found.first_published is None
    assert "0 articles" in str(found)
