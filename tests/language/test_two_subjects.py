"""Of two subjects the one that cannot be it is the object; so is what stands before a second participle."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader


@pytest.mark.parametrize(
    ("text", "word", "relation"),
    [
        ("Insolvenzverwalter Michael Jaffé hat die Wirtschaftsprüfer von EY verklagt.", "Wirtschaftsprüfer", "obj"),
        ("Insolvenzverwalter Michael Jaffé hat die Wirtschaftsprüfer von EY verklagt.", "Insolvenzverwalter", "nsubj"),
        ("ABB hat im dritten Quartal mehr verdient und die Robotiksparte verkauft.", "Robotiksparte", "obj"),
        # a participle with a subject of its own
        ("ABB hat mehr verdient, und Siemens hat die Robotiksparte verkauft.", "Siemens", "nsubj"),
        ("Die Siemens-Aktie stieg, und die Umsätze wuchsen.", "Umsätze", "nsubj"),
    ],
)
def test_relations(reader: ClaimReader, text: str, word: str, relation: str) -> None:
    syntax = reader.document(Article("a", text)).syntax
    assert syntax.deps[syntax.words.index(word)] == relation
