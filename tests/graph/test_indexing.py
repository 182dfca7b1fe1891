"""The search index holds the same, whoever writes it."""

from __future__ import annotations

import os
import signal
import sqlite3
from pathlib import Path

import pytest

from kg.graph import indexing as indexing_module
from kg.graph.indexing import indexing
from kg.graph.search_index import FILE, Doc, SearchIndex

ARTICLES = [
    (f"urn:a{number}", {Doc("name", f"urn:e{number % 2}", "Zürich"), Doc("quote", f"urn:q{number}", "x")})
    for number in range(4)
]


def _written(folder: Path, workers: int) -> list[str]:
    done: list[str] = []
    with SearchIndex(folder) as index, indexing(index, folder, 1000, workers) as work:
        for iri, docs in ARTICLES:
            work.put([(iri, docs)], lambda iri=iri: done.append(iri))
    return done


def _contents(folder: Path) -> list[tuple[object, ...]]:
    db = sqlite3.connect(folder / FILE)
    rows = db.execute("SELECT kind, node, text, uses FROM doc ORDER BY node, text").fetchall()
    words = db.execute("SELECT spelt FROM word ORDER BY spelt").fetchall()
    db.close()
    return rows + words


@pytest.mark.parametrize("workers", [1, 2])
def test_all_is_in_the_index_when_it_is_told_so(tmp_path: Path, workers: int) -> None:
    assert _written(tmp_path, workers) == [iri for iri, _ in ARTICLES]
    with SearchIndex(tmp_path) as index:
        assert index.articles() == {iri for iri, _ in ARTICLES}


def test_two_processes_write_what_one_does(tmp_path: Path) -> None:
    for workers in (1, 2):
        (tmp_path / str(workers)).mkdir()
        _written(tmp_path / str(workers), workers)
    assert _contents(tmp_path / "1") == _contents(tmp_path / "2")


def _die(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_process_that_is_killed_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing_module, "_put", _die)
    assert _written(tmp_path, 2) == [iri for iri, _ in ARTICLES]
    with SearchIndex(tmp_path) as index:
        assert index.articles() == {iri for iri, _ in ARTICLES}
