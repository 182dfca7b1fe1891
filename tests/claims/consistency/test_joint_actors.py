"""Who acts "gemeinsam mit" the subject does the same."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader


@pytest.mark.parametrize(
    ("text", "predicate", "actors"),
    [
        ("KKR übernimmt zusammen mit Warburg Pincus die Firma PDI.", "acquires", ["KKR", "Warburg Pincus"]),
        ("Coatue steckt gemeinsam mit Accel 900 Millionen Dollar in N26.", "investsIn", ["Accel", "Coatue"]),
        ("Advent verklagt zusammen mit dem Fonds Cinven den Rivalen Otis.", "sues", ["Advent International", "Cinven"]),
        ("Advent hat TK Elevator gemeinsam mit Cinven übernommen.", "acquires", ["Advent International", "Cinven"]),
        ("Zusammen mit Silver Lake will der Fonds PIF die Firma EA kaufen.", "acquires", ["PIF", "Silver Lake"]),
        ("Hugo Boss kauft die Marke Joop zusammen mit Strellson.", "acquires", ["Hugo Boss"]),
    ],
)  # fmt: skip
def test_who_acts_beside(reader: ClaimReader, text: str, predicate: str, actors: list[str]) -> None:
    claims = [c for c in reader.read(Article("a", text)).claims if c.predicate == predicate]
    assert sorted(c.subject.name for c in claims) == actors
