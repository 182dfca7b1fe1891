"""Extraction on a Dask cluster: a chunk of articles is a task, its result a file that is written once.

Workers and the process that builds share the folder of the chunks, under one path. A chunk's file has a name made
from its articles and versions, and appears whole or not at all; so a chunk that was finished while the build was
away is not done again, and a worker that dies costs only the chunk it had. What is read into the record is removed.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import threading
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from kg.articles.failure import ReadFailure
from kg.files import write_file
from kg.graph.extraction import Chunk, Done, Setup, ended, extract_chunk
from kg.graph.rows import Row, metadata_of
from kg.graph.versions import extraction_version

#: chunks that each thread of the cluster has before it, so that none waits for the next
_AHEAD = 3
#: one document at a time in a process: the pipeline is not made for threads
_ONE_AT_A_TIME = threading.Lock()


class ClusterError(RuntimeError):
    """A cluster cannot do the work; the message says what to do."""


def extract_on_cluster(chunks: Iterator[Chunk], setup: Setup, address: str, folder: Path) -> Iterator[Done]:
    """Yield what becomes of chunks, as each is done, from the workers of a Dask cluster.

    ``address`` is that of the scheduler (``tcp://host:8786``), ``folder`` where the files of chunks are kept.

    Raises:
        ClusterError: Dask is not installed, the scheduler cannot be reached, or workers have other versions.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _client(address) as client:
        work = _Work(client, setup, folder.absolute())
        yield from work.run(chunks)
    remove_leftovers(folder)


def remove_leftovers(folder: Path) -> None:
    """Remove what stands of chunks that nobody asks for any more, and what killed workers had begun to write."""
    for path in [*folder.glob("chunk-*.json.gz"), *folder.glob(".chunk-*.part")]:
        path.unlink(missing_ok=True)


class _Work:
    """Chunks on their way through a cluster."""

    def __init__(self, client: Any, setup: Setup, folder: Path) -> None:
        self._client, self._setup, self._folder = client, setup, folder
        self._version = extraction_version(setup.model)
        self._running: dict[Any, Chunk] = {}

    def run(self, chunks: Iterator[Chunk]) -> Iterator[Done]:
        from distributed import as_completed

        finished = as_completed()
        self._fill(chunks, finished)
        while self._running:
            future = next(finished)
            yield from self._result(future, self._running.pop(future), finished)
            self._fill(chunks, finished)

    def _fill(self, chunks: Iterator[Chunk], finished: Any) -> None:
        room = max(1, sum(self._client.nthreads().values())) * _AHEAD
        while len(self._running) < room and (chunk := next(chunks, None)) is not None:
            self._submit(chunk, finished)

    def _submit(self, chunk: Chunk, finished: Any) -> None:
        arguments = (list(chunk), self._setup, self._version, str(self._folder))
        future = self._client.submit(extract_to_file, *arguments, pure=False)
        self._running[future] = chunk
        finished.add(future)

    def _result(self, future: Any, chunk: Chunk, finished: Any) -> Iterator[Done]:
        from distributed import KilledWorker

        try:
            path = Path(future.result())
        except KilledWorker:
            if len(chunk) == 1:
                yield ended(chunk[0])
            for article in chunk if len(chunk) > 1 else ():
                self._submit([article], finished)
            return
        yield read_chunk(path)
        path.unlink(missing_ok=True)


def extract_to_file(chunk: Chunk, setup: Setup, version: str, folder: str) -> str:
    """Extract a chunk into a file, unless that is there already; return the file's path.

    Raises:
        ClusterError: this process has another model, lexicon or code than the one that builds.
    """
    here = extraction_version(setup.model)
    if here != version:
        raise ClusterError(f"a worker has other versions ({here}) than this process ({version}); install the same")
    path = Path(folder) / f"chunk-{_digest(chunk, setup, version)}.json.gz"
    if not path.exists():
        with _ONE_AT_A_TIME:
            done = extract_chunk(chunk, setup)
        _write(path, done)
    return str(path)


def read_chunk(path: Path) -> Done:
    """Read the file of a chunk."""
    with gzip.open(path, "rt", encoding="utf-8", errors="surrogatepass") as lines:
        data = json.load(lines)
    rows = [_row(row) for row in data["rows"]]
    return Done(rows, [ReadFailure(**failure) for failure in data["failures"]])


def _write(path: Path, done: Done) -> None:
    """Write a file so that it is never seen in part, whoever else writes it."""
    data = {"rows": [_json_row(row) for row in done.rows], "failures": [asdict(failure) for failure in done.failures]}
    text = json.dumps(data, ensure_ascii=False).encode("utf-8", "surrogatepass")
    write_file(path, gzip.compress(text, compresslevel=3))


def _json_row(row: Row) -> dict[str, object]:
    return {**row._asdict(), "shingles": row.shingles.hex(), "numbers": row.numbers.hex()}


def _row(data: dict[str, Any]) -> Row:
    binary = {name: bytes.fromhex(data[name]) for name in ("shingles", "numbers")}
    return Row(**{**data, **binary, "parties": tuple(data["parties"])})


def _digest(chunk: Chunk, setup: Setup, version: str) -> str:
    parts = [version, *map(str, setup.authority)]
    parts += [part for article in chunk for part in (article.content_hash, metadata_of(article))]
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _client(address: str) -> Any:
    try:
        from distributed import Client
    except ImportError as error:
        raise ClusterError("a cluster needs Dask: pip install 'newskg[cluster]'") from error
    try:
        return Client(address, timeout=10)
    except (OSError, ValueError) as error:
        raise ClusterError(f"no Dask scheduler answers at {address}: start one with dask scheduler") from error
