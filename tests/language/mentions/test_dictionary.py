"""Names of the dictionary are found whichever of them a text begins with first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.lang.de import German

from kg.language.gazetteer import AuthorityRecord
from kg.language.mentions.dictionary import Dictionary
from kg.language.mentions.pieces import Pieces

NAMES = [
    "Aldi",
    "SAP",
    "KKR",
    "Weißes Haus",
    "Deutsche Bank",
    "Deutsche Börse",
    "1&1",
    "X",
    "…",
    "Merck & Co.",
    "Sap-Werk",
]
RECORDS = [AuthorityRecord(f"r{n}", name, "Company") for n, name in enumerate(NAMES)]
BLANK = German()


def beginnings(dictionary: Dictionary, text: str) -> set[str]:
    return {entry.name for entry in dictionary.beginning(Pieces(BLANK(text)), 0)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Aldi baut", {"Aldi"}),
        # the case ending belongs to the letters that names are grouped by
        ("Aldis Filialen", {"Aldi"}),
        ("SAPs Chef", {"SAP"}),
        ("KKR kauft", {"KKR"}),
        ("Weißen Hauses", {"Weißes Haus"}),
        ("Deutschen Bank und Börse", {"Deutsche Bank"}),
        ("Merck & Co. forscht", {"Merck & Co."}),
        ("Alditalk", set()),
    ],
)
def test_a_name_is_found_in_its_cases(text: str, wanted: set[str]) -> None:
    assert beginnings(Dictionary(RECORDS), text) == wanted


@given(st.permutations([name for name in NAMES if name != "…"]))
def test_what_was_asked_before_changes_nothing(order: list[str]) -> None:
    dictionary = Dictionary(RECORDS)
    assert all(name in {entry.name for entry in dictionary.find(name)} for name in order)
    assert dictionary.find("…") == []
