"""Acronyms that a text introduces in brackets: "Warner Bros. Discovery (WBD)"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.language.gazetteer import ORGANISATIONS
from kg.language.mentions.candidate import Candidate, Trust
from kg.language.mentions.reading import Reading

_OWNERS = ORGANISATIONS | {"Product", "Event", "Legislation", "MarketIndex"}
_LONGEST = 6


def introduced_acronyms(reading: Reading, chosen: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield the acronym behind each name as another name of the same entity."""
    names = list(chosen)
    taken = {c.first for c in names}
    for name in names:
        i = name.last
        if i in taken or name.type not in _OWNERS or name.head or i >= len(reading.pieces):
            continue
        word = reading.pieces.words[i]
        if _is_acronym(reading, word) and _in_brackets(reading, i):
            yield Candidate(i, i + 1, word, name.type, Trust.CUE, records=name.records)


def _is_acronym(reading: Reading, word: str) -> bool:
    return 1 < len(word) <= _LONGEST and word.isupper() and word.isalpha() and word not in reading.lexicon.never


def _in_brackets(reading: Reading, i: int) -> bool:
    pieces = reading.pieces
    return pieces.joint[i] == " (" and pieces.text[pieces.ends[i] : pieces.ends[i] + 1] == ")"
