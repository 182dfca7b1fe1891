"""Time expressions as they stand in German text: where they are and how they read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from kg.language.de.calendar import (
    Day,
    Distance,
    Month,
    Part,
    Reading,
    Season,
    Turn,
    Weekday,
    Year,
    YearAt,
    part_of,
)
from kg.language.de.numbers import parse_numeral
from kg.language.de.time_patterns import AMOUNT_BEHIND, COUNT_BEHIND, FIRST, FROM_DIGITS, FROM_WORDS
from kg.language.de.words import word_before, word_lists

_WORDS = word_lists("times")
_CONTEXT = {name: frozenset(words) for name, words in _WORDS["context"].items() if isinstance(words, list)}
_NOT_AFTER: dict[str, list[str]] = _WORDS["context"]["not_after"]
_MONTHS: dict[str, int] = _WORDS["months"] | _WORDS["months_short"]
_WEEKDAYS: dict[str, int] = _WORDS["weekdays"]
_SHIFTS: dict[str, int] = _WORDS["shifts"]
_ORDINALS: dict[str, int] = _WORDS["ordinals"]
_PARTS: dict[str, str] = _WORDS["parts"]
_FIRST_MONTHS: dict[str, str] = _WORDS["first_months"]
_SEASONS: dict[str, int] = _WORDS["seasons"]
_RELATIVE: dict[str, tuple[str, int]] = _WORDS["relative"]
_BEHIND: dict[str, dict[str, tuple[str, int]]] = _WORDS["behind"]
_UNITS: dict[str, str] = _WORDS["units"]
_PLURALS = frozenset(_WORDS["plurals"]["words"])
_WHOLE_YEARS = frozenset(_WORDS["years"]["whole"])
_HALVES = frozenset(_WORDS["parts_of_year"]["half"])
_ANY_WEEKEND = frozenset(_WORDS["weekends"]["indefinite"])
_AHEAD = frozenset(_WORDS["distance"]["ahead"])

#: "vor zweitausend Jahren" is no date of the news
_FARTHEST = 500


class Expression(NamedTuple):
    """A time expression: its characters and what it says."""

    start: int
    end: int
    reading: Reading


# -- readings --------------------------------------------------------------------------------------------


def _year_at(match: re.Match[str]) -> YearAt | None:
    """Return the year named beside an expression."""
    groups = match.groupdict()
    if groups.get("year_shift"):
        return YearAt(shift=_shift(groups["year_shift"]))
    return _year_named(groups["year"]) if groups.get("year") else None


def _year_named(text: str) -> YearAt:
    if "/" in text:
        return YearAt(name=f"{text[:4]}/{text[-2:]}")
    return YearAt(number=int(text) + (2000 if len(text) == 2 else 0))


def _shift(word: str) -> int:
    return _SHIFTS[_STEM.sub("", word.lower())]


_STEM = re.compile(r"e[nmrs]?\Z")


def _month_number(word: str) -> int:
    plain = word.rstrip(".")
    return int(plain) if plain.isdigit() else _MONTHS[plain]


def _day(match: re.Match[str]) -> Reading | None:
    day, month = int(match["day"]), _month_number(match["month"])
    return Day(day, month, _year_at(match)) if day <= _LENGTHS[month - 1] else None


_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _figures(match: re.Match[str]) -> Reading | None:
    """Read "14.11."; without a year only behind a word that a date follows."""
    if match["year"] or _before(match) in _CONTEXT["before_day"]:
        return _day(match)
    return None


def _weekday(match: re.Match[str]) -> Reading | None:
    if match["day"]:
        return _day(match)
    if _is_name(match, match["weekday"]):
        return None
    week = _shift(match["week"]) if match["week"] else None
    return Weekday(_WEEKDAYS[match["weekday"]], _shift(match["shift"]) if match["shift"] else None, week)


def _months(match: re.Match[str]) -> Reading | None:
    if match["between"] and _before(match) != "zwischen":
        return None
    name = part_of(_MONTHS[match["first"]], _MONTHS[match["last"]])
    return Part(name, _year_at(match)) if name else None


def _month(match: re.Match[str]) -> Reading | None:
    if match["short"]:
        return Month(_MONTHS[match["short"]], _year_named(match["short_year"]))
    year = _year_at(match)
    if match["month"] in _CONTEXT["names_too"] and not (year or match["edge"] or match["shift"] or _in_place(match)):
        return None
    return Month(_MONTHS[match["month"]], year, _shift(match["shift"]) if match["shift"] else None)


def _part(match: re.Match[str]) -> Reading | None:
    number = _ORDINALS[match["ordinal"] if match["ordinal"] in _ORDINALS else match["ordinal"].lower()]
    half = match["part"] in _HALVES
    return None if half and number > 2 else Part(f"{'H' if half else 'Q'}{number}", _year_at(match))


def _named_part(match: re.Match[str]) -> Reading | None:
    return Part(_PARTS[match["name"]], _year_at(match))


def _short_part(match: re.Match[str]) -> Reading | None:
    return None if _is_name(match, match["name"]) else Part(match["name"], _year_at(match))


def _first_months(match: re.Match[str]) -> Reading | None:
    return Part(_FIRST_MONTHS[match["number"]], _year_at(match))


def _months_until(match: re.Match[str]) -> Reading | None:
    """Read "in den drei Monaten bis Ende September" as the quarter that those are."""
    last = _MONTHS[match["month"]]
    name = part_of(last - int(parse_numeral(match["number"]) or 0) + 1, last)
    return Part(name, _year_at(match)) if name else None


def _nine_months(match: re.Match[str]) -> Reading | None:
    return Part("9M") if _before(match) == "nach" else None


def _season(match: re.Match[str]) -> Reading | None:
    year = _year_at(match)
    shift = _shift(match["shift"]) if match["shift"] else None
    sure = year or match["shift"] or match["season"] not in _CONTEXT["names_too"] or _in_place(match)
    return Season(_SEASONS[match["season"]], year, shift) if sure else None


def _year_word(match: re.Match[str]) -> Reading | None:
    if match["year"]:
        return Year(_year_named(match["year"]))
    if match["word"] in _PLURALS:
        return None
    if match["shift"]:
        return Year(YearAt(shift=_shift(match["shift"])))
    return Year(YearAt(shift=0)) if match["edge"] or match["word"] in _WHOLE_YEARS else None


def _plain_year(match: re.Match[str]) -> Reading | None:
    return Year(_year_named(match["year"])) if _is_year(match) else None


def _is_year(match: re.Match[str]) -> bool:
    """Tell whether four figures are a year and not a number of things."""
    if "/" in match["year"]:
        return True
    before, after = _before(match), match.string[match.end() : match.end() + 2]
    is_round = match["year"].endswith("00")
    if before in _CONTEXT["before_count"] and (is_round or before not in _CONTEXT["before_round"]):
        return False
    if after[:1] in ("-", "–", "/") and after[1:].isalnum() and not after[1:].isupper():
        return after[0] != "/" and after[1:].isdigit()
    return not _is_count(match, before)


def _is_count(match: re.Match[str], before: str) -> bool:
    if before == "von" and _AMOUNT_BEHIND.match(match.string, match.end()):
        return True
    counts = _COUNT_BEHIND.match(match.string, match.end()) is not None
    in_range = _RANGE_BEFORE.search(match.string, max(0, match.start() - 8), match.start()) is not None
    return counts and (before not in _CONTEXT["before_year"] or in_range)


_COUNT_BEHIND = re.compile(COUNT_BEHIND)
_AMOUNT_BEHIND = re.compile(AMOUNT_BEHIND)
_RANGE_BEFORE = re.compile(r"[0-9]\s(?:bis|und|auf)\s\Z")


def _shifted(match: re.Match[str]) -> Reading | None:
    unit = _UNITS[match["unit"]]
    if match["unit"] in _PLURALS or unit == "day":
        return None
    return Distance(unit, _shift(match["shift"]))


def _distance(match: re.Match[str]) -> Reading | None:
    word = match["number"]
    number = float(word) if word.isdigit() else parse_numeral(word) or 1.0
    ahead = match["sign"] in _AHEAD
    too_far = number > _FARTHEST
    return None if too_far else Distance(_UNITS[match["unit"]], number if ahead else -number, counted=True)


def _weekend(match: re.Match[str]) -> Reading | None:
    if _before(match) in _ANY_WEEKEND:
        return None
    return Distance("week", _shift(match["shift"]) if match["shift"] else -1)


def _relative(match: re.Match[str]) -> Reading | None:
    return Distance(*_RELATIVE[match["word"]])


def _behind(match: re.Match[str]) -> Reading | None:
    reading = _BEHIND[match["word"]].get(_before(match))
    return Distance(*reading) if reading else None


def _turn(match: re.Match[str]) -> Reading | None:
    return Turn()


# -- context ---------------------------------------------------------------------------------------------


def _before(match: re.Match[str]) -> str:
    return word_before(match.string, match.start()).lower()


def _in_place(match: re.Match[str]) -> bool:
    return _before(match) in _CONTEXT["before_month"]


def _is_name(match: re.Match[str], word: str) -> bool:
    """Tell whether the word closes a name: "Welt am Sonntag", "Audi Q3"."""
    names = _NOT_AFTER.get(word, ())
    head = match.string[max(0, match.start() - 20) : match.start()].rstrip().lower()
    return any(head.endswith(name) for name in names)


# -- search ----------------------------------------------------------------------------------------------

_Rule = tuple[re.Pattern[str], Callable[[re.Match[str]], Reading | None]]

_READERS: dict[str, Callable[[re.Match[str]], Reading | None]] = {
    "iso": _day,
    "day": _day,
    "day_of_list": _day,
    "figures": _figures,
    "year": _plain_year,
    "weekday": _weekday,
    "months": _months,
    "named_part": _named_part,
    "month": _month,
    "part": _part,
    "short_part": _short_part,
    "first_months": _first_months,
    "months_until": _months_until,
    "nine_months": _nine_months,
    "season": _season,
    "year_word": _year_word,
    "shifted": _shifted,
    "distance": _distance,
    "weekend": _weekend,
    "turn": _turn,
    "relative": _relative,
    "behind": _behind,
}


def _rules(patterns: Mapping[str, str]) -> tuple[_Rule, ...]:
    return tuple((re.compile(pattern), _READERS[name]) for name, pattern in patterns.items())


_RULES_FROM_DIGITS = _rules(FROM_DIGITS)
_RULES_FROM_WORDS = _rules(FROM_WORDS)
_FIRST = re.compile(FIRST)
_INSIDE_NUMBER = re.compile(r"(?:\w[-.,:/'’]|[+−])\Z")


@lru_cache(maxsize=8)
def expressions(text: str) -> tuple[Expression, ...]:
    """Return the time expressions of a text in order.

    >>> [(e.start, e.end) for e in expressions("Freitag, den 14. November, vor zwei Wochen")]
    [(0, 25), (27, 42)]
    """
    return tuple(_search(text))


def _search(text: str) -> Iterator[Expression]:
    at = 0
    while first := _FIRST.search(text, at):
        found = _read(text, first)
        if found:
            yield found
        at = found.end if found else first.end()


def _read(text: str, first: re.Match[str]) -> Expression | None:
    start = first.start()
    if first["digit"] and _INSIDE_NUMBER.search(text, max(0, start - 2), start):
        return None
    for pattern, read in _RULES_FROM_DIGITS if first["digit"] else _RULES_FROM_WORDS:
        match = pattern.match(text, start)
        reading = match and read(match)
        if match and reading:
            return Expression(start, match.end(), reading)
    return None
