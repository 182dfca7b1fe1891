"""Two names that stand side by side without a comma: "hat Celonis SAP verklagt", "die Internetaufsicht CAC Alibaba"."""

from __future__ import annotations

from kg.language.mentions.reading import Reading


def known_split(reading: Reading, first: int, last: int, type: str | None = None) -> int | None:
    """Return where the second of two known names begins that make up the pieces; None where they are no two.

    The first is of a class, where one is given: "der Clouddienst Microsoft Azure" is one name. The second is no place:
    so is "Novartis India". A full name of a person need not be known: "Ken Paxton Kenvue" are two.
    """
    for i in range(first + 1, last):
        is_person = type == "Person" and i > first + 1
        names = reading.pieces.spaced(i) and (is_person or type in _classes(reading, first, i))
        if names and _classes(reading, i, last) - {None, "Place", *(("Person",) if is_person else ())}:
            return i
    return None


def _classes(reading: Reading, first: int, last: int) -> set[str | None]:
    """Return the classes of what bears the pieces as a name, with None for any; empty for no name."""
    matches = reading.dictionary.matches(reading.pieces, first)
    found: set[str | None] = {e.record.type for end, entries in matches if end == last for e in entries}
    return found | {None} if found else found
