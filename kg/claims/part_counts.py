"""Parts and wholes among counts: of "9000 der weltweit 78.000 Stellen" it is the 9000 that something befalls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from kg.claims.claim import Claim
from kg.language.spans import Quantity

if TYPE_CHECKING:
    from kg.claims.document import Document

_OF = frozenset({"von", "der", "seiner", "ihrer"})
_THE = frozenset({"den", "seinen", "ihren"})
#: what stands behind is not the number that holds: "900 statt 1500 Stellen"
_INSTEAD_OF = frozenset({"statt", "anstatt"})
#: between "der" or "von" and the number of the whole: "der weltweit rund 78.000"
_BETWEEN = ("ADV", "ADJ")
#: tokens between such a word and the number, at most
_REACH = 4


def whole_counts(document: Document, counts: Sequence[Quantity]) -> list[Quantity]:
    """Return those of some counts that are a whole of which a part is told, or that another number displaces."""
    shares = [q for q in document.quantities if q.kind == "percent"]
    return [
        q
        for q in counts
        if _is_displaced(document, q)
        or any(_is_part(document, part, q) for part in counts)
        or any(_is_share(document, share, q) for share in shares)
    ]


def _is_displaced(document: Document, count: Quantity) -> bool:
    """Tell whether a count no longer holds: the second one of "900 statt 1500 Stellen"."""
    i = count.first - 1
    while i > 0 and document.syntax.pos[i] in _BETWEEN:
        i -= 1
    return i >= 0 and document.syntax.lower[i] in _INSTEAD_OF


def _is_share(document: Document, share: Quantity, whole: Quantity) -> bool:
    """Tell whether a count is what percent are taken of: "zehn Prozent der weltweit 3000 Stellen"."""
    between = range(share.last, whole.first)
    s = document.syntax
    return (
        0 < len(between) <= _REACH
        and s.lower[between[0]] in _OF
        and all(s.pos[i] in _BETWEEN or s.lower[i] in ("den", "rund") for i in between[1:])
    )


def without_wholes(claims: Iterable[Claim], document: Document) -> Iterator[Claim]:
    """Yield claims without job cuts that take the whole staff for the part of it that has to go."""
    for claim in claims:
        if claim.predicate != "cutsJobs" or claim.value not in _wholes_told(claim, document):
            yield claim


def _wholes_told(claim: Claim, document: Document) -> list[float]:
    """Return the values of the wholes in the sentence of a claim."""
    start, end = claim.evidence.start, claim.evidence.end
    counts = [q for q in document.quantities if start <= q.start < end and q.kind == "count"]
    return [q.value for q in whole_counts(document, counts)]


def _is_part(document: Document, part: Quantity, whole: Quantity) -> bool:
    """Tell whether one count is a part of another: "11.000 der 27.000", "von den 27.000 … 11.000"."""
    s, i = document.syntax, whole.first - 1
    if part.value >= whole.value or part.unit != whole.unit:
        return False
    while i > 0 and s.pos[i] in _BETWEEN and s.lower[i] not in _OF and whole.first - i < _REACH:
        i -= 1
    if part.first < whole.first:
        of = i if s.lower[i] in _OF else i - 1
        return s.lower[of] in _OF and of == part.last
    opens = s.words[i] == "Von" or (s.lower[i] in _THE and s.lower[i - 1] == "von")
    return opens and not _is_cut_itself(document, whole)


def _is_cut_itself(document: Document, whole: Quantity) -> bool:
    """Tell whether more is told of the whole: "Von den 10.000 Stellen, die Philips streicht, sind 8000 bereits weg"."""
    s = document.syntax
    return s.words[min(whole.last, len(s) - 1)] == "," or s.pos[whole.last - 2] == "ADJ"
