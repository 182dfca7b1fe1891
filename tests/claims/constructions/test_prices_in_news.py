"""What looks like the move of a share and is none: its worth, a brand's business, a target."""

from __future__ import annotations

import pytest

from kg.claims.constructions.prices import price_moves
from kg.claims.reader import ClaimReader
from tests.claims.constructions.reading import read


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Mit einem Abschlag von 30 Prozent zum Buchwert erscheint die Commerzbank-Aktie günstig.", []),
        ("Mit einem Abschlag von 3 Prozent ging die Commerzbank-Aktie aus dem Handel.", [-3]),
        ("Beiersdorf hat zugelegt. Die Marke Nivea legte um 6 Prozent zu.", []),
    ],
)
def test_what_is_no_move(reader: ClaimReader, text: str, values: list[int]) -> None:
    assert [c.value for c in read(reader, price_moves, text) if c.value != "up"] == values


def test_a_target_is_no_price(reader: ClaimReader) -> None:
    text = "Nach einer Kurszielanhebung durch Berenberg auf 140 Euro gewannen die Aktien von Beiersdorf 2,1 Prozent."
    (claim,) = read(reader, price_moves, text)
    assert (claim.value, claim.qualifiers.get("price")) == (2.1, None)
