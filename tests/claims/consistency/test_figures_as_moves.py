"""Changes of figures that are no moves of shares."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        ("BELIMO: Halbjahresumsatz plus 20 Prozent auf 558 Mio. Franken.", set()),
        ("Fielmann erlöste im ersten Halbjahr 1,2 Milliarden Euro, ein Plus von 9 Prozent.", set()),
        ("Der Umsatz von Fielmann wuchs um 9 Prozent. Die Aktie gewann 3 Prozent.", {3}),
    ],
)
def test_the_change_of_a_figure_is_no_move(reader: ClaimReader, text: str, moves: set[float]) -> None:
    claims = reader.read(Article("example", text)).claims
    assert {c.value for c in claims if c.predicate == "sharePriceChange"} == moves
