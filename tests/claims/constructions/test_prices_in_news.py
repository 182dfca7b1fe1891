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


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Die Aktien von Rheinmetall erreichten bei 1950 Euro ein Rekordhoch.", ["up"]),
        ("Die Papiere von Nordex markierten den höchsten Stand seit 2021.", ["up"]),
        ("Gerresheimer fielen auf den tiefsten Stand seit 2009.", ["down"]),
        ("Großauftrag hievt Hensoldt auf Rekordhoch", ["up"]),
        ("Der Umsatz von SAP erreichte ein Rekordhoch.", []),
        ("Die Zahl der Passagiere bei Fraport erreichte den höchsten Stand seit 2019.", []),
    ],
)
def test_extremes_that_shares_reach(reader: ClaimReader, text: str, values: list[str]) -> None:
    assert [c.value for c in read(reader, price_moves, text)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Infineon zogen um 3 Prozent an, nachdem Nvidia Zahlen vorgelegt hatte.", [3]),
        ("Starbucks zogen um 2,5 Prozent an: Barclays hob das Kursziel.", [2.5]),
        ("Der Investor gibt 3 Prozent an Covestro ab.", []),
    ],
)
def test_the_particle_of_a_verb_holds_no_stake(reader: ClaimReader, text: str, values: list[float]) -> None:
    assert [c.value for c in read(reader, price_moves, text)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Eine Gewinnwarnung drückte die Aktie von Nagarro um 8 Prozent auf 45 Euro.", [-8]),
        ("Ein Großauftrag trieb die Titel von Kontron um gut 4 Prozent auf 25 Euro.", [4]),
        ("Höhere Rohstoffpreise drückten den Gewinn von Henkel um 5 Prozent.", []),
        ("Die Zölle drückten das Ergebnis je Aktie von BMW um 5 Prozent.", []),
    ],
)
def test_a_percentage_tells_which_way_a_share_is_pushed(reader: ClaimReader, text: str, values: list[float]) -> None:
    assert [c.value for c in read(reader, price_moves, text)] == values
