"""The graph that all query tests read."""

from __future__ import annotations

import pytest

from kg.graph.store import GraphStore
from tests.graph.newsroom import newsroom


@pytest.fixture(scope="session")
def graph() -> GraphStore:
    """Three stories in memory."""
    store = GraphStore()
    for story in newsroom():
        story.into(store)
    return store
