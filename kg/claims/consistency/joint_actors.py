"""Who acts beside the subject: "KKR kauft gemeinsam mit Advent den Hersteller OHB" tells of both.

In the training articles what somebody buys, founds, holds, pays for or sues over "gemeinsam mit" another is told
of the other as well in 16 of 17 sentences. What is developed or built together is a partnership and left to frames.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claims.claim import Claim
from kg.claims.document import is_a
from kg.language.spans import Mention
from kg.language.syntax import Syntax

if TYPE_CHECKING:
    from kg.claims.extractor import Tools

_SHARED = frozenset({"acquires", "ownsStakeIn", "founded", "investsIn", "sues"})
_TOGETHER = frozenset({"gemeinsam", "zusammen"})
_METHOD, _SURENESS = "together-with", 0.9
#: tokens from "mit" to the name of the partner, at most, and what may stand between
_REACH = 5
_DESCRIBING = ("DET", "ADJ", "NOUN", "ADP", "PROPN")


def with_joint_actors(claims: Iterable[Claim], tools: Tools) -> Iterator[Claim]:
    """Yield claims, each followed by the same of those with whom its subject acts."""
    known = list(claims)
    told = {(c.predicate, c.subject.name, c.object.name) for c in known if c.object}
    for claim in known:
        yield claim
        if claim.predicate not in _SHARED or claim.object is None:
            continue
        for partner in _partners(claim, tools):
            party = tools.party(partner)
            key = (claim.predicate, party.name, claim.object.name)
            if key not in told and party.name != claim.object.name:
                told.add(key)
                yield replace(
                    claim, subject=party, method=_METHOD, confidence=round(claim.confidence * _SURENESS, 3)
                )  # fmt: skip


def _partners(claim: Claim, tools: Tools) -> Iterator[Mention]:
    """Yield the names behind "gemeinsam mit" in the clause that tells a claim."""
    document, s = tools.document, tools.document.syntax
    classes = tools.lexicon.signatures[claim.predicate].subject
    trigger = document.token_at(claim.evidence.trigger_start)
    first, last = s.sentence(trigger)
    for i in range(first, last - 2):
        if s.lower[i] not in _TOGETHER or s.lower[i + 1] != "mit" or _is_of_object(claim, i, tools):
            continue
        if s.clause_head(i) == s.clause_head(trigger) and (partner := _named(i + 2, last, classes, tools)):
            listed = (m for m in tools.phrases.coordinated(partner) if m.first > partner.first)
            yield from (partner, *(m for m in listed if is_a(m.type, classes)))


def _is_of_object(claim: Claim, i: int, tools: Tools) -> bool:
    """Whether what is bought comes together with more: "kauft die Marke Joop zusammen mit der Firma Strellson"."""
    s = tools.document.syntax
    return s.lower[i] == "zusammen" and claim.object is not None and 0 <= s.starts[i] - claim.object.end <= 1


def _named(start: int, end: int, classes: tuple[str, ...], tools: Tools) -> Mention | None:
    """Return the first name behind "mit", with nothing but what describes it in between."""
    document, s = tools.document, tools.document.syntax
    for i in range(start, min(end, start + _REACH)):
        for mention in document.at.get(i, ()):
            if mention.first == i and mention.kind == "name" and is_a(mention.type, classes):
                return mention
        if not _describes(s, i):
            return None
    return None


def _describes(s: Syntax, i: int) -> bool:
    return s.pos[i] in _DESCRIBING and s.lower[i] not in ("im", "in", "an", "für", "zu")
