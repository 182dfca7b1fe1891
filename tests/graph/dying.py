"""Extraction that dies once, or never ends, for tests of what then becomes of a build."""

from __future__ import annotations

import os
import signal
from pathlib import Path

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


def endless_chunk(chunk: Chunk, setup: Setup) -> Done:
    """Extract a chunk; one with the article "bmw" never ends, and nothing in Python can interrupt it."""
    if any(article.id == "bmw" for article in chunk):
        with at_most(setup.seconds):
            sum(range(10**15))
    return extract(chunk, setup)
