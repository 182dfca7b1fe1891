"""Where somebody works, of several houses read in one article, and which of them is left.

"Konzernchef Peter Feld streicht Stellen" names no house; frames take the company that the text is about, which is often
the wrong one. What the article tells of the same person elsewhere decides. Counted on training articles, of a house that
the sentence does not name and another one that it names or that the network finds, the other was right in 27 of 29.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.claims.claim import Claim
from kg.claims.document import Document
from kg.claims.learned.scheme import METHOD

_HELD, _LEFT = "worksFor", "departsFrom"


def with_one_employer(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims without houses that are only guessed, beside a house of the same person that is read."""
    known = list(claims)
    held = [c for c in known if _is_held(c)]
    return (c for c in known if not (_is_held(c) and any(_is_better(other, c) for other in held)))


def with_houses_left(claims: Iterable[Claim], unsure: Sequence[Claim]) -> Iterator[Claim]:
    """Yield claims, those by which somebody leaves a guessed house with the one where the article has that person.

    ``unsure`` are claims that are not certain enough to be told themselves.
    """
    known = list(claims)
    held = sorted((c for c in (*known, *unsure) if _is_held(c)), key=lambda c: -c.confidence)
    for claim in known:
        own = [c for c in held if c.subject.name == claim.subject.name]
        is_lost = claim.predicate == _LEFT and _is_guessed(claim) and own and not _has_house_of(claim, own)
        yield replace(claim, object=own[0].object) if is_lost else claim


def without_posts_left(claims: Iterable[Claim], document: Document) -> Iterator[Claim]:
    """Yield claims without posts that the same sentence tells as left: "Konzernchef deSouza musste 2023 gehen"."""
    known = list(claims)
    left = {_pair(c): c for c in known if c.predicate == _LEFT and c.status == "actual" and _is_past(c, document)}
    for claim in known:
        if not _is_held(claim) or _pair(claim) not in left or left[_pair(claim)].confidence < claim.confidence:
            yield claim


def _is_held(claim: Claim) -> bool:
    return claim.predicate == _HELD and claim.status == "actual"


def _is_better(other: Claim, claim: Claim) -> bool:
    """Whether another house of the same person is read where this one is guessed."""
    if other.subject.name != claim.subject.name or _has_house_of(other, [claim]) or not _is_guessed(claim):
        return False
    is_read = not _is_guessed(other) or (other.method == METHOD and claim.method != METHOD)
    return is_read or (other.method == claim.method and other.confidence > claim.confidence)


def _is_guessed(claim: Claim) -> bool:
    """Whether the sentence does not name the house."""
    return claim.object is not None and not claim.evidence.start <= claim.object.start < claim.evidence.end


def _has_house_of(claim: Claim, others: Iterable[Claim]) -> bool:
    return any(claim.names[1] == other.names[1] for other in others)


def _pair(claim: Claim) -> tuple[int, str, str]:
    return claim.evidence.start, *claim.names


def _is_past(claim: Claim, document: Document) -> bool:
    """Whether the clause of a claim's trigger is told in the past."""
    s = document.syntax
    verb = s.clause_head(document.token_at(claim.evidence.trigger_start))
    return any(s.feats[i].get("Tense") == "Past" for i in s.verb_group(verb))
