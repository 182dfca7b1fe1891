"""Names taken apart: the words that make the name, those that tell the trade, a part or a title, the legal form."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from babel import Locale

from kg.entities.resolving.spelling import roughly, sound
from kg.language.normalise import fold, name_key, shortened
from kg.resources import ontology_folder

_LINKING_WORDS = frozenset("und of for der des fuer the de du la".split())


@dataclass(frozen=True)
class NameWords:
    """The word lists of ``name-words.toml``."""

    filler: frozenset[str]
    trade: frozenset[str]
    part: frozenset[str]
    titles: frozenset[str]
    #: what a joint venture is called, and the words between that and its partners
    venture: frozenset[str]
    #: short or full first name → all names that may be the same
    nicknames: Mapping[str, frozenset[str]]
    #: legal form without dots and spaces → countries where it is at home
    homes: Mapping[str, frozenset[str]]


@cache
def name_words() -> NameWords:
    """Return the shipped word lists, read once."""
    path = ontology_folder() / "entities" / "name-words.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    keys = ("filler", "trade", "part", "title", "venture")
    filler, trade, part, titles, venture = (frozenset(data[key].split()) for key in keys)
    return NameWords(
        filler, trade, part | _countries(), titles, venture, _nicknames(data["nicknames"]), _homes(data["homes"])
    )


def _countries() -> frozenset[str]:
    """Return the German and English names of all countries that are one word, folded."""
    names = (name for lang in ("de", "en") for name in Locale(lang).territories.values())
    return frozenset(folded for name in names if " " not in (folded := fold(name)) and folded.isalpha())


def _nicknames(lines: Iterable[str]) -> dict[str, frozenset[str]]:
    """Map each name to the names of all lines that it stands in."""
    found: dict[str, set[str]] = {}
    for names in (line.split() for line in lines):
        for name in names:
            found.setdefault(name, set()).update(names)
    return {name: frozenset(others) for name, others in found.items()}


def _homes(by_country: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for country, forms in by_country.items():
        for form in forms:
            found.setdefault(form.casefold(), set()).add(country)
    return {form: frozenset(countries) for form, countries in found.items()}


def legal_form(name: str) -> str:
    """Return the legal form that closes a name, without dots and spaces; empty where there is none.

    >>> legal_form("Merck & Co., Inc."), legal_form("Henkel AG & Co. KGaA"), legal_form("SAP")
    ('&coinc', 'ag&cokgaa', '')
    """
    stem = list(shortened(name))[-1]
    return "".join(sign for sign in name[len(stem) :].casefold() if sign.isalnum() or sign in "&/")


@lru_cache(maxsize=4096)
def homes_of(form: str) -> frozenset[str]:
    """Return the countries where a legal form is at home; empty where it tells nothing.

    >>> sorted(homes_of("gmbh")), sorted(homes_of("ltd"))
    (['AT', 'CH', 'DE'], [])
    """
    known = name_words().homes
    for start in range(len(form)):
        if form[start:] in known:
            return known[form[start:]]
    return frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class NameForm:
    """One name of an organisation or thing, taken apart; made by `name_form`, once for each name."""

    #: folded, without legal form: "dalian zeus entertainment"
    key: str
    #: all words of the key
    words: tuple[str, ...]
    #: the words without "group", "holding" and the like; never empty for a name with words
    base: tuple[str, ...]
    #: the base written as one word
    joined: str
    #: the base as one word, but for umlauts, double letters, a last s or z
    rough: str
    #: the base as one word, as it sounds
    sound: str
    #: the digits, and Roman numerals after the first word: they tell things of a series apart
    numbers: tuple[str, ...]
    #: of a joint venture told by its partners: their words, sorted
    partners: tuple[str, ...]
    #: the acronyms that the words may give, with and without "und" and "of"; none for one or two words
    initials: frozenset[str]


_ROMAN = frozenset("i ii iii iv v vi vii viii ix x".split())


@lru_cache(maxsize=262144)
def name_form(name: str) -> NameForm:
    """Return a name taken apart.

    >>> name_form("Dalian Zeus Entertainment Group Co., Ltd.").base
    ('dalian', 'zeus', 'entertainment')
    """
    return _form(name_key(name) or fold(name) or name.casefold())


@lru_cache(maxsize=262144)
def _form(key: str) -> NameForm:
    words = tuple(key.split())
    base = tuple(word for word in words if word not in name_words().filler) or words
    digits = "".join(sign for sign in key if sign.isdigit())
    return NameForm(
        key,
        words,
        base,
        "".join(base),
        "".join(map(roughly, base)),
        "".join(map(sound, base)),
        (digits, *(word for word in words[1:] if word in _ROMAN)),
        tuple(sorted(word for word in words if word not in name_words().venture)) if _is_venture(words) else (),
        _initials(words),
    )


_VENTURES = frozenset("gemeinschaftsunternehmen gemeinschaftsfirma venture jointventure jv".split())


def _is_venture(words: tuple[str, ...]) -> bool:
    return bool(_VENTURES.intersection(words[:3]))


def is_common_noun(key: str) -> bool:
    """Tell whether a folded name is a mere word for a joint venture, which any article may use for another one.

    >>> is_common_noun("joint venture"), is_common_noun("joint venture von bmw und magna")
    (True, False)
    """
    return all(word in name_words().venture for word in key.split())


def _initials(words: tuple[str, ...]) -> frozenset[str]:
    full = "".join(word[0] for word in words)
    short = "".join(word[0] for word in words if word not in _LINKING_WORDS)
    return frozenset(letters for letters in (full, short) if len(letters) >= 3)


class PersonForm(NamedTuple):
    """The name of a person, taken apart; made by `person_form`."""

    given: tuple[str, ...]
    surname: str

    @property
    def words(self) -> tuple[str, ...]:
        """First names and surname."""
        return (*self.given, self.surname)


_PARTICLES = frozenset("von van de der den del della di da dos du la le ten ter zu zum bin al ibn el".split())
_HYPHEN = re.compile(r"(?<=\w)(?<!\b[AaEe]l)[-‐‑](?=\w)")
_SUFFIXES = frozenset("jr sr junior senior ii iii".split())


@lru_cache(maxsize=262144)
def person_form(name: str) -> PersonForm:
    """Return a person's name without titles, its particles with the surname; hyphens join.

    >>> person_form("Prof. Dr. Ursula von der Leyen")
    PersonForm(given=('ursula',), surname='von der leyen')
    """
    words = [word for word in fold(_HYPHEN.sub("", name)).split() if word not in _SUFFIXES]
    words = words or [fold(name)]
    while len(words) > 1 and words[0] in name_words().titles:
        words = words[1:]
    start = len(words) - 1
    while start > 1 and words[start - 1] in _PARTICLES:
        start -= 1
    return PersonForm(tuple(words[:start]), " ".join(words[start:]))
