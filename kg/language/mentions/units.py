"""Nouns that take up a division: "Lonza verkauft die Sparte Kapseln. Die Sparte geht an Lone Star"."""

from __future__ import annotations

from kg.language.mentions.candidate import Candidate
from kg.language.mentions.discourse import Discourse, Said

#: so many sentences back a division is told that a noun takes up
_REACH = 3


class Units:
    """Finds the division told last in one document."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._lexicon = discourse.reading.lexicon

    def tells(self, word: str) -> bool:
        """Tell whether a noun is a word for a division."""
        return word.lower().removesuffix("s") in self._lexicon.unit_nouns

    def last(self, token: int) -> Said | None:
        """Return the division told last before a token, a few sentences back at most."""
        sentence = self._discourse.reading.syntax.sent_of[token]
        told = (s for s in reversed(self._discourse.said) if s.token < token and sentence - s.sentence <= _REACH)
        return next((s for s in told if s.sentence < sentence and self._is_unit(s.candidate)), None)

    def _is_unit(self, candidate: Candidate) -> bool:
        """Whether a name is that of a division: "Sparte Kapseln", "Agrarsparte", "Sparte für Chips"."""
        if candidate.kind != "name" or candidate.type != "Company":
            return False
        words = candidate.name.split()
        before = self._discourse.reading.word_before(candidate.first)
        return self.tells(before) or self.tells(words[0]) or self._lexicon.tells_unit(words[-1])
