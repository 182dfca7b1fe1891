"""Whom something goes to is not what is sold: "gibt die Sparte an Carlyle ab" sells the Sparte, not Carlyle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.claims.claim import Claim
from kg.claims.clauses import preposition_before
from kg.claims.document import Document
from kg.language.syntax import contracted

#: "verkauft Anteile an Covestro": these belong to what is behind "an"
_STAKES = ("anteil", "anteile", "anteilen", "beteiligung", "beteiligungen", "mehrheit", "minderheit", "paket", "pakets",
           "prozent", "aktien", "drittel", "viertel", "fünftel", "hälfte", "position", "%")  # fmt: skip


def without_buyers(claims: Iterable[Claim], document: Document) -> Iterator[Claim]:
    """Yield claims but those by which a buyer behind "an" is what somebody sells."""
    for claim in claims:
        start = claim.object.start if claim.predicate == "sells" and claim.object else None
        if start is None or not _is_buyer(document, document.token_at(start)):
            yield claim


def _is_buyer(document: Document, named: int) -> bool:
    """Whether "an" stands before the phrase of a name, and no stake right before it: "40 Prozent an Covestro"."""
    s = document.syntax
    floor, _ = s.sentence(named)
    before = preposition_before(s, named, floor)
    if before == -1 or contracted(s.lower[before]) != "an":
        return False
    return before == floor or not s.lower[before - 1].endswith(_STAKES)
