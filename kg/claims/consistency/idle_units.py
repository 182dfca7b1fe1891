"""A unit that is called by what it does counts as one only where it changes hands.

"In der Pharmasparte lief es rund" tells of the company's business; "Bayer verkauft die Pharmasparte" makes a company
of it, and then whose it is is worth telling. A plant is no company that is somewhere: "ein zweites Werk in Manisa".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.claims.claim import Claim
from kg.language.mentions.lexicon import shipped_lexicon

#: what makes a company of a unit
_DEALS = frozenset({"acquires", "sells", "spinsOff", "mergesWith", "listedOn"})
#: predicates that tell where somebody is, and words for what is only there
_PLACED = frozenset({"locatedIn", "operatesIn", "investsIn"})
_SITES = frozenset({"Werk", "Fabrik", "Standort", "Anlage", "Zentrale"})


def without_idle_units(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims but those by which a unit without a name of its own, in no deal of the article, has an owner."""
    known = [claim for claim in claims if claim.predicate not in _PLACED or claim.subject.name not in _SITES]
    dealt = {name for claim in known if claim.predicate in _DEALS for name in claim.names}
    for claim in known:
        if claim.predicate != "subsidiaryOf" or claim.subject.name in dealt or not _is_nameless(claim.subject.name):
            yield claim


def _is_nameless(name: str) -> bool:
    return " " not in name and shipped_lexicon().tells_unit(name)
