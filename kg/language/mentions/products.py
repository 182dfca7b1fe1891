"""Products by their shape: capitals with digits, and what lengthens a known product's name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.language.mentions.candidate import Candidate, Trust
from kg.language.mentions.gazetteer_match import compound_head
from kg.language.mentions.reading import Reading

#: what goes on behind a number that is no model's: decimals, a scale or a unit, at once or behind further names with
#: numbers: "Cevian 20 und Enkraft 3 Prozent"
_AMOUNT = re.compile(
    r"""[.,]\d | \s?(?:%|€|\$) | (?:\s(?:bis|und|oder|auf)\s[\d.,]+)?
    (?:(?:,|\s(?:und|sowie))\s(?:[A-ZÄÖÜ][\w.&-]*\s){1,4}\d[\d.,]*){0,4}\s
    (?:Prozent|Milli|Mrd|Mio|Euro|Cent|Dollar|US-Dollar|Franken|Pfund|Yen|Yuan|Kronen|Punkte|Zähler|Stellen|Jobs|Mitarbeiter
    |Arbeitsplätze|Beschäftigte|Tonnen|Fahrzeuge|Flüge|Filialen|Tage|Wochen|Monate|Jahre)""",
    re.VERBOSE,
)


def product_names(reading: Reading) -> Iterator[Candidate]:
    """Yield words of letters and digits ("MI450", "HX-2", "Qwen3-Max") with the names they belong to."""
    i = 0
    while i < len(reading.pieces):
        last = _coded(reading, i)
        if last:
            first, last = _run_start(reading, i), _run_end(reading, last)
            name = reading.pieces.span(first, last)
            yield Candidate(first, last, name, "Product", Trust.SHAPE, head=compound_head(reading, last))
            i = last
        else:
            i += 1


def _coded(reading: Reading, i: int) -> int:
    """Return the end of a word that mixes letters and digits, with or without a hyphen; 0 for none."""
    pieces = reading.pieces
    word = pieces.words[i]
    if not reading.capital(i) or pieces.hyphen[i]:
        return 0
    if i + 1 < len(pieces) and pieces.hyphen[i + 1] and _code(word, pieces.words[i + 1]):
        end = i + 2
        return end if _allowed(reading, pieces.span(i, end)) else 0
    mixed = any(c.isdigit() for c in word) and any(c.isalpha() for c in word)
    return i + 1 if mixed and _allowed(reading, word) else 0


def _code(word: str, following: str) -> bool:
    """Tell whether a hyphen ties letters and a number: "GPT-5", "777-9", "HX-2", "4NE-1"."""
    letters = word[0].isupper() and len(word) <= 12 and word.isalpha()
    letters = letters or (len(word) == 3 and word[0].isdigit() and word[1:].isalpha() and word.isupper())
    return (letters or (word.isdigit() and len(word) == 3)) and following.isdigit() and len(following) <= 3


def _allowed(reading: Reading, word: str) -> bool:
    return not reading.lexicon.no_product.fullmatch(word)


def _run_start(reading: Reading, i: int) -> int:
    """Return where the name begins: the proper names just before belong to it ("RTX Pro 6000D")."""
    pieces = reading.pieces
    first = i
    while first > 0 and i - first < 3 and pieces.spaced(first) and _belongs(reading, first - 1):
        first -= 1
    return first


def _belongs(reading: Reading, i: int) -> bool:
    word = reading.pieces.words[i]
    if reading.lexicon.noun(word) or reading.genitive(i):
        return False
    return reading.proper(i) or word in reading.lexicon.product_suffixes


def _run_end(reading: Reading, last: int) -> int:
    pieces, suffixes = reading.pieces, reading.lexicon.product_suffixes
    while last < len(pieces) and (pieces.spaced(last) or pieces.hyphen[last]):
        word = pieces.words[last]
        if word not in suffixes and not (word.isupper() and 2 <= len(word) <= 3 and not pieces.hyphen[last]):
            break
        last += 1
    return last


def lengthened(reading: Reading, first: int, last: int) -> int:
    """Return the end of a known product's name with number and suffixes: "iPhone 17 Pro Max", "Radeon RX 9070 XT"."""
    pieces = reading.pieces
    if _model_number(reading, last + 1) and _is_line(reading, last):
        return _run_end(reading, last + 2)
    if last == first + 2 and _is_line(reading, last - 1) and _model_number(reading, last):
        return _run_end(reading, last + 1)
    if last < len(pieces) and (pieces.spaced(last) or pieces.hyphen[last]) and _number(pieces.words[last]):
        if opens_amount(reading, last):
            return last
        last += 1
        return _run_end(reading, last)
    end = _run_end(reading, last)
    return end if end > last and pieces.words[last] in reading.lexicon.product_suffixes else last


def _is_line(reading: Reading, i: int) -> bool:
    """Tell whether a piece is the capitals between a product's name and its number: "RX" in "Radeon RX 9070"."""
    pieces = reading.pieces
    return i < len(pieces) and pieces.spaced(i) and pieces.words[i].isupper() and 2 <= len(pieces.words[i]) <= 3


def _model_number(reading: Reading, i: int) -> bool:
    """Tell whether a piece is the number of a model behind such capitals: "9070" in "Radeon RX 9070"."""
    pieces = reading.pieces
    return i < len(pieces) and pieces.spaced(i) and pieces.words[i].isdigit() and 3 <= len(pieces.words[i]) <= 4


def opens_amount(reading: Reading, i: int) -> bool:
    """Tell whether a piece is a number that goes on as an amount: "verlor Disney | 2,4 Prozent"."""
    pieces = reading.pieces
    return pieces.words[i].isdigit() and _AMOUNT.match(pieces.text, pieces.ends[i]) is not None


def _number(word: str) -> bool:
    return word[0].isdigit() and len(word) <= 4 and not (len(word) == 4 and word.isdigit())
