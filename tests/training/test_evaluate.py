"""The shipped model on sentences and articles that it was not trained on: figures may rise, never fall."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from kg.language.models import MODELS
from kg.language.pipeline import load_pipeline
from training import corpus
from training.agreement import compare
from training.conllu import read
from training.evaluate import name_figures, recogniser_figures, syntax_figures

CORPUS = Path(__file__).parents[2] / "training" / "corpus"
SYNTAX = {"pos_acc": 0.97, "dep_uas": 0.92, "dep_las": 0.89, "lemma_acc": 0.965, "sents_f": 0.985}
NAMES = {"names_f": 0.83, "names_span_f": 0.91}
#: model, dictionary and cues together on the sentences that nothing was trained on
RECOGNISED = {"names_f": 0.88, "names_span_f": 0.94}
#: two annotators on the same sentences
AGREEMENT = {"upos": 0.99, "uas": 0.97, "las": 0.965, "lemma": 0.99, "names": 0.98}


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(MODELS["de"])


def test_words_and_trees_hold_their_floors(nlp: Language) -> None:
    figures = syntax_figures(nlp, corpus.test_sentences(CORPUS))
    assert {key: figures[key] for key, floor in SYNTAX.items() if figures[key] < floor} == {}


def test_names_hold_their_floors(nlp: Language) -> None:
    figures = name_figures(nlp, list(corpus.article_texts(CORPUS, held_out=True)))
    assert {key: figures[key] for key, floor in NAMES.items() if float(str(figures[key])) < floor} == {}


def test_the_recogniser_holds_its_floors(nlp: Language) -> None:
    texts = list(corpus.sentence_texts(corpus.test_sentences(CORPUS)))
    figures = recogniser_figures(load_pipeline("de", nlp), texts)
    assert {key: figures[key] for key, floor in RECOGNISED.items() if float(str(figures[key])) < floor} == {}


def test_two_annotators_agree() -> None:
    second = list(read(CORPUS / "agreement" / "b3.conllu"))
    found = compare(corpus.test_sentences(CORPUS), second)
    assert found.sentences >= 150
    assert {key: getattr(found, key) for key, floor in AGREEMENT.items() if getattr(found, key) < floor} == {}


def test_the_corpus_is_large_enough_and_its_test_set_stands_apart() -> None:
    trained, tested = corpus.training_sentences(CORPUS), corpus.test_sentences(CORPUS)
    assert len(trained) + len(tested) >= 2500 and len(tested) >= 300
    assert not {corpus.article_id(s) for s in trained} & {corpus.article_id(s) for s in tested}


def test_the_model_is_small() -> None:
    assert sum(path.stat().st_size for path in MODELS["de"].rglob("*") if path.is_file()) < 15_000_000
