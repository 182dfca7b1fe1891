"""Who owns less than half of a company is no parent of it: "Puma-Eigner Artémis", who "29 Prozent an Puma hält".

Nor is who owns it with others: "General Atlantic, Miteigentümer der Sparte Parship Meet".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.claims.claim import Claim
from kg.claims.document import Document

_HALF = 50
#: how words for owners end, and how they open where they share a company with others
_OWNERS = ("er", "erin", "är", "ärin", "or", "orin")
_BESIDE_OTHERS = ("mit", "minderheit", "groß", "gross", "kern", "anker")


def without_minor_parents(claims: Iterable[Claim], document: Document) -> Iterator[Claim]:
    """Yield claims but daughters of whom the article gives a smaller part only, or names an owner among others."""
    known = list(claims)
    held: dict[tuple[str, ...], float] = {c.names[::-1]: 0 for c in known if _is_among_owners(c, document)}
    for claim in known:
        percent = claim.qualifiers.get("percent")
        if claim.predicate == "ownsStakeIn" and claim.status == "actual" and isinstance(percent, int | float):
            held[claim.names[::-1]] = max(held.get(claim.names[::-1], 0), percent)
    for claim in known:
        if claim.predicate != "subsidiaryOf" or held.get(claim.names, _HALF) >= _HALF:
            yield claim


def _is_among_owners(claim: Claim, document: Document) -> bool:
    if claim.predicate != "ownsStakeIn" or claim.status != "actual":
        return False
    word = document.syntax.lower[document.token_at(claim.evidence.trigger_start)]
    return word.rpartition("-")[2].startswith(_BESIDE_OTHERS) and word.endswith(_OWNERS)
