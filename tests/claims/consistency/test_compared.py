"""Whom a sentence only compares with is no party of another's deed."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader


@pytest.mark.parametrize(
    "text",
    [
        "Im Gegensatz zu Tesla liefert BYD in Europa mehr Autos aus.",
        "Anders als SAP kooperiert Oracle mit Microsoft.",
        "Im Vergleich zu Puma hat Adidas Nike beliefert.",
    ],
)
def test_compared_is_no_party(reader: ClaimReader, text: str) -> None:
    claims = reader.read(Article("a", text)).claims
    told = {c.object.name for c in claims if c.object and c.predicate in ("suppliesTo", "partnersWith")}
    assert not told & {"Tesla", "SAP", "Puma"}


def test_what_is_alike_is_told_of_both(reader: ClaimReader) -> None:
    claims = reader.read(Article("a", "Ähnlich wie Ford baut Opel 500 Stellen ab.")).claims
    assert "Opel" in {c.subject.name for c in claims if c.predicate == "cutsJobs"}
