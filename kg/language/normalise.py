"""Bring the spellings of one name together: case, umlauts, accents, punctuation, legal forms.

Keys made here are for comparing only; what a reader sees keeps its own spelling.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.resources import ontology_folder

_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ı": "i", "ð": "d"}
)
#: signs that stand inside a word and leave no gap: E.ON and Eon, Moody's and Moodys
_SILENT = str.maketrans(dict.fromkeys(".'’‘`´®™©") | {"&": " und ", "+": " plus "})
_GAP = re.compile(r"[\W_]+")


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Return the comparison key of a name, kept word for word.

    Case, accents and punctuation go; umlauts and ß are written out, so that both German
    spellings meet; "&" and "and" become "und", "+" becomes "plus".

    >>> fold("Müller") == fold("MUELLER")
    True
    >>> [fold(name) for name in ("E.ON", "Nestlé", "Procter & Gamble", "Qwen3-Max", "Disney+")]
    ['eon', 'nestle', 'procter und gamble', 'qwen3 max', 'disney plus']
    """
    text = name.lower() if name.isascii() else _plain_letters(name)
    words = text.strip() if _has_words_only(text) else _GAP.sub(" ", text.translate(_SILENT)).strip()
    return f" {words} ".replace(" and ", " und ").strip() if "and" in words else words


def _has_words_only(text: str) -> bool:
    """Tell, fast, whether a text holds nothing but letters, digits and single spaces: most names do."""
    return text.replace(" ", "").isalnum() and "  " not in text


def _plain_letters(name: str) -> str:
    """Casefold and write every Latin letter without its accent."""
    text = unicodedata.normalize("NFKC", name).casefold().translate(_LETTERS)
    if text.isascii():
        return text
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))


def strip_legal_form(name: str) -> str:
    """Return the name without the legal forms at its end; a name is never stripped to nothing.

    >>> strip_legal_form("Henkel AG & Co. KGaA"), strip_legal_form("Tencent Holdings Ltd.")
    ('Henkel', 'Tencent Holdings')
    >>> strip_legal_form("SE"), strip_legal_form("AG Insurance")
    ('SE', 'AG Insurance')
    """
    return list(shortened(name))[-1]


def shortened(name: str) -> Iterator[str]:
    """Yield the name as it is, then with one legal form less at a time.

    >>> list(shortened("Merck & Co., Inc."))
    ['Merck & Co., Inc.', 'Merck & Co.', 'Merck']
    """
    yield name
    words = name.split()
    while (length := _legal_form_length(words)) > 0:
        words = words[:-length]
        if shorter := " ".join(words).rstrip(" ,;&-"):
            yield shorter


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """Return the comparison key of a name without its legal form.

    >>> name_key("Volkswagen AG") == name_key("VOLKSWAGEN")
    True
    """
    return fold(strip_legal_form(name))


def has_legal_form(name: str) -> bool:
    """Tell whether the name closes with a legal form, which marks it as a company's.

    >>> has_legal_form("Marley Spoon SE"), has_legal_form("Marley Spoon")
    (True, False)
    """
    return _legal_form_length(name.split()) > 0


@dataclass(frozen=True, slots=True)
class _LegalForms:
    """The forms of ``legal-forms.toml``: `exact` in their spelling, `folded` in any."""

    exact: frozenset[str]
    folded: frozenset[str]

    def __contains__(self, form: str) -> bool:
        return form in self.exact or form.casefold() in self.folded


@cache
def _legal_forms() -> _LegalForms:
    path = ontology_folder() / "entities" / "legal-forms.toml"
    forms = tomllib.loads(path.read_text(encoding="utf-8"))
    folded = (form.replace(" ", "").casefold() for form in forms["long"])
    return _LegalForms(frozenset(forms["short"]), frozenset(folded))


_MOST_WORDS = 4


def _legal_form_length(words: list[str]) -> int:
    """Count the words at the end that make up the longest legal form; the first word is never one."""
    forms = _legal_forms()
    for length in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
        form = "".join(words[-length:])
        if form.strip(".,()").replace(".", "").replace(",", "") in forms:
            return length
    return 0
