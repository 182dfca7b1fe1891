"""Amounts, shares, jobs and dates beside what a sentence states."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles.article import Article
from kg.claims.claim import Scalar
from kg.claims.qualifiers import plain_number
from kg.claims.reader import ClaimReader

QUALIFIERS: list[tuple[str, str, dict[str, Scalar]]] = [
    ("SAP kaufte WalkMe für 1,5 Milliarden Dollar.", "acquires", {"amount": 1_500_000_000, "currency": "USD"}),
    ("SAP kaufte WalkMe am 5. Juni 2024.", "acquires", {"date": "2024-06-05"}),
    ("SAP kaufte WalkMe.", "acquires", {}),
    ("Novartis hält 33 Prozent an Roche.", "ownsStakeIn", {"percent": 33}),
    # a name is never cut
    ("Die USA haben Wingtech auf ihre Entity List gesetzt.", "restricts", {"topic": "Entity List"}),
]


@pytest.mark.parametrize(("text", "predicate", "wanted"), QUALIFIERS)
def test_qualifiers(reader: ClaimReader, text: str, predicate: str, wanted: dict[str, Scalar]) -> None:
    claims = reader.read(Article("a", text, published=dt.date(2025, 11, 19))).claims
    assert [dict(c.qualifiers) for c in claims if c.predicate == predicate] == [wanted]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Die Zahlen zum dritten Quartal präsentiert Novartis am Dienstag.", "2025-11-25"),
        ("Novartis legt am 28. Januar die Zahlen zum vierten Quartal vor.", "2026-01-28"),
    ],
)
def test_results_come_on_a_day(reader: ClaimReader, text: str, day: str) -> None:
    claims = reader.read(Article("a", text, published=dt.date(2025, 11, 19))).claims
    assert [c.value for c in claims if c.predicate == "publishesResultsOn"] == [day]


def test_jobs_are_counted(reader: ClaimReader) -> None:
    claims = reader.read(Article("a", "SAP streicht 3.000 Stellen.")).claims
    assert [c.value for c in claims if c.predicate == "cutsJobs"] == [3000]


@given(st.integers(-(10**12), 10**12))
def test_whole_numbers_are_integers(number: int) -> None:
    assert plain_number(float(number)) == number
    assert isinstance(plain_number(float(number)), int)


@given(st.floats(-1e9, 1e9).filter(lambda x: not x.is_integer()))
def test_fractions_keep_six_places(number: float) -> None:
    assert abs(float(plain_number(number)) - number) <= 1e-6
