"""Comings and goings told twice, once as done and once as still to come: one with its day stands, else the surer one.

"Thomas Hasler wirft hin. Der Konzernchef geht im Frühjahr": he leaves once. Of two houses read in one sentence the one
that it names is meant: "Thomas Roth, bislang Sprecher von Vorwerk, scheidet aus dem Unternehmen aus".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.claims.claim import Claim

_ONCE = ("departsFrom", "appoints")
_TELLINGS = ("actual", "planned")


def without_twice_told(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims, of those by which one person comes or goes at one house only the surest, done or planned."""
    known = list(_with_named_house(claims))
    surest: dict[tuple[str, str, str], Claim] = {}
    for claim in known:
        if _is_once(claim):
            best = surest.setdefault(_key(claim), claim)
            surest[_key(claim)] = max(best, claim, key=_weight)
    for claim in known:
        if not _is_once(claim) or surest[_key(claim)].status == claim.status:
            yield claim


def _weight(claim: Claim) -> tuple[bool, float, bool]:
    """Return what decides between two tellings: a day still to come, then how sure they are, then what is done."""
    is_dated = claim.status == "planned" and "date" in claim.qualifiers
    return is_dated, round(claim.confidence, 1), claim.status == "actual"


def _with_named_house(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims, comings and goings at a house that the sentence names where it is told of two houses."""
    known = list(claims)
    named = {_person_in(c) for c in known if _is_once(c) and _names_house(c)}
    for claim in known:
        if not _is_once(claim) or _names_house(claim) or _person_in(claim) not in named:
            yield claim


def _person_in(claim: Claim) -> tuple[int, str, str]:
    return claim.evidence.start, claim.predicate, _parties(claim)[0]


def _names_house(claim: Claim) -> bool:
    house = _parties(claim)[1]
    return bool(house) and house in claim.evidence.text


def _parties(claim: Claim) -> tuple[str, str]:
    """Return the person and the house of a coming or going."""
    subject, other = claim.subject.name, claim.object.name if claim.object else ""
    return (other, subject) if claim.predicate == "appoints" else (subject, other)


def _is_once(claim: Claim) -> bool:
    return claim.predicate in _ONCE and claim.status in _TELLINGS


def _key(claim: Claim) -> tuple[str, str, str]:
    return claim.subject.name, claim.predicate, claim.object.name if claim.object else ""
