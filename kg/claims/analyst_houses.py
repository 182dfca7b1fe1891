"""Which companies are analyst houses: they judge shares, and what they expect is no plan of the company."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.claims.document import Document
from kg.language.spans import Mention


class AnalystHouses:
    """The word lists of ``ratings.toml`` that tell houses and analysts."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self.house_words, self.houses = frozenset(words["house_words"]), frozenset(words["houses"])
        self.analyst = frozenset(words["analyst"])

    def names(self, document: Document, mention: Mention) -> bool:
        """Tell whether a mention names an analyst house, by the authority file or by its last word."""
        referent = document.referents[mention.referent]
        words = referent.name.lower().replace("-", " ").split()
        last_word = words[-1]
        known = not {referent.key, "-".join(words)}.isdisjoint(self.houses)
        return known or last_word in self.house_words or last_word.endswith("bank")
