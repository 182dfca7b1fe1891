"""Rating, price target and analyst of a judgement that is known, from the words of its house in the sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claims.claim import Claim, Scalar
from kg.claims.completion.sites import Site, open_site
from kg.claims.constructions.ratings import facts_beside
from kg.language.spans import Mention

if TYPE_CHECKING:
    from kg.claims.extractor import Tools

#: between an analyst and the house
_BESIDE = ("(", "von", "vom", "bei")


def with_judgements(claims: Iterable[Claim], tools: Tools) -> Iterator[Claim]:
    """Yield claims, those of a rating with the label, target and analyst that its part of the sentence has."""
    known = list(claims)
    for claim in known:
        if claim.predicate != "rates":
            yield claim
            continue
        site = open_site(claim, tools)
        added: dict[str, Scalar] = facts_beside(tools, site.trigger)
        if "targetPrice" in claim.qualifiers:
            added = {k: v for k, v in added.items() if k.startswith(("rating", "previousRating"))}
        if analyst := _analyst(site, known):
            added["analyst"] = analyst
        yield replace(claim, qualifiers={**added, **claim.qualifiers})


def _analyst(site: Site, known: Sequence[Claim]) -> str | None:
    """Return who speaks for the house: a person of the sentence who works there, or who stands beside its name."""
    house = site.claim.subject.name
    staff = {
        c.subject.name for c in known if c.predicate == "worksFor" and c.object is not None and c.object.name == house
    }
    people = [m for m in site.mentions() if m.type == "Person" and m.kind == "name"]
    people.sort(key=lambda m: abs(m.first - site.trigger))
    here = [m for m in site.mentions() if site.name(m) == house]
    for person in people:
        name = site.name(person)
        if name in staff or any(_stands_beside(site, person, m) for m in here):
            return name
    return None


def _stands_beside(site: Site, person: Mention, house: Mention) -> bool:
    """Whether a name is that of the house's: "Field (Barclays)", "Hesse von Jefferies", "Wedbush-Mann Dan Ives"."""
    between = site.syntax.lower[person.last : house.first]
    if between and between[0] in _BESIDE:
        return not between[1:] or between[1:] in (["der"], ["dem"])
    return house.kind == "compound" and 0 <= person.first - house.last <= 1
