"""Sources of what a report tells that is spoken of: "Meldungen der Politiken über …", "ein Bericht, wonach …"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kg.claims.document import Document
from kg.claims.sources.speakers import Speakers
from kg.claims.sources.speech import OPENING, Speech
from kg.language.spans import Mention

#: last parts of words for reports of media without a name
_UNNAMED = ("medienbericht", "medienberichte", "medienberichten", "zeitungsbericht", "zeitungsberichte",
            "pressebericht", "presseberichte", "presseberichten")  # fmt: skip
#: words that open what somebody is the source of
_BY_WHICH = (["nach", "dem"], ["nach", "der"])


class ReportSources:
    """Finds the media whose reports a sentence speaks of."""

    def __init__(self, words: Mapping[str, Any], document: Document, speakers: Speakers) -> None:
        self.reports = frozenset(words["reports"])
        self.syntax = document.syntax
        self.speakers = speakers

    def read(self, first: int, last: int) -> Iterator[Speech]:
        """Yield the media whose reports a sentence speaks of, each with what the report tells."""
        s = self.syntax
        for i in range(first, last):
            if s.pos[i] == "NOUN" and s.lower[i].endswith(_UNNAMED) and (said := self._reported(i + 1, last)):
                yield Speech(s.words[i], frozenset(said), i)
            if s.lower[i] not in self.reports or s.pos[i] != "NOUN":
                continue
            source = self.speakers.following(i, min(last, i + 7))
            if (
                isinstance(source, Mention)
                and source.type == "MediaOutlet"
                and (said := self._reported(source.last, last))
            ):
                yield Speech(source, frozenset(said), i)

    def _reported(self, begin: int, last: int) -> range | None:
        """Return the phrase with "über" or the clause with "wonach" behind a report and whose it is."""
        s, i = self.syntax, begin
        while i < last - 2 and (s.words[i][0] in OPENING or s.words[i] == ","):
            i += 1
        if i >= last:
            return None
        if s.lower[i] == "über":
            stops = (j for j in range(i + 1, last) if s.pos[j] in ("VERB", "AUX") or s.words[j] in (",", ";"))
            return range(i, next(stops, last))
        verb_between = next((j for j in range(i, last - 2) if s.words[j] == "," or s.words[j] == ";"), i) + 1
        opening = i if s.lower[i] in ("wonach", "demzufolge", "dem", "dass", "nach") else verb_between
        words = s.lower[opening : opening + 2]
        if words[:1] in (["wonach"], ["demzufolge"]) or "zufolge" in words or words in _BY_WHICH:
            return range(opening, next((j for j in range(opening, last) if s.words[j] == ";"), last))
        return self._told_behind_comma(begin, i, last)

    def _told_behind_comma(self, source: int, begin: int, last: int) -> range | None:
        """Return the clause in the subjunctive right behind: "einen Bericht der FAZ, SAP wolle Aktien kaufen"."""
        s = self.syntax
        stop = next((j for j in range(begin, last) if s.words[j] in (",", ";")), last)
        verbs = (j for j in range(begin, stop) if s.pos[j] in ("VERB", "AUX"))
        is_told = "," in s.words[source:begin] and s.feats[next(verbs, begin)].get("Mood") == "Sub"
        return range(begin, stop) if is_told else None
