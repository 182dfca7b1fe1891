"""The change of a figure is no move of the share: "Halbjahresumsatz plus 20 Prozent auf 558 Mio. Franken"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.claims.claim import Claim, Scalar
from kg.claims.learned.scheme import METHOD

_FIGURES = ("reports", "forecasts")
#: no share is worth more than that, whatever the currency
_DEAREST = 5e5


def without_figures_as_moves(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims but moves that only the network saw and that a figure of the same sentence changed by.

    A "price" that no share has is a figure as well.
    """
    known = list(claims)
    changes = {
        (c.subject.name, c.evidence.start, c.qualifiers.get("changePercent")) for c in known if c.predicate in _FIGURES
    }
    for claim in known:
        is_guess = claim.predicate == "sharePriceChange" and claim.method == METHOD
        told = (claim.subject.name, claim.evidence.start, claim.value) in changes
        if not (is_guess and (told or _is_dearest(claim.qualifiers.get("price", 0)))):
            yield claim


def _is_dearest(price: Scalar) -> bool:
    return isinstance(price, int | float) and price > _DEAREST
