"""Jobs that are at risk are not yet cut: "2000 Stellen auf der Kippe", "400 Leute bangen um ihre Verträge"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claims.claim import Claim
from kg.claims.constructions.stretches import stretch

if TYPE_CHECKING:
    from kg.claims.extractor import Tools


def with_risks(claims: Iterable[Claim], tools: Tools) -> Iterator[Claim]:
    """Yield claims, planned cuts as possible ones where their part of the sentence speaks of a risk alone."""
    for claim in claims:
        is_firm = claim.predicate == "cutsJobs" and claim.status in ("planned", "actual")
        yield replace(claim, status="possible") if is_firm and _is_at_risk(claim, tools) else claim


def _is_at_risk(claim: Claim, tools: Tools) -> bool:
    s, words = tools.document.syntax, tools.status.at_risk
    first, last = stretch(s, tools.document.token_at(claim.evidence.trigger_start))
    return any(s.lemmas[i].lower() in words or s.lower[i] in words for i in range(first, last))
