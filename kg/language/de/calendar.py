"""Calendar readings: what a time expression says, and the day, month or year it means on a given day."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import Literal, Protocol

from kg.language.spans import TimeKind

#: whither an expression points: back, nowhere, ahead
Way = Literal[-1, 0, 1]

#: a part of the year that ended less than this many days ago is the one that plans and reports still speak of
_REPORTING_DAYS = 100
#: where no verb points ahead, so is one that ended less than this many days ago
_REMEMBERED_DAYS = 250
#: halves and nine months are reported on once no more than this many days of them are left
_NEARLY_OVER_DAYS = 45
#: a day as far away as this would be named with its year
_FAR_DAYS = 270
_MONTHS_OF = {
    "Q1": (1, 3),
    "Q2": (4, 6),
    "Q3": (7, 9),
    "Q4": (10, 12),
    "H1": (1, 6),
    "H2": (7, 12),
    "9M": (1, 9),
}
_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12}
_KIND_OF: dict[str, TimeKind] = {"Q": "quarter", "H": "half", "9": "span"}


class Reading(Protocol):
    """What an expression says, without the day on which it was said."""

    @property
    def kind(self) -> TimeKind:
        """How long the time is."""

    def value(self, today: dt.date | None, way: Way) -> str | None:
        """Return the time as ISO 8601, None where it hangs on a day of publication that is not known."""


@dataclass(frozen=True, slots=True)
class YearAt:
    """A year by its number, by its name ("2024/25"), or by its distance from the year of publication."""

    number: int | None = None
    name: str | None = None
    shift: int | None = None

    def resolve(self, today: dt.date | None) -> int | None:
        if self.shift is None or today is None:
            return self.number
        return today.year + self.shift


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month: "25. November", with or without a year."""

    day: int
    month: int
    year: YearAt | None = None
    kind: TimeKind = "day"

    def value(self, today: dt.date | None, way: Way) -> str | None:
        if self.year:
            year = self.year.resolve(today)
            return self._in(year).isoformat() if year and self._exists(year) else None
        if today is None:
            return None
        days = [self._in(y) for y in range(today.year - 8, today.year + 9) if self._exists(y)]
        spans = [(day, day) for day in days]
        told, nearest = _choose(spans, today, way)[0], _choose(spans, today, 0)[0]
        return (told if abs((told - today).days) < _FAR_DAYS else nearest).isoformat()

    def _exists(self, year: int) -> bool:
        return (self.month, self.day) != (2, 29) or calendar.isleap(year)

    def _in(self, year: int) -> dt.date:
        return dt.date(year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday is 0; ``shift`` is that of "letzten", ``week`` that of "nächster Woche"."""

    number: int
    shift: int | None = None
    week: int | None = None
    kind: TimeKind = "day"

    def value(self, today: dt.date | None, way: Way) -> str | None:
        return None if today is None else self._date(today, way).isoformat()

    def _date(self, today: dt.date, way: Way) -> dt.date:
        if self.week is not None or self.shift == 0:
            monday = today - dt.timedelta(today.weekday())
            return monday + dt.timedelta(7 * (self.week or 0) + self.number)
        if self.shift is not None:
            return self._next(today + dt.timedelta(1)) if self.shift > 0 else self._last(today - dt.timedelta(1))
        return self._next(today) if way > 0 else self._last(today)

    def _last(self, day: dt.date) -> dt.date:
        return day - dt.timedelta((day.weekday() - self.number) % 7)

    def _next(self, day: dt.date) -> dt.date:
        return day + dt.timedelta((self.number - day.weekday()) % 7)


@dataclass(frozen=True, slots=True)
class Month:
    """A month, with or without its year; ``shift`` for "vergangenen" and "kommenden"."""

    month: int
    year: YearAt | None = None
    shift: int | None = None
    kind: TimeKind = "month"

    def value(self, today: dt.date | None, way: Way) -> str | None:
        year = self.year.resolve(today) if self.year else self._nearest_year(today, way)
        return f"{year}-{self.month:02}" if year else None

    def _nearest_year(self, today: dt.date | None, way: Way) -> int | None:
        if today is None:
            return None
        if self.shift is not None:
            return today.year + self._years_away(today, self.shift)
        spans = [_months(year, self.month, self.month) for year in range(today.year - 1, today.year + 2)]
        return _choose(spans, today, way)[0].year

    def _years_away(self, today: dt.date, shift: int) -> int:
        if shift > 0:
            return 0 if self.month > today.month else 1
        return -1 if shift < 0 and self.month >= today.month else 0


@dataclass(frozen=True, slots=True)
class Part:
    """A quarter, a half, or the first nine months of a year: "Q3", "H1", "9M"."""

    name: str
    year: YearAt | None = None

    @property
    def kind(self) -> TimeKind:
        return _KIND_OF[self.name[0]]

    def value(self, today: dt.date | None, way: Way) -> str | None:
        if self.year and self.year.name:
            return self.year.name
        year = self.year.resolve(today) if self.year else self._nearest_year(today, way)
        return f"{year}-{self.name}" if year else None

    def _nearest_year(self, today: dt.date | None, way: Way) -> int | None:
        if today is None:
            return None
        spans = [_months(year, *_MONTHS_OF[self.name]) for year in range(today.year - 1, today.year + 2)]
        if way <= 0 and self.kind != "quarter":
            spans = [span for span in spans if (span[1] - today).days < _NEARLY_OVER_DAYS]
        past = _choose(spans, today, -1)
        known_days = _REPORTING_DAYS if way > 0 else _REMEMBERED_DAYS
        recent = (today - past[1]).days < known_days
        return (past if recent else _choose(spans, today, way))[0].year


@dataclass(frozen=True, slots=True)
class Season:
    """A season that begins in a month; its value is the year in which it begins."""

    month: int
    year: YearAt | None = None
    shift: int | None = None
    kind: TimeKind = "span"

    def value(self, today: dt.date | None, way: Way) -> str | None:
        month = Month(self.month, self.year, self.shift).value(today, way)
        return month[:4] if month else None


@dataclass(frozen=True, slots=True)
class Year:
    """A year: "2026", "2024/25", "im kommenden Jahr"."""

    year: YearAt
    kind: TimeKind = "year"

    def value(self, today: dt.date | None, way: Way) -> str | None:
        if self.year.name:
            return self.year.name
        year = self.year.resolve(today)
        return str(year) if year else None


@dataclass(frozen=True, slots=True)
class Turn:
    """The turn of the year, by the January that begins."""

    kind: TimeKind = "month"

    def value(self, today: dt.date | None, way: Way) -> str | None:
        return None if today is None else Month(1).value(today, way or (1 if today.month > 9 else -1))


@dataclass(frozen=True, slots=True)
class Distance:
    """A number of days, weeks, months, quarters or years before or after the day of publication.

    A distance in weeks is as exact as a month, "heute" and "vor drei Tagen" are exact. With a verb in the
    past "in drei Jahren" tells how long something took, and has no value.
    """

    unit: str
    number: float
    counted: bool = False

    @property
    def kind(self) -> TimeKind:
        kinds: dict[str, TimeKind] = {"day": "day", "week": "span", "month": "month", "quarter": "quarter"}
        return kinds.get(self.unit, "year")

    def value(self, today: dt.date | None, way: Way) -> str | None:
        if today is None or (self.counted and self.number > 0 > way):
            return None
        return self._in_days(today) if self.unit in ("day", "week") else self._in_months(today)

    def _in_days(self, today: dt.date) -> str:
        if self.unit == "day":
            return (today + dt.timedelta(self.number)).isoformat()
        thursday = today + dt.timedelta(3 - today.weekday())
        return (thursday + dt.timedelta(7 * self.number)).isoformat()[:7]

    def _in_months(self, today: dt.date) -> str:
        away = round(self.number * _MONTHS_IN[self.unit])
        year, month = divmod(12 * today.year + today.month - 1 + away, 12)
        names = {"year": "", "quarter": f"-Q{month // 3 + 1}", "month": f"-{month + 1:02}"}
        return f"{year}{names[self.unit]}"


def part_of(first: int, last: int) -> str | None:
    """Return the part of the year that runs from one month to another, None where it has no name.

    >>> part_of(7, 9), part_of(1, 9), part_of(2, 5)
    ('Q3', '9M', None)
    """
    return next((name for name, months in _MONTHS_OF.items() if months == (first, last)), None)


_Span = tuple[dt.date, dt.date]


def _months(year: int, first: int, last: int) -> _Span:
    after = dt.date(year + last // 12, last % 12 + 1, 1)
    return dt.date(year, first, 1), after - dt.timedelta(1)


def _choose(spans: list[_Span], today: dt.date, way: Way) -> _Span:
    """Return the latest span that has begun, the first that has not ended, or the nearest."""
    if way < 0:
        return max(span for span in spans if span[0] <= today)
    if way > 0:
        return min(span for span in spans if span[1] >= today)
    return min(spans, key=lambda span: (max((span[0] - today).days, (today - span[1]).days, 0), span))
