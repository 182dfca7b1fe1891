"""Who takes a company over holds no stake by that."""

from __future__ import annotations

import pytest

from kg.claims.claim import Claim, Evidence, Party, Status
from kg.claims.consistency.bought_stakes import without_bought_stakes

#: subject, predicate, object, confidence, status
Read = tuple[str, str, str, float, Status]


def claim(subject: str, predicate: str, other: str, confidence: float, status: Status) -> Claim:
    evidence = Evidence(0, 1, "x")
    return Claim(
        "a", Party(subject, "Company"), predicate, Party(other, "Company"), None, status, evidence, "test", confidence
    )


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        (
            [("Adnoc", "acquires", "Covestro", 0.95, "planned"), ("Adnoc", "ownsStakeIn", "Covestro", 0.5, "actual")],
            ["acquires"],
        ),
        # told beyond doubt
        (
            [("Central", "acquires", "KaDeWe", 0.98, "planned"), ("Central", "ownsStakeIn", "KaDeWe", 0.95, "actual")],
            ["acquires", "ownsStakeIn"],
        ),
        # a takeover that is denied or doubtful, or of another
        (
            [
                ("Nio", "acquires", "McLaren", 0.9, "negated"),
                ("Nio", "ownsStakeIn", "McLaren", 0.6, "actual"),
            ],
            ["acquires", "ownsStakeIn"],
        ),
        (
            [("UBS", "acquires", "Julius Bär", 0.6, "possible"), ("UBS", "ownsStakeIn", "Julius Bär", 0.5, "actual")],
            ["acquires", "ownsStakeIn"],
        ),
        (
            [("Erste", "acquires", "Velobank", 0.9, "planned"), ("Erste", "ownsStakeIn", "BCR", 0.5, "actual")],
            ["acquires", "ownsStakeIn"],
        ),
    ],
)
def test_buyers_are_told_as_buyers(told: list[Read], kept: list[str]) -> None:
    assert [c.predicate for c in without_bought_stakes([claim(*one) for one in told])] == kept
