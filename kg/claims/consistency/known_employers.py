"""Where somebody works whom the authority file knows, where an article leaves the house open.

"Vorstandschef Miguel López" names no house, and the text may just have been about another one. Where the house at which
the authority file has that person stands in the article too, it is meant.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claims.claim import Claim, Party
from kg.claims.consistency.one_employer import Read, is_unnamed, read_of
from kg.claims.consistency.second_readings import FORMER
from kg.claims.learned.scheme import METHOD
from kg.language.gazetteer import shared_authority

if TYPE_CHECKING:
    from kg.claims.extractor import Tools

_OF_PEOPLE = frozenset({"worksFor", "departsFrom"})


def with_known_employers(claims: Iterable[Claim], guessed: Collection[Read], tools: Tools) -> Iterator[Claim]:
    """Yield claims, those whose house was only guessed with the one at which the person is known to work."""
    known = list(claims)
    joined = {c.names for c in known if c.predicate == "appoints"}
    for claim in known:
        is_open = read_of(claim) in guessed or (claim.method == METHOD and is_unnamed(claim))
        house = _house(claim, tools) if claim.predicate in _OF_PEOPLE and is_open else None
        is_other = house is None or _is_of_group(claim, house) or _is_joined(claim, house, joined)
        yield claim if is_other or _sits_there_for(claim, house) else replace(claim, object=house)


def _house(claim: Claim, tools: Tools) -> Party | None:
    """Return the house, as the article names it first, at which the authority file has a person.

    Of a post that the claim tells as a former one it is the house of a former post.
    """
    record = shared_authority().by_id(claim.subject.key) if claim.subject.type == "Person" else None
    if record is None or record.works_for is None or record.is_former != _is_former(claim):
        return None
    named = tools.document.first_named(record.works_for)
    return tools.party(named) if named else None


def _is_former(claim: Claim) -> bool:
    return claim.method in FORMER or (claim.predicate == "worksFor" and claim.status == "negated")


def _sits_there_for(claim: Claim, house: Party | None) -> bool:
    """Whether somebody of a union holds a post on a company's board."""
    post = str(claim.qualifiers.get("position", "")).lower()
    return house is not None and house.type == "Union" and "aufsichtsr" in post


def _is_joined(claim: Claim, house: Party, joined: Collection[tuple[str, str | None]]) -> bool:
    """Whether somebody leaves another house for the known one."""
    return claim.predicate == "departsFrom" and (house.name, claim.subject.name) in joined


def _is_of_group(claim: Claim, house: Party) -> bool:
    """Whether the house of a claim belongs to the known one, which may have people of the same post."""
    record = shared_authority().by_id(claim.object.key) if claim.object else None
    return record is not None and record.parent == house.key
