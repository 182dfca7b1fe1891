"""Which companies judge shares."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.analyst_houses import AnalystHouses
from kg.claims.reader import ClaimReader

HOUSES = [
    ("Goldman Sachs hob das Kursziel.", {"Goldman Sachs"}),
    ("Die Deutsche Bank senkte das Kursziel.", {"Deutsche Bank"}),
    ("Jefferies lobte Siemens.", {"Jefferies"}),
    ("SAP senkte die Prognose.", set()),
]


@pytest.mark.parametrize(("text", "wanted"), HOUSES)
def test_houses(reader: ClaimReader, text: str, wanted: set[str]) -> None:
    document = reader.document(Article("a", text))
    houses = AnalystHouses(reader.lexicon.words["ratings"])
    assert document.mentions
    assert {m.name for m in document.mentions if houses.names(document, m)} == wanted
