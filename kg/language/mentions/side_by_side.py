"""Two names that stand side by side without a comma: "hat Celonis SAP verklagt", "die Internetaufsicht CAC Alibaba".

The second may be a person that nobody knows: "schlägt der Verwaltungsrat von Clariant Nadja Huber vor".
"""

from __future__ import annotations

from kg.language.mentions.reading import Reading

_HOUSES = ("Company", "Regulator", "GovernmentBody", "Union", "MediaOutlet", "Organization")


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


def person_behind(reading: Reading, first: int, last: int) -> int | None:
    """Return where a person's first name follows a known organisation in the pieces: "Clariant | Nadja Huber"."""
    for i in range(first + 1, last - 1):
        names_person = reading.pieces.words[i] in reading.lexicon.first_names and reading.pieces.spaced(i)
        if names_person and not _classes(reading, first, i).isdisjoint(_HOUSES):
            return None if _classes(reading, first, last) else i
    return None


def _classes(reading: Reading, first: int, last: int) -> set[str | None]:
    """Return the classes of what bears the pieces as a name, with None for any; empty for no name."""
    matches = reading.dictionary.matches(reading.pieces, first)
    found: set[str | None] = {e.record.type for end, entries in matches if end == last for e in entries}
    return found | {None} if found else found
