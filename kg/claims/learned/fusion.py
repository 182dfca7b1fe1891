"""Frames and model together: what frames found is weighed by the model, what only the model found is added.

A frame knows how something is said, the model has seen how often that is meant; each alone errs where the other
does not. The confidence of a claim is the probability that it is right, fitted on articles held out of the training
(``calibration.json`` beside the network, made by ``training.relations.calibrate``).
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from kg.claims.claim import Claim
from kg.claims.extractor import Tools
from kg.claims.learned.background import Background, Stance
from kg.claims.learned.model import FOLDER, RelationModel
from kg.claims.learned.proposals import Proposal, claim_of, propose, sourced, sources
from kg.claims.learned.scheme import BETWEEN, METHOD, SYMMETRIC

Key = tuple[object, ...]
#: constructions that read what a name itself says ("Joint Venture zwischen A und B"): the network has no say in them
DEFINING = frozenset({"venture-party", "venture-parties"})
#: predicates of whose subject frames and constructions read all that a sentence tells
_CONSTRUCTED = frozenset({"rates", "sharePriceChange"})
_NOBODY = ("", "")


@dataclass(frozen=True, slots=True)
class Calibration:
    """How to turn what frame and model say into a probability, by logistic functions (Platt 1999)."""

    #: claims below it are rejected
    threshold: float
    #: sources below it are left out
    source_threshold: float
    #: weights of (1, confidence of the frame, log-odds of the model) for claims that both know
    framed: tuple[float, float, float]
    #: weights of (1, confidence of the frame) for what lies outside the model's sight
    unseen: tuple[float, float]
    #: weights of (1, log-odds of the model) for those that only the model found
    learned: tuple[float, float]
    #: predicate → what is added to the log-odds of its claims
    predicates: Mapping[str, float]
    #: what is added for claims that are known to be so, that contradict what is known
    background: tuple[float, float] = (0.0, 0.0)

    def of(self, claim: Claim, probability: float | None, stance: Stance = 0) -> float:
        """Return the probability that a claim is right; ``probability`` is the model's, None where it has none."""
        offset = self._offset(claim.predicate, stance)
        if claim.method == METHOD and probability is not None:
            return self.of_proposal(claim.predicate, probability, stance)
        if probability is None:
            return _logistic(self.unseen[0] + self.unseen[1] * claim.confidence + offset)
        a, b, c = self.framed
        return _logistic(a + b * claim.confidence + c * odds(probability) + offset)

    def of_proposal(self, predicate: str, probability: float, stance: Stance = 0) -> float:
        """Return the probability that what only the model proposes is right."""
        offset = self._offset(predicate, stance)
        return _logistic(self.learned[0] + self.learned[1] * odds(probability) + offset)

    def _offset(self, predicate: str, stance: Stance) -> float:
        return self.predicates.get(predicate, 0.0) + (0.0, *self.background)[stance]


def _logistic(x: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, x))))


def odds(probability: float) -> float:
    """Return the log-odds of a probability, bounded at one in a thousand."""
    p = min(max(probability, 1e-3), 1 - 1e-3)
    return math.log(p / (1 - p))


