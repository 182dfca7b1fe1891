"""The same said twice: what one sentence of an article leaves out, another tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.claims.claim import Claim, Party, Scalar

_FIGURES = frozenset({"reports", "forecasts"})
#: two deliveries of different goods are two, whatever else is told of them
_ORDERS = frozenset({"suppliesTo"})
Key = tuple[str, str, str]
#: what goes together: none of them alone
_TOGETHER = {"currency": "amount"}
#: qualifiers that depend on the sentence: a later day, another price
_OF_THE_SENTENCE = frozenset({"rating", "previousRating", "targetPrice", "previousTargetPrice"})


def with_other_tellings(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims about two parties with qualifiers that the article's other tellings agree on, and later sources.

    "Ferrero schnappt sich WK Kellogg", says the headline, and the text: "Ferrero zahlt 3,1 Milliarden Dollar für WK
    Kellogg." What is denied and what is done are no tellings of the same.
    """
    known = list(claims)
    tellings: dict[Key, list[Claim]] = {}
    for claim in known:
        tellings.setdefault(_key(claim), []).append(claim)
    for claim in known:
        others = [c for c in tellings[_key(claim)] if _retells(c, claim)] if _can_be_retold(claim) else []
        added = _agreed(claim, others) if others else {}
        sources = claim.attributed_to or _sources_behind(claim, tellings[_key(claim)])
        is_same = not added and sources == claim.attributed_to
        completed = {**added, **claim.qualifiers}
        yield claim if is_same else replace(claim, qualifiers=completed, attributed_to=sources)


def _sources_behind(claim: Claim, tellings: Iterable[Claim]) -> tuple[Party, ...]:
    """Return the sources that the next telling of the same names: a headline leaves them out."""
    behind = (c for c in tellings if c.evidence.start > claim.evidence.start and c.attributed_to)
    return next((c.attributed_to for c in behind), ())


def _key(claim: Claim) -> Key:
    return claim.subject.name, claim.predicate, claim.object.name if claim.object else str(claim.value)


def _can_be_retold(claim: Claim) -> bool:
    return claim.predicate != "sharePriceChange" and claim.status != "negated"


def _retells(other: Claim, claim: Claim) -> bool:
    """Whether another claim of the same parties may be the same told again: not where each has a figure of its own.

    "Der Umsatz stieg um 11 Prozent, der mit Software um 27 Prozent auf 5 Milliarden Euro": these are two.
    """
    if claim.predicate not in _FIGURES | _ORDERS:
        return other is not claim and not _of_another_share(other, claim)
    named = claim.qualifiers.keys() & other.qualifiers.keys()
    shared = named & {"product"} if claim.predicate in _ORDERS else named - {"unit"}
    return other is not claim and all(claim.qualifiers[name] == other.qualifiers[name] for name in shared)


def _of_another_share(other: Claim, claim: Claim) -> bool:
    """Whether two deals are of different shares: "41 Prozent für 325 Millionen", "weitere 49 Prozent"."""
    shares = [c.qualifiers["percent"] for c in (other, claim) if "percent" in c.qualifiers]
    return len(set(map(str, shares))) > 1


def _agreed(claim: Claim, others: Sequence[Claim]) -> Mapping[str, Scalar]:
    """Return what the others tell beyond a claim, as far as they do not contradict each other."""
    told: dict[str, list[Scalar]] = {}
    if len({str(c.qualifiers["product"]) for c in others if "product" in c.qualifiers}) > 1:
        return {}  # orders of different goods are no tellings of one
    for other in others:
        for name, value in other.qualifiers.items() if other.status != "negated" else ():
            if name not in claim.qualifiers and name not in _OF_THE_SENTENCE:
                told.setdefault(name, []).append(value)
    agreed = {name: values[0] for name, values in told.items() if len({str(v) for v in values}) == 1}
    return {n: v for n, v in agreed.items() if _TOGETHER.get(n, n) in (agreed | dict(claim.qualifiers))}
