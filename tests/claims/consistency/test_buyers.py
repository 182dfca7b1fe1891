"""A buyer behind "an" is not what is sold; a stake "an" a company is."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader


@pytest.mark.parametrize(
    ("text", "sold"),
    [
        ("BASF verkauft Lackgeschäft an Carlyle.", set()),
        ("BASF verkauft seine Tochter Wintershall an den Finanzinvestor Carlyle.", {"Wintershall Dea"}),
        ("Bayer verkauft seine Anteile an Covestro.", {"Covestro"}),
        ("Bayer verkauft seine Beteiligung an Covestro an den Konkurrenten Adnoc.", {"Covestro"}),
    ],
)
def test_what_is_sold(reader: ClaimReader, text: str, sold: set[str]) -> None:
    claims = reader.read(Article("a", text)).claims
    named = {c.object.name for c in claims if c.predicate == "sells" and c.object}
    assert named - {"Lackgeschäft"} == sold
