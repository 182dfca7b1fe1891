"""Statements come back as the claims that went in."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode

from kg.graph.statements import read_statement, read_statements
from kg.graph.store import GraphStore
from tests.graph.newsroom import FT, WHITE_HOUSE, honor_deal, memo, newsroom


@pytest.mark.parametrize("story", newsroom(), ids=lambda story: story.article.id)
def test_claims_come_back(story):
    store = GraphStore()
    story.into(store)
    back = {
        (one.subject, one.predicate, one.status, one.quotes[0].text): one for one in read_statements(store)
    }
    assert len(back) == len(story.claims)
    for linked in story.claims:
        claim = linked.claim
        one = back[linked.subject.iri, claim.predicate, claim.status, claim.evidence.text]
        assert one.object == (linked.object.iri if linked.object else None)
        assert (one.value is None) == (claim.value is None)
        assert set(one.qualifiers) == set(claim.qualifiers)
        assert one.confidence == claim.confidence
        assert one.article == story.iri
        assert one.methods == (claim.method,)
        quote = one.quotes[0]
        assert story.article.text[quote.start : quote.end] == quote.text
        assert (quote.trigger_start, quote.trigger_end) == (
            claim.evidence.trigger_start,
            claim.evidence.trigger_end,
        )


def test_sources_come_back():
    store = GraphStore()
    memo().into(store)
    by_status = {one.status: one for one in read_statements(store)}
    assert set(by_status["alleged"].attributed_to) == {FT.iri, WHITE_HOUSE.iri}
    assert by_status["possible"].unnamed_sources == ("Kreise",)


def test_statements_of_one_article():
    store = GraphStore()
    for story in newsroom():
        story.into(store)
    assert len(list(read_statements(store, memo().iri))) == len(memo().claims)
    assert {one.article for one in read_statements(store, honor_deal().iri)} == {honor_deal().iri}


def test_an_unknown_statement_is_named():
    with pytest.raises(LookupError, match=r"example\.org/nothing"):
        read_statement(GraphStore(), NamedNode("https://example.org/nothing"))
