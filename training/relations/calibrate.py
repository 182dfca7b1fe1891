"""Fit the confidence of claims on articles held out of the training: python -m training.relations.calibrate [FILE...]

Writes ``calibration.json`` beside the network and prints a table of reliability.
"""

from __future__ import annotations

import json
import math
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

import click
import torch

from kg.claims.claim import Claim
from kg.claims.extractor import extract, open_tools
from kg.claims.learned.background import Stance, shipped_background
from kg.claims.learned.fusion import Calibration, odds, weigh
from kg.claims.learned.model import RelationModel
from kg.claims.learned.scheme import METHOD
from kg.claims.lexicon import load_lexicon
from kg.claims.reader import ClaimReader
from kg.entities.contract import claim_object
from kg.entities.evaluation import Gold
from kg.entities.linking import link
from kg.language.pipeline import load_pipeline
from training.articles import files, read_articles
from training.gold import gold

#: how strongly the offsets of single predicates are drawn to zero
SHRINK = 3.0
#: added to the log-odds of claims that frame and network know, that only a frame knows, that only the network knows:
#: on newspaper articles frames are right more often than on the training articles, the network alone less often; what
#: is known holds there more often than in training articles, whose events are invented
BONUS = {"framed": 1.6, "unseen": 2.5, "learned": -0.4, "known": 1.0}
#: how much of the difference between newspapers and training articles, in how often they tell a predicate, counts;
#: claims by which the shares of the newspapers are drawn to those of the training articles; the most that is added
SHIFT, DRAWN, MOST = 0.5, 10, 1.0
TOLD = Path(__file__).parent / "told.toml"
#: claims of less confidence are rejected, sources of less probability left out; with the bonus set on d1 and the seeds
THRESHOLD, SOURCE_THRESHOLD = 0.385, 0.3


@dataclass(frozen=True, slots=True)
class Trial:
    """A claim on a held-out article, and whether it is right."""

    article: str
    claim: Claim
    probability: float | None
    stance: Stance
    right: bool
    #: number of the gold claim that it meets, -1 for none
    meets: int


def trials(paths: Iterable[Path], reader: ClaimReader, model: RelationModel) -> Iterator[tuple[list[Trial], int]]:
    """Yield for each article its claims with their truth, and how many gold claims it has."""
    background = shipped_background(reader.pipeline.authority)
    for path in paths:
        for annotated in read_articles(path):
            article = annotated.article()
            document = reader.document(article)
            tools = open_tools(document, reader.lexicon)
            framed = list(extract(document, reader.lexicon).claims)
            weighed = list(weigh(tools, framed, model, background, (), SOURCE_THRESHOLD))
            truth = Gold(gold(annotated), reader.lexicon.signatures)
            linked = link({article.id: [w.claim for w in weighed]}, reader.pipeline.authority)[article.id]
            found = []
            for w, claim in zip(weighed, linked, strict=True):
                meets = next((n for n, g in enumerate(truth.claims) if truth.agrees(g, claim_object(claim))), -1)
                found.append(Trial(article.id, w.claim, w.probability, w.stance, meets >= 0, meets))
            yield found, len(truth.claims)


class Weights(TypedDict):
    """The fitted part of a calibration; the first weight of each kind is its constant."""

    framed: list[float]
    unseen: list[float]
    learned: list[float]
    predicates: dict[str, float]
    #: what is added to the log-odds of claims that are known to be so, that contradict what is known
    background: list[float]


def fit(samples: Sequence[Trial]) -> Weights:
    """Return the weights of the calibration, fitted by maximum likelihood with a penalty on the predicates."""
    names = sorted({t.claim.predicate for t in samples})
    place = {name: n for n, name in enumerate(names)}
    truth = torch.tensor([float(t.right) for t in samples])
    predicate = torch.tensor([place[t.claim.predicate] for t in samples])
    kinds = torch.tensor([_kind(t) for t in samples])
    inputs = torch.tensor(
        [[1.0, t.claim.confidence, odds(t.probability) if t.probability is not None else 0.0] for t in samples]
    )
    inputs[kinds == 2, 1] = 0.0
    stances = torch.tensor([t.stance for t in samples])
    weights = torch.zeros(3, 3, requires_grad=True)
    offsets = torch.zeros(len(names), requires_grad=True)
    known = torch.zeros(2, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights, offsets, known], max_iter=200)

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        x = (inputs * weights[kinds]).sum(-1) + offsets[predicate]
        x = x + known[0] * (stances == 1) + known[1] * (stances == -1)
        value = torch.nn.functional.binary_cross_entropy_with_logits(x, truth, reduction="sum")
        value = value + SHRINK * (offsets**2).sum() + 0.05 * (weights**2).sum()
        value.backward()
        return value

    optimizer.step(loss)
    known, offsets = known.detach(), offsets.detach()
    w = [[round(x, 4) for x in row] for row in weights.tolist()]
    return {
        "framed": w[0],
        "unseen": w[1][:2],
        "learned": [w[2][0], w[2][2]],
        "predicates": {name: round(float(offsets[n]), 4) for name, n in place.items()},
        "background": [round(x, 4) for x in known.tolist()],
    }


