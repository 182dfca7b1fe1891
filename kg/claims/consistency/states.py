"""What somebody in office does, told of the country: "Präsident Trump verhängte Zölle" tells what the USA did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claims.claim import Claim
from kg.claims.matching.rulers import OFFICIAL, country_of
from kg.language.spans import Mention

if TYPE_CHECKING:
    from kg.claims.extractor import Tools


def with_states(claims: Iterable[Claim], tools: Tools) -> Iterator[Claim]:
    """Yield claims with the country as subject where somebody in office acts and the text names the country."""
    places: dict[str, Mention] = {}
    for mention in tools.document.mentions:
        if mention.type == "Place" and mention.kind in ("name", "compound"):
            places.setdefault(tools.document.referents[mention.referent].key or "", mention)
    offices = {m.start for m in tools.document.mentions if m.kind == "compound" and m.type == "GovernmentBody"}
    for claim in claims:
        is_told = claim.predicate in OFFICIAL and claim.subject.start in offices
        country = places.get(country_of(claim.subject.key or "")) if is_told else None
        yield replace(claim, subject=tools.party(country)) if country is not None else claim
