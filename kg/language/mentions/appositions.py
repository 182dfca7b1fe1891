"""Names that no dictionary holds, told by the words around them: a noun before, a legal form behind."""

from __future__ import annotations

from collections.abc import Iterator

from kg.language.mentions.candidate import Candidate, Trust
from kg.language.mentions.context import noun_before
from kg.language.mentions.gazetteer_match import compound_head
from kg.language.mentions.persons import bare_name
from kg.language.mentions.reading import Reading

_BEHIND_CLASSES = {
    "company": "Company",
    "union": "Union",
    "media": "MediaOutlet",
    "event": "Event",
    "law": "Legislation",
}


def appositions(reading: Reading) -> Iterator[Candidate]:
    """Yield the name that follows a noun telling its class: "der Kombi Z9 GT"."""
    for first in range(1, len(reading.pieces)):
        if not reading.capital(first) or reading.pieces.hyphen[first]:
            continue
        noun = noun_before(reading, first)
        if noun is None:
            continue
        last = _quoted_end(reading, first) or reading.proper_run(first)
        if last > first:
            yield from _named(reading, first, last, noun.type)


def _named(reading: Reading, first: int, last: int, type: str) -> Iterator[Candidate]:
    if type == "Person" and last - first < 2:
        return
    yield Candidate(
        first, last, bare_name(reading, first, last), type, Trust.CUE, head=compound_head(reading, last)
    )


_QUOTES = {'"': '"', "„": '“”"', "»": "«", "«": "»", "‚": "‘’", "“": "”", "'": "'"}


def _quoted_end(reading: Reading, first: int) -> int:
    """Return the end of a short name in quotation marks; 0 where there is none."""
    pieces = reading.pieces
    opening = pieces.joint[first].strip()
    if opening not in _QUOTES:
        return 0
    for last in range(first + 1, min(first + 6, len(pieces) + 1)):
        end = pieces.ends[last - 1]
        if pieces.text[end : end + 1] in _QUOTES[opening] and pieces.text[end : end + 1]:
            return last
        if last < len(pieces) and not pieces.linked[last]:
            return 0
    return 0


def closed_names(reading: Reading) -> Iterator[Candidate]:
    """Yield capitalised names that close with a legal form or a word such as "Airlines" or "Summit"."""
    behind = {word: cls for cls in _BEHIND_CLASSES for word in reading.lexicon.behind[cls]}
    for i in range(1, len(reading.pieces)):
        cls = behind.get(reading.pieces.words[i])
        if cls and reading.pieces.linked[i]:
            first = _run_start(reading, i)
            if first < i:
                last = _extended(reading, i + 1, behind)
                yield Candidate(
                    first, last, bare_name(reading, first, last), _BEHIND_CLASSES[cls], Trust.CUE,
                    head=compound_head(reading, last),
                )  # fmt: skip


def _run_start(reading: Reading, last: int) -> int:
    """Return where the run of name-like pieces before ``last`` begins."""
    pieces, first = reading.pieces, last
    while (
        first > 0
        and last - first < 4
        and pieces.linked[first]
        and pieces.joint[first] not in ("\n", "/", ". ")
    ):
        before = first - 1
        if not (reading.proper(before) or pieces.words[before] == "&") or reading.lexicon.noun(
            pieces.words[before]
        ):
            break
        first = before
    return first


def _extended(reading: Reading, last: int, behind: dict[str, str]) -> int:
    pieces = reading.pieces
    while last < len(pieces) and pieces.spaced(last) and pieces.words[last] in behind:
        last += 1
    return last
