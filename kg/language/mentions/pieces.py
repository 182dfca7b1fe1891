"""A text cut at spaces, hyphens and slashes: what names are matched over.

Pieces do not depend on the tokens, so a name is found wherever a tokeniser cuts and also inside a
compound: "Mercedes-Benz-Chef" is three pieces, the first two of which are a name. A closed compound is cut
where its name ends: "Bahnchef" counts as "Bahn-Chef".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from spacy.tokens import Doc

from kg.language.normalise import fold

_PIECE = re.compile(r"[^\W_]+(?:[.'’`´@&+!][^\W_]+)*\+?|&")
_LINKS = {" ", " + ", "-", "‑", ".-", ". ", "/", "\n", "’ ", "' "}
_ABBREVIATED = frozenset({"Bros", "Inc", "Corp", "Ltd", "Prof", "Mag", "Ing", "Cie"})
_INITIALS = re.compile(r"[A-ZÄÖÜ](?:\.[A-ZÄÖÜ])+")
_HYPHENS = {"-", "‑", ".-"}


@lru_cache(maxsize=65536)
def piece_key(piece: str) -> str:
    """Return the comparison key of one piece, a single word.

    >>> piece_key("ver.di"), piece_key("O'Leary"), piece_key("1&1")
    ('verdi', 'oleary', '1und1')
    """
    return fold(piece).replace(" ", "")


@lru_cache(maxsize=65536)
def piece_keys(name: str) -> tuple[str, ...]:
    """Return the keys of a name's pieces.

    >>> piece_keys("Mercedes-Benz Group")
    ('mercedes', 'benz', 'group')
    """
    return tuple(key for key in (piece_key(m.group()) for m in _PIECE.finditer(name)) if key)


def first_key(name: str) -> str:
    """Return the key of a name's first piece, empty where it has none.

    >>> first_key("Mercedes-Benz Group"), first_key("&")
    ('mercedes', 'und')
    """
    return next((key for m in _PIECE.finditer(name) if (key := piece_key(m.group()))), "")


def abbreviated(word: str) -> bool:
    """Tell whether a dot behind the word ends an abbreviation inside a name, not a sentence.

    >>> [abbreviated(word) for word in ("J", "J.P", "St", "Bros", "Inc", "Werk")]
    [True, True, True, True, True, False]
    """
    if _INITIALS.fullmatch(word):
        return True
    return (len(word) <= 2 and word[0].isupper() and not word.isdigit()) or word in _ABBREVIATED


#: where the name in a word ends and the noun behind it begins, None for words that are no closed compound
Cut = Callable[[str], tuple[int, int] | None]


def _uncut(word: str) -> None:
    """Return None: no word is cut."""


def _spans(text: str, cut: Cut) -> Iterator[tuple[int, int, bool]]:
    """Yield start and end of each piece, and whether it was cut off the name before it."""
    for match in _PIECE.finditer(text):
        start, end = match.span()
        place = cut(match.group())
        if place is None:
            yield start, end, False
        else:
            yield start, start + place[0], False
            yield start + place[1], end, True


class Pieces:
    """The pieces of a document, as lists side by side."""

    __slots__ = ("ends", "hyphen", "joint", "keys", "linked", "starts", "text", "tokens", "words")

    def __init__(self, doc: Doc, cut: Cut = _uncut) -> None:
        text = self.text = doc.text
        spans = list(_spans(text, cut))
        self.starts = [start for start, _, _ in spans]
        self.ends = [end for _, end, _ in spans]
        # the noun of a closed compound is written as it would be behind a hyphen
        self.words = [text[a:b].capitalize() if is_cut else text[a:b] for a, b, is_cut in spans]
        self.keys = [piece_key(word) for word in self.words]
        #: the signs between a piece and the one before it
        self.joint = [text[a:b] for a, b in zip([0, *self.ends], self.starts, strict=False)]
        #: may the piece go on a name that the piece before it began?
        self.linked = [joint in _LINKS or is_cut for joint, (_, _, is_cut) in zip(self.joint, spans, strict=True)]
        for i, joint in enumerate(self.joint):
            if joint == ". " and i > 0:
                self.linked[i] = abbreviated(self.words[i - 1])
        #: is the piece hyphenated, or closed up, to the one before it? A hyphen that opens the text joins nothing
        self.hyphen = [(joint in _HYPHENS and i > 0) or spans[i][2] for i, joint in enumerate(self.joint)]
        self.tokens = _token_of_each(doc, self.starts)

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> str:
        """Return the exact words of the pieces from ``first`` up to, not including, ``last``."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def spaced(self, i: int) -> bool:
        """Tell whether just a space parts the piece from the one before it."""
        return 0 < i < len(self.words) and self.joint[i] in (" ", " ")

    def before(self, i: int) -> str:
        """Return the key of the piece before, when nothing but a space or quotation mark stands between."""
        return self.keys[i - 1] if i > 0 and self.joint[i].strip(" \"'„“»«‘‚’\xa0") == "" else ""

    def compound_end(self, i: int) -> int:
        """Return the index after the last piece hyphenated to the piece before ``i``."""
        while i < len(self.words) and self.hyphen[i]:
            i += 1
        return i


def _token_of_each(doc: Doc, starts: list[int]) -> list[int]:
    """Return the token in which each offset lies; offsets ascend."""
    begins = [token.idx for token in doc]
    found, token, last = [], 0, len(begins) - 1
    for start in starts:
        while token < last and begins[token + 1] <= start:
            token += 1
        found.append(token)
    return found
