"""Mother and daughter of a company that the article tells: "die Mutter", "der Tochter", where both are known."""

from __future__ import annotations

from kg.language.mentions.candidate import Candidate
from kg.language.mentions.discourse import Discourse, Said

#: so many sentences back the one is told whose mother or daughter is meant
_REACH = 2


class Kin:
    """Finds the relatives of the companies told last in one document."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        nominals = discourse.reading.lexicon.nominals
        self._mother, self._daughter = nominals["mother"], nominals["daughter"]

    def tells(self, word: str) -> bool:
        """Tell whether a noun is a word for a mother or a daughter."""
        return _bare(word) in self._mother | self._daughter

    def relative(self, token: int, word: str) -> Said | None:
        """Return the mother of one told last whose mother the article names, or its daughter; None where two are."""
        sentence, mothers = self._discourse.reading.syntax.sent_of[token], _bare(word) in self._mother
        told = [s for s in self._discourse.said if s.token < token]
        named = {s.candidate.referent: s.candidate for s in told if s.candidate.record is not None}
        near = {s.candidate.referent for s in told if sentence - s.sentence <= _REACH}
        pairs = [(p, c) for p in named.values() for c in named.values() if _is_parent(p, c)]
        if mothers:
            found = {p.referent: p for p, c in pairs if c.referent in near}
        else:
            found = {c.referent: c for p, c in pairs if p.referent in near}
        return Said(next(iter(found.values())), token, 0, 0, "", 0.0) if len(found) == 1 else None


def _bare(word: str) -> str:
    """Return a noun in lower case without the ending of the genitive."""
    lower = word.lower()
    return lower.removesuffix("s") if lower.endswith("konzerns") else lower


def _is_parent(parent: Candidate, child: Candidate) -> bool:
    one, other = parent.record, child.record
    return one is not None and other is not None and other.type == "Company" and other.parent == one.id
