"""The hash of a graph on disk."""

from __future__ import annotations

from pathlib import Path

from kg.graph.store import GraphStore


def hash_of(folder: Path) -> str:
    """Return the canonical hash of what readers of a folder see."""
    with GraphStore.read(folder) as graph:
        return graph.canonical_hash()
