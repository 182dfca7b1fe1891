"""Regular expressions for German time expressions, made from the word lists of the calendar.

A pattern is tried only where a word or figure stands that may begin an expression (``FIRST``), in the
order of its table: the first that reads wins, so the more telling stand before the plainer.
"""

from __future__ import annotations

from kg.language.de.numbers import NUMERAL
from kg.language.de.units import COUNTED, SCALE, UNIT
from kg.language.de.words import one_of, word_lists

_WORDS = word_lists("times")
_YEAR_WORDS: list[str] = _WORDS["years"]["words"] + _WORDS["years"]["business"]
_DISTANCE: dict[str, list[str]] = _WORDS["distance"]

# -- building blocks -------------------------------------------------------------------------------------

_B = r"[^\S\n]"
_END = r"(?!\w)"
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_MONTH = one_of(_WORDS["months"])
_SHORT_MONTH = one_of(_WORDS["months_short"])
_ANY_MONTH = rf"(?:{_MONTH}{_END}|{_SHORT_MONTH}(?:\.|{_END}))"
_WEEKDAY = rf"(?P<weekday>{one_of(_WORDS['weekdays'])}){one_of(_WORDS['weekday_parts']['words'])}?{_END}"
_STEM = rf"(?i:{one_of(_WORDS['shifts'])})e[nmrs]?"
_SHIFT = rf"(?:(?P<shift>{_STEM}){_B})?"
_EDGE = rf"(?i:{one_of(_WORDS['edges']['words'])})"
_ORDINAL = rf"(?i:{one_of(_WORDS['ordinals'])})"
_UNIT = one_of(_WORDS["units"])
_ANY_YEAR_WORD = one_of(_YEAR_WORDS)
_ANY_PART = one_of([*_WORDS["parts_of_year"]["quarter"], *_WORDS["parts_of_year"]["half"]])
_FILLER = rf"(?:{one_of(_DISTANCE['fillers'])}{_B})?"

#: what makes the round number before it a count
COUNT_BEHIND = rf"(?<=0){_B}(?:[a-zäöü]+e[nr]?{_B})?{one_of(COUNTED)}{_END}"

_AMOUNT = rf"{_B}?(?:{SCALE}|{UNIT})"
#: what makes the number between "von" and it an amount
AMOUNT_BEHIND = rf"{_B}(?:auf|bis){_B}[0-9.,]+{_AMOUNT}"
_YEAR = rf"(?:18|19|20)[0-9]{{2}}(?![\w%€$'’])(?![.,:][0-9])(?!{_AMOUNT})"
_BUSINESS_YEAR = r"(?:19|20)[0-9]{2}/(?:[0-9]{4}|[0-9]{2})(?![0-9])"
_YEAR_GROUP = rf"(?P<year>{_BUSINESS_YEAR}|{_YEAR}(?!{COUNT_BEHIND}))"
_SHORT_YEAR = rf"(?P<year>{_BUSINESS_YEAR}|(?:20)?[0-9]{{2}}(?![0-9]))"
_OF_YEAR = (
    rf"(?:{_B}(?:(?:des|im|vom){_B})?(?:{_ANY_YEAR_WORD}{_B})?{_YEAR_GROUP}"
    rf"|{_B}(?P<im>im{_B})?(?:des{_B})?(?P<year_shift>{_STEM}){_B}{_ANY_YEAR_WORD}{_END}(?(im)|(?<=s)))?"
)
_PART_OF_YEAR = rf"(?P<ordinal>{_ORDINAL}){_B}(?P<part>{_ANY_PART}){_END}{_OF_YEAR}"

# -- expressions that begin with a figure ----------------------------------------------------------------

FROM_DIGITS = {
    "iso": r"(?P<year>[12][0-9]{3})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12][0-9]|3[01])(?![0-9])",
    "day": rf"(?P<day>{_DAY})\.{_B}?(?P<month>{_ANY_MONTH}){_OF_YEAR}",
    "day_of_list": (
        rf"(?P<day>{_DAY})\.(?={_B}?(?:bis|und|oder|/|-|–){_B}?(?:zum{_B})?{_DAY}\."
        rf"{_B}?(?P<month>{_ANY_MONTH}){_OF_YEAR})"
    ),
    "figures": (
        rf"(?P<day>{_DAY})\.{_B}?(?P<month>0?[1-9]|1[0-2])\."
        rf"(?:{_B}?(?P<year>(?:19|20)[0-9]{{2}}|[0-9]{{2}}))?(?![0-9]|[.,][0-9])"
    ),
    "part": _PART_OF_YEAR,
    "short_part": rf"(?P<name>9M){_END}{_OF_YEAR}",
    "nine_months": rf"9{_B}Monaten{_END}",
    "year": rf"(?P<year>{_BUSINESS_YEAR}|{_YEAR})",
}

