"""A relative clause about one hangs on the last of a list."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader


@pytest.mark.parametrize(
    ("text", "verb", "noun"),
    [
        ("Dazu gehören die Marken Linde und Still sowie der US-Automatisierer Dematic, den Kion gekauft hat.",
         "gekauft", "US-Automatisierer"),
        ("Konkurrenten sind Bauer und Herrenknecht, das aus Schwanau kommt.", "kommt", "Herrenknecht"),
        ("Konkurrenten sind Bauer und Herrenknecht, die beide wachsen.", "wachsen", "Bauer"),
    ],
)  # fmt: skip
def test_whom_a_clause_is_about(reader: ClaimReader, text: str, verb: str, noun: str) -> None:
    syntax = reader.document(Article("a", text)).syntax
    i = syntax.words.index(verb)
    assert (syntax.deps[i], syntax.words[syntax.heads[i]]) == ("acl:relcl", noun)
