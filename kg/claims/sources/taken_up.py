"""A source that takes up the sentence before: "Das berichtet Bloomberg", "Davon geht Analyst Tim Rokossa aus"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from kg.claims.document import Document
from kg.claims.sources.reach import stated
from kg.claims.sources.speakers import Source, Speakers
from kg.claims.sources.speech import Speech
from kg.language.spans import Mention
from kg.language.syntax import Syntax

#: pronouns that stand for what the sentence before states
_PRONOUNS = frozenset({"das", "dies", "dieses", "so", "solches"})
#: the same behind a preposition: "darüber hatte Bloomberg berichtet", "damit rechnet die IG Metall"
_ADVERBS = frozenset({"darüber", "hierüber", "davon", "hiervon", "damit", "daraus"})
_ARTICLES = frozenset("der die das den dem diese diesen dieses dieser solche entsprechende mögliche geplante".split())
#: when others had told it
_EARLIER = frozenset({"zuvor", "zuerst", "zunächst", "bereits", "schon", "vorher"})
_RELYING = frozenset({"berufen", "sich berufen", "stützen"})
_CONTENT = ("ccomp", "xcomp", "csubj", "parataxis", "acl")
#: what a word may hang on the verb by
_BESIDE_VERB = ("nsubj", "nsubj:pass", "obj", "advmod", "obl", "expl", "obl:arg", "dep")


class TakenUpSources:
    """Finds the sources that a sentence gives for the one before it."""

    def __init__(self, words: Mapping[str, Any], document: Document, speakers: Speakers) -> None:
        self.telling = frozenset(words["telling"])
        self.deeds = frozenset(words["deeds"])
        self.nouns = frozenset(words["nouns"])
        self.views, self.holding = frozenset(words["views"]), frozenset(words["holding"])
        self.document = document
        self.syntax = document.syntax
        self.speakers = speakers

    def read(self, first: int, last: int, before: tuple[int, int]) -> Iterator[Speech]:
        """Yield the sources of the sentence before: "Das berichtet X", "Das geht aus einem Papier der X hervor"."""
        s = self.syntax
        told = [i for i in range(first, last) if s.lemmas[i] in self.telling and _takes_up(s, i, first, self.deeds)]
        sources: list[Source] = [source for verb in told for source in self.speakers.all_at_verb(verb)]
        for verb in _emerging(s, first, last):
            sources += self._named_below(verb)
        sources += self._reporting_earlier(first, last)
        sources += self._hearing(first, last)
        sources += [*self._holding_a_view(first), *self._bearing_out(first, last)]
        said = frozenset(stated(s, *before)) if sources else frozenset()
        return (Speech(source, said, first) for source in sources)

    def _hearing(self, first: int, last: int) -> Iterator[Source]:
        """Yield the medium of "Das erfuhr Reuters von Insidern", of which taggers know no verb."""
        if [*self.syntax.lower[first : first + 2]] == ["das", "erfuhr"]:
            media = (m for m in self.document.mentions_in(first, last) if m.type == "MediaOutlet" and m.kind == "name")
            yield from islice(media, 1)

    def _reporting_earlier(self, first: int, last: int) -> Iterator[Source]:
        """Yield the media of "Zuvor hatte Bloomberg berichtet" and "Die Bild beruft sich auf zwei Banker"."""
        s = self.syntax
        for verb in range(first, last):
            objects = [c for c in s.dep_children(verb, "obj", *_CONTENT) if s.lower[c] != "sich"]
            is_main = s.heads[verb] == verb and not objects
            below = {s.lower[c] for c in s.children[verb]}
            earlier = s.lemmas[verb] in self.telling and not below.isdisjoint(_EARLIER)
            if is_main and (earlier or (s.lemmas[verb] in _RELYING and "sich" in below)):
                told = self.speakers.all_at_verb(verb)
                yield from (one for one in told if isinstance(one, Mention) and one.type == "MediaOutlet")

    def _holding_a_view(self, first: int) -> Iterator[Source]:
        """Yield who holds the view of the sentence before: "Diese Ansicht vertritt auch Analyst Tim Rokossa"."""
        s = self.syntax
        behind = (lemma.lower() for lemma in s.lemmas[first + 1 : first + 2])
        is_view = s.lower[first] in ("diese", "dieser") and next(behind, "") in self.views
        verb = s.clause_head(first)
        if is_view and s.lemmas[verb] in self.holding:
            yield from self.speakers.all_at_verb(verb)

    def _bearing_out(self, first: int, last: int) -> Iterator[Source]:
        """Yield the media of "bestätigte einen entsprechenden Bericht der FAZ"."""
        s = self.syntax
        for i in range(first, last - 1):
            if s.lower[i].startswith("entsprechend") and s.lower[i + 1].rpartition("-")[2] in self.nouns:
                source = self.speakers.following(i, min(last, i + 7))
                if isinstance(source, Mention) and source.type == "MediaOutlet":
                    yield source

    def _named_below(self, verb: int) -> list[Mention]:
        """Return the first source named in a phrase of a verb: "aus einem Schreiben von X", "im Handelsblatt"."""
        s = self.syntax
        phrases = (
            sorted(s.subtree(c)) for c in s.dep_children(verb, "obl", "obl:arg") if s.preposition(c) in ("aus", "in")
        )
        named = (mention for phrase in phrases for i in phrase if (mention := self.speakers.named_at(i)))
        return [first] if (first := next(named, None)) else []


def _takes_up(s: Syntax, verb: int, first: int, deeds: frozenset[str]) -> bool:
    """Tell whether the main verb of a sentence speaks of what the sentence before states, and of nothing else.

    "Das" opens the sentence; "darüber" may stand anywhere in it, unless a clause says what it means, and so may "über"
    with an article and one of some nouns for deeds: "Zuerst hatte Bloomberg über die Pläne berichtet".
    """
    if any(True for _ in s.dep_children(verb, *_CONTENT)):
        return False
    if verb == first + 1 and s.pos[verb] == "VERB" and s.lower[first] in _PRONOUNS:
        return True  # "Das erfuhr Reuters von zwei mit der Sache vertrauten Personen", whatever the tree makes of it
    if s.heads[verb] != verb:
        return False
    beside = [
        i
        for i in s.children[verb]
        if s.deps[i] in _BESIDE_VERB and not any(True for _ in s.dep_children(i, "acl", "ccomp"))
    ]
    is_pronoun = any((i == first and s.lower[i] in _PRONOUNS) or s.lower[i] in _ADVERBS for i in beside)
    return is_pronoun or any(s.preposition(i) == "über" and _is_bare_deed(s, i, deeds) for i in beside)


def _is_bare_deed(s: Syntax, noun: int, deeds: frozenset[str]) -> bool:
    """Whether a phrase is no more than an article and a noun for a deed, which the sentence before tells."""
    below = [s.lower[i] for i in s.children[noun] if s.deps[i] != "case"]
    return s.lemmas[noun].lower() in deeds and bool(below) and all(word in _ARTICLES for word in below)


def _emerging(s: Syntax, first: int, last: int) -> Iterator[int]:
    """Yield the verbs of "Das geht aus … hervor" and "So steht es in …": where the sentence before is said to stand."""
    for i in range(first, last):
        if (
            s.lemmas[i] in ("hervorgehen", "stehen", "ergeben")
            and s.pos[i] in ("VERB", "AUX")
            and _takes_up(s, i, first, frozenset())
        ):
            yield i
