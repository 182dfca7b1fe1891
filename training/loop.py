"""The training loop: a config, examples, a number of steps; the same numbers in, the same model out."""

from __future__ import annotations

import logging
import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.training import Example
from spacy.util import load_model_from_config
from thinc.api import Adam, Config, fix_random_seed

from training.tokenizer import adapt_tokenizer

CONFIGS = Path(__file__).parent / "config"
#: the learning rate falls to this share of its first value
FINAL_RATE = 0.1
LOG_EVERY = 200

log = logging.getLogger(__name__)

#: gives the examples of one epoch, anew each time it is called
Epoch = Callable[[random.Random], Sequence[Example]]


def blank_pipeline(name: str) -> tuple[Language, dict[str, Any]]:
    """Return the untrained pipeline of ``config/NAME.cfg`` and its training settings."""
    config = Config().from_disk(CONFIGS / f"{name}.cfg")
    settings = config.pop("training")
    fix_random_seed(settings["seed"])
    return adapt_tokenizer(load_model_from_config(config, auto_fill=True)), settings


def train(nlp: Language, settings: dict[str, Any], epoch: Epoch, steps: int) -> Language:
    """Train a pipeline in place, keep the averaged weights, and return it."""
    chance = random.Random(settings["seed"])
    sample = epoch(chance)
    nlp.initialize(lambda: sample)
    optimizer = Adam(settings["learn_rate"], L2=0.01, grad_clip=1.0, use_averages=True)
    batches = _batches(epoch, settings["words_per_batch"], chance)
    losses: dict[str, float] = {}
    for step in range(1, steps + 1):
        optimizer.learn_rate = settings["learn_rate"] * (1 - (1 - FINAL_RATE) * step / steps)
        nlp.update(next(batches), sgd=optimizer, drop=settings["dropout"], losses=losses)
        if step % LOG_EVERY == 0:
            log.info("step %d of %d: %s", step, steps, {k: round(v) for k, v in losses.items()})
            losses.clear()
    with nlp.use_params(optimizer.averages):
        averaged = nlp.to_bytes()
    return nlp.from_bytes(averaged)


def _batches(epoch: Epoch, words: int, chance: random.Random) -> Iterator[list[Example]]:
    """Yield batches of about this many words, without end."""
    batch: list[Example] = []
    size = 0
    while True:
        examples = list(epoch(chance))
        chance.shuffle(examples)
        for example in examples:
            batch.append(example)
            size += len(example.reference)
            if size >= words:
                yield batch
                batch, size = [], 0
