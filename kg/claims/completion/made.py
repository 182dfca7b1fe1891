"""What is made is made now, whatever its sentence plans of it: "Ford muss den F-150 zurückrufen"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claims.claim import Claim
from kg.claims.learned.scheme import METHOD

if TYPE_CHECKING:
    from kg.claims.extractor import Tools


def as_made(claims: Iterable[Claim], tools: Tools) -> Iterator[Claim]:
    """Yield claims; whose product something is, told by no frame of its own, is no plan, rumour or denial."""
    for claim in claims:
        is_told_beside = claim.predicate == "develops" and claim.method == METHOD
        yield replace(claim, status="actual") if is_told_beside else claim
