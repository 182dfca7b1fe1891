"""Who delivers under a contract of supply: it names the parties alike, but of many it is known who delivers to whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claims.claim import Claim

if TYPE_CHECKING:
    from kg.claims.learned.background import Background

#: words for contracts and talks that either side may be said to sign or to hold
_CONTRACTS = (
    "liefervertrag", "lieferverträge", "liefervereinbarung", "lieferabkommen", "rahmenvertrag", "über die lieferung",
    "über lieferungen",
)  # fmt: skip


def with_known_suppliers(claims: Iterable[Claim], background: Background) -> Iterator[Claim]:
    """Yield claims, a supply under a contract the way round in which it is known.

    "Mit LG Energy Solution schloss Mercedes-Benz einen Liefervertrag": LG Energy Solution is known to supply carmakers.
    """
    for claim in claims:
        other = claim.object
        is_contract = any(word in claim.evidence.text.lower() for word in _CONTRACTS)
        if claim.predicate != "suppliesTo" or other is None or other.type != "Company" or not is_contract:
            yield claim
            continue
        is_reversed = background.may_know("suppliesTo", other.key, claim.subject.key)
        is_known = background.may_know("suppliesTo", claim.subject.key, other.key)
        yield replace(claim, subject=other, object=claim.subject) if is_reversed and not is_known else claim
