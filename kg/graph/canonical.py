"""Canonical N-Quads: the same graph is the same bytes, however it came about.

No blank node stands in the graph, so sorting the lines is all that canonicalisation asks for. The result
equals ``kg export nquads | LC_ALL=C sort``.
"""

from __future__ import annotations

import hashlib
import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from typing import IO

from pyoxigraph import Quad

#: lines sorted in memory at once; more are sorted in files and merged
CHUNK = 500_000


def canonical_nquads(quads: Iterable[Quad], chunk: int = CHUNK) -> Iterator[bytes]:
    """Yield the lines of a graph in canonical order, each with its line end.

    Memory holds ``chunk`` lines at most, whatever the size of the graph.
    """
    lines = (f"{quad} .\n".encode() for quad in quads)
    with ExitStack() as files:
        runs: list[Iterable[bytes]] = []
        while run := sorted(islice(lines, chunk)):
            if len(run) < chunk:
                runs.append(run)
                break
            runs.append(_written(run, files))
        yield from heapq.merge(*runs)


def canonical_hash(quads: Iterable[Quad]) -> str:
    """Return the SHA-256 of the canonical N-Quads, in hexadecimal."""
    digest = hashlib.sha256()
    for line in canonical_nquads(quads):
        digest.update(line)
    return digest.hexdigest()


def _written(run: list[bytes], files: ExitStack) -> IO[bytes]:
    """Move sorted lines to a temporary file that lives as long as ``files``."""
    file = files.enter_context(tempfile.TemporaryFile())  # noqa: SIM115 - the stack closes it
    file.writelines(run)
    file.seek(0)
    return file
