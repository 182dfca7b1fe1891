"""Fixtures for commands: a graph of three stories."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.graph.newsroom import newsroom_folder


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the graph of three stories; commands only read it."""
    return newsroom_folder(tmp_path_factory.mktemp("graph"))
