"""Results and the moves of shares as news agencies tell them in one breath."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.constructions.figures import figures
from kg.claims.constructions.prices import price_moves
from kg.claims.constructions.ratings import ratings
from kg.claims.reader import ClaimReader
from tests.claims.constructions.reading import facts, lines, read


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Operativ verdiente Krones 69,6 (Vorjahr: 59,0) Millionen Euro, netto 35,0 (34,9) Millionen.",
            {"Krones reports operatingProfit", "Krones reports netProfit"},
        ),
        ("Nach Steuern stieg der Gewinn von Krones von 7 auf 9 Millionen Euro.", {"Krones reports netProfit"}),
        ("Von März bis August schmolz der Umsatz von Südzucker auf 4 Milliarden Euro.", {"Südzucker reports revenue"}),
        ("Das Ergebnis von Krones wird nun niedriger erwartet.", {"Krones forecasts profit [planned]"}),
        ("Mit 8,1 Prozent waren die Kursgewinne bei Krones noch etwas höher.", set()),
    ],
)
def test_figures(reader: ClaimReader, text: str, wanted: set[str]) -> None:
    assert lines(read(reader, figures, text)) == wanted


def test_millions_behind_a_bracket_are_those_of_the_number_before(reader: ClaimReader) -> None:
    text = "Operativ verdiente Krones 69,6 (Vorjahr: 59,0) Millionen Euro, netto 35,0 (34,9) Millionen."
    assert facts(read(reader, figures, text), "value") == [(69600000,), (35000000,)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Der Kurs von Puma stieg um 2 Prozent. Der Streamingdienst Netflix rutschte in die roten Zahlen, "
            "der Kurs fiel um 3,7 Prozent.",
            {"Puma sharePriceChange 2", "Netflix sharePriceChange -3.7"},
        ),
        (
            "Die Puma-Aktie stieg um 2 Prozent. Bei Tesla knickte der Kurs sechs Prozent ein.",
            {"Puma sharePriceChange 2", "Tesla sharePriceChange -6"},
        ),
        ("Die Anteile an Hochtief verteuerten sich um 3 Prozent.", {"Hochtief sharePriceChange 3"}),
        ("Die Anteile der Familie an Hochtief sanken um 3 Prozent.", set()),
        (
            "Der SMI verlor 1,2 Prozent auf 12'078 Punkte, der SLI mit den 30 wichtigsten Titeln 1,5 Prozent.",
            {"SMI sharePriceChange -1.2", "SLI sharePriceChange -1.5"},
        ),
        ("Der Dow Jones beendete den Handelstag um 0,2 Prozent höher.", {"Dow Jones sharePriceChange 0.2"}),
        ("Spotify zählte 281 Millionen Abonnenten, ein Plus von 12 Prozent.", set()),
    ],
)
def test_moves(reader: ClaimReader, text: str, wanted: set[str]) -> None:
    assert lines(read(reader, price_moves, text)) == wanted


def test_a_level_belongs_to_the_number_before_it(reader: ClaimReader) -> None:
    text = "Der MDax gab um 0,7 Prozent auf 29.909 Punkte nach, der SDax um 0,3 Prozent."
    assert facts(read(reader, price_moves, text), "price") == [(29909,), (None,)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Jefferies empfiehlt die Titel von Sika zu halten.", [("Jefferies", "Sika", "Halten", None)]),
        ("Die UBS rät, die Aktie von Lonza zu kaufen.", [("UBS", "Lonza", "Kaufen", None)]),
        (
            "JPMorgan sieht die Aktie von Siemens Energy nun bei 150 Euro, die Deutsche Bank bei 130 Euro.",
            [("JPMorgan", "Siemens Energy", None, 150), ("Deutsche Bank", "Siemens Energy", None, 130)],
        ),
    ],
)
def test_judgements(reader: ClaimReader, text: str, wanted: list[tuple[object, ...]]) -> None:
    found = [c for c in read(reader, ratings, text) if c.object is not None]
    told = [
        (c.subject.name, c.object.name if c.object else "", c.qualifiers.get("rating"), c.qualifiers.get("targetPrice"))
        for c in found
    ]
    assert told == wanted


def test_advice_to_sell_is_no_sale(reader: ClaimReader) -> None:
    claims = reader.read(Article("a", "Vontobel empfiehlt, die Papiere von Geberit zu verkaufen.")).claims
    assert not [c for c in claims if c.predicate == "sells"]
