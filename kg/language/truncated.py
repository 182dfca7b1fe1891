"""Compounds that share their last part: "mit dem Energie- und Chemiekonzern SK" speaks of one Konzern.

The word with the hyphen is a piece of the noun behind "und". A parser may take it, or the adjective before it, for a
noun of its own, and tears the phrase: what stands before it then belongs elsewhere than the noun.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.language.syntax import Syntax

_AND = frozenset({"und", "oder", "sowie", "bzw.", "&"})
#: what stands before a noun in its phrase, and how it hangs on it
_BEFORE = {"DET": "det", "ADJ": "amod", "NUM": "nummod", "ADP": "case"}


def join_truncated(s: Syntax, first: int, last: int) -> None:
    """Give each noun behind a piece and "und" the place of the whole phrase, in place, before children are listed."""
    for piece in range(first, last):
        if is_truncated(s, piece, last):
            _join(s, _phrase(s, piece, first), piece, range(first, last))


def is_truncated(s: Syntax, i: int, last: int) -> bool:
    """Tell whether a token is a piece of the noun that stands behind "und" before ``last``."""
    noun = i + 2
    if not s.words[i].endswith("-") or len(s.words[i]) == 1 or noun >= last or s.lower[i + 1] not in _AND:
        return False
    return s.pos[noun] in ("NOUN", "PROPN") and s.words[noun][0].isupper() and not s.words[noun].isupper()


def _phrase(s: Syntax, piece: int, first: int) -> range:
    """Return the words before a piece that belong to its noun."""
    start = piece
    if piece - first > 1 and s.pos[piece - 2] == "DET" and _looks_like_origin(s.words[piece - 1]):
        s.pos[piece - 1] = "ADJ"
    while start > first and s.pos[start - 1] in _BEFORE and s.deps[start - 1] not in ("aux", "cop"):
        start -= 1
        if s.pos[start] == "ADP":
            break
    return range(start, piece)


def _looks_like_origin(word: str) -> bool:
    """Whether a word looks like that for a town's: "der Münchner Industrie- und Technologiekonzern"."""
    return word.istitle() and word.endswith("er")


def _join(s: Syntax, before: range, piece: int, sentence: range) -> None:
    """Hang the words before a piece, the piece and "und" on the noun behind, and this where the phrase hung."""
    noun = piece + 2
    words = [*before, piece, piece + 1, noun]
    outside = [i for i in (piece, *before, noun) if s.heads[i] not in words or s.heads[i] == i]
    if outside == [noun]:
        return
    top = next((i for i in outside if s.deps[i] not in ("case", "punct", "cc")), -1)
    if top != -1:
        s.deps[noun] = s.deps[top] if s.deps[top] not in ("det", "amod", "compound") else s.deps[noun]
        s.heads[noun] = noun if s.heads[top] == top else s.heads[top]
    if s.deps[noun] == "flat" and not before and s.heads[noun] == piece - 1:
        s.deps[noun], s.heads[noun] = "obj", s.heads[piece - 1]  # "ordert bei Bosch | Brems- und Lenksysteme"
    for i in sentence:
        if i not in words and s.heads[i] in words[:-1]:
            s.heads[i] = noun
    for i in before:
        s.heads[i], s.deps[i] = noun, _BEFORE[s.pos[i]]
    s.heads[piece] = s.heads[piece + 1] = noun
    s.deps[piece], s.deps[piece + 1] = "compound", "cc"
    if noun + 1 < len(s) and s.deps[noun + 1] == "flat" and s.heads[noun + 1] == noun:
        s.pos[noun], s.deps[noun + 1] = "NOUN", "appos"
