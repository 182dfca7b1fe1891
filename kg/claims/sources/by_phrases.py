"""Sources named in a phrase: "laut X", "X zufolge", "nach Angaben von X", "wie X berichtet", "so X"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kg.claims.clauses import surface_subjects
from kg.claims.document import Document
from kg.claims.sources.speakers import Source, Speakers
from kg.claims.sources.speech import OPENING, Speech
from kg.language.spans import Mention


class PhraseSources:
    """Finds the sources that a sentence names in phrases and inserted clauses."""

    def __init__(self, words: Mapping[str, Any], document: Document, speakers: Speakers) -> None:
        self.verbs = frozenset(words["verbs"])
        self.prepositions = frozenset(words["prepositions"])
        self.direct = frozenset(words["direct"])
        self.nouns = frozenset(words["nouns"])
        self.syntax = document.syntax
        self.speakers = speakers

    def read(self, first: int, last: int) -> Iterator[Speech]:
        """Yield the sources that a sentence names in phrases, each with what they cover."""
        s = self.syntax
        for i in range(first, last):
            if s.lower[i] in self.direct:
                source = self._source_near(i, first, last)
            elif s.lower[i].rpartition("-")[2] in self.nouns and i > first and s.pos[i] in ("NOUN", "PROPN"):
                source = self._source_of_noun(i, first, last)
            elif s.lower[i] == "so" and i > first and s.words[i - 1] in (",", "–", "-", *OPENING):
                source = self.speakers.following(i, min(last, i + 8))
            elif s.lower[i] == "wie" and self._opens(i, first) and (verb := self._reporting_inserted(i, last)):
                source = self._inserted_source(i, verb, last)
            else:
                continue
            if source is not None:
                said = frozenset(self._scope(i, source, first, last))
                yield Speech(source, said, i)
                yield from (Speech(medium, said, i) for medium in self._media_beside(source, i, last))

    def _media_beside(self, source: Source, marker: int, last: int) -> Iterator[Mention]:
        """Yield media named with a source: "Informationen von FAZ und Bloomberg", "wie Insider dem Spiegel sagten"."""
        s = self.syntax
        if isinstance(source, str):
            stop = next((j for j in range(marker + 1, last) if s.words[j] == ","), last)
            yield from self.speakers.media_at(range(marker, stop if s.lower[marker] == "wie" else marker))
        elif source.type == "MediaOutlet":
            i, stop = source.last, min(last, source.last + 5)
            while i < stop - 1 and (s.words[i][0] in OPENING or s.pos[i] in ("CCONJ", "DET", "NOUN")):
                i += 1
            if any(s.lower[j] in ("und", "sowie") for j in range(source.last, i)):
                yield from self.speakers.media_at((i,))

    def _opens(self, i: int, first: int) -> bool:
        """Whether nothing of its clause stands before a word: not so in "halb so viele wie von der GPA befürchtet"."""
        words = self.syntax.words[first:i]
        return not any(w[0].isalnum() for w in words[-1:])

    def _reporting_inserted(self, i: int, last: int) -> int | None:
        """Return the verb of report in a clause that "wie" opens."""
        s = self.syntax
        end = next((j for j in range(i + 1, last) if s.words[j] in (",", ".", "–")), last)
        verbs = (j for j in range(i + 1, end) if s.pos[j] in ("VERB", "AUX"))
        return next((j for j in verbs if s.lemmas[j] in self.verbs), None)

    def _inserted_source(self, i: int, verb: int, last: int) -> Source | None:
        """Return who reports in "wie X mitteilte"; in "wie der Hersteller von X mitteilte" it is not X."""
        heads = [h for h in surface_subjects(self.syntax, verb) if i < h < verb]
        if heads and (source := self.speakers.at_verb(verb)):
            return source
        source = self.speakers.following(i, min(last, i + 10))
        nouns = [h for h in heads if self.syntax.pos[h] == "NOUN"]
        is_within = isinstance(source, Mention) and any(source.first in self.syntax.subtree(h) for h in nouns)
        return None if is_within else source

    def _source_near(self, i: int, first: int, last: int) -> Source | None:
        if self.syntax.lower[i] == "zufolge":
            return self.speakers.preceding(i, max(first, i - 8))
        return self.speakers.following(i, min(last, i + 9))

    def _source_of_noun(self, i: int, first: int, last: int) -> Source | None:
        """ "nach Angaben von X", "nach Xs Angaben", "Xs Angaben zufolge", "nach Informationen der Zeitung"."""
        s = self.syntax
        before = self.speakers.words_before(i, max(first, i - 5))
        behind = s.lower[i + 1] if i + 1 < last else ""
        is_marked = any(s.lower[j] in self.prepositions for j in before) or behind == "zufolge"
        is_pointed_at = behind == "auf" and s.lower[i - 1] in ("mit", "unter")
        if not (is_marked or is_pointed_at) or any(s.lower[j].startswith("eigene") for j in before):
            return None
        if "-" in s.words[i]:
            return self.speakers.named_at(i)
        closes = behind == "zufolge"
        if self.speakers.is_unnamed(i) and (closes or s.pos[min(i + 1, last - 1)] not in ("ADP", "DET", "PROPN")):
            return s.words[i]
        if closes:  # "Angaben der FAZ zufolge": who follows is no source
            return self.speakers.preceding(i, max(first, i - 4))
        return self.speakers.following(i, min(last, i + 7)) or self.speakers.preceding(i, max(first, i - 2))

    def _scope(self, marker: int, source: Source, first: int, last: int) -> set[int]:
        """Return what "laut X" covers: its sentence, but not the source's own phrase."""
        scope = set(range(first, last))
        if isinstance(source, Mention):
            scope -= set(range(source.first, source.last))
            low, high = sorted((marker, source.first))
            scope -= set(range(low, high + 1))
        return scope
