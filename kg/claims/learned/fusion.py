"""Frames and model together: what frames found is weighed by the model, what only the model found is added.

A frame knows how something is said, the model has seen how often that is meant; each alone errs where the other
does not. The confidence of a claim is the probability that it is right: what the calibration makes of frame and model,
heard again beside all other claims of the article.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.claims.claim import Claim
from kg.claims.extractor import Tools
from kg.claims.learned.background import Background
from kg.claims.learned.calibration import Calibration, calibration, logistic
from kg.claims.learned.model import RelationModel
from kg.claims.learned.proposals import Proposal
from kg.claims.learned.reranker import Reranker, reranker
from kg.claims.learned.scheme import METHOD, SYMMETRIC
from kg.claims.learned.sighted import Key, Sighted, sighted

#: predicates of whose subject frames and constructions read all that a sentence tells
_CONSTRUCTED = frozenset({"rates", "sharePriceChange"})
#: what is told of a person and a house beside another thing of the two
_BESIDE = frozenset({"founded", "worksFor"})


def fuse(
    tools: Tools,
    found: Iterable[Claim],
    model: RelationModel,
    background: Background,
    silent: Sequence[tuple[int, int]],
    least: float = 0.0,
) -> Iterator[Claim]:
    """Yield the claims of frames and model with the probability that they are right.

    Of what the model alone proposes, claims below ``least`` are never made.
    """
    table, judge = calibration(model.folder), reranker(model.folder)

    def likely(proposal: Proposal) -> bool:
        known = background.may_know(proposal.predicate, *_keys(tools, proposal))
        return logistic(table.of_proposal(proposal.predicate, proposal.probability, 1 if known else 0)) >= least

    seen = sighted(tools, found, model, background, silent, table.source_threshold, likely)
    fused = _weighed(tools, table, judge, _with_needed_background(without_second_homes(seen), table))
    return one_way(_without_guesses(fused))


def _weighed(tools: Tools, table: Calibration, judge: Reranker, seen: Sequence[Sighted]) -> list[Claim]:
    """Return claims with their confidence: as sure as they are beside one another, with what newspapers add."""
    first = [table.log_odds(one.claim, one.probability, one.stance) for one in seen]
    added = [table.added(one.claim, one.probability, one.stance) for one in seen]
    final = judge.log_odds(tools.document, seen, first)
    return [
        replace(one.claim, confidence=round(logistic(odds + more), 3))
        for one, odds, more in zip(seen, final, added, strict=True)
    ]


def _with_needed_background(seen: Sequence[Sighted], table: Calibration) -> list[Sighted]:
    """Return claims with what is known of their parties, but where a sentence itself tells enough of the two.

    What a frame reads somebody to be to a house is told beside the rest: "N26-Mitgründer X tritt als Co-Chef ab".
    """
    told = {one.claim.pair for one in seen if table.of(one.claim, one.probability) >= table.threshold}
    return [
        replace(o, stance=0) if o.stance == 1 and o.claim.pair in told and not _is_read_beside(o.claim) else o
        for o in seen
    ]


def _is_read_beside(claim: Claim) -> bool:
    return claim.predicate in _BESIDE and claim.method != METHOD


def without_second_homes(seen: Iterable[Sighted]) -> list[Sighted]:
    """Return claims without the network's own idea of whom somebody works for, beside a known employer that is read."""
    known = list(seen)
    at_home = {_told(w.claim) for w in known if w.claim.predicate == "worksFor" and w.stance == 1}
    return [w for w in known if w.stance == 1 or w.claim.method != METHOD or _told(w.claim) not in at_home]


def _without_guesses(claims: Sequence[Claim]) -> list[Claim]:
    """Return claims without the network's own idea of ratings and moves of whom a construction read the sentence.

    Nor its idea of a rating that a construction reads elsewhere in the article, as where a headline names no judgement.
    """
    constructed = [c for c in claims if c.predicate in _CONSTRUCTED and c.method != METHOD]
    read = {_told(c) for c in constructed}
    judged = [c for c in constructed if c.predicate == "rates"]
    return [
        c for c in claims if not _is_guess(c) or not (_told(c) in read or any(_same_judgement(c, j) for j in judged))
    ]


def _is_guess(claim: Claim) -> bool:
    return claim.predicate in _CONSTRUCTED and claim.method == METHOD


def _same_judgement(claim: Claim, other: Claim) -> bool:
    """Whether two ratings are of one share, by one house or its research: "Deutsche Bank", "Deutsche Bank Research"."""
    houses = sorted((claim.subject.name, other.subject.name), key=len)
    same_share = claim.object is not None and other.object is not None and claim.object.name == other.object.name
    return claim.predicate == other.predicate and same_share and houses[1].startswith(houses[0])


def _told(claim: Claim) -> Key:
    return claim.predicate, claim.subject.name, claim.evidence.start


def _keys(tools: Tools, proposal: Proposal) -> tuple[str | None, str | None]:
    """Return the authority ids of the parties of a proposal; None for what is not known, and for values."""
    one, two = proposal.pair.subject, proposal.pair.object
    referents = tools.document.referents
    return referents[one.referent].key, None if two.kind == "value" else referents[two.referent].key


def one_way(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield claims without those that a surer one of the same sentence says the other way round."""
    surest: dict[Key, float] = {}
    for claim in claims:
        surest[_direction(claim)] = max(claim.confidence, surest.get(_direction(claim), 0.0))
    for claim in claims:
        if claim.predicate in SYMMETRIC or claim.confidence >= surest.get(_direction(claim, back=True), 0.0):
            yield claim


def _direction(claim: Claim, back: bool = False) -> Key:
    a, b = claim.names
    return (claim.predicate, claim.evidence.start, *((b, a) if back else (a, b)))
