"""Keeping the search index in step with the graph: in this process, or in one beside it while the graph is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from pathlib import Path

from kg.graph.extraction import processes
from kg.graph.search_index import Docs, SearchIndex
from kg.graph.words import lemma

#: articles from which on a process of its own is worth its start
_WORTH = 100


class Indexing:
    """Takes in what articles contribute, and tells when that is done."""

    def __init__(self, index: SearchIndex) -> None:
        self._index = index

    def put(self, articles: Sequence[Docs], then: Callable[[], None]) -> None:
        """Take in names and quotes of articles; call ``then`` when they are in the index."""
        self._index.put_docs(articles)
        then()

    def finish(self) -> None:
        """Wait until all is in the index."""


class _Beside(Indexing):
    """Works in a process of its own, on one batch while the next is made."""

    def __init__(self, index: SearchIndex, folder: Path, pool: ProcessPoolExecutor) -> None:
        super().__init__(index)
        self._folder, self._pool = folder, pool
        self._at_work: tuple[Future[None], Sequence[Docs], Callable[[], None]] | None = None
        pool.submit(lemma, "Wort")  # loads the dictionary meanwhile

    def put(self, articles: Sequence[Docs], then: Callable[[], None]) -> None:
        self.finish()
        try:
            self._at_work = self._pool.submit(_put, self._folder, articles), articles, then
        except BrokenProcessPool:
            super().put(articles, then)

    def finish(self) -> None:
        if self._at_work is None:
            return
        (future, articles, then), self._at_work = self._at_work, None
        try:
            future.result()
        except BrokenProcessPool:  # it was killed: what it began is undone
            self._index.put_docs(articles)
        then()


@contextmanager
def indexing(index: SearchIndex, folder: Path | None, articles: int, workers: int) -> Iterator[Indexing]:
    """Give what keeps an index while so many articles are written, with as many processes as there may be."""
    if folder is None or workers < 2 or articles < _WORTH:
        yield Indexing(index)
        return
    with processes(1) as pool:
        beside = _Beside(index, folder, pool)
        yield beside
        beside.finish()


def _put(folder: Path, articles: Sequence[Docs]) -> None:
    with SearchIndex(folder) as index:
        index.put_docs(articles)
