"""What "bis zu" limits is a subject or object like any other number, unless it is a measure or shares."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader


@pytest.mark.parametrize(
    ("text", "word", "relation"),
    [
        ("Bis zu zehn Milliarden kommen von Nvidia.", "Milliarden", "nsubj"),
        ("Google stellt Anthropic bis zu eine Million Chips zur Verfügung.", "Chips", "obj"),
        # how long, and shares, which are no company
        ("Der Umbau dauert bis zu drei Jahre.", "Jahre", "obl"),
    ],
)
def test_relations(reader: ClaimReader, text: str, word: str, relation: str) -> None:
    syntax = reader.document(Article("a", text)).syntax
    assert syntax.deps[syntax.words.index(word)].split(":")[0] == relation


@pytest.mark.parametrize("text", ["Siemens zahlt bis zu", "bis", "Siemens und bis zu.", "Bis zu 3"])
def test_texts_that_break_off(reader: ClaimReader, text: str) -> None:
    assert len(reader.document(Article("a", text)).syntax) > 0
