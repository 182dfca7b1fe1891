"""Whom unions and works councils blame, and whom somebody makes responsible."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader


def blamed(reader: ClaimReader, text: str, predicate: str = "criticizes") -> set[tuple[str, str]]:
    found = reader.read(Article("x", text)).claims
    return {(c.subject.name, c.object.name if c.object else "-") for c in found if c.predicate == predicate}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Thyssenkrupp will 11.000 Arbeitsplätze abbauen. Die Pläne seien ein Schlag ins Gesicht der "
            "Beschäftigten, sagte IG-Metall-Vorstand Jürgen Kerner.",
            ("Jürgen Kerner", "Thyssenkrupp"),
        ),
        (
            "Bosch will in Deutschland 5500 Stellen streichen. „Das ist der falsche Weg“, kritisierte "
            "Bosch-Aufsichtsrat Frank Sell.",
            ("Frank Sell", "Bosch"),
        ),
        (
            "Continental will das Werk Gifhorn schließen. Es sei verantwortungslos, die Beschäftigten im Unklaren zu "
            "lassen, betonte Hasan Allak, der Vorsitzende des Konzernbetriebsrats.",
            ("Hasan Allak", "Continental"),
        ),
        (
            "Volkswagen will Werke schließen. Betriebsratschefin Daniela Cavallo kritisierte die Pläne scharf.",
            ("Daniela Cavallo", "Volkswagen"),
        ),
        (
            "Opel schließt das Werk in Eisenach. Uwe Laubach von der IG Metall nannte den Schritt unverantwortlich.",
            ("Uwe Laubach", "Opel"),
        ),
        (
            "Ford streicht in Köln 1900 Stellen. Wirtschaftsministerin Mona Neubaur nannte den Abbau einen Skandal.",
            ("Mona Neubaur", "Ford"),
        ),
        (
            "Henkel kürzt die Dividende. Das sei das falsche Signal, sagte Fondsmanager Arne Rautenberg.",
            ("Arne Rautenberg", "Henkel"),
        ),
    ],
)
def test_staff_blames_the_company_of_the_text(reader: ClaimReader, text: str, wanted: tuple[str, str]) -> None:
    assert wanted in blamed(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "VW baut um. Die Politik handle verantwortungslos, sagte IG-Metall-Chefin Christiane Benner.",
        "VW baut um. Die Zölle seien ein schwerer Fehler der Politik, sagte VW-Chef Oliver Blume.",
        "VW baut um. Die Zölle seien ein schwerer Fehler, sagte Wirtschaftsministerin Mona Neubaur.",
    ],
)
def test_no_blame_of_the_company(reader: ClaimReader, text: str) -> None:
    assert not [pair for pair in blamed(reader, text) if pair[1] == "Volkswagen"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Elon Musk machte den Zulieferer Panasonic für die Verzögerungen verantwortlich.",
            ("Elon Musk", "Panasonic"),
        ),
        ("Ryanair macht Boeing für die Verspätungen mitverantwortlich.", ("Ryanair", "Boeing")),
    ],
)
def test_made_responsible(reader: ClaimReader, text: str, wanted: tuple[str, str]) -> None:
    assert wanted in blamed(reader, text, "accuses")
