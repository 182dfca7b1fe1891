"""The price of one share is no sum of a deal."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.claim import Claim, Evidence, Party, Scalar
from kg.claims.completion.unit_prices import without_unit_prices
from kg.claims.extractor import open_tools
from kg.claims.reader import ClaimReader


@pytest.mark.parametrize(
    ("predicate", "told", "kept"),
    [
        ("acquires", {"amount": 31, "currency": "USD", "date": "2026"}, {"date": "2026"}),
        ("acquires", {"amount": 2_200_000_000, "currency": "EUR"}, {"amount": 2_200_000_000, "currency": "EUR"}),
        ("listedOn", {"amount": 1845, "currency": "EUR"}, {}),
        ("fines", {"amount": 500, "currency": "EUR"}, {"amount": 500, "currency": "EUR"}),
    ],
)
def test_small_sums_are_left_out(
    reader: ClaimReader, predicate: str, told: dict[str, Scalar], kept: dict[str, Scalar]
) -> None:
    tools = open_tools(reader.document(Article("a", "SAP wächst.")), reader.lexicon)
    sap, other = Party("SAP", "Company"), Party("WalkMe", "Company")
    claim = Claim("a", sap, predicate, other, None, "actual", Evidence(0, 3, "SAP"), "learned", 0.9, told)
    assert [c.qualifiers for c in without_unit_prices([claim], tools)] == [kept]
