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
