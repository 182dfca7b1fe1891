"""Dates of what has happened: one that lies ahead belongs to something else in the sentence.

"Die mit Toyota entwickelte Brennstoffzelle kommt 2028 auf den Markt": the partnership is not of 2028. But what has a
day of its own is still to come: "Verdi hat für Dienstag einen Streik ausgerufen".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claims.claim import Claim

if TYPE_CHECKING:
    from kg.claims.extractor import Tools

#: what takes place on its day
_OF_A_DAY = frozenset({"strikesAt", "participatesIn", "hosts"})
#: a year, month or day
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")


def without_dates_ahead(claims: Iterable[Claim], tools: Tools) -> Iterator[Claim]:
    """Yield claims, those of what is so without a date after the day of publication, those of such days as planned."""
    published = tools.document.published
    for claim in claims:
        date = str(claim.qualifiers.get("date", ""))
        is_ahead = published is not None and _DATE.fullmatch(date) and date > published.isoformat()[: len(date)]
        if claim.status != "actual" or not is_ahead:
            yield claim
        elif claim.predicate in _OF_A_DAY:
            yield replace(claim, status="planned")
        else:
            yield claim.without_qualifier("date")
