"""Sums that are no sum of a deal: the price of one share, "je einen Cent", a quotation beside an index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claims.claim import Claim

if TYPE_CHECKING:
    from kg.claims.extractor import Tools

#: predicate → least amount, in units of any currency, that is told of the whole
_LEAST = {
    "acquires": 1e3, "sells": 1e3, "ownsStakeIn": 1e3, "investsIn": 1e3, "mergesWith": 1e3, "spinsOff": 1e3,
    "listedOn": 1e6,
}  # fmt: skip
_OF_PRICE = ("amount", "currency")


def without_unit_prices(claims: Iterable[Claim], tools: Tools) -> Iterator[Claim]:
    """Yield claims without amounts too small for a company or a stake: "bietet 31 Dollar je Aktie"."""
    for claim in claims:
        amount, least = claim.qualifiers.get("amount"), _LEAST.get(claim.predicate)
        if least is not None and isinstance(amount, int | float) and abs(amount) < least:
            kept = {name: value for name, value in claim.qualifiers.items() if name not in _OF_PRICE}
            yield replace(claim, qualifiers=kept)
        else:
            yield claim
