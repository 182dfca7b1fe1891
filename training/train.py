"""Make the German model from the corpora, with fixed seeds.

python -m training.train                                # the model that is shipped
python -m training.train --hold-out gsd --out /tmp/held # the one whose figures are honest on GSD test
"""

from __future__ import annotations

import logging
import random
from collections.abc import Sequence
from pathlib import Path

import click
import spacy
from spacy.language import Language
from spacy.training import Example

from kg.language.gazetteer import shipped_authority
from training import grammar
from training.augment import WordExchange
from training.conllu import Sentence
from training.corpus import (
    NamedText,
    article_id,
    article_texts,
    raw_texts,
    sentence_texts,
    test_sentences,
    training_sentences,
)
from training.docs import Paragraph, example, paragraphs
from training.germeval import GERMEVAL, read_germeval
from training.hints import NameWords, hinted_example, name_pools, recognised
from training.loop import blank_pipeline, train
from training.names import NameExchange, known_organisations, listed_companies, named_docs
from training.package import package
from training.treebank import GSD_TEST, TREEBANKS, read_treebanks

MODEL = Path("kg/language/de/model")
#: how many times a sentence of our own counts in an epoch, for one of a public treebank
OWN_WEIGHT = 3
#: share of sentences with exchanged words, and share of words exchanged in them
EXCHANGED_SENTENCES, EXCHANGED_WORDS = 0.5, 0.3
#: a public sentence with names is used in one epoch of this many
GERMEVAL_EPOCHS = 3

log = logging.getLogger(__name__)


@click.command(help=__doc__)
@click.option("--data", default="../shared/data", type=click.Path(exists=True, path_type=Path))
@click.option("--corpus", default="training/corpus", type=click.Path(exists=True, path_type=Path))
@click.option("--out", default=MODEL, type=click.Path(file_okay=False, path_type=Path))
@click.option("--hold-out", type=click.Choice(["gsd"]), help="Leave the test part of GSD out of the training.")
@click.option("--syntax-steps", default=2500, show_default=True)
@click.option("--generated", default=1500, show_default=True, help="Sentences from the grammar in every epoch.")
@click.option("--keep-syntax", is_flag=True, help="Train the names only; take the rest from the shipped model.")
@click.option("--keep-names", is_flag=True, help="Train the syntax only; take the names from the shipped model.")
@click.option("--names-steps", default=5000, show_default=True)
def main(
    data: Path, corpus: Path, out: Path, hold_out: str | None, syntax_steps: int, generated: int, keep_syntax: bool,
    keep_names: bool, names_steps: int,
) -> None:  # fmt: skip
    """Train both parts, join them and write the model's folder."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    names = spacy.load(MODEL) if keep_names else train_names(data, corpus, names_steps)
    if keep_syntax:
        syntax = spacy.load(MODEL, exclude=["ner"])
    else:
        treebanks = [t for t in TREEBANKS if not (hold_out and t == GSD_TEST)]
        public = list(recognised(read_treebanks(data, treebanks), names))
        exchange = NameWords(name_pools(shipped_authority(), listed_companies(data)))
        syntax = train_syntax(public, training_sentences(corpus), exchange, syntax_steps, generated)
    package(syntax, names, out)


def train_syntax(
    public: Sequence[Sentence], own: Sequence[Sentence], names: NameWords, steps: int, generated: int = 0
) -> Language:
    """Train tags, features, trees and lemmas.

    Every epoch exchanges names and words, groups the sentences into other paragraphs and adds new ones (``generated``)
    from the grammar.
    """
    nlp, settings = blank_pipeline("syntax")
    log.info("syntax: %d public and %d own sentences", len(public), len(own))
    words = WordExchange([*public, *own], EXCHANGED_WORDS)

    def epoch(chance: random.Random) -> list[Example]:
        groups: list[Paragraph] = []
        for sentences in (public, *[own] * OWN_WEIGHT):
            varied = (_varied(names.exchanged(s, chance), words, chance) for s in sentences)
            groups += paragraphs(varied, chance.random())
        groups += paragraphs(grammar.sentences(chance, generated), chance.random())
        return [hinted_example(g, nlp, chance) for g in groups]

    return train(nlp, settings, epoch, steps)


def _varied(sentence: Sentence, words: WordExchange, chance: random.Random) -> Sentence:
    return words.exchanged(sentence, chance) if chance.random() < EXCHANGED_SENTENCES else sentence


def train_names(data: Path, corpus: Path, steps: int) -> Language:
    """Train the recogniser of names; every epoch exchanges names for others in half of our own texts."""
    nlp, settings = blank_pipeline("names")
    own = own_texts(corpus)
    companies = listed_companies(data)
    known = known_organisations(own, companies)
    public = [t for name in GERMEVAL for t in read_germeval(data / "ner" / f"{name}.tsv.xz", known)]
    log.info("names: %d public sentences and %d own paragraphs", len(public), len(own))
    exchange = NameExchange(own, companies, settings["seed"], shipped_authority())

    def epoch(chance: random.Random) -> list[Example]:
        texts = [t if chance.random() < 0.5 else exchange.exchanged(t) for t in own]
        texts += chance.sample(public, len(public) // GERMEVAL_EPOCHS)
        return [example(doc) for doc in named_docs(nlp, texts)]

    return train(nlp, settings, epoch, steps)


def own_texts(corpus: Path) -> list[NamedText]:
    """Return our texts with names: corrected ones, and raw articles that are not corrected yet."""
    corrected = training_sentences(corpus)
    done = {article_id(s) for s in [*corrected, *test_sentences(corpus)]}
    return [*sentence_texts(corrected), *raw_texts(corpus, done), *article_texts(corpus)]


if __name__ == "__main__":
    main()
