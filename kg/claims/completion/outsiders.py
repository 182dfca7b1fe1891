"""What outsiders expect of a company is no plan of its own: "Er rechnet für 2026 mit 19 Milliarden Euro Umsatz"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claims.analyst_houses import AnalystHouses
from kg.claims.claim import Claim, Party
from kg.claims.employers import Posts, posts_of

if TYPE_CHECKING:
    from kg.claims.extractor import Tools


def as_expected_by_outsiders(claims: Iterable[Claim], tools: Tools) -> Iterator[Claim]:
    """Yield claims, forecasts that analysts or their houses are named for as possible ones."""
    known = list(claims)
    posts, houses = posts_of(known), _houses(tools)
    for claim in known:
        is_plan = claim.predicate == "forecasts" and claim.status == "planned"
        is_foreign = is_plan and any(_is_outside(p, claim.subject, posts, houses) for p in claim.attributed_to)
        yield replace(claim, status="possible") if is_foreign else claim


def _houses(tools: Tools) -> frozenset[str]:
    """Return the names of the analyst houses that a text speaks of."""
    document, words = tools.document, tools.lexicon.indexed(AnalystHouses, "ratings")
    named = (m for m in document.mentions if m.type == "Company" and words.names(document, m))
    return frozenset(document.referents[m.referent].name for m in named)


def _is_outside(source: Party, company: Party, posts: Posts, houses: frozenset[str]) -> bool:
    """Whether a source is an analyst house, or somebody of one, and does not belong to the company."""
    own = {source.name, *(employer.name for employer, _ in posts.get(source.name, ()))}
    return company.name not in own and not own.isdisjoint(houses)
