"""The day of publication: from metadata, else from the head of the text, else unknown; never today."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from contextlib import suppress
from email.utils import parsedate_to_datetime
from functools import cache

from babel.dates import get_month_names

from kg.articles.paragraphs import content_paragraphs

#: characters of the text in which a dateline is looked for
_HEAD = 400
#: years in which an article can have been published
_YEARS = range(1900, 2200)
_LOCALES = ("de", "de_AT", "en")

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?=$|[T\s])|(\d{4})(\d{2})(\d{2})(?=$|T)")
_NUMERIC = re.compile(r"\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})\b")
_DAY_FIRST = re.compile(r"\b(\d{1,2})\.?\s+([^\W\d]{3,9})\.?,?\s+(\d{4})\b")
_MONTH_FIRST = re.compile(r"\b([^\W\d]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,\s+(\d{4})\b")
# "14:37", "14:37 Uhr", "14.37 Uhr"
_CLOCK = re.compile(r"\b([01]?\d|2[0-3])(?::([0-5]\d)|\.([0-5]\d)\s*Uhr)\b")
# "FRANKFURT, 18. Sep (Reuters) -", "Zürich, 2. September 2025 (AWP) -", "LONDON, Sept 18 (Reuters) -"
_DATELINE = re.compile(
    r"^[^\n,.]{2,40},\s+(?:(\d{1,2})\.?\s+([^\W\d]{3,9})|([^\W\d]{3,9})\.?\s+(\d{1,2}))\.?,?(?:\s+(\d{4}))?"
    r"\s*(?:\([^)\n]{2,40}\)\s*)?[-–—]+\s",
    re.MULTILINE,
)


def publication_date(stated: object, text: str, *, year: int | None = None) -> dt.date | None:
    """Return the day of publication: as stated in the metadata, else as the head of the text says.

    ``year`` completes a dateline without one. None where nothing tells the day.

    >>> publication_date(None, "Frankfurt, 18. Sep 2025 (Reuters) - Der Dax ...")
    datetime.date(2025, 9, 18)
    """
    found = parse_date(str(stated)) if stated else None
    return found or dateline_date(text, year=year) or _byline_date(text)


def parse_date(words: str) -> dt.date | None:
    """Read one date: ISO 8601, German, English, RFC 2822. The day is the one written, in its own zone.

    >>> [str(parse_date(d)) for d in ("2025-09-26T08:30+02:00", "Freitag, 26. September 2025", "26.09.2025")]
    ['2025-09-26', '2025-09-26', '2025-09-26']
    >>> parse_date("Fri, 26 Sep 2025 08:30:00 +0200")
    datetime.date(2025, 9, 26)
    >>> parse_date("gestern")
    """
    words = words.strip()
    for parse in _PARSERS:
        if found := parse(words):
            return found
    return None


def parse_moment(words: str) -> dt.datetime | None:
    """Read a date with its time of day, in the zone that is written: ISO 8601, RFC 2822, German.

    None where there is no time of day, and at midnight sharp, which systems write where they know the day only.

    >>> str(parse_moment("2025-09-26T08:30+02:00")), str(parse_moment("Freitag, 26. September 2025, 14:37 Uhr"))
    ('2025-09-26 08:30:00+02:00', '2025-09-26 14:37:00')
    >>> parse_moment("2025-09-26T00:00:00Z")
    """
    words, day = words.strip(), parse_date(words)
    for parse in (dt.datetime.fromisoformat, parsedate_to_datetime, _clock):
        with suppress(ValueError):
            found = parse(words)
            if found is not None and found.date() == day:
                return found.replace(microsecond=0) if found.time() != dt.time() and _is_plain(found) else None
    return None


def _clock(words: str) -> dt.datetime | None:
    found, day = _CLOCK.search(words), parse_date(words)
    if found is None or day is None:
        return None
    return dt.datetime.combine(day, dt.time(int(found.group(1)), int(found.group(2) or found.group(3))))


def _is_plain(moment: dt.datetime) -> bool:
    """Tell whether the zone is none, or so many hours and minutes off, as XML Schema can write it."""
    offset = moment.utcoffset() or dt.timedelta()
    return offset % dt.timedelta(minutes=1) == dt.timedelta() and abs(offset) <= dt.timedelta(hours=14)


def dateline_date(text: str, *, year: int | None = None) -> dt.date | None:
    """Return the date of an agency's dateline at the head of a text; without a year there, ``year``'s.

    >>> dateline_date("San Francisco, 18. Sep (Reuters) - Der Konzern", year=2025)
    datetime.date(2025, 9, 18)
    """
    line = _DATELINE.search(text, 0, _HEAD)
    if line is None:
        return None
    day, month, month_before, day_after, stated_year = line.groups()
    return _date(stated_year or year, _month(month or month_before), day or day_after)


def _byline_date(text: str) -> dt.date | None:
    """Return the date of a byline ("Stand: 26.09.2025") at the head of a text."""
    head = text[:_HEAD]
    bylines = (head[p.start : p.end] for p in content_paragraphs(head) if p.kind == "furniture")
    return next((date for line in bylines if (date := parse_date(line))), None)


def _iso(words: str) -> dt.date | None:
    found = _ISO.match(words)
    return _date(*(part for part in found.groups() if part)) if found else None


def _numeric(words: str) -> dt.date | None:
    found = _NUMERIC.search(words)
    if found is None:
        return None
    day, month, year = found.groups()
    return _date(year if len(year) == 4 else f"20{year}", month, day)


def _day_first(words: str) -> dt.date | None:
    found = _DAY_FIRST.search(words)
    return _date(found.group(3), _month(found.group(2)), found.group(1)) if found else None


def _month_first(words: str) -> dt.date | None:
    found = _MONTH_FIRST.search(words)
    return _date(found.group(3), _month(found.group(1)), found.group(2)) if found else None


def _rfc2822(words: str) -> dt.date | None:
    try:
        return parsedate_to_datetime(words).date()
    except ValueError:
        return None


_PARSERS: tuple[Callable[[str], dt.date | None], ...] = (_iso, _numeric, _day_first, _month_first, _rfc2822)


def _date(year: int | str | None, month: int | str | None, day: int | str | None) -> dt.date | None:
    if year is None or month is None or day is None or int(year) not in _YEARS:
        return None
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


def _month(word: str) -> int | None:
    """Return the number of a month by its name or by the first three or more letters of it."""
    word = word.casefold()
    if len(word) < 3:
        return None
    return next((number for name, number in _months().items() if name.startswith(word)), None)


@cache
def _months() -> dict[str, int]:
    # "Mrz" is the abbreviation in older German data
    names = {"mrz": 3}
    for locale in _LOCALES:
        names |= {name.casefold(): number for number, name in get_month_names("wide", "format", locale).items()}
    return names
