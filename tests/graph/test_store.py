"""The merged graph: every triple once, and gone with its last article."""

from __future__ import annotations

import itertools
import multiprocessing
import os
import signal
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, NamedNode, Quad

from kg.graph.canonical import canonical_nquads
from kg.graph.labels import labels_for
from kg.graph.store import GraphStore, NoGraphError, ReadOnlyError, StoreLockedError
from tests.graph.newsroom import ALIBABA, newsroom

_NODES = [NamedNode(f"https://example.org/{letter}") for letter in "abcd"]
_TRIPLES = list(itertools.product(_NODES[:3], _NODES[3:], _NODES[:3]))
#: article → the triples it states; they overlap, as those of articles do
_articles = st.dictionaries(st.integers(0, 5), st.sets(st.sampled_from(_TRIPLES), min_size=1), max_size=5)


def _iri(number: int) -> str:
    return f"https://example.org/article/{number}"


def _quads(number: int, triples: set[tuple[NamedNode, NamedNode, NamedNode]]) -> list[Quad]:
    return [Quad(*triple, NamedNode(_iri(number))) for triple in sorted(triples, key=str)]


def _merged_is_union(store: GraphStore) -> bool:
    merged = list(store.quads())
    named = {quad.triple for quad in store.raw if quad.graph_name != DefaultGraph()}
    return len(merged) == len(named) and {quad.triple for quad in merged} == named


@given(articles=_articles, data=st.data())
@settings(deadline=None, max_examples=60)
def test_order_does_not_matter(articles, data):
    order = data.draw(st.permutations(sorted(articles)))
    one_by_one, at_once, loaded = GraphStore(), GraphStore(), GraphStore()
    for number in order:
        one_by_one.put_article(_iri(number), _quads(number, articles[number]))
    at_once.put_articles((_iri(number), _quads(number, articles[number])) for number in sorted(articles))
    loaded.load_articles((_iri(number), _quads(number, articles[number])) for number in reversed(order))
    assert one_by_one.canonical_hash() == at_once.canonical_hash() == loaded.canonical_hash()
    assert _merged_is_union(one_by_one)


@given(articles=_articles, extra=st.sets(st.sampled_from(_TRIPLES), min_size=1), again=st.booleans())
@settings(deadline=None, max_examples=60)
def test_removing_restores_the_graph_from_before(articles, extra, again):
    store = GraphStore()
    store.put_articles((_iri(number), _quads(number, triples)) for number, triples in articles.items())
    before = store.canonical_hash()
    if again:
        store.put_article(_iri(9), _quads(9, set(_TRIPLES[:4])))
    store.put_article(_iri(9), _quads(9, extra))
    assert _merged_is_union(store)
    assert store.remove_article(_iri(9))
    assert store.canonical_hash() == before
    assert not store.remove_article(_iri(9))


@given(articles=_articles.filter(bool), changed=st.sets(st.sampled_from(_TRIPLES), min_size=1))
@settings(deadline=None, max_examples=60)
def test_replacing_equals_writing_afresh(articles, changed):
    number = min(articles)
    replaced, fresh = GraphStore(), GraphStore()
    replaced.put_articles((_iri(n), _quads(n, triples)) for n, triples in articles.items())
    differs = replaced.put_article(_iri(number), _quads(number, changed))
    fresh.put_articles((_iri(n), _quads(n, triples)) for n, triples in {**articles, number: changed}.items())
    assert differs == (changed != articles[number])
    assert replaced.canonical_hash() == fresh.canonical_hash()


@pytest.mark.parametrize("batch", [3, 200])
def test_many_new_articles_in_bulk_equal_the_same_one_by_one(tmp_path: Path, batch: int):
    articles = [(_iri(number), _quads(number, set(_TRIPLES[number % 7 :]))) for number in range(120)]
    one_by_one = GraphStore()
    for iri, quads in articles:
        one_by_one.put_article(iri, quads)
    with GraphStore.open(tmp_path) as bulk:
        bulk.put_articles(articles, batch=batch)
        assert bulk.canonical_hash() == one_by_one.canonical_hash()
        assert bulk.put_articles(articles, batch=batch) == 0


def test_stories_in_any_order_give_one_graph():
    hashes = set()
    for order in itertools.permutations(newsroom()):
        store = GraphStore()
        for story in order:
            assert story.into(store)
        hashes.add(store.canonical_hash())
    assert len(hashes) == 1


def test_a_triple_counts_once_however_many_articles_state_it():
    store = GraphStore()
    for number in range(3):
        store.put_article(_iri(number), _quads(number, {_TRIPLES[0]}))
    (row,) = store.raw.query("SELECT (COUNT(*) AS ?n) { ?s <https://example.org/d> ?o }")
    assert row["n"].value == "1"


def test_graph_on_disk_equals_graph_in_memory(tmp_path: Path):
    memory = GraphStore()
    with GraphStore.open(tmp_path / "graph") as disk:
        for story in newsroom():
            story.into(memory)
            story.into(disk)
        assert disk.canonical_hash() == memory.canonical_hash()
    assert GraphStore.read(tmp_path / "graph").canonical_hash() == memory.canonical_hash()


