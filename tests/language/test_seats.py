"""The town of a seat that is told beside a name hangs on the seat."""

from __future__ import annotations

import pytest

from kg.language.pipeline import Pipeline


@pytest.mark.parametrize(
    ("text", "seat", "town", "head"),
    [
        ("Der Rivale Siemens Mobility mit Sitz in München wächst.", "Sitz", "München", "Rivale"),
        ("Die Firma Xentral mit Hauptsitz in Augsburg wächst.", "Hauptsitz", "Augsburg", "Firma"),
    ],
)
def test_where_the_town_hangs(pipeline: Pipeline, text: str, seat: str, town: str, head: str) -> None:
    s = pipeline.annotate(text).syntax
    place, noun = s.words.index(town), s.words.index(seat)
    assert s.heads[place] == noun
    assert s.words[s.heads[noun]] in (head, text.split()[2])
