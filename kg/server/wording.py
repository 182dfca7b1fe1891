"""Numbers, dates, values and qualifiers as people write them, in German and English."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping

from babel.dates import format_skeleton
from babel.numbers import format_compact_decimal, format_decimal

from kg.views.style import texts, words

_NUMBER = re.compile(r"[-+]?\d+(\.\d+)?([eE][-+]?\d{1,3})?", re.ASCII)
_PARTIAL = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?", re.ASCII)
_MONEY = ("amount", "price", "targetPrice", "previousTargetPrice")
_PERCENT = ("percent", "changePercent")
#: numbers from here on are written in words: 5.3 billion
_LARGE = 1_000_000


def word(kind: str, name: str, language: str) -> str:
    """Return the ontology's label of a predicate, class, status or qualifier.

    >>> word("status", "planned", "de")
    'geplant'
    """
    return words((language,))[language][kind].get(name, name)


def number(value: float, language: str) -> str:
    """Write a number with the signs of a language.

    >>> number(1234.5, "de"), number(53e9, "en")
    ('1.234,5', '53 billion')
    """
    if abs(value) < _LARGE:
        return format_decimal(value, "#,##0.##", locale=language)
    return format_compact_decimal(value, format_type="long", fraction_digits=2, locale=language)


def day(text: str, language: str) -> str:
    """Write a date, which may lack its day; anything else stays as it is.

    >>> day("2025-09-27", "de"), day("2025-11", "en"), day("soon", "en")
    ('27. Sept. 2025', 'Nov 2025', 'soon')
    """
    found = _PARTIAL.fullmatch(text)
    if found is None:
        return text
    try:
        date = dt.date(int(found[1]), int(found[2]), int(found[3] or 1))
    except ValueError:
        return text
    return format_skeleton("yMMMd" if found[3] else "yMMM", date, locale=language)


def quantity(text: str, language: str) -> str:
    """Write a number that is given as text; anything else stays as it is."""
    return number(float(text), language) if _NUMBER.fullmatch(text) else text


def value_text(predicate: str, value: str, qualifiers: Mapping[str, str], language: str) -> str:
    """Write the value of a claim: a change of price, an amount, a figure's name, a date."""
    if not _NUMBER.fullmatch(value):
        metric = texts()[language]["metric"]
        return str(metric.get(value) or day(value, language))  # type: ignore[attr-defined]
    if predicate == "sharePriceChange":
        return f"{'+' if float(value) > 0 else ''}{quantity(value, language)} %"
    money = any(name in qualifiers for name in _MONEY)
    currency = "" if money else qualifiers.get("currency", "")
    return f"{quantity(value, language)} {currency}".strip()


def qualifier_texts(qualifiers: Mapping[str, str], has_value: bool, language: str) -> Iterator[tuple[str, str]]:
    """Yield label and text of each qualifier, currency and unit set beside their number."""
    money = any(name in qualifiers for name in _MONEY)
    for name, text in sorted(qualifiers.items()):
        if (name == "currency" and (money or has_value)) or (name == "unit" and "value" in qualifiers):
            continue
        yield word("qualifier", name, language), f"{_qualifier(name, text, language)} {_unit(name, qualifiers)}".strip()


def _qualifier(name: str, text: str, language: str) -> str:
    if name in ("date", "period"):
        return day(text, language)
    return quantity(text, language) if name in (*_MONEY, *_PERCENT, "value") else text


def _unit(name: str, qualifiers: Mapping[str, str]) -> str:
    if name in _MONEY:
        return qualifiers.get("currency", "")
    if name in _PERCENT:
        return "%"
    return qualifiers.get("unit", "") if name == "value" else ""
