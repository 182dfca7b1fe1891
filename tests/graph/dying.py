"""Extraction that dies once, for tests of what then becomes of a build."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from kg.graph.extraction import Chunk, Done, Setup
from kg.graph.extraction import extract_chunk as extract


def extract_chunk(chunk: Chunk, setup: Setup) -> Done:
    """Extract a chunk; the first process to do so while the fuse, the author of an article, is there dies instead."""
    try:
        Path(chunk[0].author or "").unlink()
    except OSError:
        return extract(chunk, setup)
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("still alive")
