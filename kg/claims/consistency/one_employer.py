"""Where somebody works, of several houses read in one article, and which of them is left.

"Konzernchef Peter Feld streicht Stellen" names no house; frames take the company that the text is about, which is
often the wrong one. What the article tells of the same person elsewhere decides. Counted on training articles, of a
house that a frame only takes from the text and another one that the network finds, the other was right in 20 of 21.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from kg.claims.claim import Claim
from kg.claims.consistency.second_readings import FORMER
from kg.claims.document import Document
from kg.claims.learned.scheme import METHOD
from kg.claims.slots import FOCUS

#: a claim's method, sentence and parties
Read = tuple[str, int, str, str]

_HELD, _LEFT = "worksFor", "departsFrom"


def guessed_houses(claims: Iterable[Claim]) -> frozenset[Read]:
    """Return which claims of frames on people take their house from what the text is about."""
    return frozenset(read_of(c) for c in claims if c.predicate in (_HELD, _LEFT) and c.confidence <= FOCUS)


def with_one_employer(claims: Iterable[Claim], guessed: Collection[Read]) -> Iterator[Claim]:
    """Yield claims without houses that are only guessed, beside a house of the same person that is read."""
    known = list(claims)
    held = [c for c in known if _is_held(c)]
    for claim in known:
        others = [c for c in held if c.subject.name == claim.subject.name and c.names[1] != claim.names[1]]
        if not _is_held(claim) or not any(_is_better(other, claim, guessed) for other in others):
            yield claim


def with_houses_left(claims: Iterable[Claim], unsure: Sequence[Claim], guessed: Collection[Read]) -> Iterator[Claim]:
    """Yield claims, those by which somebody leaves a guessed house with the one where the article has that person.

    ``unsure`` are claims that are not certain enough to be told themselves.
    """
    known = list(claims)
    held = sorted((c for c in (*known, *unsure) if _is_held(c)), key=lambda c: -c.confidence)
    for claim in known:
        own = [c for c in held if c.subject.name == claim.subject.name and not _is_next_to_former(claim, c)]
        is_lost = claim.predicate == _LEFT and read_of(claim) in guessed and _is_elsewhere(claim, own)
        yield replace(claim, object=own[0].object) if is_lost else claim


def without_posts_left(claims: Iterable[Claim], document: Document) -> Iterator[Claim]:
    """Yield claims without posts that the same sentence tells as left: "Konzernchef deSouza musste 2023 gehen"."""
    known = list(claims)
    left = {c.pair: c for c in known if c.predicate == _LEFT and c.status == "actual" and _is_past(c, document)}
    former = {c.pair for c in known if c.method in FORMER}
    for claim in known:
        is_left = claim.pair in left and left[claim.pair].confidence >= claim.confidence
        if not _is_held(claim) or not (is_left or claim.pair in former):
            yield claim


def _is_held(claim: Claim) -> bool:
    return claim.predicate == _HELD and claim.status == "actual"


def read_of(claim: Claim) -> Read:
    """Return by what a claim is told from others of its article: how it was read, where, and of whom."""
    return claim.method, claim.evidence.start, *claim.names


def _is_better(other: Claim, claim: Claim, guessed: Collection[Read]) -> bool:
    """Whether another house of the same person is read, or at least surer, where this one is guessed."""
    if read_of(claim) in guessed:
        return read_of(other) not in guessed or other.confidence > claim.confidence
    return claim.method == METHOD and is_unnamed(claim) and other.method != METHOD and read_of(other) not in guessed


def is_unnamed(claim: Claim) -> bool:
    """Whether the sentence does not name the house."""
    return claim.object is not None and not claim.evidence.names(claim.object)


def _is_next_to_former(claim: Claim, post: Claim) -> bool:
    """Whether a post of today stands in the sentence of a former one: "sein Vorgänger Bischof lenkt heute den BDL"."""
    return claim.method in FORMER and claim.evidence.start == post.evidence.start


def _is_elsewhere(claim: Claim, own: Sequence[Claim]) -> bool:
    return bool(own) and all(claim.names[1] != c.names[1] for c in own)


def _is_past(claim: Claim, document: Document) -> bool:
    """Whether the clause of a claim's trigger is told in the past."""
    s = document.syntax
    return s.is_past(s.clause_head(document.token_at(claim.evidence.trigger_start)))
