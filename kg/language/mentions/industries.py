"""Which industry a noun tells: "der Autobauer" is a firm of `auto`, "das Medikament" a product of the kind `drug`.

The words lie in ``industries.toml`` of the lexicon, what is known of firms and products in the authority file.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from kg.resources import ontology_folder

#: fewest letters of a word that tells an industry as the end of a longer one: "Regionalbank", "Elektroauto"
_SHORTEST = 4

Codes = frozenset[str]
_Table = defaultdict[str, set[str]]


class Industries:
    """Looks up the industries and kinds that nouns tell."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        self._heads = tuple(tables["heads"]["nouns"].split())
        nouns, before, products = _Table(set), _Table(set), _Table(set)
        for code, words in tables["industries"].items():
            _add(nouns, words["nouns"], code)
            _add(before, words["before"], code)
        for group in tables["wide"].values():
            for code in group["industries"].split():
                _add(nouns, group.get("nouns", ""), code)
                _add(before, group.get("before", ""), code)
        for code, words in tables["products"].items():
            _add(products, words["nouns"], code)
        self._nouns, self._before, self._products = (
            {word: frozenset(codes) for word, codes in table.items()} for table in (nouns, before, products)
        )
        #: all codes of industries and kinds
        self.codes = frozenset({*tables["industries"], *tables["products"]})
        self._known: dict[str, Codes] = {}

    def of_firm(self, noun: str) -> Codes:
        """Return the industries that a lower-case noun in the nominative tells; none where it suits any firm."""
        if noun not in self._known:
            self._known[noun] = self._find(noun)
        return self._known[noun]

    def of_product(self, noun: str) -> Codes:
        """Return the kinds of products that a lower-case noun tells."""
        return self._products.get(noun) or self._products.get(noun.rpartition("-")[2], frozenset())

    def _find(self, noun: str) -> Codes:
        last = noun.rpartition("-")[2]
        whole = self._nouns.get(noun) or self._nouns.get(last)
        if whole:
            return whole
        for head in self._heads:
            rest = noun.removesuffix(head).rstrip("-")
            if noun.endswith(head) and rest and (told := self._first_part(rest)):
                return told
        return next((self._nouns[end] for end in _ends(noun) if end in self._nouns), frozenset())

    def _first_part(self, part: str) -> Codes:
        """Return the industries of a first part, whole, without a linking "s", or by its own end."""
        ends = (part, part.removesuffix("s"), part + "s", *_ends(part), *_ends(part.removesuffix("s")))
        return next((self._before[end] for end in ends if end in self._before), frozenset())


def _ends(word: str) -> Iterator[str]:
    return (word[n:] for n in range(1, len(word) - _SHORTEST + 1))


def _add(table: _Table, words: str, code: str) -> None:
    for word in words.split():
        table[word].add(code)


@cache
def shipped_industries() -> Industries:
    """Return the German industries that ship with the program."""
    return load_industries(ontology_folder() / "lexicon" / "de" / "industries.toml")


def load_industries(path: Path) -> Industries:
    """Read a table of industries."""
    return Industries(tomllib.loads(path.read_text(encoding="utf-8")))
