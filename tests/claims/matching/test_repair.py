"""Subject and object by word order."""

from __future__ import annotations

import datetime as dt

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader

SENTENCES = [
    ("RTL aus Köln hat sich Sky Deutschland von Comcast geholt.", "RTL acquires Sky Deutschland"),
    ("Siemens aus München hat sich Altair geholt.", "Siemens acquires Altair Engineering"),
]


@pytest.mark.parametrize(("sentence", "claim"), SENTENCES)
def test_of_two_subjects_the_one_behind_sich_is_the_object(reader: ClaimReader, sentence: str, claim: str) -> None:
    found = reader.read(Article("a", sentence, published=dt.date(2025, 11, 5))).claims
    told = {f"{c.subject.name} {c.predicate} {c.object.name}" for c in found if c.object}
    assert claim in told
