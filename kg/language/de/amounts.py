"""Amounts as they stand in German text: a number, what it is multiplied by, its unit."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace

from kg.language.de.numbers import DIGITS, NUMERAL, parse_digits, parse_numeral
from kg.language.de.units import (
    BARE,
    COUNTED,
    CURRENCY_BEFORE,
    SCALE,
    SCALES,
    UNIT,
    UNITS,
    Unit,
    counted_lemma,
)
from kg.language.de.words import one_of, word_before, word_lists

_WORDS = word_lists("quantities")
_CONTEXT = {name: frozenset(words) for name, words in _WORDS["context"].items()}
_HALF = _WORDS["half"]
_MINUS = ("-", "−", "–", "minus")

_B = r"[^\S\n]"
_AMOUNT = re.compile(
    rf"""(?:(?<![\w.])(?P<before>{CURRENCY_BEFORE}){_B}?|(?<![\w.,:/'’&§])(?<![^\W\d_]-))
    (?:(?P<sign>(?<![^\s(])[-+−–±]|[Mm]inus{_B}|[Pp]lus{_B})(?=\w))?
    (?:(?P<digits>{DIGITS})(?![.,:/&][0-9])
      |(?P<half>(?i:eine?[nmrs]?){_B}halbe[nrs]?)(?!\w)
      |(?P<numeral>(?i:{NUMERAL}|eine[nmrs]?))(?:(?!\w)|(?=prozentig)))
    (?:{_B}(?:gut|knapp)e[ns]?(?={_B})|{_B}(?:weiter|voll|ganz|zusätzlich|satt)e[nrs]?(?={_B}{SCALE}))?
    (?P<closing>\)(?={_B}?(?:{SCALE}|{UNIT})))?
    (?:(?:{_B}|-)?(?P<scale>{SCALE}))?
    (?:(?P<gap>{_B}|\.?-|\.)?(?P<unit>{UNIT}))?""",
    re.VERBOSE,
)
_ONE = re.compile(r"eine?[nmrs]?", re.IGNORECASE)
_ADJECTIVES = rf"(?P<adjectives>(?:[a-zäöüß][\w-]*e[nrsm]?{_B}+){{0,3}})"
_COUNTED = re.compile(rf"{_B}+{_ADJECTIVES}(?P<noun>[A-ZÄÖÜ]\w*(?:-\w+)*)")
_HALF_OF = re.compile(rf"\b(?P<article>{one_of(_HALF['articles'])}{_B})?{one_of(_HALF['words'])}(?!\w)")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as it stands in the text; what its neighbours say of it is added later."""

    start: int
    end: int
    number: float
    scale: float
    unit: Unit
    #: the number stands in digits
    digits: bool
    #: a closing bracket parts it from its unit: "78 (70) Euro"
    bracketed: bool = False
    #: it may be part of a name or of a compound, and is no amount on its own
    attached: bool = False
    #: the unit was taken over from a neighbour
    inherited: bool = False
    #: where the number ends and where the counted noun stands
    number_end: int | None = None
    noun: int | None = None
    #: upper end of a range
    upper: float | None = None

    @property
    def value(self) -> float:
        """The number in full, without the dust of binary fractions."""
        return float(f"{self.number * self.scale * self.unit.factor:.15g}")

    @property
    def bare(self) -> bool:
        """Tell whether it has no unit."""
        return self.unit is BARE

    def without_unit(self) -> Amount:
        """Return the number alone, without unit and counted noun."""
        return replace(self, unit=BARE, end=self.number_end or self.end, noun=None)


def amounts(text: str, taken: Container[int]) -> Iterator[Amount]:
    """Yield the amounts of a text in order, without those that touch a character in ``taken``."""
    for match in _AMOUNT.finditer(text):
        if match.start() not in taken and match.end() - 1 not in taken:
            amount = _read(text, match)
            if amount:
                yield amount


def halves(text: str) -> Iterator[Amount]:
    """Yield "die Hälfte" wherever it is a share and no period ("die zweite Hälfte")."""
    for match in _HALF_OF.finditer(text):
        if match["article"] or word_before(text, match.start()).lower() in _HALF["after"]:
            yield Amount(match.start(), match.end(), 50.0, 1.0, UNITS["Prozent"], digits=False)


def is_glued(text: str, amount: Amount) -> bool:
    """Tell whether a number is part of a longer word: "6000D", "58-Jährige", "777-9"."""
    if amount.scale != 1:
        return False
    before, after = text[amount.start - 1 : amount.start], text[amount.end : amount.end + 2]
    return before in ("-", "–") or after[:1].isalnum() or (after[:1] in ("-", "–") and after[1:].isalnum())


def is_no_amount(text: str, amount: Amount) -> bool:
    """Tell whether a number without a unit is better left out: in names, as an ordinal, as a noun."""
    if amount.attached or is_glued(text, amount):
        return True
    if not amount.digits:
        return amount.scale == 1 and text[amount.start].isupper()
    rest = text[amount.end : amount.end + 3]
    return amount.scale == 1 and amount.number.is_integer() and rest[:1] == "." and bool(rest[1:].strip())


# -- the number and its unit -----------------------------------------------------------------------------


def _read(text: str, match: re.Match[str]) -> Amount | None:
    before = word_before(text, match.start())
    if before.lower() in _CONTEXT["vague"]:
        return None
    amount = _with_unit(text, match)
    if _is_one(match) and amount.scale == 1 and amount.unit.kind not in ("money", "percent"):
        return None
    if not amount.bare or amount.bracketed:
        return amount
    return _with_noun(text, replace(amount, attached=is_glued(text, amount) or _is_named(match, amount, before)))


def _with_unit(text: str, match: re.Match[str]) -> Amount:
    unit, end = _unit(text, match)
    number = _number(match)
    bracketed = match["closing"] is not None
    return Amount(
        start=match.start(),
        end=match.start("closing") if bracketed else end,
        number=-number if (match["sign"] or "").strip().lower() in _MINUS else number,
        scale=SCALES[match["scale"]] if match["scale"] else 1,
        unit=unit,
        digits=match["digits"] is not None,
        bracketed=bracketed,
    )


def _number(match: re.Match[str]) -> float:
    if match["digits"]:
        return parse_digits(match["digits"])
    number = 0.5 if match["half"] else parse_numeral(match["numeral"])
    return 1.0 if number is None else float(number)


def _unit(text: str, match: re.Match[str]) -> tuple[Unit, int]:
    """Return the unit and where the words of the amount end."""
    end = match.end("scale") if match["scale"] else match.end(_number_group(match))
    if match["before"]:
        return UNITS[match["before"]], end
    if match["unit"] and not _begins_another_word(text, match):
        return UNITS[match["unit"]], match.end()
    return BARE, end


def _number_group(match: re.Match[str]) -> str:
    return next(group for group in ("digits", "half", "numeral") if match[group])


def _begins_another_word(text: str, match: re.Match[str]) -> bool:
    """Tell whether the unit is none: "27 Euro-Länder", "an einem Rand"."""
    if _is_one(match) and match["unit"] in _CONTEXT["articled"]:
        return True
    after = text[match.end() : match.end() + 2]
    apart = match["gap"] is not None and match["gap"].isspace() and not match["scale"]
    return apart and match["unit"][-1].isalpha() and after[:1] == "-" and after[1:].isalpha()


def _is_one(match: re.Match[str]) -> bool:
    return match["numeral"] is not None and _ONE.fullmatch(match["numeral"]) is not None


# -- what is counted -------------------------------------------------------------------------------------


def _with_noun(text: str, amount: Amount) -> Amount | None:
    """Add the counted noun; return None where the number counts nothing that is an amount ("15 Uhr")."""
    match = _COUNTED.match(text, amount.end)
    if not match or any(word in _CONTEXT["function"] for word in match["adjectives"].split()):
        return amount
    noun = match["noun"]
    if noun in _CONTEXT["uncounted"]:
        return None
    if is_glued(text, amount) or (amount.attached and noun not in COUNTED and not _is_grouped(amount)):
        return amount
    unit = Unit("count", counted_lemma(noun))
    return replace(amount, end=match.end(), unit=unit, number_end=amount.end, noun=match.start("noun"), attached=False)


def _is_grouped(amount: Amount) -> bool:
    return amount.digits and amount.number >= 1000 and amount.end - amount.start > 4


def _is_named(match: re.Match[str], amount: Amount, before: str) -> bool:
    """Tell whether a number may belong to the name before it: "Ascend 950", "Mistral Medium 3.1"."""
    named = before[:1].isupper() and before[-1].isalnum() and before.lower() not in _CONTEXT["hedges"]
    return named and amount.digits and amount.scale == 1 and "," not in match["digits"]
