"""Who speaks: the subject of a verb of saying, whom a phrase names, and the words for sources without a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kg.claims.clauses import clause_tokens, is_passive, surface_subjects
from kg.claims.document import Document, is_a
from kg.claims.slots import PhraseReader
from kg.language.spans import Mention

SPEAKERS = ("Organization", "Person", "Place")

#: last parts of words for sources without a name: "Bankkreise", "Brancheninsidern"
_UNNAMED = ("kreise", "kreisen", "insider", "insidern", "insiderin")

#: last parts of words for the staff's own body, which is called by no other name: "Gesamtbetriebsrat"
_STAFF = ("betriebsrat", "betriebsrats", "betriebsrates", "personalrat", "personalrats")
_WITHOUT_NAME = (*_UNNAMED, *_STAFF)

#: a mention, or the words of an unnamed source
Source = Mention | str


def staff_body(word: str) -> str | None:
    """Return the name of the staff's body where a word calls it.

    >>> staff_body("Gesamtbetriebsrats"), staff_body("Bankkreisen")
    ('Gesamtbetriebsrat', None)
    """
    if not word.lower().endswith(_STAFF):
        return None
    return word[: word.lower().rindex("rat") + len("rat")]


class Speakers:
    """Tells who speaks at a verb, at a token and near it; the cue words lie in ``attribution.toml``."""

    def __init__(self, words: Mapping[str, Any], document: Document, reader: PhraseReader) -> None:
        self.unnamed = frozenset(words["unnamed"])
        self.document = document
        self.syntax = document.syntax
        self.reader = reader

    def at_verb(self, verb: int) -> Source | None:
        """Return who speaks with a verb: its subject, or the house of its spokesman."""
        s = self.syntax
        if is_passive(s, verb) and s.lemmas[verb] != "zitieren":
            return None
        heads = self._subjects(verb)
        fillers = self.reader.fillers(heads, SPEAKERS)
        if fillers:
            return self.reporter(fillers[0].mention) or fillers[0].mention
        for head in heads:
            if self.is_unnamed(head):
                return s.words[head]
            mention = self._through_spokesman(head)
            if mention:
                return mention
        return None

    def all_at_verb(self, verb: int) -> Iterator[Source]:
        """Yield who speaks; behind an unnamed source the media that it speaks to as well."""
        speaker = self.at_verb(verb)
        if speaker is not None:
            yield speaker
        if isinstance(speaker, str):
            yield from self.media_at(clause_tokens(self.syntax, verb))

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

    def following(self, i: int, stop: int) -> Source | None:
        """Return the first source named behind a token and before another, in the same clause."""
        for j in range(i + 1, stop):
            if self.syntax.words[j] in (",", ";", ":") or (self.syntax.pos[j] == "VERB" and j > i + 3):
                break
            if mention := self.named_at(j):
                return self.reporter(mention) or mention
            if self.is_unnamed(j):
                return self.syntax.words[j]
        return None

    def preceding(self, i: int, start: int) -> Source | None:
        """Return the nearest source named before a token, in the same phrase."""
        for j in self.words_before(i, start):
            if mention := self.named_at(j):
                return mention
            if self.is_unnamed(j):
                return self.syntax.words[j]
        return None

    def words_before(self, i: int, start: int) -> list[int]:
        """Return the tokens before one in its phrase, the nearest first."""
        s = self.syntax
        stop = (j for j in range(i - 1, start - 1, -1) if s.words[j] in (",", ";", ":") or s.pos[j] in ("VERB", "AUX"))
        return list(range(i - 1, next(stop, start - 1), -1))

    def named_at(self, j: int) -> Mention | None:
        """Return the organisation or person that a token names."""
        for mention in self.document.at.get(j, ()):
            if is_a(mention.type, ("Organization", "Person")) and mention.kind not in ("adjective", "topic"):
                return mention
        return None

    def is_unnamed(self, j: int) -> bool:
        """Tell whether a token stands for a source without a name: "Insider", "Bankkreise"."""
        if self.syntax.deps[j] == "amod":
            return False  # "mit der Sache vertraute Personen": the noun behind it is the source
        return self.syntax.lower[j] in self.unnamed or self.syntax.lower[j].endswith(_WITHOUT_NAME)

    def media_at(self, tokens: Iterable[int]) -> Iterator[Mention]:
        """Yield the media whose names begin at one of some tokens."""
        for i in tokens:
            yield from (m for m in self.document.at.get(i, ()) if m.first == i and m.type == "MediaOutlet")

    def reporter(self, house: Mention) -> Mention | None:
        """Return the person behind the house in "Bloomberg-Reporter Mark Gurman"."""
        if house.kind != "compound":
            return None
        behind = self.document.at.get(house.last, ())
        return next((m for m in behind if m.type == "Person" and m.first == house.last), None)
