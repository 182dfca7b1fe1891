"""What heads an item of an overview."""

from __future__ import annotations

import pytest

from kg.language.items import heads_item, tops_item
from kg.language.pipeline import Pipeline


@pytest.mark.parametrize(
    ("text", "name", "heads"),
    [
        ("++ SAP: Der Konzern wächst.", "SAP", True),
        ("SAP - Der Konzern wächst.", "SAP", True),
        ("• SAP (Walldorf) - Der Konzern wächst.", "SAP", True),
        ("SAP wächst - die Aktie steigt.", "SAP", False),
        ("Der Rivale SAP: Er wächst.", "SAP", False),
    ],
)
def test_what_heads_an_item(pipeline: Pipeline, text: str, name: str, heads: bool) -> None:
    s = pipeline.annotate(text).syntax
    at = s.words.index(name)
    assert heads_item(s, at, at + 1) is heads


@pytest.mark.parametrize(
    ("text", "name", "tops"),
    [
        ("++ SAP: Der Konzern wächst.", "SAP", True),
        ("Softwareschmiede Nemetschek: Umsatz steigt.", "Nemetschek", True),
        ("Kurseinbruch beim Verpackungshersteller Gerresheimer: Die Aktie fiel.", "Gerresheimer", True),
        ("Befreiungsschlag für Idorsia: Die Behörde hat zugestimmt.", "Idorsia", True),
        ("Der Rivale SAP: Er wächst.", "SAP", False),
        ("Analyst bei UBS: Die Aktie ist zu teuer.", "UBS", False),
        ("Er sagte bei SAP: Wir wachsen.", "SAP", False),
    ],
)
def test_what_tops_an_item(pipeline: Pipeline, text: str, name: str, tops: bool) -> None:
    s = pipeline.annotate(text).syntax
    at = s.words.index(name)
    assert tops_item(s, at, at + 1) is tops
