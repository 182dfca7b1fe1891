"""Reading all statements at once gives what reading them one by one gives."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.graph.bulk import all_statements
from kg.graph.statements import StoredStatement, read_statements
from kg.graph.store import GraphStore
from tests.graph.newsroom import newsroom
from tests.views.hostile import hostile_graph


def by_address(statements: Iterable[StoredStatement]) -> dict[str, StoredStatement]:
    return {one.iri: one for one in statements}


def test_all_at_once_and_one_by_one_are_the_same() -> None:
    for story in newsroom():
        story.into(graph := GraphStore())
        assert by_address(all_statements(graph)) == by_address(read_statements(graph))
    graph = hostile_graph()
    assert by_address(all_statements(graph)) == by_address(read_statements(graph))


def test_a_claim_told_in_two_places_has_both_quotes() -> None:
    first, second = newsroom()[0], newsroom()[0]
    moved = second.claims[0]
    start = second.article.text[:5]
    evidence = replace(moved.claim.evidence, start=0, end=5, text=start, trigger_start=0, trigger_end=2)
    first.claims.append(replace(moved, claim=replace(moved.claim, evidence=evidence)))
    first.into(graph := GraphStore())
    found = all_statements(graph)
    assert by_address(found) == by_address(read_statements(graph))
    assert max(len(one.quotes) for one in found) == 2
