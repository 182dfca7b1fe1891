"""Extraction that dies once, or never ends, for tests of what then becomes of a build."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

from kg.articles.article import Article
from kg.claims.extractor import Extraction
from kg.claims.reader import ClaimReader
from kg.graph.extraction import Chunk, Done, Setup
from kg.graph.extraction import extract_chunk as extract
from kg.graph.time_limit import at_most


def extract_chunk(chunk: Chunk, setup: Setup) -> Done:
    """Extract a chunk; the first process to do so while the fuse, the author of an article, is there dies instead."""
    try:
        Path(chunk[0].author or "").unlink()
    except OSError:
        return extract(chunk, setup)
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("still alive")


def hungry_chunk(chunk: Chunk, setup: Setup) -> Done:
    """Extract a chunk while the limit of memory holds; one with the article "bmw" takes a gigabyte on the way."""
    read_many = ClaimReader.read_many

    def greedy(self: ClaimReader, articles: Chunk) -> Iterator[tuple[Article, Extraction]]:
        if any(article.id == "bmw" for article in articles):
            bytearray(1 << 30)
        return read_many(self, articles)

    ClaimReader.read_many = greedy  # type: ignore[method-assign,assignment]
    try:
        return extract(chunk, setup)
    finally:
        ClaimReader.read_many = read_many  # type: ignore[method-assign]


def endless_chunk(chunk: Chunk, setup: Setup) -> Done:
    """Extract a chunk; one with the article "bmw" never ends, and nothing in Python can interrupt it."""
    if any(article.id == "bmw" for article in chunk):
        with at_most(setup.seconds):
            sum(range(10**15))
    return extract(chunk, setup)
