"""Frames and model together: what frames found is weighed by the model, what only the model found is added.

A frame knows how something is said, the model has seen how often that is meant; each alone errs where the other
does not. The confidence of a claim is the probability that it is right, fitted on articles held out of the training
(``calibration.json`` beside the network, made by ``training.relations.calibrate``).
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from kg.claims.claim import Claim
from kg.claims.extractor import Tools
from kg.claims.learned.model import FOLDER, RelationModel
from kg.claims.learned.proposals import METHOD, propose, sourced, sources
from kg.claims.learned.scheme import SYMMETRIC

Key = tuple[object, ...]


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

    def of(self, claim: Claim, probability: float | None) -> float:
        """Return the probability that a claim is right; ``probability`` is the model's, None where it has none."""
        offset = self.predicates.get(claim.predicate, 0.0)
        if claim.method == METHOD and probability is not None:
            return _logistic(self.learned[0] + self.learned[1] * odds(probability) + offset)
        if probability is None:
            return _logistic(self.unseen[0] + self.unseen[1] * claim.confidence + offset)
        a, b, c = self.framed
        return _logistic(a + b * claim.confidence + c * odds(probability) + offset)


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
        raw["predicates"],
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Weighed:
    """A claim with the model's probability; None where the model does not see its pair."""

    claim: Claim
    probability: float | None


def weigh(
    tools: Tools,
    found: Iterable[Claim],
    model: RelationModel,
    silent: Sequence[tuple[int, int]],
    source_threshold: float,
) -> Iterator[Weighed]:
    """Yield the claims of frames, then those of the model alone, each with the model's probability."""
    framed = list(found)
    scored = model.score(tools.document, tools.lexicon, framed, silent)
    best = _best(propose(tools, scored)) if scored else {}
    told_by = sources(tools, scored, source_threshold) if scored else {}
    for claim in framed:
        twin = best.get(key_of(claim))
        yield Weighed(sourced(tools, claim, told_by), twin.confidence if twin else None)
    told = {key_of(claim) for claim in framed}
    for key, claim in best.items():
        if key not in told:
            yield Weighed(sourced(tools, claim, told_by), claim.confidence)


def fuse(
    tools: Tools, found: Iterable[Claim], model: RelationModel, silent: Sequence[tuple[int, int]]
) -> Iterator[Claim]:
    """Yield the claims of frames and model with the probability that they are right, unlikely ones included."""
    table = calibration(model.folder)
    fused = []
    for weighed in weigh(tools, found, model, silent, table.source_threshold):
        confidence = table.of(weighed.claim, weighed.probability)
        fused.append(replace(weighed.claim, confidence=round(confidence, 3)))
    return one_way(fused)


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


def _best(proposed: Iterable[Claim]) -> dict[Key, Claim]:
    """Return of each claim the surest place."""
    best: dict[Key, Claim] = {}
    for claim in proposed:
        key = key_of(claim)
        if key not in best or claim.confidence > best[key].confidence:
            best[key] = claim
    return best


def key_of(claim: Claim) -> Key:
    """Return what makes two claims of one article the same; symmetric ones are the same both ways."""
    a: Key = (claim.subject.name, claim.subject.type or "")
    b: Key = (claim.object.name, claim.object.type or "") if claim.object else ("", "")
    if claim.predicate in SYMMETRIC and b < a:
        a, b = b, a
    return (*a, claim.predicate, *b, claim.value)
