"""Names that are written in one word with what belongs to them: "Bundesbankpräsident", "Commerzbankaktie", "Bahnchef".

They are cut into the name and a noun, as a hyphen would: what stands behind is read like "Bundesbank-Präsident".
"""

from __future__ import annotations

from kg.language.gazetteer import ORGANISATIONS
from kg.language.mentions.dictionary import Dictionary
from kg.language.mentions.lexicon import Lexicon

#: names shorter than this begin too many other words
_SHORTEST = 4
_JOINTS = ("", "s")


class ClosedCompounds:
    """Where closed compounds are cut; the nouns and the names of common words stand in ``names.toml``."""

    def __init__(self, dictionary: Dictionary, lexicon: Lexicon) -> None:
        self._dictionary = dictionary
        self._heads = lexicon.closed_heads
        self._common = lexicon.closed_names

    def cut(self, word: str) -> tuple[int, int] | None:
        """Return where the name in a word ends and where the noun behind it begins; None for other words."""
        if not word[0].isupper() or not word.endswith(self._heads) or self._dictionary.find(word):
            return None
        head = next(head for head in self._heads if word.endswith(head))
        begin = len(word) - len(head)
        for joint in _JOINTS:
            end = begin - len(joint)
            if word[end:begin] == joint and self._is_name(word[:end]):
                return end, begin
        return None

    def _is_name(self, word: str) -> bool:
        if len(word) < _SHORTEST:
            return False
        entries = [entry for entry in self._dictionary.find(word) if entry.name == word]
        certain = word in self._common or not any(entry.doubtful for entry in entries)
        return certain and any(entry.record.type in ORGANISATIONS for entry in entries)
