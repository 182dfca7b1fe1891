"""Slots filled by word order, where the tree has no phrase in that role."""

from __future__ import annotations

from collections.abc import Sequence

from kg.claims.clauses import is_passive
from kg.claims.document import Document, is_a
from kg.claims.lexicon import Frame
from kg.claims.matching.conditions import is_word
from kg.claims.matching.site import Site, segment
from kg.claims.slots import SHALLOW, Filler, PhraseReader
from kg.language.spans import Mention

#: slots that word order cannot fill: they are told by the tree or by the sentences before
_OF_THE_TREE = frozenset(
    "focus other held pair als name of conj clause authority deal heading buyer announcer event".split()
)
#: slots that no preposition tells
WORD_SLOTS = _OF_THE_TREE | frozenset("subj obj iobj gen poss compound".split())


class WordOrder:
    """Fills slots of frames by the order of words."""

    def __init__(self, document: Document, reader: PhraseReader) -> None:
        self._document = document
        self._syntax = document.syntax
        self._reader = reader

    def filler(
        self, slot: str, classes: tuple[str, ...], frame: Frame, site: Site, taken: frozenset[int]
    ) -> Filler | None:
        """Return who fills a slot by word order; None where the tree has a phrase in that role."""
        if frame.kind == "noun":
            return self._behind_noun(slot, classes, site, taken)
        if slot in _OF_THE_TREE or ":" in slot:
            return None
        if site.roles.get(slot) and not self._is_vacant(site.roles[slot], frame):
            return None
        if slot == "subj" and is_passive(self._syntax, site.trigger):
            return None
        if slot == "iobj":
            return self._reader.dative(site.span, classes, taken)
        preposition = None if slot in ("subj", "obj") else slot
        for tokens in (site.span, segment(self._syntax, site.trigger)):
            found = self._reader.shallow(tokens, preposition, classes, taken, site.trigger)
            if found:
                return found
        return None

    def _is_vacant(self, heads: Sequence[int], frame: Frame) -> bool:
        """Whether a role holds but words that the frame asks for: no "Prozent" holds anything."""
        return all(self._syntax.lower[h] in ("es", "sich") or self._is_asked_for(h, frame) for h in heads)

    def _is_asked_for(self, i: int, frame: Frame) -> bool:
        return any(is_word(self._syntax, i, asked) for asked in frame.require.values())

    def _behind_noun(self, slot: str, classes: tuple[str, ...], site: Site, taken: frozenset[int]) -> Filler | None:
        """The phrase right behind the noun: "Kooperation mit X", "Übernahme von X durch Y"."""
        if slot in ("of", "gen"):
            slot = "von"
        if slot in WORD_SLOTS or ":" in slot or slot in ("lsubj", "lobj", "liobj"):
            return None
        if site.roles.get(slot):
            return None
        end = min(self._syntax.sentence_end(site.trigger), site.trigger + 14)
        tokens = range(site.trigger + 1, end)
        if not tokens:
            return None
        return self._reader.shallow(tokens, slot, classes, taken, site.trigger)

    def pair(self, frame: Frame, site: Site) -> list[tuple[Filler, Filler | None]]:
        """Return the pairs of "zwischen X und Y" behind a trigger."""
        s = self._syntax
        end = s.sentence_end(site.trigger)
        for i in range(site.trigger + 1, min(end, site.trigger + 4)):
            if s.lower[i] == "zwischen":
                names = [m for m in self._document.mentions_in(i, min(end, i + 14)) if self._is_party(m, frame)]
                if len(names) >= 2:
                    return [(Filler(names[0], SHALLOW), Filler(names[1], SHALLOW))]
        return []

    def _is_party(self, mention: Mention, frame: Frame) -> bool:
        return mention.kind in ("name", "nominal") and is_a(mention.type, frame.subject_class)
