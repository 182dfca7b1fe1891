"""What the two sides of one deal tell each other: who sells what somebody buys, and for how much."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.claims.claim import Claim, Scalar, Status

#: side of a deal → the other side, and what the other side's subject is to it
_SIDES = {"acquires": ("sells", "seller"), "sells": ("acquires", "buyer")}
#: frames that name a party without saying whether the deal is done: "Käufer ist Triton"
_NAMING = frozenset({"buyer-of-the-thing-told", "buyer-is", "seller-is", "acts-as-buyer"})
#: what a sentence tells once for both sides
_SHARED = ("amount", "currency", "percent", "date")


def with_other_side(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims, those about a deal with what the article's claims of its other side add.

    "BASF verkauft die Sparte für 7,7 Milliarden Euro an Carlyle" names the buyer, the seller and the price once.
    """
    known = list(claims)
    for claim in known:
        yield _completed(claim, known) if claim.predicate in _SIDES and claim.object else claim


def _completed(claim: Claim, known: Sequence[Claim]) -> Claim:
    predicate, role = _SIDES[claim.predicate]
    others = [c for c in known if c.predicate == predicate and _same(c, claim)]
    beside = [c for c in others if c.evidence.start == claim.evidence.start]
    added: dict[str, Scalar] = {}
    if len({c.subject.name for c in beside or others}) == 1:
        added[role] = _as_told((beside or others)[0])
    if len(beside) == 1 and not {"amount", "percent"} & claim.qualifiers.keys():
        added |= {name: value for name, value in beside[0].qualifiers.items() if name in _SHARED}
    own = {k: v for k, v in claim.qualifiers.items() if not (beside and k in added)}
    status = _status(claim, beside or others) if role in added else claim.status
    return replace(claim, qualifiers={**added, **own}, status=status) if added else claim


def _as_told(claim: Claim) -> str:
    """Return the subject by the name that the sentence uses, "TPG" of "TPG Capital"; by its own where it uses none."""
    words = claim.evidence.words_of(claim.subject)
    return words if words in claim.subject.aliases else claim.subject.name


def _status(claim: Claim, others: Sequence[Claim]) -> Status:
    """Return how far a deal is, which a sentence that only names a party leaves to the other side's claims."""
    told = {c.status for c in others if c.confidence >= claim.confidence}
    return "planned" if claim.status == "actual" and claim.method in _NAMING and told == {"planned"} else claim.status


def _same(one: Claim, other: Claim) -> bool:
    """Tell whether two claims are about the same object, of parties that are not the same."""
    if one.object is None or other.object is None or one.subject.name == other.subject.name:
        return False
    return (one.object.name, one.object.type) == (other.object.name, other.object.type)
