"""Fixtures for claims: the shipped pipeline, loaded once."""

from __future__ import annotations

import pytest

from kg.claims.reader import ClaimReader


@pytest.fixture(scope="session")
def reader() -> ClaimReader:
    """The shipped model, authority file and lexicon."""
    return ClaimReader.load()
