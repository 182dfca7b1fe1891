"""Whom a sentence speaks of without naming: "Konzernchef Tan", "Im Gegenzug fallen 3900 Stellen weg"."""

from __future__ import annotations

import math

import pytest

from kg.articles.article import Article
from kg.claims.constructions.figures import figures
from kg.claims.document import Document
from kg.claims.focus import shipped_weights
from kg.claims.reader import ClaimReader
from tests.claims.constructions.reading import lines, read

DEAL = """Commerzbank streicht Stellen
FRANKFURT - Die Commerzbank hebt ihre Ziele an und will bis 2028 mehr verdienen. Die italienische Großbank Unicredit,
die mit der Commerzbank zusammengehen möchte, hält 26 Prozent. Im Gegenzug fallen rund 3900 Stellen weg."""

WRAP = """Deutsche Aktien legen zu
Infineon meldete steigende Erlöse. Konzernchef Hanebeck sprach von einer Wende.

Adidas hob die Prognose an. Vorstandschef Gulden lobte die Nachfrage."""

JUDGED = """Jefferies hebt das Ziel für BASF
Das Analysehaus Jefferies hat das Ziel für BASF von 48 auf 52 Euro angehoben. Der Gewinn lag bei 2 Milliarden Euro."""

NOBODY = "Der Dax fiel um ein Prozent. Die Stimmung war schlecht."


def focus(reader: ClaimReader, text: str, word: str) -> str | None:
    document: Document = reader.document(Article("a", text))
    mention = document.local_focus(document.syntax.words.index(word))
    return document.referents[mention.referent].name if mention else None


@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [
        (DEAL, "Gegenzug", "Commerzbank"),
        (WRAP, "Konzernchef", "Infineon"),
        (WRAP, "Vorstandschef", "Adidas"),
        (NOBODY, "Stimmung", None),
    ],
)
def test_the_company_in_focus(reader: ClaimReader, text: str, word: str, wanted: str | None) -> None:
    assert focus(reader, text, word) == wanted


def test_a_subject_of_the_same_sentence_comes_first(reader: ClaimReader) -> None:
    text = "BASF baut um. Covestro senkt die Kosten, während Vorstandschef Steilemann Hoffnung macht."
    assert focus(reader, text, "Vorstandschef") == "Covestro"


def test_a_house_that_judges_shares_owns_no_figures(reader: ClaimReader) -> None:
    found = read(reader, figures, JUDGED)
    assert lines(found) == {"BASF reports profit"}


DAUGHTER = """Traton verkauft weniger Lastwagen
Der Lkw-Hersteller Traton hat 2025 weniger verkauft. Die Tochter Scania litt in Brasilien.
Der Umsatz fiel um 7 Prozent."""


def test_figures_are_of_a_company_that_is_traded(reader: ClaimReader) -> None:
    assert focus(reader, DAUGHTER, "Umsatz") == "Traton"


def test_every_feature_that_occurs_has_a_weight(reader: ClaimReader) -> None:
    weights = shipped_weights()
    assert all(math.isfinite(weight) for weight in weights.values())
    for text in (DEAL, WRAP, JUDGED):
        document = reader.document(Article("a", text))
        told = {
            name
            for sentence in range(len(document.syntax.sentences))
            for _, features in document.ranker.candidates(sentence)
            for name in features
        }
        assert told <= weights.keys()
