"""Extraction of many articles: chunk by chunk, here or in processes of their own.

A chunk is a list of articles; what comes back are their rows for the record, and the articles that failed. The
result of a chunk is a pure function of its articles, so it may be computed anywhere, and again.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice
from multiprocessing import get_all_start_methods, get_context, parent_process
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import TYPE_CHECKING

from kg.articles.article import Article
from kg.articles.failure import ReadFailure
from kg.graph.collector import collect_seldom
from kg.graph.memory_limit import no_more_than
from kg.graph.rows import Row, row_of
from kg.graph.time_limit import OutOfTimeError, at_most

if TYPE_CHECKING:
    from kg.claims.reader import ClaimReader

#: articles that a worker gets, and that are recorded, at a time
CHUNK = 16

Chunk = Sequence[Article]


@dataclass(frozen=True, slots=True)
class Setup:
    """What a process needs to know to extract."""

    model: str | None = None
    authority: tuple[Path, ...] = ()
    #: processor time that an article may take; None sets no limit
    seconds: float | None = None
    #: bytes that an article may take in a process of its own; None sets no limit
    memory: int | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a chunk."""

    rows: Sequence[Row]
    failures: Sequence[ReadFailure] = ()
    seconds: float = 0.0


def chunks_of(articles: Iterable[Article], size: int = CHUNK) -> Iterator[Chunk]:
    """Yield articles in chunks."""
    rest = iter(articles)
    while chunk := list(islice(rest, size)):
        yield chunk


def extract_chunk(chunk: Chunk, setup: Setup) -> Done:
    """Extract a chunk in this process; an article that cannot be extracted is a failure and stops no other."""
    reader, started = _reader(setup.model, setup.authority), time.monotonic()
    try:
        with no_more_than(setup.memory), at_most(setup.seconds):
            rows = [row_of(article, found.claims) for article, found in reader.read_many(chunk)]
        return Done(rows, seconds=time.monotonic() - started)
    except (Exception, OutOfTimeError) as error:
        if len(chunk) > 1:
            return _joined(extract_chunk([article], setup) for article in chunk)
        return Done([], [_failed(chunk[0], error, setup)])


def extract_here(chunks: Iterable[Chunk], setup: Setup) -> Iterator[Done]:
    """Yield what becomes of chunks, one after the other in this process."""
    return (extract_chunk(chunk, setup) for chunk in chunks)


def extract_in_workers(chunks: Iterable[Chunk], setup: Setup, workers: int) -> Iterator[Done]:
    """Yield what becomes of chunks, as each is done, from processes on this machine.

    Chunks are taken as they are needed. A process that dies costs its chunk, which is tried again by itself; an
    article that ends the process that reads it is a failure.
    """
    rest = iter(chunks)
    while True:
        pool = _Pool(setup, workers)
        yield from pool.run(rest)
        yield from _one_by_one(pool.lost, setup)
        if not pool.lost:
            return


class _Pool:
    """Processes at work until all is done or one of them dies."""

    def __init__(self, setup: Setup, workers: int) -> None:
        self._setup, self._workers = setup, workers
        self._running: dict[Future[Done], Chunk] = {}
        #: what was at work when a process died
        self.lost: list[Chunk] = []

    def run(self, chunks: Iterator[Chunk]) -> Iterator[Done]:
        pool = processes(self._workers)
        try:
            self._fill(pool, chunks)
            while self._running and not self.lost:
                yield from self._finished()
                self._fill(pool, chunks)
        finally:
            if self.lost:
                _end_late_starters(pool)
            pool.shutdown(wait=True, cancel_futures=True)

    def _fill(self, pool: ProcessPoolExecutor, chunks: Iterator[Chunk]) -> None:
        # twice as many as processes, so that none waits for the main process to write
        while not self.lost and len(self._running) < 2 * self._workers:
            chunk = next(chunks, None)
            if chunk is None:
                return
            try:
                self._running[pool.submit(extract_chunk, chunk, self._setup)] = chunk
            except BrokenProcessPool:
                self.lost = [chunk, *self._running.values()]

    def _finished(self) -> Iterator[Done]:
        done, _ = wait(self._running, return_when=FIRST_COMPLETED)
        for future in done:
            chunk = self._running.pop(future)
            if isinstance(future.exception(), BrokenProcessPool):
                self.lost.append(chunk)
            else:
                yield future.result()
        if self.lost:
            self.lost += self._running.values()


def _end_late_starters(pool: ProcessPoolExecutor) -> None:
    """End the processes of a broken pool that it left alive: one that was starting while another died.

    The pool ends those that it knows when it breaks, then waits for all: without this, for ever.
    """
    for process in list((pool._processes or {}).values()):
        process.kill()


def _one_by_one(chunks: Sequence[Chunk], setup: Setup) -> Iterator[Done]:
    """Extract chunks in one process, one after the other, and in pieces of one article where that dies."""
    rest = list(chunks)
    while rest:
        chunk = rest[0]
        with processes(1) as pool:
            try:
                while rest:
                    chunk = rest[0]
                    yield pool.submit(extract_chunk, chunk, setup).result()
                    del rest[0]
            except BrokenProcessPool:
                rest[:1] = [[article] for article in chunk] if len(chunk) > 1 else []
                if len(chunk) == 1:
                    yield ended(chunk[0])


def processes(number: int) -> ProcessPoolExecutor:
    """Return processes that leave Ctrl-C to this one, and end when it ends."""
    return ProcessPoolExecutor(number, _context(), _start_worker)


@cache
def _context() -> BaseContext:
    """Return how processes start: from one that has imported the program, where the system can do that."""
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload([__name__, "kg.claims.reader"])
    return context


def _start_worker() -> None:
    """Leave Ctrl-C to the main process, and end when that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_seldom()
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent.join,), daemon=True).start()


def _end_after(join: Callable[[], object]) -> None:
    join()
    os._exit(1)


@lru_cache(maxsize=1)
def _reader(model: str | None, authority: tuple[Path, ...]) -> ClaimReader:
    from kg.claims.reader import ClaimReader  # loads spaCy, which only extraction needs

    return ClaimReader.load(model=model, authority=authority)


def _joined(parts: Iterable[Done]) -> Done:
    found = list(parts)
    return Done([row for one in found for row in one.rows], [bad for one in found for bad in one.failures])


def ended(article: Article) -> Done:
    """Return what becomes of an article that ends the process that reads it."""
    return Done([], [_failure(article, "ended the process that read it")])


def _failed(article: Article, error: BaseException, setup: Setup) -> ReadFailure:
    """Say why an article could not be extracted."""
    if isinstance(error, OutOfTimeError):
        reason = f"takes more than {setup.seconds:g} seconds of processor time"
        return ReadFailure(article.id, reason, "split it, or raise the limit (--max-seconds)")
    if isinstance(error, MemoryError) and setup.memory is not None:
        reason = f"takes more than {setup.memory >> 20} megabytes of memory"
        return ReadFailure(article.id, reason, "split it, or raise the limit (--max-memory)")
    return _failure(article, f"cannot be extracted ({type(error).__name__}: {error})")


def _failure(article: Article, reason: str) -> ReadFailure:
    return ReadFailure(article.id, reason, "take it out, and report it with its text")
