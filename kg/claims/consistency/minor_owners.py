"""Who owns less than half of a company is no parent of it: "Puma-Eigner Artémis", who "29 Prozent an Puma hält"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.claims.claim import Claim

_HALF = 50


def without_minor_parents(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims but daughters of whom the article gives a smaller part only."""
    known = list(claims)
    held: dict[tuple[str, ...], float] = {}
    for claim in known:
        percent = claim.qualifiers.get("percent")
        if claim.predicate == "ownsStakeIn" and claim.status == "actual" and isinstance(percent, int | float):
            held[claim.names[::-1]] = max(held.get(claim.names[::-1], 0), percent)
    for claim in known:
        if claim.predicate != "subsidiaryOf" or held.get(claim.names, _HALF) >= _HALF:
            yield claim
