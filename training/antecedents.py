"""Fit what pronouns and nouns mean: python -m training.antecedents

Learns from the references that the training articles annotate. Writes the weights of
``kg.language.mentions.antecedents`` and prints, by kind of reference, how often they are right on articles held out.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import torch
from spacy.tokens import Doc

from kg.claims.document import Document
from kg.language.mentions import MentionFinder
from kg.language.mentions.antecedents import WEIGHTS, Features, Option, Ranker, score
from kg.language.mentions.discourse import Said
from kg.language.pipeline import Pipeline, load_pipeline
from training.articles import AnnotatedArticle, files, read_articles
from training.relations.labels import annotated_sentences, place_of, referents_of

#: how strongly weights are drawn to zero, for each decision: those that all kinds share, those of one kind
SHRINK = (0.0005, 0.002)

#: kinds of reference that stand with other words: "der Konzern"
WITH_WORDS = frozenset({"noun", "own noun", "person noun", "people", "share"})

Weights = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Choice:
    """A reference: the entities that it can mean, and which of them it means."""

    kind: str
    features: tuple[Features, ...]
    right: tuple[bool, ...]


class Recorder(Ranker):
    """A ranker that notes what it was asked."""

    def __init__(self, weights: Weights) -> None:
        super().__init__(weights)
        self.asked: dict[int, tuple[str, Sequence[Option]]] = {}

    def choose(self, kind: str, token: int, options: Sequence[Option], sure: float) -> Said | None:
        """Choose like any ranker."""
        self.asked[token] = kind, options
        return super().choose(kind, token, options, sure)


def of_article(annotated: AnnotatedArticle, doc: Doc, finder: MentionFinder, recorder: Recorder) -> Iterator[Choice]:
    """Yield the choices of one article that the model has been over."""
    recorder.asked.clear()
    mentions, referents = finder(doc)
    document = Document(doc, mentions, referents)
    known = referents_of(document, annotated)
    for sentence, _ in annotated_sentences(document, annotated):
        meant: dict[str, set[int]] = defaultdict(set)
        for words, key in sentence.references:
            meant[words] |= known.get(key, set())
        for words, right in meant.items():
            at = place_of(words, sentence.text)
            start, end = sentence.start + at, sentence.start + at + len(words)
            for token, (kind, options) in recorder.asked.items():
                told_so = at >= 0 and start <= document.syntax.starts[token] < end
                if told_so and options and (kind in WITH_WORDS or " " not in words):
                    told = tuple(option.said.candidate.referent in right for option in options)
                    yield Choice(kind, tuple(option.features for option in options), told)


def choices(paths: Iterable[Path], pipeline: Pipeline, weights: Weights) -> Iterator[Choice]:
    """Yield the choices of the articles in files, as they come up where earlier ones are made by weights."""
    recorder = Recorder(weights)
    finder = MentionFinder(pipeline.authority, ranker=recorder)
    articles = [article for path in paths for article in read_articles(path)]
    texts = ((article.article().text, article) for article in articles)
    for doc, article in pipeline.nlp.pipe(texts, as_tuples=True):
        yield from of_article(article, doc, finder, recorder)


def fit(samples: Sequence[Choice]) -> dict[str, dict[str, float]]:
    """Return the weights with which the entities that are meant are likeliest, each among its choices."""
    learned = [c for c in samples if any(c.right) and not all(c.right)]
    names = sorted({name for c in learned for features in c.features for name in features})
    kinds = sorted({c.kind for c in samples})
    table = torch.tensor([[f.get(n, 0.0) for n in names] for c in learned for f in c.features])
    kind = torch.tensor([kinds.index(c.kind) for c in learned for _ in c.features])
    number = torch.tensor([n for n, c in enumerate(learned) for _ in c.features])
    right = torch.tensor([r for c in learned for r in c.right])
    shared, own = torch.zeros(len(names), requires_grad=True), torch.zeros(len(kinds), len(names), requires_grad=True)
    optimizer = torch.optim.LBFGS([shared, own], max_iter=200, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        odds = torch.exp((table * (shared + own[kind])).sum(1).clamp(-30, 30))
        total = torch.zeros(len(learned)).index_add(0, number, odds)
        good = torch.zeros(len(learned)).index_add(0, number, odds * right)
        value = (total.log() - good.log()).sum()
        value = value + len(learned) * (SHRINK[0] * (shared**2).sum() + SHRINK[1] * (own**2).sum())
        value.backward()  # type: ignore[no-untyped-call]
        return value

    optimizer.step(loss)  # type: ignore[no-untyped-call]
    weights = (shared + own).detach()
    return {
        k: {n: round(float(w), 3) for n, w in zip(names, row, strict=True) if abs(w) >= 0.0005}
        for k, row in zip(kinds, weights, strict=True)
    }


def shares_right(samples: Sequence[Choice], weights: Weights) -> dict[str, tuple[int, float]]:
    """Return, by kind, how many references there are and how often the likeliest entity is the one that is meant."""
    right: dict[str, list[bool]] = defaultdict(list)
    for choice in samples:
        scores = [score(features, weights.get(choice.kind, {})) for features in choice.features]
        right[choice.kind].append(choice.right[scores.index(max(scores))])
    return {kind: (len(found), sum(found) / len(found)) for kind, found in sorted(right.items())}


@click.command(help=__doc__)
@click.option("--rounds", default=2, show_default=True, help="How often to learn, each time from what was learned.")
def main(rounds: int) -> None:
    pipeline = load_pipeline("de")
    weights: Weights = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    for _ in range(rounds):
        weights = fit(list(choices(files(held_out=False), pipeline, weights)))
    WEIGHTS.write_text(json.dumps(weights, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    held_out = list(choices(files(held_out=True), pipeline, weights))
    for kind, (count, share) in shares_right(held_out, weights).items():
        print(f"{kind}: {count} held out, right {share:.3f}")


if __name__ == "__main__":
    main()
