"""Orders as newspapers tell them: what they are worth, what is ordered, and what is no order."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.claim import Claim
from kg.claims.reader import ClaimReader


def orders(reader: ClaimReader, text: str) -> list[Claim]:
    """Return the claims of a text about supplies."""
    return [c for c in reader.read(Article("example", text)).claims if c.predicate == "suppliesTo"]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Rheinmetall hat von der Bundeswehr einen Großauftrag zur Lieferung von Munition erhalten. Der Rahmenvertrag "
         "umfasst ein Volumen von bis zu 8,5 Milliarden Euro.", 8500000000),
        ("Die Bundeswehr hat bei Helsing Drohnen bestellt. Der Auftragswert liegt bei 300 Millionen Euro.", 300000000),
        ("Stadler Rail hat von den ÖBB einen Auftrag über 14 Doppelstockzüge erhalten. Das Volumen liegt bei rund 280 "
         "Millionen Euro.", 280000000),
        # a price of one piece, of a firm, and another figure of the supplier
        ("Die Bundeswehr hat bei KNDS Panzer bestellt. Der Auftrag umfasst Kosten von 20 Millionen Euro je Stück.",
         None),
        ("Rheinmetall erhielt von der Bundeswehr einen Auftrag. Für Loc Performance legte der Konzern einen Kaufpreis "
         "von 950 Millionen Dollar auf den Tisch.", None),
        ("Hensoldt bekam von der Bundeswehr einen Auftrag über Radare. Im dritten Quartal stieg der Auftragsbestand "
         "auf sieben Milliarden Euro.", None),
    ],
)  # fmt: skip
def test_the_worth_of_an_order(reader: ClaimReader, text: str, amount: int | None) -> None:
    """The sentence behind an order tells what it is worth, and no other sum."""
    assert [c.qualifiers.get("amount") for c in orders(reader, text)] == [amount]


@pytest.mark.parametrize(
    "text",
    [
        "Rheinmetall hat von der Bundeswehr einen Auftrag über 500 Millionen Euro erhalten.",
        "BMW hatte einen Auftrag über zwei Milliarden Euro bei Northvolt storniert.",
        "Zu den Kunden von Dotmatics zählen Pharmakonzerne wie Bayer und Merck.",
    ],
)
def test_sums_and_firms_are_no_goods(reader: ClaimReader, text: str) -> None:
    """Neither the sum of an order nor the kind of firm that the buyer is, is what is delivered."""
    found = orders(reader, text)
    assert found
    assert not any("product" in c.qualifiers for c in found)


def test_orders_of_different_goods_are_two(reader: ClaimReader) -> None:
    """The day of one order is not that of another."""
    found = orders(reader, "Stadler Rail hat von den ÖBB einen Auftrag über 14 Doppelstockzüge erhalten. Bereits 2023 "
                   "hatten die ÖBB bei Stadler Rail 21 Nahverkehrszüge bestellt.")  # fmt: skip
    dates = {str(c.qualifiers["product"]): c.qualifiers.get("date") for c in found}
    assert dates == {"14 Doppelstockzüge": None, "21 Nahverkehrszüge": "2023"}


@pytest.mark.parametrize(
    "text",
    [
        "Das US-Unternehmen Lyten kauft Teile des Batterieherstellers Northvolt.",
        "Lyten übernimmt große Teile des insolventen Batterieherstellers Northvolt.",
    ],
)
def test_parts_of_a_firm_are_no_goods(reader: ClaimReader, text: str) -> None:
    """Who buys parts of a firm is not supplied by it."""
    assert orders(reader, text) == []


def test_a_payment_in_advance_is_no_takeover(reader: ClaimReader) -> None:
    """What is paid to a partner buys no shares."""
    claims = reader.read(Article("example", "BMS zahlt Biontech vorab 1,5 Milliarden Dollar.")).claims
    assert [c for c in claims if c.predicate == "acquires"] == []


@pytest.mark.parametrize("text", ["Das US-Start-up Lyten eröffnet ein Werk.", "US-Start-up Lyten kauft Northvolt"])
def test_a_country_and_a_kind_of_firm_are_no_place(reader: ClaimReader, text: str) -> None:
    """What stands before a firm's name tells where it is from."""
    claims = reader.read(Article("example", text)).claims
    assert [c.names[1] for c in claims if (c.subject.name, c.predicate) == ("Lyten", "locatedIn")] == ["USA"]


def test_what_another_plant_costs_is_no_price(reader: ClaimReader) -> None:
    """A later sentence about one more plant tells nothing of the one that is sold."""
    text = (
        "VW will Werk Osnabrück an Rheinmetall verkaufen\n\nRheinmetall betreibt Werke in Unterlüß und Kassel. In "
        "Litauen baut das Unternehmen ein weiteres Werk, das 180 Millionen Euro kosten soll."
    )
    sold = [c for c in reader.read(Article("example", text)).claims if c.predicate == "sells"]
    assert sold
    assert not any("amount" in c.qualifiers for c in sold)
