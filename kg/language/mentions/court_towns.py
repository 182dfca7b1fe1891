"""Towns inside the names of known courts: "Landgericht Hamburg" is in Hamburg."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.language.mentions.candidate import Candidate, Trust
from kg.language.mentions.reading import Reading


def court_towns(reading: Reading, chosen: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield the places that stand inside the names of courts; the courts then lie around them."""
    for court in chosen:
        town = _town(reading, court) if court.type == "GovernmentBody" and court.last > court.first + 1 else None
        if town is not None:
            court.outer = True
            yield town


def _town(reading: Reading, court: Candidate) -> Candidate | None:
    """Return the longest name of a place behind the noun for the court: "Amtsgericht Frankfurt am Main"."""
    noun = reading.pieces.words[court.first].lower()
    if not noun.endswith(reading.lexicon.courts) or noun in reading.lexicon.local_courts:
        return None
    first = court.first + 1
    for last, entries in reversed(list(reading.dictionary.matches(reading.pieces, first))):
        place = next((e.record for e in entries if e.record.type == "Place"), None)
        if place is not None and last <= court.last:
            return Candidate(first, last, place.name, "Place", Trust.KNOWN, records=(place,))
    return None
