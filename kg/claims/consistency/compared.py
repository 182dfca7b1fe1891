"""Whom a sentence only compares with is nobody's customer, partner or victim: "im Gegensatz zu Tesla liefert BYD mehr".

What a comparison tells of both ("ähnlich wie Ford baut Opel Stellen ab") stays: only as object of another's deed is
such a name wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.claims.claim import Claim, Party
from kg.claims.document import Document

#: phrases behind which somebody is compared with
_PHRASES = (
    ("im", "gegensatz", "zu"), ("im", "unterschied", "zu"), ("im", "vergleich", "zu"), ("im", "vergleich", "mit"),
    ("verglichen", "mit"), ("anders", "als"), ("ähnlich", "wie"), ("ebenso", "wie"), ("genauso", "wie"),
)  # fmt: skip
#: what may stand between such a phrase and the name
_BETWEEN = ("DET", "ADJ", "ADP", "NOUN")
_REACH = 4
#: what a comparison does tell
_TOLD = frozenset({"competesWith", "locatedIn", "subsidiaryOf", "rates", "sharePriceChange", "operatesIn"})


def without_compared(claims: Iterable[Claim], document: Document) -> Iterator[Claim]:
    """Yield claims but those whose object the sentence only compares with."""
    for claim in claims:
        if claim.predicate in _TOLD or claim.object is None or not _is_compared(claim.object, document):
            yield claim


def _is_compared(party: Party, document: Document) -> bool:
    s, i = document.syntax, document.token_at(party.start) - 1
    for _ in range(_REACH):
        if any(tuple(s.lower[max(0, i + 1 - len(phrase)) : i + 1]) == phrase for phrase in _PHRASES):
            return True
        if i < 0 or s.pos[i] not in _BETWEEN:
            return False
        i -= 1
    return False
