"""Sources that are the subject of a verb of saying: "X sagte, dass …", "…, sagte X", "X rechnet mit einem Verkauf"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kg.claims.clauses import clause_tokens, is_subjunctive
from kg.claims.document import Document
from kg.claims.sources.speakers import Source, Speakers
from kg.claims.sources.speech import OPENING, Speech
from kg.language.spans import Mention

#: the verb of "heißt es in der FAZ"
_TOLD = "heißen"
#: prepositions of what is foreseen: "rechnet mit", "sieht als", "fürchtet um", "warnt vor"
_FORESEEN = ("mit", "als", "um", "vor")


class VerbSources:
    """Finds who says something with a verb of saying, and which tokens are what is said."""

    def __init__(self, words: Mapping[str, Any], document: Document, speakers: Speakers) -> None:
        self.verbs = frozenset(words["verbs"])
        self.foreseeing = frozenset(words["foreseeing"])
        self.likely = frozenset(words["likely"])
        self.saying_with = {verb: frozenset(beside) for verb, beside in words["saying_with"].items()}
        self.telling_of = frozenset(words["about"])
        self.convinced = frozenset(words["convinced"])
        self.denying = frozenset(words["denying"])
        self.syntax = document.syntax
        self.speakers = speakers

    def read(self, first: int, last: int) -> Iterator[Speech]:
        """Yield who says something in a sentence with a verb of saying, and what."""
        s = self.syntax
        for i in range(first, last):
            says = s.lemmas[i] in (*self.verbs, _TOLD) or self._is_saying(i)
            is_verb = s.pos[i] in ("VERB", "AUX") and says
            if not (is_verb or self._is_convinced(i)):
                continue
            sources = list(self._speakers(i, last))
            said = frozenset(self._said(i, first, last)) if sources else frozenset()
            if said:
                marker = i if is_verb else next(iter(s.dep_children(i, "cop")))
                yield from (Speech(source, said, marker) for source in sources)

    def _is_saying(self, verb: int) -> bool:
        """Whether a verb says something with a word beside it: "gibt zu bedenken", "zeigt sich überzeugt"."""
        beside = self.saying_with.get(self.syntax.lemmas[verb], ())
        return any(self.syntax.lower[c] in beside for c in self.syntax.children[verb])

    def _is_convinced(self, i: int) -> bool:
        """Whether an adjective with "sein" tells a conviction: "ist überzeugt, dass", ", ist sich Mayer sicher"."""
        s = self.syntax
        if s.lemmas[i].lower() not in self.convinced or not any(True for _ in s.dep_children(i, "cop")):
            return False
        told = (c for clause in s.dep_children(i, "ccomp") for c in s.children[clause])
        return any(s.lower[c] == "sich" for c in s.children[i]) or any(s.lower[c] == "dass" for c in told)

    def _speakers(self, verb: int, last: int) -> Iterator[Source]:
        """Yield who speaks with a verb; behind ", sagt" it is who follows: "Amazon, sagt Anna Dimitrova, sei …"."""
        s = self.syntax
        known = list(self.speakers.all_at_verb(verb)) or list(self._quoted_at(verb))
        if any(isinstance(one, Mention) and one.first < verb for one in known) and s.words[verb - 1] == ",":
            stop = next((i for i in range(verb + 1, last) if s.words[i] == ","), last)
            people = (m for i in range(verb + 1, stop) if (m := self.speakers.named_at(i)) and m.type == "Person")
            known = [next(people, known[0])]
        yield from known

    def _quoted_at(self, verb: int) -> Iterator[Mention]:
        """Yield the medium in which it is said: "…, hieß es in der New York Times", "heißt es bei Bloomberg"."""
        s = self.syntax
        if s.lemmas[verb] != _TOLD or not any(s.lower[c] == "es" for c in s.children[verb]):
            return
        phrases = [c for c in s.dep_children(verb, "obl", "obl:arg") if s.preposition(c) in ("in", "bei")]
        named = (m for c in phrases for i in sorted(s.subtree(c)) if (m := self.speakers.named_at(i)))
        yield from (m for m in [next(named, None)] if m is not None and m.type == "MediaOutlet")

    def _said(self, verb: int, first: int, last: int) -> set[int]:
        """Return what is said: the content clause, or the rest of the sentence around an inserted "sagte X"."""
        s = self.syntax
        if self.only_values(verb) or s.lemmas[verb] in self.denying:
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
            if self._is_told(c, verb):
                told |= s.subtree(c)
        if s.deps[verb] in ("parataxis", "conj", "ccomp") and s.heads[verb] != verb and self._is_inserted(verb):
            content |= s.subtree(s.heads[verb]) - s.subtree(verb)
        if not content and self._is_inserted(verb):
            content = set(range(first, last)) - own
        return (content - own) | told

    def _is_told(self, phrase: int, verb: int) -> bool:
        """Whether a phrase is what is said: "rechnet mit einem Verkauf", "erwartet eine Aufnahme in den Dax"."""
        s, preposition = self.syntax, self.syntax.preposition(phrase)
        if preposition == "über" or (preposition == "von" and s.lemmas[verb] in self.telling_of):
            return True
        if s.lemmas[verb] not in self.foreseeing:
            return False
        is_behind_object = any(c < phrase for c in s.dep_children(verb, "obj")) and phrase > verb
        return s.deps[phrase] != "obl" or preposition in _FORESEEN or is_behind_object

    def only_values(self, verb: int) -> bool:
        """Whether somebody holds something for good or bad, rather than for likely or not."""
        s = self.syntax
        return s.lemmas[verb] == "halten" and not any(
            s.lemmas[i].lower() in self.likely for c in s.children[verb] for i in (c, *s.children[c])
        )

    def _is_inserted(self, verb: int) -> bool:
        """Whether the verb stands between or behind what is said: ", sagte X", "\u201c, so X"."""
        s = self.syntax
        before = verb - 1
        while before >= 0 and s.words[before] in OPENING:
            before -= 1
        if before >= 0 and s.words[before] in (",", "–", "-"):
            return True
        return (before >= 1 and s.lower[before] == "wie") or (before >= 0 and s.words[before] in OPENING)
