"""One bond of two told once: a merger that was called off is told as such alone, and rivals as competing.

"Beide prüfen ein Zusammengehen. … Die Fusion ist vom Tisch": they do not merge; "AMD will Nvidia angreifen. … Der
Rivale Nvidia": they compete.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.claims.claim import Claim, Status

#: bonds, and of some the status that no other stands beside
_LAST: Mapping[str, Status | None] = {
    "mergesWith": "negated",
    "partnersWith": None,
    "hasJointVentureWith": None,
    "competesWith": "actual",
}

_Bond = tuple[str, frozenset[str]]


def told_once(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims, of those that tell one bond of two with one status and the same figures the surest."""
    known = list(claims)
    tellings: dict[_Bond, list[Claim]] = {}
    for claim in known:
        if (two := bond(claim)) is not None:
            tellings.setdefault(two, []).append(claim)
    for claim in known:
        two = bond(claim)
        told = [claim] if two is None else _standing(claim, tellings[two])
        if claim is max(told, key=lambda c: c.confidence, default=None):
            yield _completed(claim, told)


def _standing(claim: Claim, tellings: Sequence[Claim]) -> list[Claim]:
    """Return the tellings with status and figures of a claim; none where another status stands alone."""
    last = _LAST[claim.predicate]
    if last is not None and claim.status != last and any(other.status == last for other in tellings):
        return []
    return [other for other in tellings if other.status == claim.status and _agree(claim, other)]


def _agree(claim: Claim, other: Claim) -> bool:
    """Tell whether two tellings give no different amounts or dates; of topics one may be told in other words."""
    shared = claim.qualifiers.keys() & other.qualifiers.keys() - {"topic"}
    return all(claim.qualifiers[name] == other.qualifiers[name] for name in shared)


def bond(claim: Claim) -> _Bond | None:
    """Return the relation of two that a claim tells, the same both ways; None where it tells no bond."""
    if claim.predicate not in _LAST or claim.object is None:
        return None
    return claim.predicate, frozenset((claim.subject.name, claim.object.name))


def _completed(claim: Claim, others: Sequence[Claim]) -> Claim:
    """Return a claim with the qualifiers that only the other tellings have."""
    told = {name: value for other in reversed(others) for name, value in other.qualifiers.items()}
    return replace(claim, qualifiers={**told, **claim.qualifiers})
