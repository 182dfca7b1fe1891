"""Codes that look like names: securities numbers, tickers, files of courts, telephone numbers, addresses."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache

from kg.language.mentions.lexicon import Lexicon
from kg.language.mentions.reading import Reading

#: an ISIN, an LEI, an address of the web or of e-mail
_SHAPES = r"""\b[A-Z]{2}[A-Z0-9]{9}\d\b | \b[A-Z0-9]{18}\d\d\b |
    \bhttps?://\S+ | \bwww\.\S+ | [\w.+-]+@[\w-]+\.[\w.-]+"""
#: "(NASDAQ: GPS)", "(HKG: 0700, …)"; at % no label may stand
_LISTED = r"(?<=[(,;/])\s?%[A-Z][A-Za-z]{1,8}:\s?[A-Z0-9.]{1,8} (?=\s?[),;/])"
#: what stands behind a label, apart by a sign or two: "33 O 212/25", "DBKGn.DE"
_APART = r"(?:-?Nr\.|-?Nummer)?[\s:.„\"]{0,3}"
_NUMBER = r"[+(]*[A-Z0-9-]*\d[\w./()-]*(?:\s[A-Z]{1,2}(?=\s\d))?(?:\s[\d/()-][\w/()-]*)*"
_SYMBOL = r"[A-Z0-9]{1,6}[a-z]?(?:\.[A-Z]{1,3})?\b"


def coded(reading: Reading) -> frozenset[int]:
    """Return the pieces that belong to a code or to the word that announces one."""
    found: set[int] = set()
    for match in _pattern(reading.lexicon).finditer(reading.pieces.text):
        start, end = match.span()
        found.update(range(bisect_left(reading.pieces.ends, start + 1), bisect_left(reading.pieces.starts, end)))
    return frozenset(found)


@lru_cache(maxsize=4)
def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    numbers, symbols, wires = map(_either, (lexicon.code_labels, lexicon.symbol_labels, lexicon.wires))
    labelled = rf"\b{numbers}\b{_APART}{_NUMBER} | \b{symbols}\b{_APART}{_SYMBOL}"
    wired = rf"^{wires}(?:-[\w-]+)?:"
    listed = _LISTED.replace("%", rf"(?!{numbers}\b|{symbols}\b)")
    portal = rf"\(\s?{_either(lexicon.portals)}(?:\.de)?\s?\) | \bRT\s(?=@)"
    return re.compile(rf"{_SHAPES} | {listed} | {labelled} | {wired} | {portal}", re.VERBOSE | re.MULTILINE)


def _either(words: Iterable[str]) -> str:
    """Return a pattern of the words, the longest first."""
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"
