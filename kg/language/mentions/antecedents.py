"""Which of the entities told before a pronoun or noun means: a linear model ranks them.

For every kind of reference ("er", "sein", "der Konzern", "das Papier", …) the entities that it can mean are weighed by
how they were told (Denis and Baldridge 2008, "Specialized models and ranking for coreference resolution"). The weights
lie in ``antecedents.json``; ``python -m training.antecedents`` fits them on the training articles.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.language.mentions.discourse import Said

WEIGHTS = Path(__file__).parent / "antecedents.json"

Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Option:
    """An entity that a reference can mean, by its last mention."""

    said: Said
    features: Features


class Ranker:
    """Chooses what a reference means; ``weights`` are given by kind of reference and feature."""

    def __init__(self, weights: Mapping[str, Mapping[str, float]]) -> None:
        self._weights = weights

    def choose(self, kind: str, token: int, options: Sequence[Option], sure: float) -> Said | None:
        """Return what a reference at a token means; None where nothing is likelier than ``sure``, from 0 to 1."""
        weights = self._weights.get(kind, {})
        scores = [score(option.features, weights) for option in options]
        if not scores:
            return None
        best = max(range(len(scores)), key=lambda n: (scores[n], options[n].said.token))
        share = 1 / sum(math.exp(s - scores[best]) for s in scores)
        return options[best].said if share >= sure else None


def score(features: Features, weights: Mapping[str, float]) -> float:
    """Return how likely an entity is meant, as log-odds against the others."""
    return sum(weights.get(name, 0.0) * value for name, value in features.items())


@lru_cache(maxsize=1)
def shipped_ranker() -> Ranker:
    """Return the ranker with the weights that ship with the program."""
    return Ranker(json.loads(WEIGHTS.read_text(encoding="utf-8")))