# -- expressions that begin with a word ------------------------------------------------------------------

FROM_WORDS = {
    "weekday": (
        rf"{_SHIFT}{_WEEKDAY}(?:,?{_B}(?:de[nmr]{_B})?(?P<day>{_DAY})\.{_B}?"
        rf"(?P<month>{_ANY_MONTH}|(?:0?[1-9]|1[0-2])\.){_OF_YEAR}"
        rf"|{_B}(?:der{_B})?(?P<week>{_STEM}){_B}Woche{_END})?"
    ),
    "months": (
        rf"(?P<first>{_MONTH}){_B}?(?:(?:bis|(?P<between>und))(?:{_B}Ende)?|-|–)"
        rf"{_B}?(?P<last>{_MONTH}){_END}{_OF_YEAR}"
    ),
    "named_part": rf"(?P<name>{one_of(_WORDS['parts'])}){_END}{_OF_YEAR}",
    "month": (
        rf"(?:(?P<edge>{_EDGE}){_B}|{_SHIFT})"
        rf"(?:(?P<month>{_MONTH}){_END}{_OF_YEAR}|(?P<short>{_SHORT_MONTH})\.?{_B}(?P<short_year>{_YEAR}))"
    ),
    "part": _PART_OF_YEAR,
    "short_part": rf"(?P<name>Q[1-4]|H[12]){_END}(?:(?:{_B}|/){_SHORT_YEAR})?",
    "first_months": (rf"[Ee]rste[nr]?{_B}(?P<number>{one_of(_WORDS['first_months'])}){_B}Monaten?{_END}{_OF_YEAR}"),
    "months_until": (
        rf"(?P<number>drei|sechs|neun){_B}Monaten?{_B}(?:bis|per){_B}(?:Ende{_B}|zum{_B}{_DAY}\.{_B})?"
        rf"(?P<month>{_MONTH}){_END}{_OF_YEAR}"
    ),
    "nine_months": rf"neun{_B}Monaten{_END}",
    "season": rf"(?:{_EDGE}{_B})?{_SHIFT}(?P<season>{one_of(_WORDS['seasons'])})s?{_END}{_OF_YEAR}",
    "year_word": (
        rf"(?:(?P<edge>{_EDGE}){_B}(?:des{_B})?)?{_SHIFT}(?P<word>{_ANY_YEAR_WORD}){_END}(?:{_B}{_YEAR_GROUP})?"
    ),
    "year": rf"{_EDGE}{_B}(?P<year>{_BUSINESS_YEAR}|{_YEAR})",
    "shifted": rf"(?:{_EDGE}{_B}(?:de[rs]{_B})?)?(?P<shift>{_STEM}){_B}(?P<unit>{_UNIT}){_END}",
    "distance": (
        rf"(?P<sign>{one_of(_DISTANCE['ago'] + _DISTANCE['ahead'])}){_B}{_FILLER}"
        rf"(?P<number>[0-9]{{1,3}}|(?i:eine[mr]|{NUMERAL})){_B}(?P<unit>{_UNIT}){_END}"
    ),
    "weekend": rf"{_SHIFT}{one_of(_WORDS['weekends']['words'])}{_END}",
    "turn": rf"{one_of(_WORDS['turns']['words'])}{_END}",
    "relative": (rf"(?P<word>{one_of(_WORDS['relative'])}){_END}(?:{_B}{one_of(_WORDS['day_parts']['words'])}{_END})?"),
    "behind": rf"(?P<word>{one_of(_WORDS['behind'])}){_END}",
}

# -- where an expression may begin -----------------------------------------------------------------------

_NOUNS = ("months", "months_short", "weekdays", "seasons", "parts", "relative", "behind")
_FIRST_WORD = one_of(
    [
        *(word for table in _NOUNS for word in _WORDS[table]),
        *_WORDS["turns"]["words"],
        *_WORDS["weekends"]["words"],
        *_YEAR_WORDS,
    ]
)
_DISTANCE_AHEAD = rf"(?={_B}{_FILLER}(?:[0-9]|(?i:eine[mr]|{NUMERAL}){_B}))"

FIRST = (
    rf"(?<!\w)(?:(?P<digit>[0-9])|{_FIRST_WORD}|{_STEM}|{_EDGE}|{_ORDINAL}|Q[1-4]|H[12]|neun|drei|sechs"
    rf"|{one_of(_DISTANCE['ago'] + _DISTANCE['ahead'])}{_DISTANCE_AHEAD})"
)
