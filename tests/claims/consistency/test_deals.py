"""Buyer and seller of one deal."""

from __future__ import annotations

import datetime as dt

import pytest

from kg.articles.article import Article
from kg.claims.claim import Scalar
from kg.claims.reader import ClaimReader

DEALS: list[tuple[str, str, dict[str, Scalar]]] = [
    (
        "BASF verkauft das Geschäft mit Bautenanstrichfarben für 1,15 Milliarden Dollar an den US-Konzern "
        "Sherwin-Williams.",
        "sells",
        {"buyer": "Sherwin-Williams", "amount": 1_150_000_000, "currency": "USD"},
    ),
    ("Advent kaufte Envalior von Lanxess für 1,2 Milliarden Euro.", "acquires", {"seller": "Lanxess"}),
    ("Partners Group verkauft Techem an ein von TPG angeführtes Konsortium.", "sells", {"buyer": "TPG"}),
    # in another sentence
    ("Comcast verkauft Sky Deutschland. RTL übernimmt Sky Deutschland.", "sells", {"buyer": "RTL"}),
    # of several buyers none is told
    ("Comcast verkaufte Sky. RTL und ProSiebenSat.1 übernehmen Sky.", "sells", {}),
]


@pytest.mark.parametrize(("text", "predicate", "wanted"), DEALS)
def test_deals(reader: ClaimReader, text: str, predicate: str, wanted: dict[str, Scalar]) -> None:
    claims = reader.read(Article("a", text, published=dt.date(2025, 11, 19))).claims
    told = next(c.qualifiers for c in claims if c.predicate == predicate)
    assert wanted.items() <= told.items()
    assert wanted or "buyer" not in told


def test_a_party_is_no_other_side_of_itself(reader: ClaimReader) -> None:
    claims = reader.read(Article("a", "Siemens kaufte Altair. Siemens verkauft Altair wieder.")).claims
    assert all("buyer" not in c.qualifiers and "seller" not in c.qualifiers for c in claims)
