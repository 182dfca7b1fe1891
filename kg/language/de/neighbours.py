"""Numbers and their neighbours: ranges, and units that one number leaves to another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.language.de.amounts import Amount, is_glued
from kg.language.de.words import one_of, word_before, word_lists

_JOINING = word_lists("quantities")["joining"]
_OF_WHICH = frozenset(_JOINING["of_which"])
_PREPOSITIONS = frozenset(_JOINING["prepositions"])
#: a bare number of these is a year rather than a count
_YEARS = range(1950, 2100)
#: further apart than this many characters two numbers have nothing to do with each other
_REACH = 80

_B = r"[^\S\n]"
_FILLERS = rf"(?:{one_of(_JOINING['fillers'])}{_B})*"
_TO = re.compile(rf"-?{_B}{one_of(_JOINING['range'])}{_B}{_FILLERS}")
_DASH = re.compile(rf"{_B}?[-–]{_B}?")
_BETWEEN = re.compile(rf"\bzwischen{_B}{_FILLERS}\Z", re.IGNORECASE)
_BEFORE_LAST = re.compile(rf"{_B}{one_of(_JOINING['last'])}{_B}{_FILLERS}")
_COMPARED = re.compile(rf",?{_B}{one_of(_JOINING['compared'])}{_B}{_FILLERS}")
_FORMERLY = re.compile(rf"{_B}von{_B}{_FILLERS}")
_LIST = re.compile(rf"(?:{_B}{one_of(_JOINING['list'])}|(?P<comma>,)){_B}{_FILLERS}")
_EXTENTS = rf"(?:{one_of(_JOINING['extents'])}{_B})*"
_PARTITIVE = re.compile(rf"{_B}{one_of(_JOINING['partitive'])}{_B}{_EXTENTS}{_FILLERS}")
_FROM_WHOLE = re.compile(rf"(?<!\w){one_of(_JOINING['from_whole'])}{_B}{_EXTENTS}{_FILLERS}\Z")
_SENTENCE_END = re.compile(r"[\w)]{3}[.!?]\s+[A-ZÄÖÜ„]|\n")
_ASIDE = re.compile(rf"{_B}?\((?:[\w.]+:?{_B})*")
#: what is more is no percentage that leaves its unit to the next number
_NO_PERCENTAGE = 1000
_CLAUSE = re.compile(r"\s*(?:,|und\b)[^.;:!?\n]{1,60}")


def join(text: str, amounts: Sequence[Amount]) -> list[Amount]:
    """Return the amounts of a text with ranges as one, and with the units that stand only once.

    In German the last number of a row carries the unit for all ("von 58 auf 64 Euro", "78 (70) Euro",
    "um 3, das Ergebnis um 5 Prozent"), so the row is read from right to left first, and then, for what
    is left without a unit ("4 Mrd. Dollar, nach 2,2 Mrd."), from left to right.
    """
    return _from_left(text, _from_right(text, amounts))


def _from_right(text: str, amounts: Sequence[Amount]) -> list[Amount]:
    joined: list[Amount] = []
    for amount in reversed(amounts):
        if joined and joined[-1].start - amount.end < _REACH:
            following = joined.pop()
            joined.extend(reversed(_pair(text, amount, following)))
        else:
            joined.append(amount)
    return [a.without_unit() if a.bracketed and not a.inherited else a for a in reversed(joined)]


def _pair(text: str, first: Amount, second: Amount) -> tuple[Amount, ...]:
    between = text[first.end : second.start]
    whole = _range(text, first, second, between)
    if whole:
        return (whole,)
    if first.bare and second.unit.kind == "count" and _is_part_of(text, first, second, between):
        return replace(first, unit=second.unit, inherited=True, attached=False), second
    if first.bare and not second.bare and _leaves_unit_to(text, first, second, between):
        return _inherit(first, second), replace(second, inherited=True)
    if _is_scaled_behind_aside(text, first, second, between):
        return replace(first, scale=second.scale), second
    return first, second


def _is_scaled_behind_aside(text: str, first: Amount, second: Amount, between: str) -> bool:
    """Tell whether millions behind a bracket are those of the number before it, too: "netto 35,0 (34,9) Millionen"."""
    bare = first.bare and first.scale == 1 and second.bare and second.scale > 1 and abs(first.number) < 1000
    return bare and second.bracketed and not is_glued(text, first) and _ASIDE.fullmatch(between) is not None


def _is_part_of(text: str, part: Amount, whole: Amount, between: str) -> bool:
    """Tell whether a number counts some of the next: "430 der 6000 Stellen", "in Ulm 2900 von 8000 Stellen"."""
    is_whole_word = not part.attached or (not is_glued(text, part) and part.value < whole.value)
    return is_whole_word and _PARTITIVE.fullmatch(between) is not None


def _from_left(text: str, amounts: Sequence[Amount]) -> list[Amount]:
    taken = list(amounts[:1])
    for amount in amounts[1:]:
        first = taken[-1]
        is_near = amount.bare and not first.bare and amount.start - first.end < _REACH
        if is_near and (not amount.attached or _is_part(text, first, amount)):
            amount = _taking_up(text, first, amount)
        taken.append(amount)
    return taken


def _taking_up(text: str, first: Amount, second: Amount) -> Amount:
    """Return the second number with the unit of the first where it takes that up."""
    between = text[first.end : second.start]
    if _COMPARED.fullmatch(between) or _is_former(text, first, between):
        return _inherit(second, first)
    counts_on = first.unit.kind == "count" and word_before(text, second.start) in _OF_WHICH
    counts_on = counts_on or _is_part(text, first, second)
    spends_on = first.unit.kind == "money" and second.scale >= 1e6
    if (counts_on or spends_on) and not _SENTENCE_END.search(between):
        return replace(second, unit=first.unit._replace(factor=1.0), inherited=True, attached=False)
    return second


def _is_part(text: str, whole: Amount, part: Amount) -> bool:
    """Tell whether a number counts some of those before it: "Von den 27.000 Stellen will Bosch 11.000 abbauen"."""
    opens = _FROM_WHOLE.search(text, max(0, whole.start - _REACH), whole.start)
    is_year = part.value in _YEARS and text[part.start : part.end].isdigit()
    return whole.unit.kind == "count" and opens is not None and part.value < whole.value and not is_year


def _inherit(amount: Amount, other: Amount) -> Amount:
    scale = other.scale if amount.scale == 1 and abs(amount.number) < 1000 else amount.scale
    return replace(amount, scale=scale, unit=other.unit, inherited=True, attached=False)


# -- ranges ----------------------------------------------------------------------------------------------


def _range(text: str, lower: Amount, upper: Amount, between: str) -> Amount | None:
    """Return "sechs bis acht Prozent" as one amount."""
    if lower.upper is not None or upper.upper is not None or not _is_range(text, lower, upper, between):
        return None
    if lower.bare:
        lower = _inherit(lower, upper)
    if lower.unit.name != upper.unit.name or lower.value > upper.value:
        return None
    return replace(lower, end=upper.end, unit=upper.unit, upper=upper.value, attached=False)


def _is_range(text: str, lower: Amount, upper: Amount, between: str) -> bool:
    if _TO.fullmatch(between):
        return True
    if _DASH.fullmatch(between):
        return not upper.bare
    opened = _BETWEEN.search(text, max(0, lower.start - 40), lower.start)
    return opened is not None and _LIST.fullmatch(between) is not None


# -- units that stand only once --------------------------------------------------------------------------


def _leaves_unit_to(text: str, first: Amount, second: Amount, between: str) -> bool:
    """Tell whether the second number carries the unit of the first, too."""
    if is_glued(text, first):
        return False
    if second.bracketed:
        return _ASIDE.fullmatch(between) is not None
    if _BEFORE_LAST.fullmatch(between) or _is_former(text, first, between):
        return True
    return _is_listed(first, second, between) or _is_elliptic(text, first, second, between)


def _is_former(text: str, first: Amount, between: str) -> bool:
    """Tell whether the second is what the first was before: "auf 95 von zuvor 90 Euro"."""
    return _FORMERLY.fullmatch(between) is not None and word_before(text, first.start) == "auf"


def _is_listed(first: Amount, second: Amount, between: str) -> bool:
    """Tell whether the two stand in a list: "3, 4 und 5 Prozent"."""
    listed = _LIST.fullmatch(between)
    return listed is not None and not first.attached and (second.inherited or not listed["comma"])


def _is_elliptic(text: str, first: Amount, second: Amount, between: str) -> bool:
    """Tell whether a whole clause stands between the two: "um 3, das Ergebnis um 5 Prozent"."""
    if first.attached or second.unit.kind not in ("percent", "money") or not _CLAUSE.fullmatch(between):
        return False
    if second.unit.kind == "percent" and (first.scale > 1 or first.number >= _NO_PERCENTAGE):
        return False  # "auf 5,5 Milliarden, die Marge lag bei 39 Prozent", "auf 2012,34 und der SPI 0,2 Prozent"
    before = word_before(text, first.start)
    alike = before in _PREPOSITIONS and before == word_before(text, second.start)
    return alike or (first.digits and not first.number.is_integer())
