"""Who promises at a takeover that no jobs go: the buyer, though the text spoke last of what it buys.

"Zalando übernimmt About You. Größere Stellenstreichungen werde es nicht geben, versicherte Co-Chef Gentz."
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.claims.claim import Claim


def with_promising_buyers(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims; denied job cuts whose sentence does not name the firm are told of its buyer."""
    known = list(claims)
    buyers = {c.object.name: c.subject for c in known if c.predicate == "acquires" and c.object and _is_firm(c)}
    for claim in known:
        is_denied = claim.predicate == "cutsJobs" and claim.status == "negated"
        is_open = is_denied and not claim.evidence.names(claim.subject)
        buyer = buyers.get(claim.subject.name) if is_open else None
        yield replace(claim, subject=buyer) if buyer is not None else claim


def _is_firm(claim: Claim) -> bool:
    return claim.subject.type == "Company" and claim.status != "negated"
