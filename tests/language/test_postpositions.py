"""Postpositions hang on the phrase before them, whatever follows."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Bayer will einem Zeitungsbericht zufolge Monsanto verkaufen.", "Zeitungsbericht"),
        ("Ford will der IG Metall zufolge 2000 Stellen streichen.", "IG"),
        ("Bloomberg zufolge kauft SAP den Rivalen WalkMe.", "Bloomberg"),
    ],
)
def test_what_a_postposition_hangs_on(reader: ClaimReader, text: str, head: str) -> None:
    syntax = reader.document(Article("a", text)).syntax
    assert syntax.words[syntax.heads[syntax.words.index("zufolge")]] == head


def test_its_phrase_hangs_on_the_verb(reader: ClaimReader) -> None:
    text = 'Die Bafin bemängelt darin dem "Handelsblatt" zufolge Lücken im Risikomanagement von N26 und prüft Folgen.'
    syntax = reader.document(Article("a", text)).syntax
    assert syntax.words[syntax.heads[syntax.words.index("Handelsblatt")]] == "bemängelt"
