"""Spellings of one word: what transliteration, lost umlauts and double letters change.

Words come folded, as `kg.language.normalise.fold` writes them. A key made here says only that two words may
be one; what the difference is worth is for the features to say.
"""

from __future__ import annotations

import re
from functools import lru_cache

#: German, English and scholarly spellings of Slavic, Arabic and Asian sounds, longest first
_TRANSLITERATION = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"tsch|tch", "ch"),
        (r"kh", "ch"),
        (r"dsch|dzh", "dj"),
        (r"sch", "sh"),
        (r"w", "v"),
        (r"x", "ks"),
        (r"(?<=sk)(?:ij|iy|yj|yi|ii|y)$", "i"),
        (r"(?:ej|ey)$", "ei"),
        (r"(?:oj|oy)$", "oi"),
        (r"(?<=v)y(?=ch$)", "i"),
        (r"(?<=[^aeiou])(?:ij|iy|yj|y)$", "i"),
        (r"^[jy]e", "e"),
        (r"^[jy](?=[aou])", "i"),
        (r"(?<=[aou])[jy](?=[aou])", "i"),
    )
)
#: tells, fast, that none of them is needed
_FOREIGN = re.compile(r"ch|kh|sh|zh|[wx]|[jy]|[^aeiou]ii?$")
_LOST_UMLAUT = re.compile(r"(?<=[aou])e")
_DOUBLE = re.compile(r"(.)\1+")
_SIBILANT = re.compile(r"ts|tz|z")
_LAST_SIBILANT = re.compile(r"(?:ts|tz|z)$")


@lru_cache(maxsize=262144)
def without_umlauts(word: str) -> str:
    """Return a folded word as papers write it that know no umlauts: "mueller" as "muller"."""
    return _LOST_UMLAUT.sub("", word)


@lru_cache(maxsize=262144)
def roughly(word: str) -> str:
    """Return a key that words share which differ in umlauts, double letters, or a last s and z.

    >>> roughly("hoffmann") == roughly("hofmann"), roughly("merz") == roughly("mers")
    (True, True)
    """
    return _DOUBLE.sub(r"\1", _LAST_SIBILANT.sub("s", without_umlauts(word)))


@lru_cache(maxsize=262144)
def sound(word: str) -> str:
    """Return a key that transliterations of one word share.

    >>> sound("kusnezow") == sound("kuznetsov"), sound("selenskyj") == sound("zelensky")
    (True, True)
    >>> sound("gasprom") == sound("gazprom")
    True
    >>> sound("jandex") == sound("yandex"), sound("meyer") == sound("meier")
    (True, False)
    """
    if _FOREIGN.search(word):
        for pattern, plain in _TRANSLITERATION:
            word = pattern.sub(plain, word)
    return _DOUBLE.sub(r"\1", _SIBILANT.sub("s", without_umlauts(word)))


@lru_cache(maxsize=262144)
def consonants(word: str) -> str:
    """Return the consonants of a word as they sound: "mohammed" and "muhammad" share them."""
    return re.sub(r"[aeiouy]", "", sound(word))
