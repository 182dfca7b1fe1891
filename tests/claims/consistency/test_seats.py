"""Of two countries that an article gives a company, the known or else the surer one stands."""

from __future__ import annotations

import pytest

from kg.claims.claim import Claim, Evidence, Party
from kg.claims.consistency.seats import with_one_country

_COUNTRIES = {"USA": "US", "China": "CN", "Köln": "DE", "Deutschland": "DE", "Frankreich": "FR"}
#: where a company is said to sit, and how sure that is
Read = tuple[str, float]


def seat(company: str, place: str, confidence: float, known: str | None = None) -> Claim:
    subject = Party(company, "Company", country=known)
    there = Party(place, "Place", country=_COUNTRIES[place])
    return Claim("a", subject, "locatedIn", there, None, "actual", Evidence(0, 1, "x"), "test", confidence)


@pytest.mark.parametrize(
    ("read", "known", "kept"),
    [
        ([("USA", 0.9), ("China", 0.8)], None, ["USA"]),
        ([("China", 0.8), ("USA", 0.9)], None, ["USA"]),
        ([("USA", 0.8), ("China", 0.9)], "US", ["USA"]),  # what is known counts for more
        ([("Köln", 0.9), ("Deutschland", 0.6)], None, ["Köln", "Deutschland"]),  # one country
        ([("Deutschland", 0.9), ("Frankreich", 0.9)], None, ["Deutschland", "Frankreich"]),  # as sure: both
    ],
)
def test_one_country_stands(read: list[Read], known: str | None, kept: list[str]) -> None:
    claims = [seat("KNDS", place, confidence, known) for place, confidence in read]
    assert [c.object.name for c in with_one_country(claims) if c.object] == kept


def test_two_companies_have_two_countries() -> None:
    claims = [seat("Terex", "USA", 0.9), seat("Zoomlion", "China", 0.8)]
    assert list(with_one_country(claims)) == claims
