"""Who denies does so, however uncertain the thing denied: "wirft Jungheinrich Diebstahl vor, was dieser abstreitet"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claims.claim import Claim

if TYPE_CHECKING:
    from kg.claims.extractor import Tools

#: what the clause above or beside a denial gives it, and what is denied has instead
_OF_THE_DENIED = ("planned", "possible", "alleged")


def as_denied(claims: Iterable[Claim], tools: Tools) -> Iterator[Claim]:
    """Yield claims, denials as actual ones unless they are negated."""
    for claim in claims:
        is_denial = claim.predicate == "denies" and claim.status in _OF_THE_DENIED
        yield replace(claim, status="actual") if is_denial else claim
