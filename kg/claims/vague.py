"""What the surer or fuller of two claims makes needless: a deed without its number, a move the other way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.claims.claim import Claim
from kg.claims.lexicon import Signature

#: kinds of values that an article may leave out in one place and give in another
_COUNTED = ("jobs", "money")


def without_vague(claims: Iterable[Claim], signatures: Mapping[str, Signature]) -> Iterator[Claim]:
    """Yield claims but those without a number where the article tells the subject's number elsewhere.

    "Bosch streicht Stellen" goes where "13.000 Arbeitsplätze" follows; a denial stays.
    """
    known = list(claims)
    counted = {c.predicate for c in known if signatures[c.predicate].value in _COUNTED}
    told = {(c.subject.name, c.predicate) for c in known if c.predicate in counted and c.value is not None}
    for claim in known:
        is_vague = claim.predicate in counted and claim.value is None and claim.status != "negated"
        if not (is_vague and (claim.subject.name, claim.predicate) in told):
            yield claim


def without_contrary(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims but moves of a share by a percentage that a surer claim of the same sentence has the other way."""
    known = list(claims)
    surest: dict[tuple[str, int, float], Claim] = {}
    for claim in known:
        if (key := _move(claim)) and claim.confidence > getattr(surest.get(key), "confidence", 0.0):
            surest[key] = claim
    for claim in known:
        key = _move(claim)
        if key is None or surest[key].value == claim.value:
            yield claim


def _move(claim: Claim) -> tuple[str, int, float] | None:
    """Return whose share moves in which sentence by how many percent, whatever the direction."""
    if claim.predicate != "sharePriceChange" or not isinstance(claim.value, int | float):
        return None
    return claim.subject.name, claim.evidence.start, abs(float(claim.value))
