"""What heads an item of an overview."""

from __future__ import annotations

import pytest

from kg.language.items import heads_item
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
