"""A ministry is that of the country that the text tells with it, or of the one named before."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader

ACTS = [
    ("Das US-Justizministerium ermittelt gegen Boeing.", "US-Justizministerium"),
    ("Das US-Handelsministerium setzte Huawei auf die schwarze Liste.", "US-Handelsministerium"),
    ("Das US-Außenministerium verhängte gegen RTX eine Geldbuße.", "US-Außenministerium"),
    ("Das Handelsministerium in Washington setzte Huawei auf die schwarze Liste.", "US-Handelsministerium"),
    ("Das Finanzministerium in Wien verklagte Airbus.", "Österreichisches Finanzministerium"),
    ("Das Wirtschaftsministerium in Berlin sanktionierte Rosneft.", "Bundeswirtschaftsministerium"),
    ("Das Wirtschaftsministerium in Stuttgart verklagte Daimler Truck.", "Wirtschaftsministerium in Stuttgart"),
    ("Trump lobte das US-Justizministerium. Das Justizministerium verklagte Visa.", "US-Justizministerium"),
]


@pytest.mark.parametrize(("text", "ministry"), ACTS)
def test_a_ministry_is_of_its_own_country(reader: ClaimReader, text: str, ministry: str) -> None:
    claims = reader.read(Article("a", text)).claims
    assert {c.subject.name for c in claims if "ministerium" in c.subject.name.lower()} == {ministry}
