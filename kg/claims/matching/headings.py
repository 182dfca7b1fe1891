"""Who is about to do something in a line without a verb: "Munich Re vor Next-Insurance-Übernahme"."""

from __future__ import annotations

from kg.claims.document import Document, is_a
from kg.claims.slots import COMMON_HEAD, Filler
from kg.language.spans import Mention

#: what stands between who acts and a deed still to come
_AHEAD = "vor"
#: what may open a line behind other words
_OPENINGS = frozenset({":", "-", "–", "—", "+++", ";", '"', "„", "“"})
_DESCRIBING = ("DET", "ADJ", "NOUN", "PROPN", "NUM")
_VERBAL = ("VERB", "AUX")


class Headings:
    """Finds whom the headings of one document put before a noun of deed."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._syntax = document.syntax

    def about_to(self, classes: tuple[str, ...], noun: int) -> list[Filler]:
        """Return the name that opens a line and stands before "vor" and a noun: "DHL kurz vor Kauf von Hermes"."""
        floor = self._syntax.sentence(noun)[0]
        ahead = self._back_over(("DET", "ADJ", "NUM"), noun - 1, floor)
        if self._syntax.lower[ahead] != _AHEAD:
            return []
        last = self._back_over(("ADJ", "ADV"), ahead - 1, floor)
        named = (m for m in self._document.at.get(last, ()) if m.kind == "name" and is_a(m.type, classes))
        mention = next((m for m in named if m.last == last + 1), None)
        return [Filler(mention, COMMON_HEAD)] if mention and self._opens_line(mention, floor) else []

    def _back_over(self, parts: tuple[str, ...], i: int, floor: int) -> int:
        while i > floor and self._syntax.pos[i] in parts and not self._document.at.get(i):
            i -= 1
        return i

    def _opens_line(self, mention: Mention, floor: int) -> bool:
        """Whether nothing but a noun that introduces the name stands before it: "Finanzinvestor KKR vor Kauf …"."""
        s, i = self._syntax, mention.first
        while i > floor and s.pos[i - 1] in _DESCRIBING:
            i -= 1
        opens = i == floor or s.words[i - 1] in _OPENINGS or s.pos[i - 1] == "SPACE"
        return opens and not any(s.pos[k] in _VERBAL for k in range(i, mention.last))
