"""Whose unit was split off: who the article says that a unit belongs to, where another was taken for its owner.

"Honeywell will sich zerlegen. Die Chemiesparte Solstice wird als erste abgespalten": by Honeywell, whoever was told
last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.claims.claim import Claim, Party

#: an owner told less surely than so is none
_SURE = 0.5
#: percent of a firm that whoever split it off keeps
_MUCH = 25
#: frames that find a split and no owner: a firm that goes public need be nobody's unit
_WITHOUT_OWNER = frozenset({"flotation-of-a-known-unit", "known-unit-split-off"})


def with_split_parents(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims, those of splits with the owner that the article tells of the unit."""
    known = list(claims)
    owners: dict[str, list[Party]] = {}
    for claim in known:
        if claim.predicate == "subsidiaryOf" and claim.object is not None and claim.confidence >= _SURE:
            owners.setdefault(claim.subject.name, []).append(claim.object)
    held = {claim.names for claim in known if _holds_much(claim)}
    for claim in known:
        if claim.predicate != "spinsOff":
            yield claim
        elif claim.method not in _WITHOUT_OWNER or claim.names in held or claim.names[1] in owners:
            yield _with_owner(claim, owners)


def _holds_much(claim: Claim) -> bool:
    """Tell whether somebody is said to hold so much of a firm that it may have been a unit."""
    percent = claim.qualifiers.get("percent")
    return claim.predicate == "ownsStakeIn" and isinstance(percent, int | float) and percent >= _MUCH


def _with_owner(claim: Claim, owners: dict[str, list[Party]]) -> Claim:
    unit = claim.object
    if unit is None:
        return claim
    told = owners.get(unit.name, [])
    if not told and any(owner.name == unit.name for owner in owners.get(claim.subject.name, [])):
        return replace(claim, subject=unit, object=claim.subject)  # "die Sparte Vitesco hatte Continental …"
    if len({owner.name for owner in told}) != 1 or told[0].name == claim.subject.name:
        return claim
    return claim if _is_named(claim) else replace(claim, subject=told[0])


def _is_named(claim: Claim) -> bool:
    """Tell whether the words of a claim name who splits something off."""
    return any(name in claim.evidence.text for name in (claim.subject.name, *claim.subject.aliases))
