"""Who holds an office acts for the government, or for the country where the text names it."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader

DEEDS = [
    ("US-Präsident Donald Trump verhängte Zölle gegen Kanada.", "US-Regierung", "restricts", "Kanada"),
    (
        "Die USA streiten mit Indien. US-Präsident Donald Trump verhängte Zölle auf Waren aus Indien.",
        "USA",
        "restricts",
        "Indien",
    ),
    ("Wirtschaftsministerin Katherina Reiche untersagte Infineon den Bau.", "Bundesregierung", "restricts", "Infineon"),
    ("Wettbewerbskommissarin Teresa Ribera untersagte Ryanair den Kauf.", "EU-Kommission", "restricts", "Ryanair"),
    # of the government itself, not of the country in its name
    ("Die US-Regierung verklagt Boeing.", "US-Regierung", "sues", "Boeing"),
    ("Die US-Regierung sanktioniert Lukoil.", "US-Regierung", "restricts", "Lukoil"),
]


@pytest.mark.parametrize(("text", "subject", "predicate", "object"), DEEDS)
def test_who_acts(reader: ClaimReader, text: str, subject: str, predicate: str, object: str) -> None:
    claims = [c for c in reader.read(Article("a", text)).claims if c.predicate == predicate]
    assert {(c.subject.name, c.object.name) for c in claims if c.object} == {(subject, object)}


def test_the_head_of_a_company_acts_for_no_state(reader: ClaimReader) -> None:
    text = "SAP-Chef Christian Klein beschränkt die Nutzung von ChatGPT."
    assert not [c for c in reader.read(Article("a", text)).claims if c.predicate == "restricts"]
