"""Measure a model on data it was not trained on.

python -m training.evaluate kg/language/de/model --hold-out gsd
"""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import click
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from kg.language.mentions import MentionFinder
from kg.language.pipeline import Pipeline, load_pipeline
from training.conllu import Sentence
from training.corpus import NamedText, article_texts, sentence_texts, test_sentences
from training.docs import example, paragraphs, to_doc
from training.names import named_docs
from training.treebank import GSD_TEST, read_treebanks

_SPEED_WORDS = 50_000


@click.command(help=__doc__)
@click.argument("model", type=click.Path(exists=True, path_type=Path))
@click.option("--data", default="../shared/data", type=click.Path(path_type=Path))
@click.option("--corpus", default="training/corpus", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--hold-out", type=click.Choice(["gsd"]), help="The model was trained without GSD test: measure it."
)
def main(model: Path, data: Path, corpus: Path, hold_out: str | None) -> None:
    """Print the figures as JSON."""
    begin = time.perf_counter()
    nlp = spacy.load(model)
    figures: dict[str, object] = {"load_seconds": round(time.perf_counter() - begin, 2)}
    own = test_sentences(corpus)
    if hold_out:
        figures["gsd_test"] = syntax_figures(nlp, list(read_treebanks(data, [GSD_TEST])))
    if own:
        texts = list(sentence_texts(own))
        figures["own_test"] = syntax_figures(nlp, own) | name_figures(nlp, texts)
        figures["own_test_recogniser"] = recogniser_figures(load_pipeline("de", nlp), texts)
    articles = list(article_texts(corpus, held_out=True))
    if articles:
        figures["held_out_articles"] = {"pieces": len(articles)} | name_figures(nlp, articles)
    figures["words_per_second"] = words_per_second(nlp, own or list(read_treebanks(data, [GSD_TEST])))
    click.echo(json.dumps(figures, indent=2, ensure_ascii=False))


def syntax_figures(nlp: Language, sentences: Sequence[Sentence]) -> dict[str, float]:
    """Return the shares that are right; the model finds the sentences, UAS and LAS leave punctuation out."""
    examples = [_predicted(nlp, example(to_doc(p, nlp.vocab))) for p in paragraphs(sentences)]
    scores: dict[str, float] = {}
    for name in ("morphologizer", "parser", "trainable_lemmatizer"):
        scores |= nlp.get_pipe(name).score(examples)  # type: ignore[attr-defined]
    wanted = ("pos_acc", "morph_acc", "dep_uas", "dep_las", "sents_f", "lemma_acc")
    return {"sentences": len(sentences)} | {key: round(scores[key], 4) for key in wanted}


def _predicted(nlp: Language, given: Example) -> Example:
    doc = given.predicted
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    return Example(doc, given.reference)


#: first and last token (exclusive) and class of a name
Span = tuple[int, int, str]


def name_figures(nlp: Language, texts: Sequence[NamedText]) -> dict[str, object]:
    """Return how well the model alone finds names; see ``span_figures``."""
    docs = list(named_docs(nlp, texts))
    return span_figures((_ents(nlp(gold.text)), _ents(gold)) for gold in docs)


def recogniser_figures(pipeline: Pipeline, texts: Sequence[NamedText]) -> dict[str, object]:
    """Return how well names are found by model, dictionary and cues together; see ``span_figures``.

    A city that stands for its exchange and a minister who stands for the ministry count as what the words are: a place,
    and no name.
    """
    finder = MentionFinder(pipeline.authority)
    docs = list(named_docs(pipeline.nlp, texts))
    return span_figures((_recognised(finder, pipeline.nlp(gold.text), gold), _ents(gold)) for gold in docs)


def span_figures(pairs: Iterable[tuple[set[Span], set[Span]]]) -> dict[str, object]:
    """Return precision, recall and F1 of names (span and class), and the same by class and by span alone.

    ``pairs`` are the names found in a text and those that stand in it.
    """
    right, found, wanted = Counter[str](), Counter[str](), Counter[str]()
    spans = 0
    for given, true in pairs:
        spans += len({g[:2] for g in given} & {t[:2] for t in true})
        for counter, names in ((right, given & true), (found, given), (wanted, true)):
            counter.update(label for _, _, label in names)
    by_class = {label: _f1(right[label], found[label], wanted[label]) for label in sorted(wanted)}
    total = (right.total(), found.total(), wanted.total())
    return {
        "names_p": round(total[0] / max(total[1], 1), 4),
        "names_r": round(total[0] / max(total[2], 1), 4),
        "names_f": _f1(*total),
        "names_span_f": _f1(spans, *total[1:]),
        "names_by_class": by_class,
    }


def _ents(doc: Doc) -> set[Span]:
    return {(e.start, e.end, e.label_) for e in doc.ents}


def _recognised(finder: MentionFinder, doc: Doc, gold: Doc) -> set[Span]:
    """Return the names that the recogniser finds, as the words that they are part of: "VW-Chef" for VW."""
    reading = finder.reading(doc)
    starts, ends = reading.pieces.starts, reading.pieces.ends
    found = set()
    for name in finder.names(reading):
        words = [t.i for t in gold if t.idx < ends[name.last - 1] and t.idx + len(t) > starts[name.first]]
        if name.kind in ("name", "compound") and name.type != "Topic" and words:
            found.add((words[0], words[-1] + 1, name.type))
    return found


def _f1(right: int, found: int, wanted: int) -> float:
    return round(2 * right / (found + wanted), 4) if found + wanted else 1.0


def words_per_second(nlp: Language, sentences: Sequence[Sentence]) -> int:
    """Return the throughput of the whole pipeline on texts of some paragraphs."""
    texts = [s.text for p in paragraphs(sentences) for s in p.sentences]
    articles = [" ".join(texts[i : i + 20]) for i in range(0, len(texts), 20)]
    words = 0
    begin = time.perf_counter()
    while words < _SPEED_WORDS:
        words += sum(len(doc) for doc in nlp.pipe(articles))
    return round(words / (time.perf_counter() - begin))


if __name__ == "__main__":
    main()
