"""The linked claim: what one article states, about entities that all articles share."""

from __future__ import annotations

from dataclasses import dataclass

from kg.claims.claim import Claim
from kg.entities.entity import Entity


@dataclass(frozen=True, slots=True)
class LinkedClaim:
    """A claim whose parties are entities."""

    claim: Claim
    subject: Entity
    #: None for a predicate with a value or with neither
    object: Entity | None = None
    #: the sources in the order of ``claim.attributed_to``; an unnamed one ("Kreise") stays a string
    attributed_to: tuple[Entity | str, ...] = ()
