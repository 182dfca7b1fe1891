"""Where an event is held and which court an insolvency is before, from the words beside their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claims.claim import Claim, Scalar
from kg.claims.completion.sites import Site, open_site
from kg.language.spans import Mention

if TYPE_CHECKING:
    from kg.claims.extractor import Tools


def with_places(claims: Iterable[Claim], tools: Tools) -> Iterator[Claim]:
    """Yield claims, those of events and insolvencies with the place that their sentence has."""
    for claim in claims:
        added: dict[str, Scalar] = {}
        if claim.predicate == "hosts" and "place" not in claim.qualifiers:
            added = _place_of_event(open_site(claim, tools))
        elif claim.predicate == "filesForInsolvency":
            added = _court(open_site(claim, tools))
        yield replace(claim, qualifiers={**claim.qualifiers, **added}) if added else claim


def _place_of_event(site: Site) -> dict[str, Scalar]:
    """Return the place right behind the event: "der Banking Summit in Frankfurt"."""
    mentions = list(site.mentions())
    ends = [m.last for m in mentions if site.name(m) == site.object_name]
    places = [m for m in mentions if _is_town(m) and site.syntax.lower[m.first - 1] in ("in", "im")]
    behind = [m for m in places for end in ends if 0 < m.first - end <= 2]
    return {"place": behind[0].name} if behind else {}


def _is_town(mention: Mention) -> bool:
    return mention.type == "Place" and mention.kind == "name"


def _court(site: Site) -> dict[str, Scalar]:
    """Return the town of the court: "beim Amtsgericht Duisburg"."""
    s = site.syntax
    for i in range(site.first, site.last - 1):
        if s.lower[i].endswith("gericht") and s.pos[i + 1] == "PROPN":
            towns = (m.name for m in site.tools.document.at.get(i + 1, ()) if m.type == "Place" and m.first == i + 1)
            return {"place": next(towns, s.words[i + 1])}
    return {}
