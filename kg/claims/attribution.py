"""Whom the article names as source: reporting verbs, "laut …", quotes, Konjunktiv I over several sentences.

Each sentence gets a list of :class:`Speech`: who speaks, and which tokens are what is said. The cue words lie
in ``attribution.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kg.claims.clauses import clause_tokens, is_passive, phrase_preposition, surface_subjects
from kg.claims.document import Document, is_a
from kg.claims.reach import reach
from kg.claims.slots import PhraseReader
from kg.language.spans import Mention

SPEAKERS = ("Organization", "Person", "Place")
#: Konjunktiv II that stands for Konjunktiv I
_IN_PLACE_OF_PRESENT = frozenset({"hätten", "wären", "müssten", "kämen", "gingen", "stünden"})
_OPENING = frozenset("„“»«\"‚'")


@dataclass(frozen=True, slots=True)
class Speech:
    """A source and the tokens of a sentence that it is the source of."""

    #: the speaking mention, or the words of an unnamed source
    source: Mention | str
    said: frozenset[int]
    #: token of the verb or preposition that marks the speech
    marker: int


class AttributionReader:
    """Finds who says what in a document."""

    def __init__(self, words: Mapping[str, Any], document: Document, reader: PhraseReader) -> None:
        self.verbs = frozenset(words["verbs"])
        self.accusing = frozenset(words["accusing"])
        self.direct = frozenset(words["direct"])
        self.prepositions = frozenset(words["prepositions"])
        self.nouns = frozenset(words["nouns"])
        self.unnamed = frozenset(words["unnamed"])
        self.speaker_nouns = frozenset(words["speaker_nouns"])
        self.document = document
        self.syntax = document.syntax
        self.reader = reader
        self.speeches = self._read_sentences()

    def sources(self, trigger: int) -> tuple[Mention | str, ...]:
        """Return the sources of what a trigger states, nearest first."""
        found = [sp for sp in self.speeches[self.syntax.sent_of[trigger]] if trigger in sp.said]
        found.sort(key=lambda sp: (len(sp.said), abs(sp.marker - trigger)))
        unique: dict[int | str, Mention | str] = {}
        for speech in found:
            key = speech.source if isinstance(speech.source, str) else speech.source.referent
            unique.setdefault(key, speech.source)
        return tuple(unique.values())

    def hears(self, mention: Mention) -> bool:
        """Whether somebody speaks to whom a mention names: "sagte Spohr der Welt", "in einem Interview mit der FAZ"."""
        s = self.syntax
        for i in s.ancestors(mention.first):
            if s.lemmas[i] in self.verbs and s.pos[i] in ("VERB", "AUX"):
                subjects = surface_subjects(s, i)
                return bool(subjects) and not any(mention.first in s.subtree(n) for n in subjects)
            if s.is_clause_head(i):
                return False
        return False

    # -- sentence by sentence ----------------------------------------------------------------------------

    def _read_sentences(self) -> list[list[Speech]]:
        """Return the speeches of each sentence; indirect speech goes on with who spoke or acted last."""
        speeches: list[list[Speech]] = []
        speaker: Mention | str | None = None
        for first, last in self.syntax.sentences:
            found = [*self._by_verbs(first, last), *self._by_prepositions(first, last)]
            goes_on = self._continues(first, last)
            begin = self._behind_colon(first, last)
            speaker = self._acting_person(first, begin) or speaker
            if not found and goes_on and speaker is not None:
                found = [Speech(speaker, frozenset(range(begin, last)), begin)]
            if found:
                speaker = found[0].source
            elif not goes_on:
                speaker = self._acting_person(first, last) or speaker
            speeches.append([self._within_reach(one, first, last) for one in found])
        return speeches

    def _within_reach(self, speech: Speech, first: int, last: int) -> Speech:
        return replace(speech, said=speech.said & reach(self.syntax, speech.marker, first, last))

    def _behind_colon(self, first: int, last: int) -> int:
        """Return where a sentence goes on behind a colon: "An der Prognose rüttelt Spohr nicht: Der Gewinn solle …"."""
        return next((i + 1 for i in range(first, last - 1) if self.syntax.words[i] == ":"), first)

    def _acting_person(self, first: int, last: int) -> Mention | None:
        """Return the last person who judges or acts in a stretch, and so may go on speaking in Konjunktiv I."""
        people = [m for m in self.document.mentions_in(first, last) if m.type == "Person" and m.kind != "compound"]
        acting = [m for m in people if phrase_preposition(self.syntax, m.first, first) is None]
        return acting[-1] if acting else None

    def _continues(self, first: int, last: int) -> bool:
        """Whether a sentence is indirect speech: the finite verb of its main clause stands in Konjunktiv I.

        "hätten" stands for it in the plural, where Konjunktiv I looks like the indicative; with "würde", "könnte"
        and the like a sentence may speak for itself.
        """
        s = self.syntax
        for i in self._main_finite(first, last):
            feats = s.feats[i]
            if feats.get("Mood") == "Sub" and (feats.get("Tense") == "Pres" or s.lower[i] in _IN_PLACE_OF_PRESENT):
                return True
        return False

    def _main_finite(self, first: int, last: int) -> Iterator[int]:
        """Yield the finite verbs of the main clause and of those coordinated with it."""
        s = self.syntax
        for i in range(first, last):
            if s.feats[i].get("VerbForm") != "Fin":
                continue
            clause = s.heads[i] if s.deps[i] in ("aux", "aux:pass", "cop") else i
            while s.deps[clause] in ("conj", "parataxis") and s.heads[clause] != clause:
                clause = s.heads[clause]
            if s.heads[clause] == clause or s.deps[clause] == "ROOT":
                yield i

    # -- reporting verbs ---------------------------------------------------------------------------------

    def _by_verbs(self, first: int, last: int) -> Iterator[Speech]:
        s = self.syntax
        for i in range(first, last):
            if s.pos[i] not in ("VERB", "AUX") or s.lemmas[i] not in self.verbs:
                continue
            speaker = self._speaker(i)
            if speaker is None:
                continue
            said = self._said(i, first, last)
            if said:
                yield Speech(speaker, frozenset(said), i)

    def _speaker(self, verb: int) -> Mention | str | None:
        s = self.syntax
        if is_passive(s, verb) and s.lemmas[verb] != "zitieren":
            return None
        heads = surface_subjects(s, verb)
        fillers = self.reader.fillers(heads, SPEAKERS)
        if fillers:
            return fillers[0].mention
        for head in heads:
            if s.lower[head] in self.unnamed:
                return s.words[head]
            mention = self._through_spokesman(head)
            if mention:
                return mention
        return None

    def _through_spokesman(self, head: int) -> Mention | None:
        """ "Ein Sprecher der Bank sagte": the bank speaks."""
        lemma = self.syntax.lemmas[head].lower()
        if not lemma.endswith(("sprecher", "sprecherin", "manager", "vertreter")):
            return None
        for mention in self.document.at.get(head, ()):
            if is_a(mention.type, SPEAKERS):
                return mention
        inner = list(self.syntax.dep_children(head, "nmod", "nmod:poss"))
        fillers = self.reader.fillers(inner, SPEAKERS)
        return fillers[0].mention if fillers else None

    def _said(self, verb: int, first: int, last: int) -> set[int]:
        """Return what is said: the content clause, or the rest of the sentence around an inserted "sagte X"."""
        s = self.syntax
        own = set(clause_tokens(s, verb))
        content: set[int] = set()
        for c in s.dep_children(verb, "ccomp", "xcomp", "parataxis", "csubj"):
            content |= s.subtree(c)
        for c in s.dep_children(verb, "obj", "obl", "obl:arg"):
            for d in s.dep_children(c, "acl", "ccomp"):
                content |= s.subtree(d)
        if s.deps[verb] in ("parataxis", "conj", "ccomp") and s.heads[verb] != verb and self._is_inserted(verb):
            content |= s.subtree(s.heads[verb]) - s.subtree(verb)
        if not content and self._is_inserted(verb):
            content = set(range(first, last)) - own
        return content - own

    def _is_inserted(self, verb: int) -> bool:
        """Whether the verb stands between or behind what is said: ", sagte X", "\u201c, so X"."""
        s = self.syntax
        before = verb - 1
        while before >= 0 and s.words[before] in _OPENING:
            before -= 1
        if before >= 0 and s.words[before] in (",", "–", "-"):
            return True
        return (before >= 1 and s.lower[before] == "wie") or (before >= 0 and s.words[before] in _OPENING)

    # -- "laut X", "X zufolge", "nach Angaben von X", "wie X berichtet", "so X" ---------------------------

    def _by_prepositions(self, first: int, last: int) -> Iterator[Speech]:
        s = self.syntax
        for i in range(first, last):
            if s.lower[i] in self.direct:
                source = self._source_near(i, first, last)
            elif s.lower[i] in self.nouns and i > first and s.pos[i] == "NOUN":
                source = self._source_of_noun(i, first, last)
            elif s.lower[i] == "so" and i > first and s.words[i - 1] in (",", "–", "-", *_OPENING):
                source = self._following(i, min(last, i + 8))
            elif s.lower[i] == "wie" and self._reports_inserted(i, last):
                source = self._following(i, min(last, i + 10))
            else:
                continue
            if source is not None:
                yield Speech(source, frozenset(self._scope(i, source, first, last)), i)

    def _reports_inserted(self, i: int, last: int) -> bool:
        s = self.syntax
        end = next((j for j in range(i + 1, last) if s.words[j] in (",", ".", "–")), last)
        return any(s.lemmas[j] in self.verbs for j in range(i + 1, end) if s.pos[j] in ("VERB", "AUX"))

    def _source_near(self, i: int, first: int, last: int) -> Mention | str | None:
        if self.syntax.lower[i] == "zufolge":
            return self._preceding(i, max(first, i - 8))
        return self._following(i, min(last, i + 9))

    def _source_of_noun(self, i: int, first: int, last: int) -> Mention | str | None:
        """ "nach Angaben von X", "nach Xs Angaben", "Xs Angaben zufolge", "nach Informationen der Zeitung"."""
        s = self.syntax
        window = range(max(first, i - 5), i)
        marked = any(s.lower[j] in self.prepositions for j in window) or (i + 1 < last and s.lower[i + 1] == "zufolge")
        if not marked:
            return None
        return self._following(i, min(last, i + 7)) or self._preceding(i, max(first, i - 4))

    def _following(self, i: int, stop: int) -> Mention | str | None:
        for j in range(i + 1, stop):
            if self.syntax.words[j] in (",", ";", ":") or (self.syntax.pos[j] == "VERB" and j > i + 3):
                break
            if mention := self._speaking_at(j):
                return self._reporter(mention) or mention
        return self._unnamed_in(range(i + 1, stop))

    def _reporter(self, house: Mention) -> Mention | None:
        """Return the person behind the house in "Bloomberg-Reporter Mark Gurman"."""
        if house.kind != "compound":
            return None
        behind = self.document.at.get(house.last, ())
        return next((m for m in behind if m.type == "Person" and m.first == house.last), None)

    def _preceding(self, i: int, start: int) -> Mention | str | None:
        for j in range(i - 1, start - 1, -1):
            if mention := self._speaking_at(j):
                return mention
        return self._unnamed_in(range(start, i))

    def _speaking_at(self, j: int) -> Mention | None:
        for mention in self.document.at.get(j, ()):
            if is_a(mention.type, ("Organization", "Person")) and mention.kind not in ("adjective", "topic"):
                return mention
        return None

    def _unnamed_in(self, tokens: Sequence[int]) -> str | None:
        for j in tokens:
            if self.syntax.lower[j] in self.unnamed:
                return self.syntax.words[j]
            if self.syntax.words[j] in (",", ";"):
                return None
        return None

    def _scope(self, marker: int, source: Mention | str, first: int, last: int) -> set[int]:
        """Return what "laut X" covers: its sentence, but not the source's own phrase."""
        scope = set(range(first, last))
        if isinstance(source, Mention):
            scope -= set(range(source.first, source.last))
            low, high = sorted((marker, source.first))
            scope -= set(range(low, high + 1))
        return scope
