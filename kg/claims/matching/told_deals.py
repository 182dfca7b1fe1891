"""What changes hands, where a sentence takes it up without a word: "Siemens verkauft Innomotics. Käufer ist KPS." """

from __future__ import annotations

from collections.abc import Sequence

from kg.claims.document import Document, is_a
from kg.claims.lexicon import Frame
from kg.claims.matching.site import Site
from kg.claims.slots import FOCUS, Filler
from kg.language.spans import Mention

#: predicates whose object changes hands
DEALS = ("acquires", "sells")
#: so many sentences later a deal is still spoken of
_REACH = 3
#: frames less sure than that tell no deal to take up
_SURE = 0.9


class ToldDeals:
    """Remembers what the text so far said to be bought or sold."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._last: tuple[int, Mention] | None = None

    def note(self, frame: Frame, trigger: int, thing: Filler | None) -> None:
        """Remember the object of a match; to be called in the order of the triggers."""
        if frame.predicate in DEALS and thing is not None and frame.confidence >= _SURE:
            self._last = trigger, thing.mention

    def taken_up(self, slots: Sequence[str], classes: tuple[str, ...], site: Site) -> list[Filler]:
        """Return what was last told to change hands, where no phrase in another of a frame's slots tells a thing."""
        if self._last is None or any(site.roles.get(slot) for slot in slots):
            return []
        trigger, thing = self._last
        sentences = self._document.syntax.sent_of
        near = trigger != site.trigger and sentences[site.trigger] - sentences[trigger] <= _REACH
        return [Filler(thing, FOCUS)] if near and is_a(thing.type, classes) else []
