"""Words of charts: fixed texts, labels of the ontology, names cut to size, days and sums as people write them."""

from __future__ import annotations

import datetime as dt
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from babel.dates import format_skeleton
from babel.numbers import UnknownCurrencyError, format_compact_currency, format_compact_decimal, is_currency

from kg.views.options import LANGUAGES
from kg.views.style import words

_NAME = 36
#: categories of signs that are not seen, turn text around, or break a line
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


@cache
def texts(lang: str) -> Mapping[str, str]:
    """Return what charts say in a language."""
    path = Path(__file__).with_name("texts.toml")
    known: dict[str, dict[str, str]] = tomllib.loads(path.read_text(encoding="utf-8"))
    return known[lang]


@cache
def label(kind: str, name: str, lang: str) -> str:
    """Return the ontology's label of a predicate, class or status.

    >>> label("predicate", "partnersWith", "de")
    'kooperiert mit'
    """
    return words(LANGUAGES)[lang][kind].get(name, name)


def plain(value: object) -> str:
    """Return text as one line that turns nothing around and holds no sign XML refuses.

    >>> plain("a\\x00b\\u202ec\\n d")
    'a b c d'
    """
    text = "".join(" " if unicodedata.category(sign) in _UNSEEN else sign for sign in str(value))
    return " ".join(text.split())


def short(value: object, size: int = _NAME) -> str:
    """Return text that fits beside a mark.

    >>> short("Gemeinschaftsunternehmen", 10)
    'Gemeinsch…'
    """
    text = plain(value)
    return text if len(text) <= size else text[: size - 1].rstrip() + "…"


def day(moment: dt.date, lang: str) -> str:
    """Return a day as people write it.

    >>> day(dt.date(2025, 9, 27), "de")
    '27. Sept. 2025'
    """
    return format_skeleton("yMMMd", moment, locale=lang)


def money(amount: float, currency: str, lang: str) -> str:
    """Return a sum in words that fit on a line; what is no currency stands as it is.

    >>> money(53e9, "USD", "en"), money(2e6, "Tulpen", "en")
    ('$53B', '2M Tulpen')
    """
    try:
        if is_currency(currency):
            return plain(format_compact_currency(amount, currency, locale=lang, fraction_digits=1)).replace(".0", "")
    except UnknownCurrencyError:
        pass
    return f"{plain(format_compact_decimal(amount, locale=lang, fraction_digits=1))} {short(currency, 12)}".rstrip()


def parse_day(text: object) -> dt.date | None:
    """Return the first day of a date, a month or a year as the graph holds it; None for anything else.

    >>> parse_day("2025-11"), parse_day("2025"), parse_day("bald")
    (datetime.date(2025, 11, 1), datetime.date(2025, 1, 1), None)
    """
    parts = str(text or "")[:10].split("-")
    try:
        year, month, day_ = (int(part) for part in (*parts, "1", "1")[:3])
        return dt.date(year, month, day_)
    except ValueError:
        return None
