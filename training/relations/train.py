"""Train the relation model: python -m training.relations.train, then python -m training.relations.calibrate."""

from __future__ import annotations

import logging
import math
import random
from collections.abc import Sequence
from pathlib import Path

import click
import torch
from torch import Tensor

from kg.claims.learned.rivals import rivals
from kg.claims.learned.scheme import CLASSES, LABELS, LEMMA_ROWS, WORD_ROWS
from kg.claims.lexicon import load_lexicon
from kg.claims.reader import ClaimReader
from kg.language.pipeline import load_pipeline
from training.articles import FOLDER, files
from training.relations.data import Lesson, lessons
from training.relations.export import export
from training.relations.network import RelationNetwork

log = logging.getLogger(__name__)
Weights = dict[str, Tensor]
MODEL = Path("kg/claims/learned/model")


def tensors(lesson: Lesson) -> dict[str, Tensor]:
    """Return the arrays of a lesson as tensors."""
    given = {name: torch.from_numpy(array) for name, array in lesson.arrays.tokens.items()}
    return given | {"rivals": torch.from_numpy(rivals(given.pop("parties").numpy()))}


def group_logits(logits: Tensor, group: Tensor, count: int) -> Tensor:
    """Return for each group the highest logit among its pairs: one place that says it is enough."""
    start = torch.full((count, logits.shape[1]), -30.0)
    return start.scatter_reduce(0, group.unsqueeze(1).expand_as(logits), logits, "amax", include_self=True)


def taught(teachers: Sequence[RelationNetwork], given: dict[str, Tensor], group: Tensor, count: int) -> Tensor:
    """Return groups × labels: the mean probability that some networks give."""
    with torch.no_grad():
        said = [torch.sigmoid(group_logits(teacher(**given)[0], group, count)) for teacher in teachers]
    return torch.stack(said).mean(0)


def swapped(given: dict[str, Tensor], share: float) -> dict[str, Tensor]:
    """Return the arrays with a share of the words and their lemmas as any others; their n-grams stay.

    So a network learns what to make of words that it has never seen.
    """
    word = given["word"]
    hit = (torch.rand(word.shape) < share) & (word >= len(CLASSES))
    rows = {"word": WORD_ROWS, "lemma": LEMMA_ROWS}
    other = {name: torch.randint(len(CLASSES), size, word.shape) for name, size in rows.items()}
    return given | {name: torch.where(hit, other[name], given[name]) for name in rows}


def step(
    network: RelationNetwork,
    lesson: Lesson,
    weight: Tensor,
    teachers: Sequence[RelationNetwork] = (),
    swap: float = 0.0,
) -> Tensor:
    """Return the loss over one article; what teachers say of it counts as much as what is stated.

    After Furlanello et al. 2018, "Born-again neural networks": statements that an annotator overlooked weigh less.
    """
    given = tensors(lesson)
    logits, status, _ = network(**(swapped(given, swap) if swap else given))
    target, group = torch.from_numpy(lesson.labels.target), torch.from_numpy(lesson.labels.group)
    grouped = group_logits(logits, group, len(target))
    entropy = torch.nn.functional.binary_cross_entropy_with_logits
    loss = entropy(grouped, target, pos_weight=weight, reduction="sum")
    if teachers:
        loss = (loss + entropy(grouped, taught(teachers, given, group, len(target)), reduction="sum")) / 2
    wanted = torch.from_numpy(lesson.labels.status)[group]
    stated = wanted >= 0
    if stated.any():
        loss = loss + torch.nn.functional.cross_entropy(status[stated], wanted[stated], reduction="sum")
    return loss / 40


def evaluate(
    network: RelationNetwork, held: Sequence[Lesson], threshold: float = 0.0
) -> tuple[float, float, float, float]:
    """Return precision, recall, F1 over groups and labels, and the share of right statuses."""
    network.eval()
    right = found = stated = status_right = status_all = 0
    with torch.no_grad():
        for lesson in held:
            logits, status, _ = network(**tensors(lesson))
            target = torch.from_numpy(lesson.labels.target)
            group = torch.from_numpy(lesson.labels.group)
            said = group_logits(logits, group, len(target)) > threshold
            right += int((said & (target > 0)).sum())
            found += int(said.sum())
            stated += int(target.sum())
            wanted = torch.from_numpy(lesson.labels.status)[group]
            status_right += int(((status.argmax(-1) == wanted) & (wanted >= 0)).sum())
            status_all += int((wanted >= 0).sum())
    p, r = right / max(found, 1), right / max(stated, 1)
    return p, r, 2 * p * r / max(p + r, 1e-9), status_right / max(status_all, 1)


