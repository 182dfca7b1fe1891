"""The halves of a headline are clauses of their own."""

from __future__ import annotations

import pytest

from kg.language.pipeline import Pipeline

HEADLINES = [
    # headline, word, the verb that it belongs to
    ("Novartis schluckt Avidity für zwölf Milliarden Dollar - Aktie gibt nach", "Aktie", "gibt"),
    ("Lanxess wird Beteiligung an Envalior nicht los - Kurs bricht ein", "Beteiligung", "wird"),
    ("Lanxess wird Beteiligung an Envalior nicht los - Kurs bricht ein", "Kurs", "bricht"),
]


@pytest.mark.parametrize(("headline", "word", "verb"), HEADLINES)
def test_a_word_hangs_on_the_verb_of_its_half(pipeline: Pipeline, headline: str, word: str, verb: str) -> None:
    s = pipeline.annotate(headline).syntax
    assert s.words[s.heads[s.words.index(word)]] == verb


@pytest.mark.parametrize("text", [h for h, _, _ in HEADLINES[1:]] + ["A - B", "Kauft A - kauft B", "- ist - war"])
def test_the_tree_stays_a_tree(pipeline: Pipeline, text: str) -> None:
    s = pipeline.annotate(text).syntax
    for i in range(len(s)):
        assert len([*s.ancestors(i)]) < len(s)