def test_opening_without_writing_changes_nothing(tmp_path: Path):
    GraphStore.open(tmp_path).close()
    snapshots = sorted(path.name for path in (tmp_path / "snapshots").iterdir())
    GraphStore.open(tmp_path).close()
    assert sorted(path.name for path in (tmp_path / "snapshots").iterdir()) == snapshots


def test_readers_see_the_last_published_state_while_a_writer_works(tmp_path: Path):
    first, second, _ = newsroom()
    with GraphStore.open(tmp_path) as writer:
        first.into(writer)
        writer.publish()
        second.into(writer)
        reader = GraphStore.read(tmp_path)
        assert list(reader.articles()) == [first.iri]
    assert list(reader.articles()) == [first.iri]
    assert set(GraphStore.read(tmp_path).articles()) == {first.iri, second.iri}
    reader.close()


def test_a_held_snapshot_outlives_many_others(tmp_path: Path):
    first, second, third = newsroom()
    with GraphStore.open(tmp_path) as writer:
        first.into(writer)
    reader = GraphStore.read(tmp_path)
    with GraphStore.open(tmp_path) as writer:
        for story in (second, third):
            story.into(writer)
            writer.publish()
        assert len([path for path in (tmp_path / "snapshots").iterdir() if path.is_dir()]) == 2
        assert sum(1 for _ in reader.quads(first.iri)) > 50


def test_the_second_writer_is_told_to_wait(tmp_path: Path):
    with GraphStore.open(tmp_path), pytest.raises(StoreLockedError, match="another process is writing"):
        GraphStore.open(tmp_path)
    GraphStore.open(tmp_path).close()


def test_reading_what_is_not_there_names_the_command(tmp_path: Path):
    with pytest.raises(NoGraphError, match="kg build"):
        GraphStore.read(tmp_path / "nothing")
    assert not (tmp_path / "nothing").exists()


def test_a_graph_open_for_reading_refuses_to_change(tmp_path: Path):
    GraphStore.open(tmp_path).close()
    with pytest.raises(ReadOnlyError):
        newsroom()[0].into(GraphStore.read(tmp_path))


def _write_for_ever(folder: Path) -> None:
    store = GraphStore.open(folder)
    for number in itertools.count():
        store.put_article(_iri(number % 40), _quads(number % 40, set(_TRIPLES[number % 7 :])))


@pytest.mark.parametrize("milliseconds", [60, 150, 280])
def test_a_kill_at_any_moment_leaves_a_sound_graph(tmp_path: Path, milliseconds: int):
    GraphStore.open(tmp_path).close()
    writer = multiprocessing.get_context("fork").Process(target=_write_for_ever, args=(tmp_path,))
    writer.start()
    while not (tmp_path / "unpublished").exists():
        time.sleep(0.005)
    time.sleep(milliseconds / 1000)
    assert writer.pid
    os.kill(writer.pid, signal.SIGKILL)
    writer.join()
    assert list(GraphStore.read(tmp_path).articles()) == []
    GraphStore.open(tmp_path).close()
    reader = GraphStore.read(tmp_path)
    assert list(reader.articles())
    assert _merged_is_union(reader)


def test_quads_of_another_graph_are_refused():
    with pytest.raises(ValueError, match="belongs to"):
        GraphStore().put_article(_iri(1), _quads(2, {_TRIPLES[0]}))


def test_load_wants_an_empty_graph_and_each_article_once():
    store = GraphStore()
    with pytest.raises(ValueError, match="comes twice"):
        store.load_articles([(_iri(1), _quads(1, {_TRIPLES[0]}))] * 2)
    assert list(store.articles()) == []
    store.load_articles([(_iri(1), _quads(1, {_TRIPLES[0]}))])
    with pytest.raises(ValueError, match="put_articles"):
        store.load_articles([(_iri(2), _quads(2, {_TRIPLES[0]}))])


def test_an_article_is_found_by_its_short_id():
    store, story = GraphStore(), newsroom()[0]
    story.into(store)
    assert store.article("honor-deal") == story.iri == store.article(story.iri)
    assert store.article("unknown") is None
    assert "not an iri" not in store


@pytest.mark.parametrize("chunk", [1, 3, 1000])
def test_canonical_lines_do_not_depend_on_memory(chunk: int):
    store = GraphStore()
    newsroom()[0].into(store)
    lines = list(canonical_nquads(store.raw, chunk))
    assert lines == sorted(lines)
    assert len(lines) == len(store)


def test_names_follow_what_is_written():
    store, story = GraphStore(), newsroom()[0]
    node = NamedNode(ALIBABA.iri)
    assert labels_for(store, [node]) == {}
    story.into(store)
    assert labels_for(store, [node]) == {ALIBABA.iri: "Alibaba"}
    store.remove_article(story.iri)
    assert labels_for(store, [node]) == {}
