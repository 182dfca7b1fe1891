"""Codes are no names: what registers, exchanges, courts and letterheads put beside a name."""

from __future__ import annotations

import pytest

from kg.language.mentions.codes import coded
from kg.language.mentions.dictionary import Dictionary
from kg.language.mentions.lexicon import shipped_lexicon
from kg.language.mentions.reading import Reading
from tests.language.mentions.shared import BLANK


def codes(text: str) -> list[str]:
    """Return the pieces of a text that belong to codes."""
    reading = Reading(BLANK(text), Dictionary(()), shipped_lexicon())
    return [reading.pieces.words[i] for i in sorted(coded(reading))]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Die Nordseewerft Harlinger AG (ISIN DE000A2NWH19) baut.", ["ISIN", "DE000A2NWH19"]),
        ("Krones (WKN: A0D9PT / ISIN: DE0006335003) wächst.", ["WKN", "A0D9PT", "ISIN", "DE0006335003"]),
        ("Der Modehändler Gap (NYSE: GPS) wächst.", ["NYSE", "GPS"]),
        ("Tencent (HKG: 0700, ISIN: KYG875721634) legt zu.", ["HKG", "0700", "ISIN", "KYG875721634"]),
        ("Der Händler (Ticker: BABA) verliert.", ["Ticker", "BABA"]),
        ("Unter dem RIC DBKGn.DE steht der Kurs.", ["RIC", "DBKGn.DE"]),
        ("Der Konzern (LEI: 529900D6BF99LW9R2E68) wächst.", ["LEI", "529900D6BF99LW9R2E68"]),
        ("Eingetragen unter HRB 12345 in München.", ["HRB", "12345"]),
        ("Das Gericht (Az. 33 O 212/25) wies ab.", ["Az", "33", "O", "212", "25"]),
        ("Das Urteil (Rechtssache C-252/21) steht.", ["Rechtssache", "C", "252", "21"]),
        ("Telefon +49 89 636-00, Berlin", ["Telefon", "49", "89", "636", "00"]),
        ("E-Mail: presse@siemens.com", ["presse@siemens.com"]),
        ("Mehr unter https://www.siemens.com/presse heute.", ["https", "www.siemens.com", "presse"]),
        ("DGAP-Ad-hoc: Evotec senkt die Prognose.", ["DGAP", "Ad", "hoc"]),
        ("Hinweis\nEQS-News: Nordex wächst.", ["EQS", "News"]),
    ],
)
def test_takes_a_code_with_its_label(text: str, pieces: list[str]) -> None:
    assert codes(text) == pieces


@pytest.mark.parametrize(
    "text",
    [
        "Die Fluglinie fliegt nach Tel Aviv.",
        "Die BASF (Ludwigshafen: Chemie) wächst.",
        "Der Konzern EQS übernimmt DGAP.",
        "Intel (NASDAQ) und AMD.",
        "Das Telefon der Zukunft kommt von Apple.",
        "Der Ticker meldet: Siemens wächst.",
    ],
)
def test_leaves_names_and_plain_words(text: str) -> None:
    assert codes(text) == []
