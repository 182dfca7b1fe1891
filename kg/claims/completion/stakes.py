"""How much of a company somebody holds, where the clause does not tell or tells what another holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claims.claim import Claim, Scalar
from kg.claims.completion.sites import Site, open_site
from kg.claims.qualifiers import plain_number
from kg.language.spans import Quantity

if TYPE_CHECKING:
    from kg.claims.extractor import Tools

#: tokens from a stake to its percentage, at most
_REACH = 16


def with_stakes(claims: Iterable[Claim], tools: Tools) -> Iterator[Claim]:
    """Yield claims, stakes with the percentage told with them."""
    for claim in claims:
        added = _share(open_site(claim, tools)) if claim.predicate == "ownsStakeIn" else {}
        yield replace(claim, qualifiers={**claim.qualifiers, **added}) if added else claim


def _share(site: Site) -> dict[str, Scalar]:
    """Return the percentage of a stake: in place of one in brackets behind another's name, or where there is none."""
    told, shares = site.claim.qualifiers.get("percent"), site.quantities("percent")
    parties = {p.name for p in (site.claim.subject, site.claim.object) if p}
    own = [q for q in shares if not _is_anothers(site, q, parties)]
    if told is not None and any(plain_number(q.value) == told for q in own):
        return {}
    near = [q for q in own if abs(q.first - site.trigger) <= _REACH and site.syntax.lower[q.first - 1] != "um"]
    best = min(near, key=lambda q: abs(q.first - site.trigger), default=None)
    return {} if best is None else {"percent": plain_number(best.value)}


def _is_anothers(site: Site, quantity: Quantity, parties: set[str]) -> bool:
    """Whether a quantity stands in brackets behind the name of somebody else: "neben TSMC (70 Prozent)"."""
    i, document = quantity.first - 1, site.tools.document
    if i <= site.first or site.syntax.words[i] != "(":
        return False
    named = [site.name(m) for m in document.at.get(i - 1, ()) if m.kind == "name"]
    return bool(named) and not parties.intersection(named)
