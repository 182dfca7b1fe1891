"""Whose resignation is demanded has not left."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Petrus Advisers dringt auf die Abberufung von CA-Immo-Chef Keegan Viscius.", []),
        ("Frasers pocht auf die Ablösung von Hugo-Boss-Aufsichtsratschef Stephan Sturm.", []),
        ("Nestlé bestätigte die Entlassung von Konzernchef Laurent Freixe.", ["Laurent Freixe"]),
    ],
)
def test_a_demand_is_no_departure(reader: ClaimReader, text: str, left: list[str]) -> None:
    claims = reader.read(Article("a", text)).claims
    assert [c.subject.name for c in claims if c.predicate == "departsFrom"] == left


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Der Fonds Elliott fordert die Abspaltung der Sparte Lightsource.", []),
        ("Continental hat die Sparte Aumovio abgespalten.", ["Continental"]),
    ],
)
def test_who_demands_a_split_splits_nothing(reader: ClaimReader, text: str, owners: list[str]) -> None:
    claims = reader.read(Article("a", text)).claims
    assert [c.subject.name for c in claims if c.predicate == "spinsOff"] == owners
