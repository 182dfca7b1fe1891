"""Who buys a company is told as its buyer, not as holder of a stake.

"Adnoc zahlt 12 Milliarden Euro für Covestro", where the article tells of the takeover: the stake is the takeover over
again. What a frame reads beyond doubt stands beside it: "Central hält bereits 50,1 Prozent".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.claims.claim import Claim
from kg.claims.held_stakes import OWNER_LIST

#: from here a takeover is sure, and a stake told for its own sake
_SURE_TAKEOVER, _SURE_STAKE = 0.7, 0.9


def without_bought_stakes(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims but stakes of those whom the article more surely tells as buyers of the same company."""
    known = list(claims)
    takeovers: dict[tuple[str, ...], float] = defaultdict(float)
    for claim in known:
        if claim.predicate == "acquires" and claim.status != "negated":
            takeovers[claim.names] = max(takeovers[claim.names], claim.confidence)
    for claim in known:
        if claim.predicate != "ownsStakeIn" or not _is_takeover(claim.confidence, takeovers.get(claim.names, 0.0)):
            yield claim


def without_stakes_in_owners(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims but stakes in one of several owners whom the same sentence lists, and those told there again."""
    known = list(claims)
    listed = [c for c in known if c.method == OWNER_LIST]
    owners = {(c.evidence.start, c.subject.name) for c in listed}
    told = {(c.evidence.start, *c.names) for c in listed}
    for claim in known:
        start = claim.evidence.start
        again = (start, claim.names[1]) in owners or (claim.method != OWNER_LIST and (start, *claim.names) in told)
        if claim.predicate != "ownsStakeIn" or not again:
            yield claim


def _is_takeover(stake: float, takeover: float) -> bool:
    return stake < _SURE_STAKE and takeover > max(stake, _SURE_TAKEOVER)
