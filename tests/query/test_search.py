"""Search as analysts type: umlauts, other forms, compounds, phrases; and nothing typed is an operator."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.search_index import SearchIndex
from kg.graph.store import GraphStore
from kg.graph.update import complete_index
from kg.query.search import NoIndexError, match_expression, search
from tests.graph.newsroom import (
    ALIBABA,
    KFTC,
    MERCK_DE,
    MERCK_US,
    MUELLER,
    agency_note,
    honor_deal,
    searched_folder,
)


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    """Three stories in a folder, with their index."""
    return GraphStore.read(searched_folder(tmp_path_factory.mktemp("searched")))


@pytest.mark.parametrize(
    ("words", "iri"),
    [
        ("Alibaba", ALIBABA.iri),
        ("alibaba group", ALIBABA.iri),
        ("Mueller", MUELLER.iri),
        ("Joerg Müller", MUELLER.iri),
        ("Wettbewerbsbehörde", KFTC.iri),
        ("Behörde", KFTC.iri),
        ("Wettbewerbs", KFTC.iri),
    ],
)
def test_an_entity_is_found_by_its_names(graph: GraphStore, words: str, iri: str):
    assert search(graph, words)[0].entity == iri


@pytest.mark.parametrize(
    ("words", "quote", "predicate"),
    [
        ("Datenaustausch", "Die KFTC verhängte", "restricts"),
        ("verhängt", "Die KFTC verhängte", "restricts"),
        ("verhaengte beschraenkung", "Die KFTC verhängte", "restricts"),
        ("Stelle wegfallen", "", ""),
        ('"Joint Venture"', "Die KFTC verhängte", "restricts"),
        ('"Venture Joint"', "", ""),
        ("5000 stellen", "5000 Stellen fallen weg", "cutsJobs"),
    ],
)
def test_a_sentence_is_found_with_its_claims(graph: GraphStore, words: str, quote: str, predicate: str):
    sentences = [hit for hit in search(graph, words) if hit.entity is None]
    assert bool(sentences) == bool(quote)
    for hit in sentences[:1]:
        assert hit.text.startswith(quote)
        assert predicate in {one.predicate for one in hit.claims}


def test_both_bearers_of_a_name_are_found(graph: GraphStore):
    assert {hit.entity for hit in search(graph, "Merck")} >= {MERCK_DE.iri, MERCK_US.iri}


def test_limits_hold_and_the_rest_is_counted(graph: GraphStore):
    hits = search(graph, "Alibaba", limit=2, claims=1)
    assert len(hits) == 2
    assert [len(hit.claims) for hit in hits] == [1, 1]
    assert hits[0].total > 10


@given(st.text(max_size=30))
def test_whatever_is_typed_is_only_words(words: str):
    index = SearchIndex(None)
    expression = match_expression(words)
    if expression:
        assert index.find(expression, 3) == []


@pytest.mark.parametrize("words", ["", "  ", '"', "*", "AND OR NOT", "spelt:alibaba", "a NEAR b", "x) OR (y"])
def test_operators_of_the_index_are_out_of_reach(graph: GraphStore, words: str):
    assert search(graph, words) == []


def test_the_index_follows_changes_and_removals(tmp_path: Path):
    first, note = honor_deal(), agency_note()
    with GraphStore.open(tmp_path) as store, SearchIndex(tmp_path) as index:
        for story in (first, note):
            story.into(store)
        complete_index(index, store)
        store.publish()
        assert search(store, "Müller")
        store.remove_article(note.iri)
        complete_index(index, store)
        assert search(store, "Müller") == []
        assert search(store, "Alibaba")[0].entity == ALIBABA.iri
        index.put([(first.iri, [])])
        assert search(store, "Alibaba") == []
        assert index.articles() == {first.iri}


def test_a_graph_without_an_index_says_so(tmp_path: Path):
    GraphStore.open(tmp_path).close()
    with pytest.raises(NoIndexError, match="kg build"):
        search(GraphStore.read(tmp_path), "Alibaba")
    with pytest.raises(NoIndexError):
        search(GraphStore(), "Alibaba")
