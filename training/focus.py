"""Fit whom a sentence speaks of without naming: python -m training.focus

Learns from the training articles: sentences that state something of a company which they do not name. Writes the
weights of ``kg.claims.focus`` and prints how often they are right on articles held out of the training.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import torch

from kg.claims.document import Document
from kg.claims.focus import CLASSES, WEIGHTS, score
from kg.claims.reader import ClaimReader
from kg.claims.told import Features
from training.articles import AnnotatedArticle, Statement, files, read_articles
from training.relations.labels import annotated_sentences, referents_of

#: how strongly weights are drawn to zero, for each decision
SHRINK = 0.001
#: predicates whose object is the company that a sentence may leave out: "Konzernchef Tan"
_OF_OBJECT = frozenset({"worksFor", "departsFrom"})


@dataclass(frozen=True, slots=True)
class Choice:
    """A sentence that leaves out its company: the companies that it can mean, and which of them it means."""

    features: tuple[Features, ...]
    right: tuple[bool, ...]


def choices(paths: Iterable[Path], reader: ClaimReader) -> Iterator[Choice]:
    """Yield the choices of the articles in files."""
    for path in paths:
        for annotated in read_articles(path):
            yield from _of_article(annotated, reader.document(annotated.article()))


def _of_article(annotated: AnnotatedArticle, document: Document) -> Iterator[Choice]:
    known = referents_of(document, annotated)
    for sentence, numbers in annotated_sentences(document, annotated):
        present = {m.referent for n in numbers for m in document.mentions_in(*document.syntax.sentences[n])}
        for key in sorted({_left_out(statement) for statement in sentence.statements} - {""}):
            meant = known.get(key, set())
            if not meant or meant & present or not numbers or annotated.entities[key][0] not in CLASSES:
                continue
            found = list(document.ranker.candidates(numbers[0]))
            right = tuple(mention.referent in meant for mention, _ in found)
            if found:
                yield Choice(tuple(features for _, features in found), right)


def _left_out(statement: Statement) -> str:
    return (statement.object or "") if statement.predicate in _OF_OBJECT else statement.subject


def fit(samples: Sequence[Choice]) -> dict[str, float]:
    """Return the weights with which the companies that are meant are likeliest, each among its choices."""
    names = sorted({name for choice in samples for features in choice.features for name in features})
    tables = [
        (torch.tensor([[f.get(n, 0.0) for n in names] for f in c.features]), torch.tensor(c.right))
        for c in samples
        if any(c.right)
    ]
    weights = torch.zeros(len(names), requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=100)

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        value = SHRINK * len(tables) * (weights**2).sum()
        for table, right in tables:
            value = value - torch.logsumexp(torch.log_softmax(table @ weights, 0)[right], 0)
        value.backward()
        return value

    optimizer.step(loss)
    return {name: round(float(w), 3) for name, w in zip(names, weights.detach(), strict=True)}


def share_right(samples: Sequence[Choice], weights: dict[str, float]) -> float:
    """Return how often the likeliest company is the one that is meant."""
    right = 0
    for choice in samples:
        scores = [score(features, weights) for features in choice.features]
        right += choice.right[scores.index(max(scores))]
    return right / len(samples)


@click.command(help=__doc__)
def main() -> None:
    reader = ClaimReader.load()
    learned, held_out = (list(choices(files(held_out=held), reader)) for held in (False, True))
    weights = fit(learned)
    WEIGHTS.write_text(json.dumps(weights, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(learned)} choices: right {share_right(learned, weights):.3f}")
    print(f"{len(held_out)} held out: right {share_right(held_out, weights):.3f}")


if __name__ == "__main__":
    main()