def shifts(paths: Iterable[Path]) -> dict[str, float]:
    """Return what is added to the log-odds of each predicate for newspapers tell it more often than training articles.

    After Saerens et al. 2002, "Adjusting the outputs of a classifier to new a priori probabilities".
    """
    told: dict[str, int] = tomllib.loads(TOLD.read_text(encoding="utf-8"))
    sentences = (sentence for path in paths for article in read_articles(path) for sentence in article.sentences)
    trained = Counter(statement.predicate for sentence in sentences for statement in sentence.statements)
    every, size = trained.total(), sum(told.values())
    shares = {name: trained[name] / every for name in told if trained[name]}
    odds_of = {name: math.log((told[name] / share + DRAWN) / (size + DRAWN)) for name, share in shares.items()}
    return {name: round(SHIFT * max(-MOST, min(MOST, value)), 4) for name, value in odds_of.items()}


def shipped(raw: Weights, shift: Mapping[str, float]) -> dict[str, object]:
    """Return what ``calibration.json`` holds: the fitted weights with bonus and shift, and the thresholds."""
    predicates = {name: round(value + shift.get(name, 0.0), 4) for name, value in raw["predicates"].items()}
    with_bonus = {
        kind: [round(raw[kind][0] + BONUS[kind], 4), *raw[kind][1:]] for kind in ("framed", "unseen", "learned")
    }
    thresholds = {"threshold": THRESHOLD, "source_threshold": SOURCE_THRESHOLD}
    known, contradicted = raw["background"]
    background = [round(known + BONUS["known"], 4), contradicted]
    return {**thresholds, **with_bonus, "predicates": predicates, "background": background}


def _table(raw: Weights) -> Calibration:
    (a, b, c), (d, e), (f, g) = raw["framed"], raw["unseen"], raw["learned"]
    background = raw["background"][0], raw["background"][1]
    return Calibration(THRESHOLD, SOURCE_THRESHOLD, (a, b, c), (d, e), (f, g), raw["predicates"], background)


def _kind(trial: Trial) -> int:
    if trial.claim.method == METHOD:
        return 2
    return 1 if trial.probability is None else 0


def best_threshold(samples: Sequence[Trial], stated: int, table: Calibration) -> tuple[float, float, float, float]:
    """Return the threshold with the best F1, with precision, recall and F1 there."""
    ranked = sorted(((table.of(t.claim, t.probability, t.stance), t) for t in samples), key=lambda pair: -pair[0])
    best, met, found = (1.0, 0.0, 0.0, 0.0), set(), 0
    for confidence, trial in ranked:
        key = (trial.article, trial.meets)
        if trial.right and key in met:
            continue
        found += 1
        if trial.right:
            met.add(key)
        p, r = len(met) / found, len(met) / stated
        f1 = 2 * p * r / (p + r) if p + r else 0.0
        if f1 > best[3]:
            best = (round(confidence, 3), p, r, f1)
    return best


def reliability(samples: Sequence[Trial], table: Calibration) -> Iterator[tuple[str, int, float, float]]:
    """Yield for each tenth of confidence: range, number of claims, mean confidence, share that is right."""
    scored = [(table.of(t.claim, t.probability, t.stance), t.right) for t in samples]
    for low in range(10):
        inside = [(c, r) for c, r in scored if low / 10 <= c < (low + 1) / 10 or (low == 9 and c == 1.0)]
        if inside:
            yield (
                f".{low}",
                len(inside),
                sum(c for c, _ in inside) / len(inside),
                sum(r for _, r in inside) / len(inside),
            )


@click.command(help=__doc__)
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--folder", default="kg/claims/learned/model", type=click.Path(path_type=Path), show_default=True)
def main(paths: Sequence[Path], folder: Path) -> None:
    reader = ClaimReader(load_pipeline("de"), load_lexicon("de"))
    paths = paths or tuple(files(held_out=True))
    samples: list[Trial] = []
    stated = 0
    for found, number in trials(paths, reader, RelationModel(folder)):
        samples += found
        stated += number
    raw = fit(samples)
    draft = _table(raw)
    threshold, p, r, f1 = best_threshold(samples, stated, draft)
    weights = shipped(raw, shifts(files(held_out=False)))
    (folder / "calibration.json").write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")
    print(f"{stated} gold claims, {len(samples)} candidates")
    print(f"best F1 {f1:.3f} (P {p:.3f}, R {r:.3f}) at confidence {threshold}")
    for row in reliability(samples, draft):
        print("confidence {} claims {:5d} mean {:.2f} right {:.2f}".format(*row))


if __name__ == "__main__":
    main()
