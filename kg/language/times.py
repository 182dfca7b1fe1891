"""Days, months, quarters, years and relative times in a text."""

from __future__ import annotations

import datetime as dt

from spacy.tokens import Doc

from kg.language.alignment import tokens_of
from kg.language.de.calendar import Way
from kg.language.de.expressions import Expression, expressions
from kg.language.de.tense import direction, is_set
from kg.language.de.words import word_lists
from kg.language.spans import Time, TimeKind


def find_times(doc: Doc, published: dt.date | None) -> tuple[Time, ...]:
    """Return the time expressions of a text in order, resolved against its day of publication.

    A day or month without a year, and a weekday, lie back or ahead as the verb of their clause says. What
    hangs on the day of publication has no value where that is not known.

    >>> import spacy
    >>> doc = spacy.blank("de")("Am 25. November legt Alibaba Zahlen vor, am Freitag fiel die Aktie.")
    >>> [(t.text, t.value) for t in find_times(doc, dt.date(2025, 11, 18))]
    [('25. November', '2025-11-25'), ('Freitag', '2025-11-14')]
    """
    text = doc.text
    return tuple(_time(doc, text, expression, published) for expression in expressions(text))


def time_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return where time expressions start and end, in characters."""
    return tuple((e.start, e.end) for e in expressions(text))


def first_month(time: Time) -> int | None:
    """Return the month in which the season of a time begins: "im Herbst" is 9; None for other times."""
    named = [month for season, month in word_lists("times")["seasons"].items() if season in time.text]
    return min(named) if named and time.kind == "span" else None


def _time(doc: Doc, text: str, expression: Expression, published: dt.date | None) -> Time:
    start, end, reading = expression
    first, last = tokens_of(doc, start, end)
    way = _way(doc, first, last, reading.kind) if published else 0
    return Time(start, end, first, last, text[start:end], reading.value(published, way), reading.kind)


def _way(doc: Doc, first: int, last: int, kind: TimeKind) -> Way:
    """Return whither an expression points: a day that something is set for lies ahead, whatever the verb."""
    return 1 if kind == "day" and is_set(doc, first) else direction(doc, first, last)
