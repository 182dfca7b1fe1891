"""German text as the search index keeps it: folded, by basic form, and compounds by their last part."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import simplemma

from kg.language.normalise import fold

#: letters of the shortest word that may be a compound, and of its shortest part
_COMPOUND, _PART = 8, 4


def lemmas(text: str) -> str:
    """Return the basic forms of a text's words, folded.

    >>> lemmas("verhängte Strafen")
    'verhaengen strafe'
    """
    return " ".join(lemma(word) for word in words(text))


def heads(text: str) -> str:
    """Return the last parts of a text's compounds, folded, and nothing for other words.

    >>> heads("Die Geldstrafen für Übernahmeangebote")
    'strafe angebot'
    """
    return " ".join(found for word in words(text) if (found := head(word)))


def words(text: str) -> Iterator[str]:
    """Yield the words of a text, with their own spelling."""
    for word in text.replace("-", " ").split():
        bare = word.strip(".,;:!?()[]\"'„“”‚‘»«…")
        if bare:
            yield bare


@lru_cache(maxsize=65536)
def lemma(word: str) -> str:
    """Return the basic form of a word, folded."""
    return fold(str(simplemma.lemmatize(word, lang="de")))


@lru_cache(maxsize=65536)
def head(word: str) -> str:
    """Return the basic form of the last part of a compound noun, folded; empty for another word."""
    if len(word) < _COMPOUND or not word[0].isupper() or not word.isalpha():
        return ""
    for start in range(_PART, len(word) - _PART + 1):
        part = word[start:].capitalize()
        if _is_word(part) and (_is_word(word[:start]) or _is_word(word[: start - 1])):
            return lemma(part)
    return ""


def _is_word(text: str) -> bool:
    return bool(simplemma.is_known(text, lang="de"))
