"""Whom something goes to is not what is sold: "gibt die Sparte an Carlyle ab" sells the Sparte, not Carlyle.

Nor is it what a stake is in: "diente seinen Anteil an die Italiener an".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.claims.claim import Claim
from kg.claims.clauses import preposition_before
from kg.claims.document import Document
from kg.language.syntax import Syntax, contracted

#: "verkauft Anteile an Covestro": these belong to what is behind "an"
_STAKES = ("anteil", "anteile", "anteilen", "beteiligung", "beteiligungen", "mehrheit", "minderheit", "paket", "pakets",
           "prozent", "aktien", "drittel", "viertel", "fünftel", "hälfte", "position", "%")  # fmt: skip


#: how a phrase in the accusative opens, and in no other case that "an" governs
_ACCUSATIVE = frozenset({"die", "das", "einen", "eine", "ihre", "seine", "diese", "dieses", "ans"})


def without_buyers(claims: Iterable[Claim], document: Document) -> Iterator[Claim]:
    """Yield claims but those by which a buyer behind "an" is what somebody sells or holds a stake in."""
    for claim in claims:
        is_given = _TESTS.get(claim.predicate)
        if claim.object is None or is_given is None or not is_given(document, document.token_at(claim.object.start)):
            yield claim


def _is_buyer(document: Document, named: int) -> bool:
    """Whether "an" stands before the phrase of a name, and no stake right before it: "40 Prozent an Covestro"."""
    s = document.syntax
    before = _an_before(s, named)
    if before == -1:
        return False
    return before == s.sentence(named)[0] or not s.lower[before - 1].endswith(_STAKES)


def _is_given_to(document: Document, named: int) -> bool:
    """Whether "an" and the accusative stand before a name: "seinen Anteil an die Italiener"."""
    s = document.syntax
    before = _an_before(s, named)
    return before != -1 and not _ACCUSATIVE.isdisjoint(s.lower[before : before + 2])


def _an_before(s: Syntax, named: int) -> int:
    before = preposition_before(s, named, s.sentence(named)[0])
    return before if before != -1 and contracted(s.lower[before]) == "an" else -1


#: predicates with what tells that their object gets something
_TESTS = {"sells": _is_buyer, "ownsStakeIn": _is_given_to}
