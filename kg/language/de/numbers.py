"""German numbers: digits with their grouping, and number words up to the millions."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from kg.language.de.words import one_of, word_lists

_WORDS = word_lists("quantities")["numerals"]
_ONES: dict[str, float] = _WORDS["ones"]
_TEENS: dict[str, float] = _WORDS["teens"]
_TENS: dict[str, float] = _WORDS["tens"]
_HALVES: dict[str, float] = _WORDS["halves"]

_BELOW_HUNDRED = f"(?:(?:{one_of(_ONES)}und)?{one_of(_TENS)}|{one_of(_TEENS)}|{one_of(_ONES)})"
_BELOW_THOUSAND = f"(?:{one_of(_ONES)}?hundert(?:und)?{_BELOW_HUNDRED}?|{_BELOW_HUNDRED})"

#: a number in digits: German, Swiss, English where it can be nothing else, groups of three set apart
DIGITS = (
    r"(?:[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?"
    r"|[0-9]{1,3}(?:['’][0-9]{3})+(?:[.,][0-9]+)?"
    r"|[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+|[0-9]{1,3}(?:,[0-9]{3}){2,}"
    r"|[0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3})+(?:,[0-9]+)?"
    r"|[0-9]+(?:[.,][0-9]+)?)(?![0-9])"
)

#: a number word, to be matched without regard to case
NUMERAL = f"(?:{one_of(_HALVES)}|{_BELOW_THOUSAND}?tausend(?:und)?{_BELOW_THOUSAND}?|{_BELOW_THOUSAND})"

_ENGLISH = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+|[0-9]{1,3}(?:,[0-9]{3}){2,}")
_GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_THOUSAND = re.compile(r"(.*?)tausend(?:und)?(.*)")
_HUNDRED = re.compile(r"(.*?)hundert(?:und)?(.*)")


def parse_digits(text: str) -> float:
    """Return the value of a number in digits, as German-language news write it.

    A single comma is the decimal mark; points in front of three digits group.

    >>> [parse_digits(n) for n in ("24.381,46", "10'000", "4.5", "1,234,567.89", "10 000")]
    [24381.46, 10000.0, 4.5, 1234567.89, 10000.0]
    """
    plain = re.sub(r"[\s'’]", "", text)
    if _ENGLISH.fullmatch(plain):
        return float(plain.replace(",", ""))
    if _GROUPED.fullmatch(plain):
        plain = plain.replace(".", "")
    return float(plain.replace(",", "."))


@lru_cache(maxsize=4096)
def parse_numeral(word: str) -> float | None:
    """Return the value of a number word, None for any other word.

    >>> [parse_numeral(w) for w in ("zwölf", "einundzwanzig", "dreieinhalb", "zweitausendfünfhundert")]
    [12, 21, 3.5, 2500]
    >>> parse_numeral("Einstufung")
    """
    lower = word.lower()
    return _HALVES[lower] if lower in _HALVES else _whole(lower)


def _whole(word: str) -> float | None:
    return _split(_THOUSAND, word, 1000, _below_thousand)


def _below_thousand(word: str) -> float | None:
    return _split(_HUNDRED, word, 100, _below_hundred)


def _split(pattern: re.Pattern[str], word: str, factor: int, part: Callable[[str], float | None]) -> float | None:
    """Read "[count]factor[rest]"; without the factor the word is a part alone."""
    found = pattern.fullmatch(word)
    if not found:
        return part(word)
    count = part(found[1]) if found[1] else 1
    rest = part(found[2]) if found[2] else 0
    return None if count is None or rest is None else count * factor + rest


def _below_hundred(word: str) -> float | None:
    for table in (_ONES, _TEENS, _TENS):
        if word in table:
            return table[word]
    one, joined, ten = word.partition("und")
    return _ONES[one] + _TENS[ten] if joined and one in _ONES and ten in _TENS else None
