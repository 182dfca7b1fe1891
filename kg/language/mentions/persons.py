"""Names of people: a first name or a post before them, family names before given names."""

from __future__ import annotations

from collections.abc import Iterator

from kg.language.mentions.candidate import Candidate, Trust
from kg.language.mentions.context import noun_before
from kg.language.mentions.reading import Reading

_MOST_PIECES = 5


def person_names(reading: Reading) -> Iterator[Candidate]:
    """Yield a candidate for every stretch that reads as a person's full name."""
    pieces, lexicon = reading.pieces, reading.lexicon
    i = 0
    while i < len(pieces):
        word = pieces.words[i]
        last = 0
        if word in lexicon.first_names and not _inside_word(reading, i):
            last = _western(reading, i)
        elif word in lexicon.family_first:
            last = _eastern(reading, i)
        if last > i + 1:
            yield _person(reading, i, last, Trust.KNOWN)
        i = max(last, i + 1)


def _inside_word(reading: Reading, i: int) -> bool:
    return reading.pieces.hyphen[i] and reading.pieces.words[i - 1] not in reading.lexicon.first_names


def _western(reading: Reading, first: int) -> int:
    """Return the end of a name that opens with a first name: further names, initials, particles, a surname."""
    pieces, lexicon = reading.pieces, reading.lexicon
    last = first + 1
    while last < len(pieces) and last - first < _MOST_PIECES and pieces.linked[last]:
        word = pieces.words[last]
        if (word in lexicon.particles and last + 1 < len(pieces) and reading.capital(last + 1)) or word in lexicon.first_names or _initial(word):
            last += 1
        else:
            break
    return _with_surname(reading, first, last)


def _initial(word: str) -> bool:
    return len(word) <= 2 and word.isupper()


def _with_surname(reading: Reading, first: int, last: int) -> int:
    pieces = reading.pieces
    if last < len(pieces) and _continues(reading, last) and _surname(reading, last):
        last += 1
        while (
            last < len(pieces)
            and pieces.hyphen[last]
            and _surname(reading, last)
            and not _is_noun(reading, last)
        ):
            last += 1
        return last
    return last if pieces.words[last - 1] in reading.lexicon.first_names else 0


def _continues(reading: Reading, i: int) -> bool:
    return reading.pieces.joint[i] in (" ", "\xa0", ". ", "-")


def _surname(reading: Reading, i: int) -> bool:
    word = reading.pieces.words[i]
    if word in reading.lexicon.never or not word[0].isupper() or len(word) < 2:
        return False
    return not reading.tagged or reading.pos[i] in ("PROPN", "X", "NOUN", "ADJ") or not _is_noun(reading, i)


def _is_noun(reading: Reading, i: int) -> bool:
    return reading.lexicon.noun(reading.pieces.words[i]) is not None


def _eastern(reading: Reading, first: int) -> int:
    """Return the end of a Chinese or Korean name: family name, then a given name of one or two words."""
    pieces = reading.pieces
    last = first + 1
    while last < len(pieces) and last - first < 3 and _continues(reading, last) and _given(reading, last):
        last += 1
    if last == first + 1:
        return 0
    post = noun_before(reading, first)
    proper = reading.tagged and all(reading.pos[i] == "PROPN" for i in range(first, last))
    return last if proper or (post is not None and post.type == "Person") else 0


def _given(reading: Reading, i: int) -> bool:
    word = reading.pieces.words[i]
    return word[0].isupper() and word[1:].islower() and reading.proper(i)


def _person(reading: Reading, first: int, last: int, trust: Trust) -> Candidate:
    return Candidate(first, last, bare_name(reading, first, last), "Person", trust)


def bare_name(reading: Reading, first: int, last: int) -> str:
    """Return a name's words, without the ending of the genitive where a noun follows.

    "Warren Buffetts Holding" names Warren Buffett; "Jens Weidmann" and "Peter Andrews sagte" keep their s.
    """
    name = reading.pieces.span(first, last)
    if not name.endswith("s") or name.endswith("ss") or len(name) < 4:
        return name.rstrip("'’")
    return name[:-1] if _genitive(reading, last) else name


def _genitive(reading: Reading, last: int) -> bool:
    token = reading.pieces.tokens[last - 1]
    if reading.syntax.feats[token].get("Case") == "Gen":
        return True
    follows = last < len(reading.pieces) and reading.pieces.spaced(last) and reading.capital(last)
    return follows and not reading.proper(last) and not reading.sentence_initial(last)
