"""Firms that once were near insolvency: "Condor, 2019 kurz vor der Pleite, wächst wieder" tells of none."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from kg.claims.claim import Claim
from kg.claims.document import Document

_NEAR = re.compile(
    r"\b(?:kurz|unmittelbar|knapp|dicht|nahe|schon) (?:vor|an) (?:der|dem|einer|einem) "
    r"(?:Insolvenz|Pleite|Konkurs|Bankrott|Ruin|Aus|Zahlungsunfähigkeit)\b"
    r"|\bam Rande? (?:der|des|einer|eines) (?:Insolvenz|Pleite|Konkurses|Bankrotts|Ruins|Zahlungsunfähigkeit)\b"
)
_PAST = frozenset({"stand", "standen", "war", "waren", "schrammte", "schrammten", "stehende", "gestanden"})


def without_averted_ruin(claims: Iterable[Claim], document: Document) -> Iterator[Claim]:
    """Yield claims but insolvencies that only were near, in a year gone by."""
    for claim in claims:
        is_near = claim.predicate == "filesForInsolvency" and _NEAR.search(claim.evidence.text) is not None
        if not (is_near and _is_past(claim, document)):
            yield claim


def _is_past(claim: Claim, document: Document) -> bool:
    """Tell whether the sentence of a claim speaks of an earlier year in the past tense."""
    words = set(re.findall(r"\w+", claim.evidence.text.lower()))
    start, end = claim.evidence.start, claim.evidence.end
    years = [t.value[:4] for t in document.times if t.value and start <= t.start < end]
    return not words.isdisjoint(_PAST) and any(_is_gone(year, document.published) for year in years)


def _is_gone(year: str, today: dt.date | None) -> bool:
    return year.isdigit() and (today is None or int(year) < today.year)
