"""Sources of what a noun tells, in the clause behind it: "eine Übernahme, über die Bloomberg berichtet hatte"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kg.claims.clauses import clause_tokens
from kg.claims.document import Document
from kg.claims.sources.speakers import Speakers
from kg.claims.sources.speech import Speech
from kg.language.spans import Mention
from kg.language.syntax import dictionary_lemma

_CLAUSES = ("acl:relcl", "acl", "amod")
_WITHIN = ("nmod", "nmod:poss", "appos", "flat")


class RelativeSources:
    """Finds the media whose relative clause or participle tells where a noun comes from."""

    def __init__(self, words: Mapping[str, Any], document: Document, speakers: Speakers) -> None:
        self.about = frozenset(words["about"])
        self.spreading = frozenset(words["spreading"])
        self.spread = frozenset(words["spread"])
        self.document = document
        self.syntax = document.syntax
        self.speakers = speakers

    def read(self, first: int, last: int) -> Iterator[Speech]:
        """Yield the media that tell of a noun of a sentence, each with the phrase of the noun."""
        s = self.syntax
        for verb in range(first, last):
            if s.deps[verb] not in _CLAUSES or s.heads[verb] == verb or not self._tells(verb):
                continue
            noun = self._told(s.heads[verb])
            if (medium := self._medium(verb)) is not None and noun not in self.document.at:
                yield Speech(medium, frozenset(s.subtree(noun) - s.subtree(verb)), verb)

    def _told(self, noun: int) -> int:
        """Return the noun that is told of: in "die Übernahme von WalkMe, über die …" it is not the name."""
        s = self.syntax
        while noun in self.document.at and s.deps[noun] in _WITHIN and s.heads[noun] != noun:
            noun = s.heads[noun]
        return noun

    def _tells(self, verb: int) -> bool:
        """Whether a verb spreads its noun, or reports about it: "die X verbreitet hatte", "von der X schrieb"."""
        s = self.syntax
        lemmas = {s.lemmas[verb], dictionary_lemma(s.lower[verb])}
        if lemmas & self.spreading or (s.deps[verb] == "amod" and lemmas & self.spread):
            return True
        if not lemmas & self.about:
            return False
        return any(s.is_relative(i) and s.preposition(i) in ("über", "von") for i in s.children[verb])

    def _medium(self, verb: int) -> Mention | None:
        """Return the first medium that the clause or the participle phrase names."""
        s = self.syntax
        tokens = clause_tokens(s, verb) if s.deps[verb] == "acl:relcl" else sorted(s.subtree(verb))
        return next(self.speakers.media_at(tokens), None)
