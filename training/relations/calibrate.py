"""Fit the confidence of claims on articles held out of the training: python -m training.relations.calibrate [FILE...]

Writes ``calibration.json`` and ``reranker.onnx`` beside the network and prints a table of reliability: of each half of
the articles, by what was fitted on the other.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict, get_args

import click
import torch

from kg.claims.extractor import extract, open_tools
from kg.claims.learned.background import shipped_background
from kg.claims.learned.calibration import Calibration, Finder, finder, odds
from kg.claims.learned.fusion import without_second_homes
from kg.claims.learned.model import RelationModel
from kg.claims.learned.reranker import Columns, of_each
from kg.claims.learned.sighted import Sighted, sighted
from kg.claims.lexicon import load_lexicon
from kg.claims.reader import ClaimReader
from kg.entities.contract import claim_object
from kg.entities.evaluation import Gold
from kg.entities.linking import link
from kg.language.pipeline import load_pipeline
from training.articles import MEASURED, files, measured, read_articles
from training.gold import gold
from training.relations.rerank import exported, fitted, heard

#: how strongly the offsets of single predicates are drawn to zero
SHRINK = 3.0
#: added to the log-odds of claims that frame and network know, that only a frame knows, that only the network knows:
#: on newspaper articles frames are right more often than on the training articles, the network alone less often; what
#: is known holds there more often than in training articles, whose events are invented
BONUS = {"framed": 1.9, "unseen": 2.5, "learned": -0.7, "known": 0.6}
#: claims of less confidence are rejected, sources of less probability left out; with the bonus set on d1 and the seeds
THRESHOLD, SOURCE_THRESHOLD = 0.365, 0.5
_FINDERS = get_args(Finder)


@dataclass(frozen=True, slots=True)
class Trial:
    """A claim on a held-out article, and whether it is right."""

    article: str
    seen: Sighted
    #: what the reranker reads of the claim by itself
    columns: Columns
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
            seen = without_second_homes(sighted(tools, framed, model, background, (), SOURCE_THRESHOLD))
            columns = of_each(document, seen)
            truth = Gold(gold(annotated), reader.lexicon.signatures)
            linked = link({article.id: [one.claim for one in seen]}, reader.pipeline.authority)[article.id]
            found = []
            for one, row, claim in zip(seen, columns, linked, strict=True):
                meets = next((n for n, g in enumerate(truth.claims) if truth.agrees(g, claim_object(claim))), -1)
                found.append(Trial(article.id, one, row, meets >= 0, meets))
            yield found, len(truth.claims)


class Weights(TypedDict):
    """The fitted part of a calibration; the first weight of each kind is its constant."""

    framed: list[float]
    unseen: list[float]
    learned: list[float]
    predicates: dict[str, float]
    #: what is added to the log-odds of claims that are known to be so, that contradict what is known
    background: list[float]
    #: what is added besides to those that are known to be so, by predicate
    known: dict[str, float]


def fit(samples: Sequence[Trial]) -> Weights:
    """Return the weights of the calibration, fitted by maximum likelihood with a penalty on the predicates."""
    names = sorted({t.seen.claim.predicate for t in samples})
    place = {name: n for n, name in enumerate(names)}
    truth = torch.tensor([float(t.right) for t in samples])
    predicate = torch.tensor([place[t.seen.claim.predicate] for t in samples])
    kinds = torch.tensor([_FINDERS.index(finder(t.seen.claim, t.seen.probability)) for t in samples])
    inputs = torch.tensor([_inputs(t.seen) for t in samples])
    inputs[kinds == _FINDERS.index("learned"), 1] = 0.0
    stances = torch.tensor([t.seen.stance for t in samples])
    weights = torch.zeros(3, 3, requires_grad=True)
    offsets = torch.zeros(len(names), requires_grad=True)
    known = torch.zeros(2, requires_grad=True)
    known_offsets = torch.zeros(len(names), requires_grad=True)
    optimizer = torch.optim.LBFGS([weights, offsets, known, known_offsets], max_iter=200)

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        x = (inputs * weights[kinds]).sum(-1) + offsets[predicate]
        x = x + (known[0] + known_offsets[predicate]) * (stances == 1) + known[1] * (stances == -1)
        value = torch.nn.functional.binary_cross_entropy_with_logits(x, truth, reduction="sum")
        value = value + SHRINK * ((offsets**2).sum() + (known_offsets**2).sum()) + 0.05 * (weights**2).sum()
        value.backward()
        return value

    optimizer.step(loss)
    known, offsets, known_offsets = known.detach(), offsets.detach(), known_offsets.detach()
    w = [[round(x, 4) for x in row] for row in weights.tolist()]
    return {
        "framed": w[0],
        "unseen": w[1][:2],
        "learned": [w[2][0], w[2][2]],
        "predicates": {name: round(float(offsets[n]), 4) for name, n in place.items()},
        "background": [round(x, 4) for x in known.tolist()],
        "known": {name: round(float(known_offsets[n]), 4) for name, n in place.items()},
    }


def _inputs(seen: Sighted) -> list[float]:
    return [1.0, seen.claim.confidence, odds(seen.probability) if seen.proposal else 0.0]


def table_of(raw: Weights) -> Calibration:
    """Return a calibration without what is added for newspapers."""
    (a, b, c), (d, e), (f, g) = raw["framed"], raw["unseen"], raw["learned"]
    background = raw["background"][0], raw["background"][1]
    weights = (a, b, c), (d, e), (f, g)
    return Calibration(THRESHOLD, SOURCE_THRESHOLD, *weights, raw["predicates"], background, raw["known"])


def best_threshold(scored: Iterable[tuple[float, Trial]], stated: int) -> tuple[float, float, float, float]:
    """Return the threshold with the best F1, with precision, recall and F1 there."""
    best, met, found = (1.0, 0.0, 0.0, 0.0), set(), 0
    for confidence, trial in sorted(scored, key=lambda pair: -pair[0]):
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


def reliability(scored: Sequence[tuple[float, Trial]]) -> Iterator[tuple[str, int, float, float]]:
    """Yield for each tenth of confidence: range, number of claims, mean confidence, share that is right."""
    for low in range(10):
        inside = [(c, t.right) for c, t in scored if low / 10 <= c < (low + 1) / 10 or (low == 9 and c == 1.0)]
        if inside:
            yield (
                f".{low}",
                len(inside),
                sum(c for c, _ in inside) / len(inside),
                sum(r for _, r in inside) / len(inside),
            )


def heard_by_other_half(articles: Sequence[Sequence[Trial]]) -> Iterator[tuple[float, Trial]]:
    """Yield each claim of articles with the probability that calibration and trees of the other half give it."""
    halves = articles[::2], articles[1::2]
    for one, other in (halves, halves[::-1]):
        table = table_of(fit([t for found in one for t in found]))
        rows, right, _ = heard(one, table)
        trees = fitted(rows, right)
        rows, _, trials = heard(other, table)
        yield from zip(trees.predict_proba(rows)[:, 1].tolist(), trials, strict=True)


@click.command(help=__doc__)
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--folder", default="kg/claims/learned/model", type=click.Path(path_type=Path), show_default=True)
def main(paths: Sequence[Path], folder: Path) -> None:
    reader = ClaimReader(load_pipeline("de"), load_lexicon("de"))
    paths = paths or tuple(files(held_out=True))
    found, numbers = zip(*trials(paths, reader, RelationModel(folder)), strict=True)
    write(found, folder)
    scored = [*heard_by_other_half(found)]
    threshold, p, r, f1 = best_threshold(scored, sum(numbers))
    print(f"{sum(numbers)} gold claims, {len(scored)} candidates")
    print(f"best F1 {f1:.3f} (P {p:.3f}, R {r:.3f}) at confidence {threshold}")
    for row in reliability(scored):
        print("confidence {} claims {:5d} mean {:.2f} right {:.2f}".format(*row))


def write(articles: Sequence[Sequence[Trial]], folder: Path) -> None:
    """Write the calibration that all articles give, and the trees that those give on which no floors are measured."""
    raw = fit([t for found in articles for t in found])
    thresholds = {"threshold": THRESHOLD, "source_threshold": SOURCE_THRESHOLD}
    weights = {**thresholds, **raw, "bonus": BONUS}
    (folder / "calibration.json").write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")
    apart = {a.id for series in MEASURED for path in measured(series) for a in read_articles(path)}
    rows, right, _ = heard([found for found in articles if not found or found[0].article not in apart], table_of(raw))
    (folder / "reranker.onnx").write_bytes(exported(fitted(rows, right)))


if __name__ == "__main__":
    main()
