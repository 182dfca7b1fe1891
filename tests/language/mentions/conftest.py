"""A small authority file and a pipeline without model for the tests of mentions."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from kg.language.gazetteer import Authority, load_authority
from kg.language.mentions import MentionFinder


@pytest.fixture(scope="session")
def authority() -> Authority:
    return load_authority([Path(__file__).parent / "authority.tsv"])


@pytest.fixture(scope="session")
def finder(authority: Authority) -> MentionFinder:
    return MentionFinder(authority)


@pytest.fixture(scope="session")
def blank() -> Language:
    return spacy.blank("de")
