"""Whom the article names as source: reporting verbs, "laut …", quotes, Konjunktiv I over several sentences.

Each sentence gets a list of :class:`Speech`: who speaks, and which tokens are what is said. The cue words lie
in ``attribution.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from kg.claims.clauses import phrase_preposition, surface_subjects
from kg.claims.document import Document
from kg.claims.slots import PhraseReader
from kg.claims.sources.by_phrases import PhraseSources
from kg.claims.sources.by_relatives import RelativeSources
from kg.claims.sources.by_reports import ReportSources
from kg.claims.sources.by_verbs import VerbSources
from kg.claims.sources.headings import by_closings, by_headings
from kg.claims.sources.indirect import is_indirect_speech
from kg.claims.sources.reach import places_told, reach, subjunctive_clauses
from kg.claims.sources.seen_papers import by_papers
from kg.claims.sources.shared import carried_on, with_named_media
from kg.claims.sources.speakers import Source, Speakers
from kg.claims.sources.speech import OPENING, Speech
from kg.claims.sources.taken_up import TakenUpSources
from kg.language.spans import Mention


class AttributionReader:
    """Finds who says what in a document."""

    def __init__(self, words: Mapping[str, Any], document: Document, reader: PhraseReader) -> None:
        self.verbs = frozenset(words["verbs"])
        self.denying = frozenset(words["denying"])
        self.document = document
        self.syntax = document.syntax
        self.speakers = Speakers(words, document, reader)
        self.by_verbs = VerbSources(words, document, self.speakers)
        self.by_phrases = PhraseSources(words, document, self.speakers)
        self.by_reports = ReportSources(words, document, self.speakers)
        self.by_relatives = RelativeSources(words, document, self.speakers)
        self.taken_up = TakenUpSources(words, document, self.speakers)
        self.speeches = list(with_named_media(self._read_sentences()))

    def sources(self, trigger: int, *others: int) -> tuple[Source, ...]:
        """Return the sources of what a trigger, and ``others`` of its sentence, state; nearest first."""
        places = places_told(self.syntax, trigger, others)
        found = [sp for sp in self.speeches[self.syntax.sent_of[trigger]] if not places.isdisjoint(sp.said)]
        found.sort(key=lambda sp: (len(sp.said), abs(sp.marker - trigger)))
        unique: dict[int | str, Source] = {}
        for speech in found:
            key = speech.source if isinstance(speech.source, str) else speech.source.referent
            unique.setdefault(key, speech.source)
        return tuple(unique.values())

    def hears(self, mention: Mention) -> bool:
        """Whether somebody speaks to whom a mention names: "sagte Spohr der Welt", "in einem Interview mit der FAZ"."""
        s = self.syntax
        if mention.type == "MediaOutlet" and self._behind_speaker(mention):
            return True
        for i in s.ancestors(mention.first):
            if s.lemmas[i] in self.verbs and s.pos[i] in ("VERB", "AUX"):
                subjects = surface_subjects(s, i)
                if any(self.speakers.is_unnamed(n) for n in subjects):
                    return False
                return bool(subjects) and not any(mention.first in s.subtree(n) for n in subjects)
            if s.is_clause_head(i):
                return False
        return False

    def judges(self, mention: Mention) -> bool:
        """Whether somebody only judges or denies what is told: "hält das für sinnvoll", "dementierte nicht"."""
        s = self.syntax
        verb = s.clause_head(mention.first)
        if not any(mention.first in s.subtree(n) for n in surface_subjects(s, verb)):
            return False
        return s.lemmas[verb] in self.denying or self.by_verbs.only_values(verb)

    def _behind_speaker(self, medium: Mention) -> bool:
        """Whether a person stands right before a medium: "sagte Spohr der «Welt am Sonntag»"."""
        s, i = self.syntax, medium.first - 1
        while i > 0 and (s.words[i][0] in OPENING or s.pos[i] in ("DET", "NOUN", "ADJ")) and i not in self.document.at:
            i -= 1
        return any(m.type == "Person" and m.last == i + 1 for m in self.document.at.get(i, ())) and i < medium.first - 1

    def _read_sentences(self) -> list[list[Speech]]:
        """Return the speeches of each sentence; indirect speech goes on with who spoke or acted last."""
        speeches: list[list[Speech]] = []
        speaker: Source | None = None
        sentences = self.syntax.sentences
        for before, (first, last) in zip([(0, 0), *sentences], sentences, strict=False):
            if speeches:
                speeches[-1] += self.taken_up.read(first, last, before)
            found = [*self._told(first, last)] or carried_on(self.document, (first, last), speeches)
            goes_on = is_indirect_speech(self.syntax, first, last)
            begin = self._behind_colon(first, last)
            speaker = self._acting_person(first, begin) or speaker
            if not found and goes_on and speaker is not None:
                found = [Speech(speaker, frozenset(subjunctive_clauses(self.syntax, begin, last)), begin)]
            if found:
                speaker = self._goes_on_speaking(found[0].source, last)
            elif not goes_on:
                speaker = self._acting_person(first, last) or speaker
            speeches.append([*(self._within_reach(one, first, last) for one in found), *self._spoken_of(first, last)])
        return speeches

    def _told(self, first: int, last: int) -> Iterator[Speech]:
        yield from self.by_verbs.read(first, last)
        yield from self.by_phrases.read(first, last)
        yield from by_headings(self.document, first, last, self.speakers.unnamed)
        yield from by_closings(self.document, first, last)

    def _spoken_of(self, first: int, last: int) -> Iterator[Speech]:
        yield from self.by_reports.read(first, last)
        yield from self.by_relatives.read(first, last)
        yield from by_papers(self.document, first, last)

    def _goes_on_speaking(self, source: Source, last: int) -> Source:
        """Return whom what follows quotes: Reitman in "Bernstein urteilt streng: Analyst Reitman stufte … ab"."""
        if isinstance(source, str) or source.type == "Person":
            return source
        return self._acting_person(source.last, last) or source

    def _within_reach(self, speech: Speech, first: int, last: int) -> Speech:
        inserted = self.syntax.pos[speech.marker] not in ("VERB", "AUX")
        return replace(speech, said=speech.said & reach(self.syntax, speech.marker, first, last, inserted=inserted))

    def _behind_colon(self, first: int, last: int) -> int:
        """Return where a sentence goes on behind a colon: "An der Prognose rüttelt Spohr nicht: Der Gewinn solle …"."""
        return next((i + 1 for i in range(first, last - 1) if self.syntax.words[i] == ":"), first)

    def _acting_person(self, first: int, last: int) -> Mention | None:
        """Return the last person who judges or acts in a stretch, and so may go on speaking in Konjunktiv I."""
        people = [m for m in self.document.mentions_in(first, last) if m.type == "Person" and m.kind != "compound"]
        acting = [m for m in people if phrase_preposition(self.syntax, m.first, first) is None]
        return acting[-1] if acting else None
