"""How prominent an entity is, sentence by sentence."""

from __future__ import annotations

import numpy as np
import pytest

from kg.articles.article import Article
from kg.claims.document import Document
from kg.claims.learned.candidates import sentence_pairs
from kg.claims.learned.prominence import prominence
from kg.claims.learned.scheme import PROMINENCE
from kg.claims.learned.slot_table import SlotTable
from kg.claims.reader import ClaimReader

STORY = (
    "Siemens baut Stellen ab. Siemens verkauft Innomotics an Bosch. In Erlangen wird gespart. "
    "Bosch sitzt in Stuttgart. Siemens und Bosch schweigen. Siemens wartet ab."
)


@pytest.fixture(scope="module")
def story(reader: ClaimReader) -> Document:
    return reader.document(Article("story", STORY))


def columns(document: Document, number: int, name: str) -> list[int]:
    """Return the columns that hold for an entity in a sentence."""
    table = SlotTable([*sentence_pairs(document, number)])
    bits = prominence(document, table)
    rows = [
        row
        for row, slot in zip(bits, table.slots, strict=True)
        if slot.referent >= 0 and document.referents[slot.referent].name == name
    ]
    return np.flatnonzero(rows[0]).tolist()


@pytest.mark.parametrize(
    ("number", "name", "holds"),
    [
        (1, "Siemens", [1, 5, 10, 11, 12]),  # once before, just before, headline, subject there, the main company
        (1, "Bosch", [0, 9]),  # never before
        (4, "Bosch", [2, 5, 11]),  # twice before
        (4, "Siemens", [2, 7, 10, 11, 12]),  # three sentences ago
    ],
)
def test_how_often_and_how_lately(story: Document, number: int, name: str, holds: list[int]) -> None:
    assert columns(story, number, name) == holds


def test_values_have_none(reader: ClaimReader) -> None:
    document = reader.document(Article("a", "Intel zahlt 5 Milliarden Dollar."))
    table = SlotTable([*sentence_pairs(document, 0)])
    bits = prominence(document, table)
    assert bits.shape == (len(table.slots), PROMINENCE)
    assert [bool(row.any()) for row in bits] == [slot.referent >= 0 for slot in table.slots]
