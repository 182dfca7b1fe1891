"""People told by a post beside their name: "der Chef der Gewerkschaft Ufo, Nicoley Baublies", "X Y, Sprecher von Z"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.language.mentions.candidate import Candidate, Trust
from kg.language.mentions.reading import Reading

#: pieces from a post to the comma before its holder, at most
_REACH = 8
#: how many words a name may have
_WORDS = (2, 3)


def holders(reading: Reading) -> Iterator[Candidate]:
    """Yield the full name behind the comma that follows a post, or before the comma that a post follows."""
    for i in range(1, len(reading.pieces)):
        if _is_post(reading, i):
            yield from _behind(reading, i)
            yield from _before(reading, i)


def _is_post(reading: Reading, i: int) -> bool:
    noun = reading.lexicon.noun(reading.pieces.words[i]) if reading.capital(i) else None
    if noun is None or noun.type != "Person" or noun.lemma in reading.lexicon.either:
        return False
    return reading.syntax.feats[reading.pieces.tokens[i]].get("Number") != "Plur"


def _behind(reading: Reading, i: int) -> Iterator[Candidate]:
    pieces = reading.pieces
    for first in range(i + 1, min(i + _REACH, len(pieces))):
        if pieces.joint[first] == ", ":
            last = reading.proper_run(first)
            closes = last < len(pieces) and pieces.joint[last] == ", "
            yield from _person(reading, first, last if closes else first)
        if not pieces.joint[first].isspace() and pieces.joint[first]:
            return


def _before(reading: Reading, i: int) -> Iterator[Candidate]:
    if reading.pieces.joint[i] == ", ":
        yield from _person(reading, reading.proper_run_before(i), i)


def _person(reading: Reading, first: int, last: int) -> Iterator[Candidate]:
    is_known = any(reading.dictionary.matches(reading.pieces, first))
    if last - first in _WORDS and not is_known:
        yield Candidate(first, last, reading.pieces.span(first, last), "Person", Trust.CUE)
