"""Who sues where a court is told of, and who acts for a country."""

from __future__ import annotations

import datetime as dt

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader

FINE = "Die EU-Kommission verhängte gegen Meta eine Strafe von 200 Millionen Euro. "


def claims(reader: ClaimReader, text: str) -> set[tuple[str, str, str, str]]:
    found = reader.read(Article("x", text, published=dt.date(2025, 11, 3))).claims
    return {(c.subject.name, c.predicate, c.object.name if c.object else "-", c.status) for c in found}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Das Landgericht Köln verhandelt am Dienstag über eine Klage von Idealo gegen Google.",
            ("Idealo", "sues", "Google", "actual"),
        ),
        ("Intel scheiterte mit einer Klage gegen die EU-Kommission.", ("Intel", "sues", "EU-Kommission", "actual")),
        (FINE + "Meta will in Berufung gehen.", ("Meta", "sues", "EU-Kommission", "planned")),
        (
            "Ferrero hat Einspruch gegen den Bescheid des Bundeskartellamts eingelegt.",
            ("Ferrero", "sues", "Bundeskartellamt", "actual"),
        ),
        (
            "Das Verwaltungsgericht Köln hat eine Klage von 1&1 gegen die Bundesnetzagentur abgewiesen.",
            ("1&1", "sues", "Bundesnetzagentur", "actual"),
        ),
    ],
)
def test_suits_before_courts(reader: ClaimReader, text: str, claim: tuple[str, str, str, str]) -> None:
    found = claims(reader, text)
    assert claim in found
    assert not [c for c in found if c[1] in ("sues", "denies") and "gericht" in c[0].lower()]


@pytest.mark.parametrize(
    "text",
    [
        "Der Bundesgerichtshof wies die Revision von Media Markt zurück.",
        "Das Oberlandesgericht Düsseldorf gab der Klage der Verbraucherzentrale gegen Check24 statt.",
    ],
)
def test_courts_neither_sue_nor_deny(reader: ClaimReader, text: str) -> None:
    assert not [c for c in claims(reader, text) if c[1] in ("sues", "denies") and "gericht" in c[0].lower()]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "US-Präsident Trump hat Zölle von 25 Prozent auf Autos aus Japan verhängt.",
            ("US-Regierung", "restricts", "Japan", "actual"),
        ),
        (
            "Trump verhängt Zölle auf Waren aus Indien. Die USA stören sich an den Ölkäufen.",
            ("USA", "restricts", "Indien", "actual"),
        ),
        (
            "Die EU-Kommission genehmigte die Staatshilfe für Northvolt.",
            ("EU-Kommission", "approves", "Northvolt", "actual"),
        ),
        (
            "Von den Sanktionen der USA betroffen sind der Ölkonzern Rosneft und die Bank VTB.",
            ("USA", "restricts", "VTB", "actual"),
        ),
    ],
)
def test_what_states_and_authorities_do(reader: ClaimReader, text: str, claim: tuple[str, str, str, str]) -> None:
    assert claim in claims(reader, text)
