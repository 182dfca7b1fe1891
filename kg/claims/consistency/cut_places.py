"""Where jobs are cut: a firm has a site in the town, but that it is active in a whole country is no news then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claims.claim import Claim
from kg.claims.learned.scheme import METHOD

if TYPE_CHECKING:
    from kg.claims.learned.background import Background

#: words by which a sentence tells of job cuts, whether or not it is read as one
_JOBS = ("stellen", "arbeitspl", "jobs", "stellenabbau", "personalabbau", "belegschaft")
_CUTS = (
    "streich",
    "abbau",
    "wegfall",
    "fallen",
    "baut",
    "entfallen",
    "trennen",
    "verschwinden",
    "aufgeb",
    "gibt",
    "strich",
)


def with_sites_of_cuts(claims: Iterable[Claim], background: Background) -> Iterator[Claim]:
    """Yield claims; where jobs go in a town the firm is there, and of a whole country nothing is told.

    "Bosch will in Reutlingen 1100 Stellen streichen": Bosch operates there, now. Nothing of that kind is read from
    "Bosch will in Deutschland 3800 Stellen streichen".
    """
    known = list(claims)
    cutting = {c.evidence.start for c in known if c.predicate == "cutsJobs"}
    for claim in known:
        is_guessed = claim.predicate == "operatesIn" and claim.method == METHOD
        is_cut = claim.evidence.start in cutting or _tells_of_cuts(claim.evidence.text)
        if not (is_guessed and is_cut and claim.object and claim.object.type == "Place"):
            yield claim
        elif not background.is_country(claim.object):
            yield replace(claim, status="actual") if claim.status in ("planned", "possible") else claim


def _tells_of_cuts(text: str) -> bool:
    lower = text.lower()
    return any(word in lower for word in _JOBS) and any(word in lower for word in _CUTS)
