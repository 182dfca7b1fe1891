"""The calibration: from what frame and model say of a claim to the probability that it is right.

Fitted on articles held out of the training (``calibration.json`` beside the network, made by
``training.relations.calibrate``) by logistic functions (Platt 1999).
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Literal

from kg.claims.claim import Claim
from kg.claims.learned.background import Stance
from kg.claims.learned.model import FOLDER
from kg.claims.learned.scheme import METHOD

#: who knows of a claim: frame and model, a frame whose pair the model does not see, the model alone
Finder = Literal["framed", "unseen", "learned"]


@dataclass(frozen=True, slots=True)
class Calibration:
    """Weights, by who found a claim, and what newspapers add to them."""

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
    #: predicate → what is added besides to its claims that are known to be so: a known seat is told wherever it is
    #: named, a known market seldom
    known: Mapping[str, float] = field(default_factory=dict)
    #: what is added at the end, for newspapers differ from the articles that the rest was fitted on: by who found a
    #: claim, and "known" for what is known to be so
    bonus: Mapping[str, float] = field(default_factory=dict)

    def log_odds(self, claim: Claim, probability: float | None, stance: Stance = 0) -> float:
        """Return the log-odds that a claim of a held-out article is right.

        ``probability`` is the model's, None where it has none.
        """
        offset = self._offset(claim.predicate, stance)
        match finder(claim, probability):
            case "framed":
                a, b, c = self.framed
                return a + b * claim.confidence + c * odds(probability or 0.0) + offset
            case "unseen":
                return self.unseen[0] + self.unseen[1] * claim.confidence + offset
            case _:
                return self.of_proposal(claim.predicate, probability or 0.0, stance)

    def of_proposal(self, predicate: str, probability: float, stance: Stance = 0) -> float:
        """Return the log-odds that what only the model proposes is right."""
        return self.learned[0] + self.learned[1] * odds(probability) + self._offset(predicate, stance)

    def added(self, claim: Claim, probability: float | None, stance: Stance = 0) -> float:
        """Return what is added to the log-odds of a claim of a newspaper."""
        known = self.bonus.get("known", 0.0) if stance == 1 else 0.0
        return self.bonus.get(finder(claim, probability), 0.0) + known

    def of(self, claim: Claim, probability: float | None, stance: Stance = 0) -> float:
        """Return the probability that a claim is right, before it is seen beside the others of its article."""
        return logistic(self.log_odds(claim, probability, stance) + self.added(claim, probability, stance))

    def _offset(self, predicate: str, stance: Stance) -> float:
        known = self.known.get(predicate, 0.0) if stance == 1 else 0.0
        return self.predicates.get(predicate, 0.0) + (0.0, *self.background)[stance] + known


def finder(claim: Claim, probability: float | None) -> Finder:
    """Return who knows of a claim."""
    if claim.method == METHOD:
        return "learned"
    return "unseen" if probability is None else "framed"


def logistic(x: float) -> float:
    """Return the probability of log-odds.

    >>> logistic(0.0)
    0.5
    """
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
        raw["predicates"], tuple(raw["background"]), raw["known"], raw["bonus"],
    )  # fmt: skip
