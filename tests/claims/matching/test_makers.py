"""Makers inside the names of their products."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader

SENTENCES = [
    ("Airbus hat zu tun. Die Lufthansa bestellt fünf Airbus A350.", "Airbus suppliesTo Lufthansa"),
    ("Boeing hat zu tun. Emirates hat eine Order über 65 Boeing 777X aufgegeben.", "Boeing suppliesTo Emirates"),
    # only who is named apart from the product is known as its maker
    ("Die Lufthansa bestellt fünf A350.", ""),
]


@pytest.mark.parametrize(("sentence", "claim"), SENTENCES)
def test_the_first_words_of_a_product_tell_its_maker(reader: ClaimReader, sentence: str, claim: str) -> None:
    found = reader.read(Article("a", sentence)).claims
    told = {f"{c.subject.name} suppliesTo {c.object.name}" for c in found if c.predicate == "suppliesTo" and c.object}
    assert told == ({claim} if claim else set())
