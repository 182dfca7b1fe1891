"""Several builds and many readers of one folder at the same time: builds take turns, readers see whole states only."""

from __future__ import annotations

import multiprocessing
import threading
import time
from itertools import combinations
from multiprocessing.context import BaseContext
from pathlib import Path

import pytest

from kg.graph.build import build, remove
from kg.graph.search_index import SearchIndex
from kg.graph.store import NoGraphError, StoreLockedError
from tests.graph.hashes import hash_of

_NEWS = {
    "honor": "Alibaba verkündete eine strategische Kooperation mit HONOR.",
    "bmw": "BMW und Alibaba entwickeln gemeinsam Fahrzeuge.",
    "sap": "SAP verklagt Oracle.",
}


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A file for each article."""
    folder = tmp_path_factory.mktemp("news")
    for name, text in _NEWS.items():
        (folder / f"{name}.txt").write_text(f"---\nlang: de\npublished: 2025-11-25\n---\n{text}\n")
    return {name: folder / f"{name}.txt" for name in _NEWS}


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory, news: dict[str, Path]) -> dict[frozenset[str], str]:
    """The hash of each set of the articles."""
    folder = tmp_path_factory.mktemp("states")
    found = {}
    for size in range(len(news) + 1):
        for names in combinations(sorted(news), size):
            graph = folder / ("-".join(names) or "none")
            build([news[name] for name in names], graph)
            found[frozenset(names)] = hash_of(graph)
    return found


class _Readers:
    """Threads that read a graph over and over until they are told to stop."""

    def __init__(self, folder: Path, number: int) -> None:
        self._folder, self._is_over = folder, threading.Event()
        self._threads = [threading.Thread(target=self._read) for _ in range(number)]
        self.seen: list[str] = []
        self.faults: list[BaseException] = []

    def __enter__(self) -> _Readers:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        for thread in self._threads:
            thread.join()

    def _read(self) -> None:
        while not self._is_over.wait(0.1):
            try:
                self.seen.append(hash_of(self._folder))
                with SearchIndex.read(self._folder) or SearchIndex(None) as index:
                    index.find("Alibaba", 5)
            except NoGraphError:
                continue  # before the first build made it
            except BaseException as error:
                self.faults.append(error)
                return


def _patiently(work: str, what: Path | str, folder: Path) -> None:
    """Build or remove, again and again while another process writes."""
    while True:
        try:
            build([what], folder) if work == "build" else remove(str(what), folder)
            return
        except StoreLockedError:
            time.sleep(0.05)


@pytest.fixture(scope="module")
def context() -> BaseContext:
    """Processes that have imported the program and begin at once."""
    found = multiprocessing.get_context("forkserver")
    found.set_forkserver_preload(["kg.graph.build", "kg.claims.reader"])
    return found


def _at_once(context: BaseContext, folder: Path, *works: tuple[str, Path | str]) -> _Readers:
    with _Readers(folder, 3) as readers:
        writers = [context.Process(target=_patiently, args=(*work, folder)) for work in works]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
    assert [writer.exitcode for writer in writers] == [0] * len(works)
    assert readers.faults == []
    return readers


def test_builds_and_removals_take_turns_while_others_read(
    tmp_path: Path, news: dict[str, Path], states: dict[frozenset[str], str], context: BaseContext
) -> None:
    graph = tmp_path / "graph"
    readers = _at_once(context, graph, *(("build", path) for path in news.values()))
    assert hash_of(graph) == states[frozenset(news)]
    assert set(readers.seen) <= set(states.values())
    readers = _at_once(context, graph, ("remove", "sap"), ("build", news["bmw"]), ("remove", "honor"))
    assert hash_of(graph) == states[frozenset({"bmw"})]
    assert readers.seen and set(readers.seen) <= {hash_ for names, hash_ in states.items() if "bmw" in names}
