"""What gives a German number its meaning: scales, currencies, percentages, points, counted nouns."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

import simplemma

from kg.language.de.words import one_of, word_lists
from kg.language.spans import QuantityKind

_WORDS = word_lists("quantities")

SCALES: dict[str, float] = _WORDS["scales"]
#: forms of counted nouns that need no dictionary, with their lemma
COUNTED: dict[str, str] = {form: lemma for lemma, forms in _WORDS["counted"].items() for form in (lemma, *forms)}


class Unit(NamedTuple):
    """A unit of measure: its kind, its name and what one of it is worth."""

    kind: QuantityKind
    name: str | None
    factor: float = 1.0


BARE = Unit("number", None)


def _units() -> dict[str, Unit]:
    names = [(code, word) for code, words in _WORDS["currencies"].items() for word in words]
    units = {form: Unit("money", code) for code, word in names for form in (word, _at_start(word))}
    units |= {word: Unit("money", code, 0.01) for code, words in _WORDS["cents"].items() for word in words}
    units |= {word: Unit("percent", name) for word, name in _WORDS["percent"].items()}
    units |= {word: Unit("percent", "percent", float(share)) for word, share in _WORDS["fractions"].items()}
    return units | {word: Unit("points", "points") for word in _WORDS["points"]["words"]}


def _at_start(name: str) -> str:
    """Return a name of two words as a sentence or a careless writer begins it: "Dänische Kronen"."""
    return name[0].upper() + name[1:] if " " in name else name


UNITS = _units()


def _ending_whole(words: dict[str, float] | dict[str, Unit]) -> str:
    """Return a regular expression for words that end where it ends; symbols and abbreviations end anyway."""
    return "|".join(
        re.escape(word) + (r"(?!\w)" if word[-1].isalnum() else "")
        for word in sorted(words, key=lambda w: (-len(w), w))
    )


SCALE = f"(?:{_ending_whole(SCALES)})"
UNIT = f"(?:{_ending_whole(UNITS)})"
CURRENCY_BEFORE = one_of(_WORDS["prefixes"]["words"])


def crown(text: str) -> str | None:
    """Return the currency that "Kronen" means in a text, by the one country it speaks of; None where that is unclear.

    >>> crown("Novo Nordisk aus Dänemark verdiente 27 Milliarden Kronen")
    'DKK'
    """
    words = {word.lower() for word in re.findall(r"\w+", text)}
    told = [code for code, stems in _WORDS["crowns"].items() if any(w.startswith(tuple(stems)) for w in words)]
    return told[0] if len(told) == 1 else None


@lru_cache(maxsize=4096)
def counted_lemma(noun: str) -> str:
    """Return the singular of a counted noun.

    >>> [counted_lemma(n) for n in ("Arbeitsplätze", "Euro-Länder", "Verwaltungsjobs", "Modemarken")]
    ['Arbeitsplatz', 'Euro-Land', 'Verwaltungsjob', 'Modemarke']
    """
    if noun in COUNTED:
        return COUNTED[noun]
    compound, hyphen, last = noun.rpartition("-")
    if hyphen:
        return compound + hyphen + counted_lemma(last)
    lemma = str(simplemma.lemmatize(noun, lang="de"))
    return lemma if lemma != noun and lemma[0].isupper() else _lemma_by_end(noun)


def _lemma_by_end(noun: str) -> str:
    """Return a compound with its longest known end in the singular."""
    for i in range(3, len(noun) - 3):
        end = noun[i:].capitalize()
        if end in COUNTED or simplemma.is_known(end, lang="de"):
            lemma = COUNTED.get(end) or str(simplemma.lemmatize(end, lang="de"))
            return noun[:i] + (lemma.lower() if noun[i].islower() else lemma)
    return noun
