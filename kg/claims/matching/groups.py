"""Who acts where a group of them does: "ein Konsortium um KKR und Advent", "ein von KKR angeführtes Konsortium"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.claims.document import Document, is_a
from kg.claims.lexicon import Lexicon
from kg.claims.slots import COMMON_HEAD, Filler, PhraseReader
from kg.language.spans import Mention

#: so many words stand between a group and the first name in it
_REACH = 7
#: what stands before another member of a list, and the words that may describe it
_LISTING = frozenset({"und", ",", "sowie"})
_DESCRIBING = ("DET", "ADJ", "NOUN", "ADP")


class Groups:
    """Finds the members that one document names of a consortium."""

    def __init__(self, lexicon: Lexicon, document: Document, reader: PhraseReader) -> None:
        words = lexicon.words.get("transparent", {})
        self._document = document
        self._syntax = document.syntax
        self._reader = reader
        self._groups = tuple(words.get("groups", ()))
        self._openings = tuple(tuple(opening.split()) for opening in words.get("group_openings", ()))
        self._led = tuple(words.get("group_led", ()))

    def members(self, heads: Sequence[int], classes: tuple[str, ...]) -> list[Filler]:
        """Return the members of the groups that phrases are headed by; none where they are no groups or name none."""
        found: dict[int, Filler] = {}
        for head in heads:
            for mention in self._named(head, classes) if self._is_group(head) else ():
                found.setdefault(mention.referent, Filler(mention, COMMON_HEAD))
        return list(found.values())

    def _is_group(self, head: int) -> bool:
        return bool(self._groups) and self._syntax.lemmas[head].lower().endswith(self._groups)

    def _named(self, head: int, classes: tuple[str, ...]) -> Iterator[Mention]:
        first = self._behind(head, classes) or self._leading(head, classes)
        if first is not None:
            yield first
            yield from (m for m in self._reader.coordinated(first) if is_a(m.type, classes))
            yield from self._listed(first, classes)

    def _behind(self, head: int, classes: tuple[str, ...]) -> Mention | None:
        """Return the first member behind a group: "um den Finanzinvestor KKR", "unter Führung von KKR"."""
        s, begin = self._syntax, head + 1
        for opening in self._openings:
            start = begin + len(opening)
            if tuple(s.lower[begin:start]) == opening:
                end = min(start + _REACH, s.sentence_end(head))
                return next((m for m in self._document.mentions_in(start, end) if self._fits(m, classes)), None)
        return None

    def _listed(self, first: Mention, classes: tuple[str, ...]) -> Iterator[Mention]:
        """Yield the members that the words behind one list: "aus dem Investor Advent | und der RAG-Stiftung"."""
        s, i = self._syntax, first.last
        while s.lower[i : i + 1] and s.lower[i] in _LISTING and i < s.sentence_end(first.first):
            end = min(i + _REACH, s.sentence_end(first.first))
            member = next((m for m in self._document.mentions_in(i, end) if self._fits(m, classes)), None)
            if member is None or not all(s.pos[t] in _DESCRIBING for t in range(i + 1, member.first)):
                return
            yield member
            i = member.last

    def _leading(self, head: int, classes: tuple[str, ...]) -> Mention | None:
        """Return who leads a group by the words before it: "ein vom Finanzinvestor KKR angeführtes Konsortium"."""
        if not self._syntax.lower[head - 1].startswith(self._led):
            return None
        begin = max(self._syntax.sentence(head)[0], head - _REACH)
        return next((m for m in self._document.mentions_in(begin, head) if self._fits(m, classes)), None)

    def _fits(self, mention: Mention, classes: tuple[str, ...]) -> bool:
        return mention.kind == "name" and is_a(mention.type, classes)
