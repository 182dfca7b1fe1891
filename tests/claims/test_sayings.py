"""Sayings as triggers: the words before the verb must stand around it as they are written in the frame."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.lexicon import load_lexicon
from kg.claims.reader import ClaimReader


def test_a_saying_is_no_trigger_of_its_verb_alone() -> None:
    lexicon = load_lexicon()
    assert ("den rücken", "leave-idiom") in [(words, frame.name) for words, frame in lexicon.sayings["kehren"]]
    assert not any(frame.name == "leave-idiom" for frame in lexicon.verbs.get("kehren", ()))


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Robin Laik hat Mutares 2008 aus der Taufe gehoben.", ("Robin Laik", "founded", "Mutares")),
        ("Siemens-Finanzchef Ralf Thomas geht zum Jahresende von Bord.", ("Ralf Thomas", "departsFrom", "Siemens")),
        ("BYD hat Tesla beim Absatz hinter sich gelassen.", ("BYD", "competesWith", "Tesla")),
    ],
)
def test_sayings_are_read(reader: ClaimReader, text: str, claim: tuple[str, str, str]) -> None:
    found = [(c.subject.name, c.predicate, c.object.name) for c in reader.read(Article("x", text)).claims if c.object]
    assert claim in found
