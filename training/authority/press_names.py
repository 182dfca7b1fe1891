"""From the name in a register of securities to the name that the press writes."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from kg.language.normalise import strip_legal_form


@cache
def words() -> dict[str, Any]:
    """Return the word lists of ``words.toml``."""
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))


_PREFIX = re.compile(r"^(PT|PJSC|The|(International )?(Public )?Joint[- ]Stock Company) (?=\S+ )")
_TIGHT_COMMA = re.compile(r",(?=[^\W\d])")


def is_share(name: str) -> bool:
    """Tell whether a security is the share of a company: no fund, warrant, bond or series of preferred stock.

    >>> is_share("Fiserv, Inc."), is_share("Leverage Shares 2x Microsoft ETP")
    (True, False)
    """
    return not _securities().search(name)


def company_name(security: str) -> str:
    """Return the company's name in full: without the class of share, capitals toned down.

    >>> company_name("KONE Oyj Class B"), company_name("JENOPTIK AG")
    ('KONE Oyj', 'Jenoptik AG')
    """
    name = _PREFIX.sub("", _TIGHT_COMMA.sub(", ", security.strip()))
    while (shorter := _share_classes().sub("", name).rstrip(" ,-")) != name and shorter:
        name = shorter
    return " ".join(_toned_down(word) for word in name.split())


def press_name(company: str, is_word: Callable[[str], bool]) -> str:
    """Return the short name: without legal form, and without "Holdings" and the like where a name remains.

    A single word remains a name where it is long enough and ``is_word`` does not know it.

    >>> press_name("Isuzu Motors Limited", lambda word: False)
    'Isuzu Motors'
    >>> press_name("Land Securities Group plc", lambda word: True)
    'Land Securities'
    >>> press_name("Target Group Inc", lambda word: True)
    'Target Group'
    """
    name = strip_legal_form(_without_place(strip_legal_form(company)))
    while (shorter := _without_holding_word(name)) and _stands_alone(shorter, is_word):
        name = strip_legal_form(shorter)
    return name.removesuffix(" and").removesuffix("/The").strip(" ,&(") or company


def _without_place(name: str) -> str:
    """Drop a closing place in brackets: "Anji (Shanghai)"; a country that tells daughters apart stays."""
    first, bracket, place = name.rpartition(" (")
    if not (bracket and name.endswith(")")):
        return name
    return f"{first} {place[:-1]}" if place[:-1] in words()["name_places"] else first


def _stands_alone(name: str, is_word: Callable[[str], bool]) -> bool:
    parts = name.split()
    return len(parts) > 1 or (len(name) > 3 and not is_word(name))


def _without_holding_word(name: str) -> str | None:
    """Return the name without its last word if that is "Holding" or the like."""
    first, _, last = name.rpartition(" ")
    return first.rstrip(" ,(") or None if last.strip("().,") in words()["holding_words"] else None


def _toned_down(word: str) -> str:
    """Write a long word in capitals as a common name: "JENOPTIK" becomes "Jenoptik", "BASF" stays."""
    letters = word.rstrip(",.")
    if len(letters) > 5 and letters.isupper() and letters.isalpha():
        return word.capitalize()
    return word


@cache
def _securities() -> re.Pattern[str]:
    return re.compile(r"\b(" + "|".join(map(re.escape, words()["securities"])) + r")\b|\d%", re.IGNORECASE)


@cache
def _share_classes() -> re.Pattern[str]:
    return re.compile(r"(?<=\S)[\s,]+(" + "|".join(words()["share_classes"]) + ")", re.IGNORECASE)
