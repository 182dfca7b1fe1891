"""One relation read twice: of two that a sentence seldom tells of one pair at once, the surer stands.

"Gründer Tim Cook" may be read as ``founded`` and as ``worksFor``, "liefert gemeinsam mit" as ``suppliesTo`` and as
``partnersWith``. Counted on training articles, the less sure of such readings is right in one case of six. What is
denied and what is told stand side by side: who left a house no longer works there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.claims.claim import Claim
from kg.claims.learned.scheme import METHOD

#: a relation, and the surer ones of the same pair and sentence beside which it does not stand
_RIVALS: Mapping[str, frozenset[str]] = {
    "worksFor": frozenset({"founded"}),
    "partnersWith": frozenset({"suppliesTo", "hasJointVentureWith", "mergesWith"}),
    "operatesIn": frozenset({"locatedIn"}),
    "locatedIn": frozenset({"operatesIn"}),
    "investigates": frozenset({"accuses"}),
    "accuses": frozenset({"sues"}),
}
#: those beside which it does not stand either, if it is less sure than ``_SURE``
_RIVALS_IF_UNSURE: Mapping[str, frozenset[str]] = {
    "worksFor": frozenset({"departsFrom", "ownsStakeIn"}),
    "suppliesTo": frozenset({"partnersWith"}),
    "ownsStakeIn": frozenset({"founded"}),
    "develops": frozenset({"launches"}),
    "acquires": frozenset({"sells"}),
    "competesWith": frozenset({"partnersWith"}),
    "subsidiaryOf": frozenset({"sells"}),
}
_SURE = 0.6
#: frames that read a post as one of the past, or soon so: "der ehemalige VW-Chef"
FORMER = frozenset({"former", "former-post", "leaving-post"})
_NONE: frozenset[str] = frozenset()


def without_second_readings(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims but those that are a less sure reading of what another claim of the sentence tells of its pair."""
    known = list(without_sales_as_supplies(claims))
    rivals: dict[tuple[int, str, str], list[Claim]] = {}
    for claim in known:
        rivals.setdefault(claim.pair, []).append(claim)
    for claim in known:
        if claim.object is None or not any(_supersedes(other, claim) for other in rivals[claim.pair]):
            yield claim


def without_sales_as_supplies(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims but those by which the seller of a company supplies its buyer: "haben Here von Nokia gekauft"."""
    known = list(claims)
    sellers = {(c.subject.name, c.evidence.start) for c in known if c.predicate == "sells"}
    for claim in known:
        if claim.predicate != "suppliesTo" or (claim.subject.name, claim.evidence.start) not in sellers:
            yield claim


def _is_post_of_its_own(claim: Claim) -> bool:
    """Tell whether a claim names a post other than that of a founder: "Gründer und **Chef** Ugur Sahin"."""
    position = str(claim.qualifiers.get("position", "")).lower()
    return claim.predicate == "worksFor" and claim.method != METHOD and position != "" and "gründer" not in position


def _supersedes(other: Claim, claim: Claim) -> bool:
    if other.confidence <= claim.confidence or (other.predicate == "founded" and _is_post_of_its_own(claim)):
        return False
    if claim.predicate == "worksFor" and other.method in FORMER:
        return True
    if (other.status == "negated") != (claim.status == "negated"):
        return False
    rivals = _RIVALS.get(claim.predicate, _NONE)
    is_read = claim.method != METHOD and other.method == METHOD  # "Leiter Meier wechselt": he is, and goes
    if claim.confidence < _SURE and not (is_read and claim.predicate == "worksFor"):
        rivals = rivals | _RIVALS_IF_UNSURE.get(claim.predicate, _NONE)
    return other.predicate in rivals