@lru_cache(maxsize=2)
def calibration(folder: Path = FOLDER) -> Calibration:
    """Return the shipped calibration."""
    raw = json.loads((folder / "calibration.json").read_text(encoding="utf-8"))
    return Calibration(
        raw["threshold"], raw["source_threshold"], tuple(raw["framed"]), tuple(raw["unseen"]), tuple(raw["learned"]),
        raw["predicates"], tuple(raw["background"]),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Weighed:
    """A claim with the model's probability, None where it does not see its pair, and what is known of its parties."""

    claim: Claim
    probability: float | None
    stance: Stance


def weigh(
    tools: Tools,
    found: Iterable[Claim],
    model: RelationModel,
    background: Background,
    silent: Sequence[tuple[int, int]],
    source_threshold: float,
    likely: Callable[[Proposal], bool] = lambda _: True,
) -> Iterator[Weighed]:
    """Yield the claims of frames, then those of the model alone that are likely, each with the model's probability."""
    framed = [_at_known_employer(tools, background, claim) for claim in found]
    scored = model.score(tools.document, tools.lexicon, framed, silent)
    if scored is None:
        yield from (Weighed(sourced(tools, claim, {}), None, background.stance(claim)) for claim in framed)
        return
    best = _best(tools, propose(tools, scored))
    told_by = sources(tools, scored, source_threshold)
    for claim in framed:
        twin = None if claim.method in DEFINING else best.get(key_of(claim))
        yield Weighed(sourced(tools, claim, told_by), twin.probability if twin else None, background.stance(claim))
    told = {key_of(claim) for claim in framed}
    for key, proposal in best.items():
        if key not in told and likely(proposal):
            claim = claim_of(tools, scored, proposal)
            yield Weighed(sourced(tools, claim, told_by), proposal.probability, background.stance(claim))


def _at_known_employer(tools: Tools, background: Background, claim: Claim) -> Claim:
    """Return a claim with the known employer of a person where the article names it and the sentence names none.

    "Vorstandschefin Bettina Orlopp", in a text about Unicredit and Commerzbank, is that of Commerzbank.
    """
    house, evidence = claim.object, claim.evidence
    if claim.predicate != "worksFor" or house is None or evidence.start <= house.start < evidence.end:
        return claim
    known, document = background.employer_instead(claim.subject.key, house.key), tools.document
    named = (m for m in document.mentions if m.kind == "name" and document.referents[m.referent].key == known)
    mention = next(named, None) if known else None
    return replace(claim, object=tools.party(mention)) if mention else claim


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
    table = calibration(model.folder)

    def likely(proposal: Proposal) -> bool:
        known = background.may_know(proposal.predicate, *_keys(tools, proposal))
        return round(table.of_proposal(proposal.predicate, proposal.probability, 1 if known else 0), 3) >= least

    weighed = _without_second_homes(weigh(tools, found, model, background, silent, table.source_threshold, likely))
    told = {_sentence_and_pair(w.claim) for w in weighed if table.of(w.claim, w.probability) >= table.threshold}
    fused = []
    for one in weighed:
        stance = 0 if one.stance == 1 and _sentence_and_pair(one.claim) in told else one.stance
        confidence = table.of(one.claim, one.probability, stance)
        fused.append(replace(one.claim, confidence=round(confidence, 3)))
    return one_way(_without_guesses(fused))


def _without_second_homes(weighed: Iterable[Weighed]) -> list[Weighed]:
    """Return claims without the network's own idea of whom somebody works for, beside a known employer that is read."""
    known = list(weighed)
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


def _sentence_and_pair(claim: Claim) -> Key:
    """Return the sentence and whom it puts together: what it says of them needs no further explanation."""
    return (claim.evidence.start, *sorted((claim.subject.name, claim.object.name if claim.object else "")))


def one_way(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield claims without those that a surer one of the same sentence says the other way round."""
    surest: dict[Key, float] = {}
    for claim in claims:
        surest[_direction(claim)] = max(claim.confidence, surest.get(_direction(claim), 0.0))
    for claim in claims:
        if claim.predicate in SYMMETRIC or claim.confidence >= surest.get(_direction(claim, back=True), 0.0):
            yield claim


def _direction(claim: Claim, back: bool = False) -> Key:
    a, b = claim.subject.name, claim.object.name if claim.object else ""
    return (claim.predicate, claim.evidence.start, *((b, a) if back else (a, b)))


def _best(tools: Tools, proposed: Iterable[Proposal]) -> dict[Key, Proposal]:
    """Return of each claim that is proposed the surest place."""
    best: dict[Key, Proposal] = {}
    for proposal in proposed:
        key = _key_of_proposal(tools, proposal)
        if key not in best or proposal.probability > best[key].probability:
            best[key] = proposal
    return best


def key_of(claim: Claim) -> Key:
    """Return what makes two claims of one article the same; symmetric ones are the same both ways."""
    a = claim.subject.name, claim.subject.type or ""
    b = (claim.object.name, claim.object.type or "") if claim.object else _NOBODY
    return _key(a, claim.predicate, b, claim.value)


def _key_of_proposal(tools: Tools, proposal: Proposal) -> Key:
    """Return the key that the claim of a proposal would have."""
    referents, pair = tools.document.referents, proposal.pair
    subject, other = referents[pair.subject.referent], _NOBODY
    if proposal.label in BETWEEN:
        other = referents[pair.object.referent].name, referents[pair.object.referent].type
    return _key((subject.name, subject.type), proposal.predicate, other, proposal.value)


def _key(a: tuple[str, str], predicate: str, b: tuple[str, str], value: object) -> Key:
    if predicate in SYMMETRIC and b < a:
        a, b = b, a
    return (*a, predicate, *b, value)
