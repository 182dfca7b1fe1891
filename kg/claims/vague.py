"""A deed told with its number makes the same deed told without one needless."""

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
