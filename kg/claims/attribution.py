"""Whom the article names as source: reporting verbs, "laut …", quotes, Konjunktiv I over several sentences.

Each sentence gets a list of :class:`Speech`: who speaks, and which tokens are what is said. The cue words lie
in ``attribution.toml``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from kg.claims.clauses import clause_tokens, is_passive, is_subjunctive, phrase_preposition, surface_subjects
from kg.claims.document import Document, is_a
from kg.claims.headings import heading_sources
from kg.claims.reach import reach, stated, subjunctive_clauses
from kg.claims.seen_papers import readers_of_papers
from kg.claims.slots import PhraseReader
from kg.claims.taken_up import emerging, takes_up
from kg.language.spans import Mention

SPEAKERS = ("Organization", "Person", "Place")
#: Konjunktiv II that stands for Konjunktiv I
_IN_PLACE_OF_PRESENT = frozenset({"hätten", "wären", "kämen", "gingen", "stünden"})
#: words that open what somebody is the source of
_BY_WHICH = (["nach", "dem"], ["nach", "der"])
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
        self.reports = frozenset(words["reports"])
        self.foreseeing = frozenset(words["foreseeing"])
        self.likely = frozenset(words["likely"])
        self.deeds = frozenset(words["deeds"])
        self.telling = frozenset(words["telling"])
        self.document = document
        self.syntax = document.syntax
        self.reader = reader
        self.speeches = self._read_sentences()

    def sources(self, trigger: int, *others: int) -> tuple[Mention | str, ...]:
        """Return the sources of what a trigger, and ``others`` of its sentence, state; nearest first."""
        places = {trigger, *others}
        found = [sp for sp in self.speeches[self.syntax.sent_of[trigger]] if not places.isdisjoint(sp.said)]
        found.sort(key=lambda sp: (len(sp.said), abs(sp.marker - trigger)))
        unique: dict[int | str, Mention | str] = {}
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
                if any(self._is_unnamed(n) for n in subjects):
                    return False
                return bool(subjects) and not any(mention.first in s.subtree(n) for n in subjects)
            if s.is_clause_head(i):
                return False
        return False

    def _behind_speaker(self, medium: Mention) -> bool:
        """Whether a person stands right before a medium: "sagte Spohr der «Welt am Sonntag»"."""
        s, i = self.syntax, medium.first - 1
        while i > 0 and (s.words[i][0] in _OPENING or s.pos[i] in ("DET", "NOUN", "ADJ")) and i not in self.document.at:
            i -= 1
        return any(m.type == "Person" and m.last == i + 1 for m in self.document.at.get(i, ())) and i < medium.first - 1

    # -- sentence by sentence ----------------------------------------------------------------------------

    def _read_sentences(self) -> list[list[Speech]]:
        """Return the speeches of each sentence; indirect speech goes on with who spoke or acted last."""
        speeches: list[list[Speech]] = []
        speaker: Mention | str | None = None
        sentences = self.syntax.sentences
        for before, (first, last) in zip([(0, 0), *sentences], sentences, strict=False):
            if speeches:
                speeches[-1] += self._taken_up(first, last, before)
            found = [*self._by_verbs(first, last), *self._by_prepositions(first, last), *self._by_headings(first, last)]
            goes_on = self._continues(first, last)
            begin = self._behind_colon(first, last)
            speaker = self._acting_person(first, begin) or speaker
            if not found and goes_on and speaker is not None:
                found = [Speech(speaker, frozenset(subjunctive_clauses(self.syntax, begin, last)), begin)]
            if found:
                speaker = self._goes_on_speaking(found[0].source, last)
            elif not goes_on:
                speaker = self._acting_person(first, last) or speaker
            reports = [*self._by_reports(first, last), *self._by_papers(first, last)]
            speeches.append([*(self._within_reach(one, first, last) for one in found), *reports])
        return speeches

    def _goes_on_speaking(self, source: Mention | str, last: int) -> Mention | str:
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

    # -- what was said before ----------------------------------------------------------------------------

    def _taken_up(self, first: int, last: int, before: tuple[int, int]) -> Iterator[Speech]:
        """Yield the sources of the sentence before: "Das berichtet X", "Das geht aus einem Papier der X hervor"."""
        s = self.syntax
        told = [i for i in range(first, last) if s.lemmas[i] in self.telling and takes_up(s, i, first, self.deeds)]
        sources = [source for verb in told for source in self._speakers(verb)]
        for verb in emerging(s, first, last):
            sources += self._named_below(verb)
        said = frozenset(stated(s, *before)) if sources else frozenset()
        return (Speech(source, said, first) for source in sources)

    def _speakers(self, verb: int) -> Iterator[Mention | str]:
        """Yield who speaks; behind an unnamed source the media that it speaks to as well."""
        speaker = self._speaker(verb)
        if speaker is not None:
            yield speaker
        if isinstance(speaker, str):
            yield from self._media_at(clause_tokens(self.syntax, verb))

    def _named_below(self, verb: int) -> list[Mention]:
        """Return the first source named in a phrase of a verb: "aus einem Schreiben von X", "im Handelsblatt"."""
        s = self.syntax
        phrases = (
            sorted(s.subtree(c)) for c in s.dep_children(verb, "obl", "obl:arg") if s.preposition(c) in ("aus", "in")
        )
        named = (mention for phrase in phrases for i in phrase if (mention := self._speaking_at(i)))
        return [first] if (first := next(named, None)) else []

    def _by_headings(self, first: int, last: int) -> Iterator[Speech]:
        for source, colon in heading_sources(self.document, first, last, self.unnamed):
            yield Speech(source, frozenset(range(colon + 1, last)), colon)

    def _by_papers(self, first: int, last: int) -> Iterator[Speech]:
        for medium, verb in readers_of_papers(self.document, first, last):
            yield Speech(medium, frozenset(stated(self.syntax, first, last)), verb)

    # -- reporting verbs ---------------------------------------------------------------------------------

    def _by_verbs(self, first: int, last: int) -> Iterator[Speech]:
        s = self.syntax
        for i in range(first, last):
            if s.pos[i] not in ("VERB", "AUX") or s.lemmas[i] not in self.verbs:
                continue
            sources = list(self._speakers(i))
            said = frozenset(self._said(i, first, last)) if sources else frozenset()
            if said:
                yield from (Speech(source, said, i) for source in sources)

    def _speaker(self, verb: int) -> Mention | str | None:
        s = self.syntax
        if is_passive(s, verb) and s.lemmas[verb] != "zitieren":
            return None
        heads = self._subjects(verb)
        fillers = self.reader.fillers(heads, SPEAKERS)
        if fillers:
            return self._reporter(fillers[0].mention) or fillers[0].mention
        for head in heads:
            if s.lower[head] in self.unnamed:
                return s.words[head]
            mention = self._through_spokesman(head)
            if mention:
                return mention
        return None

    def _subjects(self, verb: int) -> list[int]:
        """Return who speaks: in "Flix ließ mitteilen" it is who lets it be said."""
        s, above = self.syntax, self.syntax.heads[verb]
        is_let = above != verb and s.lemmas[above] == "lassen" and s.feats[verb].get("VerbForm") == "Inf"
        return surface_subjects(s, above if is_let else verb)

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
        if s.lemmas[verb] == "halten" and not self._weighs_chance(verb):
            return set()
        own = set(clause_tokens(s, verb))
        content: set[int] = set()
        told: set[int] = set()
        for c in s.dep_children(verb, "ccomp", "xcomp", "parataxis", "csubj"):
            content |= s.subtree(c)
        for c in s.dep_children(verb, "conj"):
            if c > verb and is_subjunctive(s, c) and not any(True for _ in s.dep_children(c, "cc")):
                content |= s.subtree(c)
        for c in s.dep_children(verb, "obj", "obl", "obl:arg"):
            for d in s.dep_children(c, "acl", "ccomp"):
                content |= s.subtree(d)
            foreseen = s.lemmas[verb] in self.foreseeing and (s.deps[c] != "obl" or s.preposition(c) in ("mit", "als"))
            if foreseen or s.preposition(c) == "über":
                told |= s.subtree(c)
        if s.deps[verb] in ("parataxis", "conj", "ccomp") and s.heads[verb] != verb and self._is_inserted(verb):
            content |= s.subtree(s.heads[verb]) - s.subtree(verb)
        if not content and self._is_inserted(verb):
            content = set(range(first, last)) - own
        return (content - own) | told

    def _weighs_chance(self, verb: int) -> bool:
        """Whether somebody holds something for likely or not, rather than for good or bad."""
        s = self.syntax
        return any(s.lemmas[i].lower() in self.likely for c in s.children[verb] for i in (c, *s.children[c]))

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
            elif s.lower[i].rpartition("-")[2] in self.nouns and i > first and s.pos[i] in ("NOUN", "PROPN"):
                source = self._source_of_noun(i, first, last)
            elif s.lower[i] == "so" and i > first and s.words[i - 1] in (",", "–", "-", *_OPENING):
                source = self._following(i, min(last, i + 8))
            elif s.lower[i] == "wie" and self._opens(i, first) and (verb := self._reporting_inserted(i, last)):
                source = self._inserted_source(i, verb, last)
            else:
                continue
            if source is not None:
                said = frozenset(self._scope(i, source, first, last))
                yield Speech(source, said, i)
                yield from (Speech(medium, said, i) for medium in self._media_beside(source, i, last))

    def _media_beside(self, source: Mention | str, marker: int, last: int) -> Iterator[Mention]:
        """Yield media named with a source: "Informationen von FAZ und Bloomberg", "wie Insider dem Spiegel sagten"."""
        s = self.syntax
        if isinstance(source, str):
            stop = next((j for j in range(marker + 1, last) if s.words[j] == ","), last)
            yield from self._media_at(range(marker, stop if s.lower[marker] == "wie" else marker))
        elif source.type == "MediaOutlet":
            i, stop = source.last, min(last, source.last + 5)
            while i < stop - 1 and (s.words[i][0] in _OPENING or s.pos[i] in ("CCONJ", "DET", "NOUN")):
                i += 1
            if any(s.lower[j] in ("und", "sowie") for j in range(source.last, i)):
                yield from self._media_at((i,))

    def _media_at(self, tokens: Iterable[int]) -> Iterator[Mention]:
        """Yield the media whose names begin at one of some tokens."""
        for i in tokens:
            yield from (m for m in self.document.at.get(i, ()) if m.first == i and m.type == "MediaOutlet")

    def _opens(self, i: int, first: int) -> bool:
        """Whether nothing of its clause stands before a word: not so in "halb so viele wie von der GPA befürchtet"."""
        words = self.syntax.words[first:i]
        return not any(w[0].isalnum() for w in words[-1:])

    def _by_reports(self, first: int, last: int) -> Iterator[Speech]:
        """Yield what a report that is spoken of says: "Meldungen der Politiken über …", "ein Bericht, wonach …"."""
        s = self.syntax
        for i in range(first, last):
            if s.lower[i] not in self.reports or s.pos[i] != "NOUN":
                continue
            source = self._following(i, min(last, i + 7))
            if isinstance(source, Mention) and source.type == "MediaOutlet" and (said := self._reported(source, last)):
                yield Speech(source, frozenset(said), i)

    def _reported(self, source: Mention, last: int) -> range | None:
        """Return the phrase with "über" or the clause with "wonach" behind whose report it is."""
        s, i = self.syntax, source.last
        while i < last - 2 and (s.words[i][0] in _OPENING or s.words[i] == ","):
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
        return None

    def _reporting_inserted(self, i: int, last: int) -> int | None:
        """Return the verb of report in a clause that "wie" opens."""
        s = self.syntax
        end = next((j for j in range(i + 1, last) if s.words[j] in (",", ".", "–")), last)
        verbs = (j for j in range(i + 1, end) if s.pos[j] in ("VERB", "AUX"))
        return next((j for j in verbs if s.lemmas[j] in self.verbs), None)

    def _inserted_source(self, i: int, verb: int, last: int) -> Mention | str | None:
        """Return who reports in "wie X mitteilte"; in "wie der Hersteller von X mitteilte" it is not X."""
        heads = [h for h in surface_subjects(self.syntax, verb) if i < h < verb]
        if heads and (source := self._speaker(verb)):
            return source
        heads = [h for h in heads if self.syntax.pos[h] == "NOUN"]
        source = self._following(i, min(last, i + 10))
        is_within = isinstance(source, Mention) and any(source.first in self.syntax.subtree(h) for h in heads)
        return None if is_within else source

    def _source_near(self, i: int, first: int, last: int) -> Mention | str | None:
        if self.syntax.lower[i] == "zufolge":
            return self._preceding(i, max(first, i - 8))
        return self._following(i, min(last, i + 9))

    def _source_of_noun(self, i: int, first: int, last: int) -> Mention | str | None:
        """ "nach Angaben von X", "nach Xs Angaben", "Xs Angaben zufolge", "nach Informationen der Zeitung"."""
        s = self.syntax
        before = self._words_before(i, max(first, i - 5))
        behind = s.lower[i + 1] if i + 1 < last else ""
        marked = any(s.lower[j] in self.prepositions for j in before) or behind == "zufolge"
        marked = marked or (behind == "auf" and s.lower[i - 1] in ("mit", "unter"))
        if not marked or any(s.lower[j].startswith("eigene") for j in before):
            return None
        if "-" in s.words[i]:
            return self._speaking_at(i)
        return self._following(i, min(last, i + 7)) or self._preceding(i, max(first, i - 2))

    def _words_before(self, i: int, start: int) -> list[int]:
        """Return the tokens before one in its phrase, the nearest first."""
        s = self.syntax
        stop = (j for j in range(i - 1, start - 1, -1) if s.words[j] in (",", ";", ":") or s.pos[j] in ("VERB", "AUX"))
        return list(range(i - 1, next(stop, start - 1), -1))

    def _following(self, i: int, stop: int) -> Mention | str | None:
        for j in range(i + 1, stop):
            if self.syntax.words[j] in (",", ";", ":") or (self.syntax.pos[j] == "VERB" and j > i + 3):
                break
            if mention := self._speaking_at(j):
                return self._reporter(mention) or mention
            if self._is_unnamed(j):
                return self.syntax.words[j]
        return None

    def _reporter(self, house: Mention) -> Mention | None:
        """Return the person behind the house in "Bloomberg-Reporter Mark Gurman"."""
        if house.kind != "compound":
            return None
        behind = self.document.at.get(house.last, ())
        return next((m for m in behind if m.type == "Person" and m.first == house.last), None)

    def _preceding(self, i: int, start: int) -> Mention | str | None:
        for j in self._words_before(i, start):
            if mention := self._speaking_at(j):
                return mention
            if self._is_unnamed(j):
                return self.syntax.words[j]
        return None

    def _speaking_at(self, j: int) -> Mention | None:
        for mention in self.document.at.get(j, ()):
            if is_a(mention.type, ("Organization", "Person")) and mention.kind not in ("adjective", "topic"):
                return mention
        return None

    def _is_unnamed(self, j: int) -> bool:
        return self.syntax.lower[j] in self.unnamed or self.syntax.lower[j].endswith(("kreisen", "kreise"))

    def _scope(self, marker: int, source: Mention | str, first: int, last: int) -> set[int]:
        """Return what "laut X" covers: its sentence, but not the source's own phrase."""
        scope = set(range(first, last))
        if isinstance(source, Mention):
            scope -= set(range(source.first, source.last))
            low, high = sorted((marker, source.first))
            scope -= set(range(low, high + 1))
        return scope
