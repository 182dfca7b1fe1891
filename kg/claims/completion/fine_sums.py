"""How much a fine is, told outside its clause: "verhängte ein Bußgeld: Scania muss 880 Millionen zahlen".

Or in the sentence before: "Eon soll 38 Millionen Euro zahlen. Diese Strafe verhängte …".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claims.claim import Claim, Scalar
from kg.claims.completion.sites import Site, open_site
from kg.claims.qualifiers import amount_of

if TYPE_CHECKING:
    from kg.claims.extractor import Tools

#: articles by which a noun takes up what was told
_DEFINITE = frozenset({"die", "das", "den", "dieser", "diese", "dieses", "diesen"})


def with_fine_sums(claims: Iterable[Claim], tools: Tools) -> Iterator[Claim]:
    """Yield claims, fines without a sum with the one behind a colon, or that of the sentence before."""
    for claim in claims:
        is_open = claim.predicate == "fines" and "amount" not in claim.qualifiers
        added = _sum(open_site(claim, tools)) if is_open else {}
        yield replace(claim, qualifiers={**claim.qualifiers, **added}) if added else claim


def _sum(site: Site) -> dict[str, Scalar]:
    """Return the one sum of the sentence, if a colon parts it from the trigger; without any, that told before."""
    money = site.quantities("money")
    if not money:
        return _before(site)
    parted = len(money) == 1 and ":" in site.syntax.words[site.trigger : money[0].first]
    return amount_of(money[0]) if parted else {}


def _before(site: Site) -> dict[str, Scalar]:
    """Return the one sum of the sentence before, if that names who is fined and the trigger takes it up."""
    s, document = site.syntax, site.tools.document
    takes_up = any(s.lower[c] in _DEFINITE for c in s.dep_children(site.trigger, "det"))
    if not takes_up or site.first == 0 or document.opens_paragraph(site.first):
        return {}
    first, _ = s.sentence(site.first - 1)
    money = [q for q in document.quantities if q.kind == "money" and first <= q.first < site.first]
    is_named = any(site.name(m) == site.object_name for m in document.mentions_in(first, site.first))
    return amount_of(money[0]) if len(money) == 1 and is_named else {}
