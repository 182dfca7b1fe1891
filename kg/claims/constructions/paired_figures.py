"""Two metrics with two rows of numbers: "Umsatz und Gewinn legten um 8 beziehungsweise 12 Prozent zu"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kg.claims.constructions.figure import Figure
from kg.claims.constructions.rating_lists import RESPECTIVELY
from kg.language.spans import Quantity
from kg.language.syntax import Syntax

_AND = frozenset({"und", "sowie"})
_EACH = frozenset({"und", *RESPECTIVELY})
#: words that stand before a number and tell nothing of whose it is
_ADVERBS = frozenset({"um", "auf", "bei", "rund", "knapp", "gut", "etwa", "fast", "über", "mehr", "als"})


def share_out(s: Syntax, found: Sequence[Figure]) -> None:
    """Give the first of two joined metrics its own of each two joined numbers, which the second has both."""
    for first, second in pairwise(found):
        if first.quantities or not _are_joined(s, first, second):
            continue
        for one, other in pairwise(list(second.quantities)):
            if one.kind == other.kind and _each_its_own(s, one, other):
                first.quantities.append(one)
                second.quantities.remove(one)


def _are_joined(s: Syntax, first: Figure, second: Figure) -> bool:
    """Whether two metrics are one subject: "Umsatz und Gewinn", "der Umsatz und das operative Ergebnis"."""
    between = range(first.token + 1, second.token)
    joined = len(between) <= 4 and any(s.lower[i] in _AND for i in between)
    return joined and all(s.pos[i] in ("CCONJ", "DET", "ADJ", "ADV") for i in between)


def _each_its_own(s: Syntax, one: Quantity, other: Quantity) -> bool:
    between = s.lower[one.last : other.first]
    return any(word in _EACH for word in between) and all(word in _EACH or word in _ADVERBS for word in between)
