"""The lexicon of names and of reference: ``names.toml`` and ``reference.toml`` as lookup tables."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from kg.resources import ontology_folder


class Noun(NamedTuple):
    """A common noun that tells the class of what it stands before or takes up."""

    #: lower case, as in the lexicon
    lemma: str
    type: str
    #: m, f, n or p (plural)
    gender: str


#: the genders of what the pronouns of a list take up
_GENDERS = {
    "possessive_mn": "mn",
    "possessive_fp": "fp",
    "personal_m": "m",
    "personal_f": "f",
    "relative_mn": "mn",
    "relative_fp": "fp",
}


@dataclass(frozen=True, slots=True)
class Institution:
    """A noun that stands for a body once its country is told: "Marktaufsicht"."""

    noun: str
    type: str
    gender: str
    #: id in the authority file by ISO country code
    ids: Mapping[str, str]


class Lexicon:
    """The words of ``names.toml`` and ``reference.toml``, as sets and tables of lower-case forms."""

    def __init__(self, names: Mapping[str, Any], reference: Mapping[str, Any]) -> None:
        self._nouns = _noun_forms(names["nouns"])
        #: nouns that count as last parts of compounds alone
        self._last_parts = _noun_forms(names["compounds"]) | self._nouns
        self._institutions = _institution_forms(names["institutions"])
        self.either = _lower(names["either"]["nouns"])
        self.led = _lower(names["led"]["nouns"])
        self.law_endings = tuple(names["laws"]["closed"].split())
        self.law_heads = _lower(names["laws"]["hyphenated"])
        self.no_law = _lower(names["laws"]["never"])
        self.ministry = tuple(names["ministries"]["endings"].split())
        self.bare_ministries = _lower(names["ministries"]["bare"])
        #: bodies that an article alone names: "der Bund"
        self.bare_bodies = _lower(names["bare"]["nouns"])
        self.courts = tuple(names["courts"]["endings"].split())
        #: courts that take in what is filed: where they are is told with that
        self.local_courts = tuple(names["courts"]["local"].split())
        self.behind = {cls: frozenset(words.split()) for cls, words in names["behind"].items()}
        self.owned = frozenset(word.lower() for word in self.behind.pop("owned"))
        self.no_owner = self.behind.pop("no_owner")
        self.closing = frozenset().union(*self.behind.values())
        self.currencies = _lower(names["never"]["currencies"])
        self.compound_heads = _lower(names["behind"]["heads"])
        self.closed_heads = tuple(sorted(names["closed"]["heads"].split(), key=len, reverse=True))
        self.closed_names = frozenset(names["closed"]["names"].split())
        self.with_article = frozenset(names["with_article"]["names"].split())
        self.no_house = frozenset(names["with_article"]["no_house"].split())
        self.first_names = frozenset(names["persons"]["first"].split())
        self.first_words = frozenset(names["persons"]["first_words"].split())
        self.family_first = frozenset(names["persons"]["family_first"].split())
        self.particles = frozenset(names["persons"]["particles"].split())
        self.titles = frozenset(names["persons"]["titles"].split())
        self.unit_endings = tuple(names["units"]["endings"].split())
        self.business_ending = str(names["units"]["business"])
        self._unit_words = (*self.unit_endings, self.business_ending, f"{self.business_ending}s")
        self.told_units, self.unit_nouns = (_lower(names["units"][key]) for key in ("told", "nouns"))
        self.no_business = _lower(names["units"]["never"])
        self.deals = tuple(names["units"]["deals"].split())
        self.flotations = tuple(names["units"]["flotations"].split())
        self.exchanges = tuple(names["units"]["exchanges"].split())
        self.ventures = _classes(names["ventures"])
        self.by_place = _classes(names["by_place"])
        self.topic_endings = tuple(names["topics"]["endings"].split())
        self.code_labels = tuple(names["codes"]["numbers"].split())
        self.symbol_labels = tuple(names["codes"]["symbols"].split())
        self.wires = tuple(names["codes"]["wires"].split())
        self.portals = tuple(names["codes"]["portals"].split())
        self.papers = frozenset(names["behind"]["papers"].split())
        #: words that open a sentence and are in no name
        self.openers = frozenset(names["never"]["openers"].split())
        self.streets = tuple(names["never"]["streets"].split())
        self.stations = frozenset(names["never"]["stations"].split())
        self.reckoned = frozenset(names["reckoned"]["words"].split())
        self.never = frozenset(names["never"]["words"].split())
        self.measures = tuple(names["never"]["measures"].split())
        self.no_product = re.compile(names["never"]["shapes"], re.VERBOSE)
        self.product_suffixes = frozenset(names["products"]["suffixes"].split())
        self.before_name = frozenset(names["before"]["words"].split())
        self.pronouns = {gender: _lower(words) for gender, words in reference["pronouns"].items()}
        self.pronoun_genders = {word: genders for group, genders in _GENDERS.items() for word in self.pronouns[group]}
        self.nominals = {group: _lower(words) for group, words in reference["nominals"].items()}
        self.shares = _lower(reference["shares"]["nouns"])
        self.rater_heads = _lower(reference["raters"]["heads"])
        self.rater_nouns = _lower(reference["raters"]["nouns"])
        self.rating = _lower(reference["raters"]["sentence"])
        self.rater_words = frozenset(reference["raters"]["words"].split())
        self.trading = _lower(reference["shares"]["trading"])
        self.saying = _lower(reference["saying"]["verbs"])
        #: what a capital does that stands for its government
        self.governing = self.saying | _lower(reference["saying"]["governing"])
        self.locative = _lower(reference["places"]["locative"])
        #: lower-case word for people that is the name of a place as well → name of their place
        self.people = {word.lower(): str(place) for word, place in reference["people"].items()}
        self._noun_cache: dict[str, Noun | None] = {}

    def tells_unit(self, word: str) -> bool:
        """Tell whether a word names a unit of a company by what it does: "Robotiksparte", "Lackgeschäfts"."""
        return word.lower().endswith(self._unit_words)

    def noun(self, word: str) -> Noun | None:
        """Return the noun of the lexicon that a word is, inflected or as the last part of a compound."""
        try:
            return self._noun_cache[word]
        except KeyError:
            found = self._noun_cache[word] = _by_ending(word.lower(), self._nouns, self._last_parts)
            return found

    def institution(self, word: str) -> Institution | None:
        """Return the institution that a word names without its country."""
        return self._institutions.get(word.lower())


@cache
def shipped_lexicon() -> Lexicon:
    """Return the German lexicon that ships with the program."""
    return load_lexicon(ontology_folder() / "lexicon" / "de")


def load_lexicon(folder: Path) -> Lexicon:
    """Read ``names.toml`` and ``reference.toml`` of a folder."""
    names, reference = (
        tomllib.loads((folder / name).read_text(encoding="utf-8")) for name in ("names.toml", "reference.toml")
    )
    return Lexicon(names, reference)


def _lower(words: str) -> frozenset[str]:
    return frozenset(words.lower().split())


def _classes(table: Mapping[str, str]) -> dict[str, str]:
    """Map each lower-case noun to its class."""
    return {noun: cls for cls, nouns in table.items() for noun in nouns.lower().split()}


def _noun_forms(tables: Mapping[str, Mapping[str, str]]) -> dict[str, Noun]:
    """Map each inflected form to its noun; the first class that has a noun keeps it."""
    forms: dict[str, Noun] = {}
    for type, genders in tables.items():
        for gender, words in genders.items():
            for word in words.lower().split():
                for form in inflected(word, gender):
                    forms.setdefault(form, Noun(word, type, gender))
    return forms


def inflected(noun: str, gender: str) -> Iterable[str]:
    """Yield the forms of a noun, with some that do not exist.

    >>> sorted(inflected("bank", "f"))
    ['bank', 'banken']
    """
    yield noun
    if gender == "f":
        yield noun + ("nen" if noun.endswith("in") else "n" if noun.endswith("e") else "en")
        return
    yield noun + "s"
    if noun.endswith("e"):
        yield noun + "n"
    elif not noun.endswith(("er", "en", "el")):
        yield from (noun + "es", noun + "en", noun + "e")
    else:
        yield noun + "n"


_SHORTEST_ENDING = 4
_SHORTEST_REST = 2


def _by_ending(word: str, forms: Mapping[str, Noun], last_parts: Mapping[str, Noun]) -> Noun | None:
    """Return the noun of the longest ending; after a hyphen the ending may be short."""
    _, hyphen, ending = word.rpartition("-")
    found = forms.get(word) or (last_parts if hyphen else forms).get(ending)
    if found:
        return found
    for cut in range(_SHORTEST_REST, len(word) - _SHORTEST_ENDING + 1):
        found = last_parts.get(word[cut:])
        if found:
            return found
    return None


def _institution_forms(tables: Mapping[str, Mapping[str, Any]]) -> dict[str, Institution]:
    forms: dict[str, Institution] = {}
    for table in tables.values():
        for gender in "mfnp":
            for noun in str(table.get(gender, "")).split():
                body = Institution(noun, str(table["class"]), gender, table.get("ids", {}))
                for form in inflected(noun.lower(), gender):
                    forms[form] = body
    return forms
