"""Acronyms that a text introduces in brackets, "Warner Bros. Discovery (WBD)", or takes for known: "VC-Präsident"."""

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
        if name.type not in _OWNERS or name.head or i >= len(reading.pieces):
            continue
        word = reading.pieces.words[i]
        if not _is_acronym(reading, word) or not _in_brackets(reading, i):
            continue
        if i not in taken:
            yield Candidate(i, i + 1, word, name.type, Trust.CUE, records=name.records)
        elif name.records and _capitals(name.name) == word:
            _let_mean(names, word, name)


def spelled_acronyms(reading: Reading, chosen: Iterable[Candidate]) -> None:
    """Point acronyms that no dictionary knows to the only body of the text with these capitals.

    "Die Vereinigung Cockpit droht mit Streik. VC-Präsident Andreas Pinheiro …"
    """
    known = list(chosen)
    full = [c for c in known if c.type in ORGANISATIONS and c.last - c.first > 1 and c.kind == "name"]
    for acronym in known:
        word = reading.pieces.span(acronym.first, acronym.last)
        if acronym.records or acronym.type not in ORGANISATIONS or not _is_acronym(reading, word):
            continue
        meant = {c.name: c for c in full if _capitals(c.name) == word}
        if len(meant) == 1:
            body = next(iter(meant.values()))
            acronym.records, acronym.type, acronym.name = body.records, body.type, body.name


def _let_mean(names: Iterable[Candidate], acronym: str, name: Candidate) -> None:
    """Point an acronym to whom it stands for here, whoever else is known by it: "EP Group (EPG)"."""
    for other in names:
        if other.name == acronym:
            other.type, other.records = name.type, name.records


def _capitals(name: str) -> str:
    """Return the capitals of a name.

    >>> _capitals("EP Group"), _capitals("Thyssenkrupp Marine Systems")
    ('EPG', 'TMS')
    """
    return "".join(c for c in name if c.isupper())


def _is_acronym(reading: Reading, word: str) -> bool:
    return 1 < len(word) <= _LONGEST and word.isupper() and word.isalpha() and word not in reading.lexicon.never


def _in_brackets(reading: Reading, i: int) -> bool:
    pieces = reading.pieces
    return pieces.joint[i] == " (" and pieces.text[pieces.ends[i] : pieces.ends[i] + 1] == ")"
