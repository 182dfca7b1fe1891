"""Whom something goes to is not what is sold: "gibt die Sparte an Carlyle ab" sells the Sparte, not Carlyle."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from kg.claims.claim import Claim
from kg.claims.clauses import phrase_preposition
from kg.claims.document import Document
from kg.language.syntax import Syntax

#: "verkauft Anteile an Covestro": these belong to what is behind "an"
_STAKES = ("anteil", "anteile", "anteilen", "beteiligung", "beteiligungen", "mehrheit", "minderheit", "paket", "pakets",
           "prozent", "aktien", "drittel", "viertel", "fünftel", "hälfte", "position", "%")  # fmt: skip


def without_buyers(claims: Iterable[Claim], document: Document) -> Iterator[Claim]:
    """Yield claims but those by which a buyer behind "an" is what somebody sells."""
    for claim in claims:
        if claim.predicate != "sells" or claim.object is None or not _is_buyer(document, claim, claim.object.start):
            yield claim


def _is_buyer(document: Document, claim: Claim, start: int | None) -> bool:
    s = document.syntax
    if start is None:
        return False
    first = bisect_right(s.starts, start) - 1
    floor = bisect_right(s.starts, claim.evidence.start) - 1
    if phrase_preposition(s, first, floor) != "an":
        return False
    preposition = next(i for i in range(first - 1, floor - 1, -1) if s.pos[i] == "ADP")
    return not _holds_stake(s, preposition, floor)


def _holds_stake(s: Syntax, preposition: int, floor: int) -> bool:
    """Whether a stake stands right before a preposition: "die restlichen 40 Prozent an Covestro"."""
    return preposition > floor and s.lower[preposition - 1].endswith(_STAKES)
