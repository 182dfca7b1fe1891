"""One bond of two is told once, with the status that holds at last."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader


@pytest.mark.parametrize(
    ("text", "predicate", "statuses"),
    [
        (
            "Henkel und Kao prüfen seit Mai eine Fusion. Am Montag brachen Henkel und Kao ihre Fusionsgespräche ab.",
            "mergesWith",
            ["negated"],
        ),
        ("Henkel und Kao brechen Fusionsgespräche ab", "mergesWith", ["negated"]),
        (
            "AMD will dem Rivalen Nvidia die Stirn bieten. AMD verlor im Mai Marktanteile an Nvidia.",
            "competesWith",
            ["actual"],
        ),
        ("BMW kooperiert mit Toyota. Die Partnerschaft von BMW und Toyota wächst.", "partnersWith", ["actual"]),
        ("Ein Konsortium aus dem Investor Advent und der Cinven bietet für Stada.", "partnersWith", ["actual"]),
    ],
)
def test_how_often_a_bond_is_told(reader: ClaimReader, text: str, predicate: str, statuses: list[str]) -> None:
    claims = reader.read(Article("a", text)).claims
    assert [c.status for c in claims if c.predicate == predicate] == statuses
