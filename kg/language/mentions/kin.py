"""Mother and daughter of a company that the article tells: "die Mutter", "die Siemens-Tochter"."""

from __future__ import annotations

from collections.abc import Mapping

from kg.language.mentions.candidate import Candidate
from kg.language.mentions.discourse import Discourse, Said

#: so many sentences back the one is told whose mother or daughter is meant
_REACH = 2
#: and so many where the mother is told beside: "die Siemens-Tochter"
_FAR_REACH = 8
#: heads of compounds for the company to which a brand belongs
_MAKERS = frozenset({"hersteller", "produzent", "anbieter", "betreiber"})


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
        mothers = _bare(word) in self._mother
        near, pairs = self._near(token, _REACH), self._pairs(token)
        if mothers:
            found = {p.referent: p for p, c in pairs if c.referent in near}
        else:
            found = {c.referent: c for p, c in pairs if p.referent in near}
        return _the_one(found, token)

    def of(self, token: int, owner: Candidate) -> Said | None:
        """Return whom "die Siemens-Tochter" or "der Nivea-Hersteller" means, told before; None where several can be."""
        pairs, near = self._pairs(token, owner), self._near(token, _FAR_REACH)
        if owner.head in self._daughter:
            found = {c.referent: c for p, c in pairs if p.referent == owner.referent and c.referent in near}
        elif owner.head in _MAKERS:
            found = {p.referent: p for p, c in pairs if c.referent == owner.referent and p.referent in near}
        else:
            return None
        return _the_one(found, token)

    def _near(self, token: int, reach: int) -> set[int]:
        """Return the entities told so many sentences back at most."""
        sentence = self._discourse.reading.syntax.sent_of[token]
        told = (s for s in self._discourse.said if s.token < token)
        return {s.candidate.referent for s in told if sentence - s.sentence <= reach}

    def _pairs(self, token: int, owner: Candidate | None = None) -> list[tuple[Candidate, Candidate]]:
        """Return the mothers and daughters among the companies told before a token, or it and the owner at it."""
        told = [s.candidate for s in self._discourse.said if s.token < token] + ([owner] if owner else [])
        named = {c.referent: c for c in told if c.kind in ("name", "compound") and c.type == "Company"}
        return [(p, c) for p in named.values() for c in named.values() if self._is_parent(p, c)]

    def _is_parent(self, parent: Candidate, child: Candidate) -> bool:
        """Tell whether a company is known, told or named as a unit of another: "Siemens Mobility" of Siemens."""
        if _is_known_parent(parent, child):
            return True
        if child.record is not None and child.record.parent:
            return False
        said = {f"{parent.name.lower()}-{noun}" for noun in self._daughter}
        told = not said.isdisjoint(self._discourse.profiles[child.referent].nouns)
        return told or child.name.startswith(f"{parent.name} ")


def _bare(word: str) -> str:
    """Return a noun in lower case without the ending of the genitive."""
    lower = word.lower()
    return lower.removesuffix("s") if lower.endswith("konzerns") else lower


def _the_one(found: Mapping[int, Candidate], token: int) -> Said | None:
    return Said(next(iter(found.values())), token, 0, 0, "", 0.0) if len(found) == 1 else None


def _is_known_parent(parent: Candidate, child: Candidate) -> bool:
    one, other = parent.record, child.record
    return one is not None and other is not None and other.type == "Company" and other.parent == one.id
