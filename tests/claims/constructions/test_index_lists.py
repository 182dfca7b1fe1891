"""Shares of lists that name their index."""

from __future__ import annotations

import pytest

from kg.claims.constructions.index_lists import index_lists
from kg.claims.reader import ClaimReader
from tests.claims.constructions.reading import lines, read


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Die Gewinner im DAX sind derzeit Allianz (+ 1,4 Prozent auf 352 EUR) und Adidas (+1,2 Prozent).",
            {"Allianz listedOn DAX", "Adidas listedOn DAX"},
        ),
        ("Die DAX-Verlierer sind Bayer (-2 Prozent) und SAP (-1 Prozent).", {"Bayer listedOn DAX", "SAP listedOn DAX"}),
        ("Zu den Gewinnern zählten Cisco (0,7 Prozent) und Visa (0,5 Prozent).", set()),
        ("Auch SAP (+2 Prozent) lag anders als die Verlierer im Plus.", set()),
    ],
)
def test_index_lists(reader: ClaimReader, text: str, wanted: set[str]) -> None:
    assert lines(read(reader, index_lists, text)) == wanted


def test_shares_that_move_an_index_are_listed_there(reader: ClaimReader) -> None:
    text = "Für den MDax ging es um 1,2 Prozent bergab, wobei Qiagen und Uniper mit starken Abschlägen bremsten."
    assert lines(read(reader, index_lists, text)) == {"Qiagen listedOn MDAX", "Uniper listedOn MDAX"}
