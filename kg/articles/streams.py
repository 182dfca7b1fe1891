"""Reading bytes within limits: nothing longer than allowed is ever held in memory."""

from __future__ import annotations

import io
from collections.abc import Iterator

from kg.articles.failure import ReadError

_CHUNK = 1 << 16


def too_long(max_bytes: int) -> ReadError:
    """Say that an article is longer than allowed."""
    return ReadError(f"is longer than {max_bytes:,} bytes", "split it, or raise the limit (--max-bytes)")


def read_whole(stream: io.BufferedReader, max_bytes: int) -> bytes:
    """Read all of a stream; raise ``ReadError`` if it is longer than ``max_bytes``."""
    data = stream.read(max_bytes + 1)
    if len(data) > max_bytes:
        raise too_long(max_bytes)
    return data


def read_lines(stream: io.BufferedReader, max_bytes: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield each line with its number, counted from 1; None for a line longer than ``max_bytes``."""
    number = 0
    while line := stream.readline(max_bytes + 1):
        number += 1
        if len(line) > max_bytes:
            _skip_rest_of_line(stream, line)
            yield number, None
        else:
            yield number, line


def _skip_rest_of_line(stream: io.BufferedReader, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(_CHUNK)
