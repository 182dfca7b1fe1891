"""The shipped German model, loaded once for the tests of the language."""

from __future__ import annotations

import pytest

from kg.claims.reader import ClaimReader
from kg.language.pipeline import Pipeline, load_pipeline


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """The shipped German model."""
    return load_pipeline("de")


@pytest.fixture(scope="session")
def reader() -> ClaimReader:
    """The shipped reader of claims, whose documents carry the mended trees."""
    return ClaimReader.load()
