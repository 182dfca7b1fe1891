"""The other party of a deal."""

from __future__ import annotations

import datetime as dt

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader

GROUPS = [
    "Ein von KKR geführtes Konsortium kauft den Softwareanbieter Datagroup.",
    "Der Versandhändler Otto wird von einem Konsortium unter Führung von Advent übernommen.",
    # who approves a deal is no party to it
    "Der Kauf von Sana durch Asklepios wurde von der EU-Kommission genehmigt.",
]


@pytest.mark.parametrize("sentence", GROUPS)
def test_a_group_of_buyers_sells_them_nothing(reader: ClaimReader, sentence: str) -> None:
    claims = reader.read(Article("a", sentence, published=dt.date(2025, 11, 5))).claims
    assert [dict(c.qualifiers) for c in claims if c.predicate == "acquires"] == [{}]
