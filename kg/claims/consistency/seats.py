"""Where a company sits: of two countries that an article gives it, the known or else the surer one.

"Allerdings ist das Angebot der Chinesen nicht bindend" speaks of the bidder and not of the American company for which
they bid. Of such second countries one in four was right in training articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.claims.claim import Claim


def with_one_country(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims but those that put a company into another country than a surer one; both of two as sure stay."""
    known = list(claims)
    surest: dict[str, Claim] = {}
    for claim in filter(_country, known):
        surest[claim.subject.name] = max(surest.get(claim.subject.name, claim), claim, key=_certainty)
    for claim in known:
        best = surest.get(claim.subject.name, claim)
        if not _country(claim) or _country(claim) == _country(best) or _certainty(claim) == _certainty(best):
            yield claim


def _certainty(claim: Claim) -> tuple[bool, float]:
    """Return whether a company is known to sit in the country, and how sure the reading is."""
    return claim.subject.country is not None and claim.subject.country == _country(claim), claim.confidence


def _country(claim: Claim) -> str | None:
    """Return the country in which a claim puts a company; None for any other claim."""
    is_seat = claim.predicate == "locatedIn" and claim.subject.type == "Company" and claim.status == "actual"
    return claim.object.country if is_seat and claim.object else None
