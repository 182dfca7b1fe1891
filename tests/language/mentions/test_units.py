"""Divisions are named by the noun behind, and taken up again by their kind."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader


@pytest.mark.parametrize(
    ("text", "deals"),
    [
        (
            "Sulzer hat den Verkauf der Sparte Oberflächentechnik an Oerlikon vollzogen.",
            [("Oerlikon", "Oberflächentechnik")],
        ),
        (
            "Clariant trennt sich von der Sparte Pigmente. Die Sparte geht für 800 Millionen Franken an SK Capital.",
            [("SK Capital", "Pigmente")],
        ),
        # no division is told before, and one that is not sold is none
        ("Die Sparte geht an SK Capital.", []),
        ("Sulzer übernimmt Nordson. Die Sparte Oberflächentechnik wuchs.", [("Sulzer", "Nordson")]),
    ],
)
def test_who_buys_what(reader: ClaimReader, text: str, deals: list[tuple[str, str]]) -> None:
    found = [c.names for c in reader.read(Article("a", text)).claims if c.predicate == "acquires"]
    assert found == deals
