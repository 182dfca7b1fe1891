"""Who is about to do something in a line without a verb."""

from __future__ import annotations

import datetime as dt

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader

HEADINGS = [
    ("Munich Re vor Next-Insurance-Übernahme", "Munich Re acquires Next Insurance"),
    ("Insider: DHL kurz vor Kauf von Hermes", "DHL Group acquires Hermès"),
    ("Kreise: Mars vor Milliardenübernahme von Kellanova", "Mars acquires Kellanova"),
    ("Bosch vor Verkauf der Sparte Packaging", "Bosch sells Packaging"),
    ("EQT vor Einstieg bei Schülke", "EQT ownsStakeIn Schülke"),
]


@pytest.mark.parametrize(("heading", "claim"), HEADINGS)
def test_the_name_before_the_deed_is_about_to_do_it(reader: ClaimReader, heading: str, claim: str) -> None:
    found = reader.read(Article("a", heading, published=dt.date(2025, 11, 5))).claims
    told = {f"{c.subject.name} {c.predicate} {c.object.name}": c.status for c in found if c.object}
    assert told.get(claim) == "planned"
