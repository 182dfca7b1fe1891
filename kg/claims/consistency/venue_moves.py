"""Where a share is dealt after hours is no listing: "nachbörslich auf Tradegate"; "an der Wall Street" tells none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.claims.claim import Claim

_ELSEWHERE = re.compile(r"\b(?:Wall Street|Tradegate|[Nn]achbörslich|[Vv]orbörslich)")
_NOTED = r"notier(?!\w*(?:\s\S+){0,3}\s[\d,]+\s?(?:Prozent|%))"
_LISTING = re.compile(rf"{_NOTED}|gelistet|kotier|listing|börsengang|debüt|IPO\b|an die |gehandelte", re.I)


def without_venue_moves(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims but listings that a sentence tells only by where a share moved after hours or "an der Wall Street".

    A sentence with a word for listings keeps them: "an der Wall Street notiert", "Börsengang an der Wall Street".
    "An der Wall Street notierte die Aktie 3 Prozent höher" has none.
    """
    for claim in claims:
        by_venue = claim.predicate == "listedOn" and claim.object is not None and claim.object.type == "StockExchange"
        text = claim.evidence.text
        if not (by_venue and _ELSEWHERE.search(text) and not _LISTING.search(text)):
            yield claim
