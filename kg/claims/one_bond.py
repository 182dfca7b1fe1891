"""One bond of two told once: of a merger or alliance read with two statuses the telling that holds at last stands.

"Beide prüfen ein Zusammengehen. … Die Fusion ist vom Tisch": they do not merge; "AMD will Nvidia angreifen. … Der
Rivale Nvidia": they compete.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.claims.claim import Claim

#: of each bond the statuses that hold before all others, the strongest first
_RANKS: Mapping[str, Sequence[str]] = {
    "mergesWith": ("negated", "planned", "actual", "possible", "alleged"),
    "partnersWith": ("negated", "actual", "planned", "possible", "alleged"),
    "hasJointVentureWith": ("negated", "actual", "planned", "possible", "alleged"),
    "competesWith": ("actual", "planned", "possible", "alleged", "negated"),
}

_Bond = tuple[str, frozenset[str]]


def told_once(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims, of those that tell the same bond of two only the one that holds, with the others' qualifiers."""
    known = list(claims)
    tellings: dict[_Bond, list[Claim]] = {}
    for claim in known:
        if (two := bond(claim)) is not None:
            tellings.setdefault(two, []).append(claim)
    for claim in known:
        two = bond(claim)
        told = tellings[two] if two is not None else [claim]
        if len(told) == 1:
            yield claim
        elif claim is (best := min(told, key=_rank)):
            yield _completed(best, [c for c in told if c.status == best.status])


def bond(claim: Claim) -> _Bond | None:
    """Return the relation of two that a claim tells, the same both ways; None where it tells no bond."""
    if claim.predicate not in _RANKS or claim.object is None:
        return None
    return claim.predicate, frozenset((claim.subject.name, claim.object.name))


def _rank(claim: Claim) -> tuple[int, float]:
    ranks = _RANKS[claim.predicate]
    return ranks.index(claim.status) if claim.status in ranks else len(ranks), -claim.confidence


def _completed(claim: Claim, others: Sequence[Claim]) -> Claim:
    """Return a claim with the qualifiers that only the other tellings have."""
    told = {name: value for other in reversed(others) for name, value in other.qualifiers.items()}
    return replace(claim, qualifiers={**told, **claim.qualifiers})
