"""Words that a frame asks for, sorted by how they are looked for."""

from __future__ import annotations

from kg.claims.asked_words import AskedWords


def test_words_are_sorted_by_how_they_are_looked_for() -> None:
    asked = AskedWords.of(["Anteil", "Rat", "in den Ring"])
    assert asked.listed == ("anteil", "rat", "in den ring")
    assert asked.known == {"anteil", "rat", "in den ring"}
    # a compound's last part is looked for only where it is long enough to mean something
    assert asked.endings == ("anteil", "in den ring")
    assert asked.phrases == ("in den ring",)


def test_no_words_are_no_condition() -> None:
    assert not AskedWords.of([]).listed
