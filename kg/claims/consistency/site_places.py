"""Places that belong to sites beside a unit: "Die Tochter mBank und Standorte in Asien stellen Personal ein".

It is the owner of the unit that has the sites.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.claims.claim import Claim

_SITES = re.compile(
    r"\s+(?:und|sowie) (?:die )?(?:\w+ )?"
    r"(?:Standorte|Niederlassungen|Filialen|Werke|Büros|Fabriken|Läden|Märkte) (?:in|im) (?:der |den )?$"
)


def with_places_of_sites(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims; where sites stand beside a unit, its owner is active in their place, if the article tells it."""
    known = list(claims)
    owners = {c.subject.name: c.object for c in known if c.predicate == "subsidiaryOf" and c.object}
    for claim in known:
        if claim.predicate != "operatesIn" or not _stands_beside_sites(claim):
            yield claim
        elif (owner := owners.get(claim.subject.name)) is not None:
            sources = tuple(source for source in claim.attributed_to if source.name != owner.name)
            yield replace(claim, subject=owner, attributed_to=sources)


def _stands_beside_sites(claim: Claim) -> bool:
    """Tell whether only "und Standorte in" stands between subject and place."""
    if claim.object is None:
        return False
    start = claim.evidence.start
    between = claim.evidence.text[max(claim.subject.end - start, 0) : max(claim.object.start - start, 0)]
    return claim.subject.start >= start and _SITES.fullmatch(between) is not None
