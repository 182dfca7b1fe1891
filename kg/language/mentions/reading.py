"""One document as the recognisers see it: pieces with their tags, the lexicon, the dictionary."""

from __future__ import annotations

from functools import lru_cache

import simplemma
from spacy.pipeline import Sentencizer
from spacy.tokens import Doc

from kg.language.mentions.closed_compounds import ClosedCompounds
from kg.language.mentions.dictionary import Dictionary
from kg.language.mentions.lexicon import Lexicon
from kg.language.mentions.pieces import Pieces
from kg.language.syntax import Syntax

#: classes of what is owned rather than owns
_OWNED = frozenset({"Topic", "Product", "Legislation", "MarketIndex"})
_SHORTEST_GENITIVE = 4
DEFINITE_ARTICLES = frozenset({"der", "die", "das", "den", "dem", "des"})


class Reading:
    """A document with everything that recognising its names looks at."""

    __slots__ = ("_words", "dictionary", "doc", "lexicon", "pieces", "pos", "syntax", "tagged")

    def __init__(self, doc: Doc, dictionary: Dictionary, lexicon: Lexicon) -> None:
        if not doc.has_annotation("SENT_START"):
            doc = Sentencizer()(doc)
        self.doc = doc
        self.dictionary = dictionary
        self.lexicon = lexicon
        self.pieces = Pieces(doc, ClosedCompounds(dictionary, lexicon).cut)
        self._words = frozenset(self.pieces.words)
        self.syntax = Syntax(doc)
        #: does the document have parts of speech?
        self.tagged = doc.has_annotation("POS")
        self.pos = [self.syntax.pos[token] for token in self.pieces.tokens]

    def capital(self, i: int) -> bool:
        """Tell whether a piece is written as a name or noun: with a capital or digit in front or within."""
        return _capital(self.pieces.words[i])

    def proper(self, i: int) -> bool:
        """Tell whether a piece can be part of a name that no dictionary holds."""
        word = self.pieces.words[i]
        if word in self.lexicon.never or not self.capital(i):
            return False
        if odd_shape(word):
            return True
        return self.tagged and self.pos[i] in ("PROPN", "X")

    def genitive(self, i: int) -> bool:
        """Tell whether a piece is the genitive of a name before what it owns: "Nvidias | H20", "Rivians | Software"."""
        word = self.pieces.words[i]
        if len(word) < _SHORTEST_GENITIVE or not word.endswith("s") or not word[0].isupper() or self.pieces.hyphen[i]:
            return False
        entries = [e for end, found in self.dictionary.matches(self.pieces, i) if end == i + 1 for e in found]
        if any(e.name == word for e in entries):
            return False
        told = word[:-1] in self._words
        if any(e.name == word[:-1] and e.record.type not in _OWNED and (told or not e.doubtful) for e in entries):
            return True
        return not known_word(word) and (told or any(e.name == word[:-1] for e in entries))

    def counted(self, i: int) -> bool:
        """Tell whether a number stands before a piece: "12 Milliarden US-Dollar" names no currency."""
        before = self.pieces.words[i - 1] if i > 0 and self.pieces.spaced(i) else ""
        return before[:1].isdigit() or before.rstrip("n").endswith(("illione", "illiarde", "Mrd", "Mio", "Mill"))

    def sentence_initial(self, i: int) -> bool:
        """Tell whether a piece opens its sentence."""
        token = self.pieces.tokens[i]
        return bool(self.doc[token].is_sent_start) or token == 0

    def word_before(self, i: int) -> str:
        """Return the lower-case token before the one that a piece lies in."""
        token = self.pieces.tokens[i]
        return self.syntax.lower[token - 1] if token > 0 else ""

    def proper_run(self, first: int, limit: int = 5) -> int:
        """Return the end of the run of name-like pieces that begins at ``first``."""
        last = first
        while last < len(self.pieces) and last - first < limit and self.proper(last):
            if last > first and not self._goes_on(last):
                break
            last += 1
        return last

    def proper_run_before(self, last: int, limit: int = 5) -> int:
        """Return the beginning of the run of name-like pieces that ends before ``last``."""
        first = last
        while first > 0 and last - first < limit and self.proper(first - 1):
            if first < last and not self._goes_on(first):
                break
            first -= 1
        return first

    def _goes_on(self, i: int) -> bool:
        return self.pieces.linked[i] and self.pieces.joint[i] not in ("\n", "/", "' ", "’ ")


@lru_cache(maxsize=65536)
def _capital(word: str) -> bool:
    return not word[0].islower() or odd_shape(word)


@lru_cache(maxsize=65536)
def known_word(word: str) -> bool:
    """Tell whether a word list of German has the word."""
    return bool(simplemma.is_known(word, lang="de"))


_JOINTS = ("", "s", "n", "en", "es")
_SHORTEST_PART = 4


def known_plural(word: str) -> bool:
    """Tell whether a word is the plural of a compound of the word list, as no name is.

    >>> known_plural("Reisebüros"), known_plural("Supernova")
    (True, False)
    """
    return word.endswith(("s", "n")) and known_word(word) and known_word(word[:-1]) and known_compound(word[:-1])


@lru_cache(maxsize=65536)
def known_compound(word: str) -> bool:
    """Tell whether a word is put together from two words of the word list.

    >>> known_compound("Wachstumsturbo"), known_compound("Nexperia")
    (True, False)
    """
    for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        front, tail = word[:cut], word[cut:].capitalize()
        if known_word(tail) and any(front.endswith(j) and known_word(front.removesuffix(j)) for j in _JOINTS):
            return True
    return False


def plural_compound(word: str) -> bool:
    """Tell whether a word is a compound of the word list with the plural's "e", as no name of one word is.

    >>> plural_compound("Umsatzsprünge"), plural_compound("Porsche"), plural_compound("Postbank")
    (True, False, False)
    """
    return word.endswith("e") and known_compound(word)


@lru_cache(maxsize=65536)
def odd_shape(word: str) -> bool:
    """Tell whether a word is written as no German noun is: capitals or digits inside.

    >>> [odd_shape(w) for w in ("DeepSeek", "SAIC", "GPT5", "Meituan", "xAI")]
    [True, True, True, False, True]
    """
    return len(word) > 1 and any(c.isupper() or c.isdigit() for c in word[1:]) and any(c.isalpha() for c in word)
