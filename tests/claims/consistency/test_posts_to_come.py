"""A post that somebody is about to get is an appointment and not yet held."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Neuer Finanzvorstand bei Aurubis wird Steffen Hoffmann.", ["Aurubis appoints Steffen Hoffmann planned"]),
        (
            "Puma wechselt den Chef. Vom Aufsichtsrat der Deutschen Bahn wurde Evelyn Palla zur Nachfolgerin gekürt.",
            ["Deutsche Bahn appoints Evelyn Palla actual"],
        ),
        ("Künftiger Chef von Symrise ist Peter Vanacker.", ["Symrise appoints Peter Vanacker planned"]),
        ("Finanzchef von Bayer bleibt Wolfgang Nickl.", ["Wolfgang Nickl worksFor Bayer actual"]),
        ("Siemens-Finanzchef Ralf Thomas wird die Zahlen erläutern.", ["Ralf Thomas worksFor Siemens actual"]),
    ],
)
def test_who_is_to_come(reader: ClaimReader, text: str, told: list[str]) -> None:
    claims = [c for c in reader.read(Article("a", text)).claims if c.predicate in ("worksFor", "appoints")]
    assert [f"{c.names[0]} {c.predicate} {c.names[1]} {c.status}" for c in claims] == told
