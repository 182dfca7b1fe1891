"""The shipped model on sentences and articles that it was not trained on: figures may rise, never fall."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from kg.language.pipeline import MODELS
from training import corpus
from training.evaluate import name_figures, syntax_figures

CORPUS = Path(__file__).parents[2] / "training" / "corpus"
SYNTAX = {"pos_acc": 0.97, "dep_uas": 0.905, "dep_las": 0.875, "lemma_acc": 0.96, "sents_f": 0.97}
NAMES = {"names_f": 0.78, "names_span_f": 0.89}


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(MODELS["de"])


def test_words_and_trees_hold_their_floors(nlp: Language) -> None:
    figures = syntax_figures(nlp, corpus.test_sentences(CORPUS))
    assert {key: figures[key] for key, floor in SYNTAX.items() if figures[key] < floor} == {}


def test_names_hold_their_floors(nlp: Language) -> None:
    figures = name_figures(nlp, list(corpus.article_texts(CORPUS, held_out=True)))
    assert {key: figures[key] for key, floor in NAMES.items() if float(str(figures[key])) < floor} == {}


def test_the_model_is_small() -> None:
    assert sum(path.stat().st_size for path in MODELS["de"].rglob("*") if path.is_file()) < 15_000_000
