"""Who works for whom, and an analyst's one house."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.claims.claim import Claim, Evidence, Party
from kg.claims.employers import with_one_house, without_own_house

Employment = tuple[str, str, str, float]


def employment(person: str, house: str, position: str, confidence: float) -> Claim:
    return Claim(
        "a", Party(person, "Person"), "worksFor", Party(house, "Company"), None, "actual", Evidence(0, 1, "x"), "post",
        confidence, {"position": position},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("told", "houses"),
    [
        # the judged company and the house of another judgement are no employers
        (
            [
                ("Stephen Reitman", "Deutsche Bank", "Analyst", 0.49),
                ("Stephen Reitman", "Bernstein", "Analyst", 0.73),
                ("Stephen Reitman", "Volkswagen", "Analyst", 0.66),
            ],
            ["Bernstein"],
        ),
        # told twice is one house
        ([("Marc Zeck", "Stifel", "Experte", 0.9), ("Marc Zeck", "Stifel", "Analyst", 0.7)], ["Stifel", "Stifel"]),
        # others hold several posts
        (
            [("Michael Kovac", "Renault", "Chef", 0.5), ("Michael Kovac", "Nissan", "Aufsichtsrat", 0.9)],
            ["Renault", "Nissan"],
        ),
        # one analyst's house is nobody else's matter
        ([("Dan Ives", "Wedbush", "Analyst", 0.9), ("Tim Cook", "Apple", "Chef", 0.4)], ["Wedbush", "Apple"]),
    ],
)
def test_an_analyst_works_for_one_house(told: list[Employment], houses: list[str]) -> None:
    kept = with_one_house(employment(*one) for one in told)
    assert [claim.object and claim.object.name for claim in kept] == houses


def test_nobody_blames_the_own_house():
    novo = employment("Dave Moore", "Novo Nordisk", "Manager", 0.9)
    blame = [
        replace(novo, predicate="criticizes", object=Party(name, "Company")) for name in ("Novo Nordisk", "Hims & Hers")
    ]
    kept = without_own_house([novo, *blame])
    assert [(c.predicate, c.object.name) for c in kept if c.object] == [
        ("worksFor", "Novo Nordisk"),
        ("criticizes", "Hims & Hers"),
    ]