def fit(
    data: Sequence[Lesson],
    held: Sequence[Lesson],
    epochs: int,
    seed: int = 0,
    rate: float = 3e-3,
    start: Weights | None = None,
    dropout: float = 0.3,
    teachers: Sequence[RelationNetwork] = (),
    swap: float = 0.0,
) -> RelationNetwork:
    """Train a network; the learning rate rises over the first epoch and falls to zero by a cosine.

    With the weights of an earlier network as ``start`` it goes on from there (Loshchilov and Hutter 2017, "SGDR:
    Stochastic gradient descent with warm restarts").
    """
    torch.manual_seed(seed)
    order = random.Random(seed)
    network = RelationNetwork(dropout=dropout)
    if start is not None:
        network.load_state_dict(start)
    weight = torch.full((len(LABELS),), 1.5)
    tables = [network.words.weight, network.lemmas.weight, network.pieces.weight]
    dense = [p for p in network.parameters() if not any(p is table for table in tables)]
    optimizer = torch.optim.AdamW(dense, lr=rate, weight_decay=0.02)
    sparse = torch.optim.SparseAdam(tables, lr=rate)
    batch = 2
    steps = epochs * math.ceil(len(data) / batch)
    schedules = [
        torch.optim.lr_scheduler.LambdaLR(
            o,
            lambda n: (
                min(1.0, n / (steps / epochs)) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1.0, n / steps))))
            ),
        )
        for o in (optimizer, sparse)
    ]
    for epoch in range(epochs):
        network.train()
        shuffled = list(data)
        order.shuffle(shuffled)
        total = 0.0
        for at in range(0, len(shuffled), batch):
            optimizer.zero_grad()
            sparse.zero_grad()
            for lesson in shuffled[at : at + batch]:
                loss = step(network, lesson, weight, teachers, swap)
                loss.backward()
                total += loss.item()
            torch.nn.utils.clip_grad_norm_(dense, 5.0)
            optimizer.step()
            sparse.step()
            for schedule in schedules:
                schedule.step()
        figures = evaluate(network, held) if held else (0.0,) * 4
        log.info(
            "epoch %2d loss %.3f held-out P %.3f R %.3f F1 %.3f status %.3f", epoch + 1, total / len(data), *figures
        )
    network.eval()
    return network


def mean_of(networks: Sequence[RelationNetwork]) -> RelationNetwork:
    """Return the network whose weights are the mean of some that went on from the same one.

    After Wortsman et al. 2022, "Model soups: averaging weights of multiple fine-tuned models".
    """
    states = [network.state_dict() for network in networks]
    mean = RelationNetwork()
    mean.load_state_dict({name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]})
    return mean.eval()


def loaded(path: Path) -> RelationNetwork:
    """Return a network with the weights in a file, for reading alone."""
    network = RelationNetwork()
    network.load_state_dict(torch.load(path))
    return network.eval()


@click.command(help=__doc__)
@click.option("--articles", default=FOLDER, type=click.Path(path_type=Path), show_default=True)
@click.option("--out", default=MODEL, type=click.Path(path_type=Path), show_default=True)
@click.option("--epochs", default=13, show_default=True)
@click.option("--rate", default=3e-3, show_default=True, help="Highest learning rate.")
@click.option("--seed", "seeds", default=(0,), multiple=True, show_default=True, help="Several: their mean is kept.")
@click.option("--dropout", default=0.3, show_default=True, help="Share of what is read that is left out in training.")
@click.option("--start", type=click.Path(exists=True, path_type=Path), help="Weights to go on from.")
@click.option("--teacher", multiple=True, type=click.Path(exists=True, path_type=Path), help="Weights to learn from.")
@click.option("--swap", default=0.0, show_default=True, help="Share of words that are read as others in training.")
@click.option("--keep", type=click.Path(path_type=Path), help="Also write the weights here, to go on from.")
def main(
    articles: Path,
    out: Path,
    epochs: int,
    rate: float,
    seeds: Sequence[int],
    dropout: float,
    start: Path | None,
    teacher: Sequence[Path],
    swap: float,
    keep: Path | None,
) -> None:
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True, warn_only=True)
    reader = ClaimReader(load_pipeline("de"), load_lexicon("de"))
    train = list(lessons(files(articles, held_out=False), reader))
    held = list(lessons(files(articles, held_out=True), reader))
    stated, covered = (sum(getattr(d.labels, name) for d in (*train, *held)) for name in ("stated", "covered"))
    log.info("%d articles, %d held out; %d of %d statements have a pair", len(train), len(held), covered, stated)
    begin = torch.load(start) if start else None
    teachers = [loaded(path) for path in teacher]
    network = mean_of([fit(train, held, epochs, seed, rate, begin, dropout, teachers, swap) for seed in seeds])
    if keep:
        torch.save(network.state_dict(), keep)
    export(network, out)


if __name__ == "__main__":
    main()
