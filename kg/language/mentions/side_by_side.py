"""Two names that stand side by side without a comma: "hat Celonis SAP verklagt", "die Internetaufsicht CAC Alibaba"."""

from __future__ import annotations

from kg.language.mentions.reading import Reading


def known_split(reading: Reading, first: int, last: int, type: str | None = None) -> int | None:
    """Return where the second of two known names begins that make up the pieces; None where they are no two.

    The first is of a class, where one is given: "der Clouddienst Microsoft Azure" is one name. The second is no place:
    so is "Novartis India".
    """
    for i in range(first + 1, last):
        names = reading.pieces.spaced(i) and type in _classes(reading, first, i)
        if names and _classes(reading, i, last) - {None, "Place"}:
            return i
    return None


def _classes(reading: Reading, first: int, last: int) -> set[str | None]:
    """Return the classes of what bears the pieces as a name, with None for any; empty for no name."""
    matches = reading.dictionary.matches(reading.pieces, first)
    found: set[str | None] = {e.record.type for end, entries in matches if end == last for e in entries}
    return found | {None} if found else found
