"""Whose share moves where a house has judged it in the sentence before."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Dass die HSBC ihr Kursziel für Lufthansa von 7 auf 8,20 Euro angehoben hat, half der Aktie am Dienstag. "
            "Sie gewann 2,4 Prozent auf 7,95 Euro.",
            {"Lufthansa": 2.4},
        ),
        (
            'Jefferies stuft die Deutsche Bank auf "Buy" hoch. Die Aktie der Deutschen Bank gewann 3 Prozent.',
            {"Deutsche Bank": 3},
        ),
    ],
)
def test_judged_shares_move(reader: ClaimReader, text: str, wanted: dict[str, float]) -> None:
    found = reader.read(Article("example", text)).claims
    assert {c.subject.name: c.value for c in found if c.predicate == "sharePriceChange"} == wanted


def test_a_target_is_no_price(reader: ClaimReader) -> None:
    text = "Die Aktie von Meyer Burger fiel um 13 Prozent, nachdem UBS ihr Kursziel von 61 auf 27 Rappen senkte."
    moves = [c for c in reader.read(Article("example", text)).claims if c.predicate == "sharePriceChange"]
    assert moves and all("price" not in c.qualifiers for c in moves)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Analysten rechnen bei Gea mit 1,4 Milliarden Euro Umsatz. Beim Ebitda erwarten sie 210 Millionen Euro.",
            "possible",
        ),
        (
            "Jefferies sieht für die Lufthansa ein operatives Ergebnis von 1,6 Milliarden Euro im laufenden Jahr.",
            "possible",
        ),
    ],
)
def test_what_analysts_expect(reader: ClaimReader, text: str, wanted: str) -> None:
    found = [c for c in reader.read(Article("example", text)).claims if c.predicate in ("forecasts", "reports")]
    assert found and {(c.predicate, c.status) for c in found} == {("forecasts", wanted)}


def test_a_revised_estimate_is_no_forecast(reader: ClaimReader) -> None:
    text = "Berenberg-Analyst Andreas Markou senkte seine Gewinnschätzungen für BASF um bis zu 8 Prozent."
    assert not [c for c in reader.read(Article("example", text)).claims if c.predicate in ("forecasts", "reports")]


def test_a_judgement_that_was_no_analyst_left(reader: ClaimReader) -> None:
    text = 'Analyst Chetan Udeshi von JPMorgan hatte Lanxess im Mai von "Neutral" auf "Underweight" gesenkt.'
    assert not [c for c in reader.read(Article("example", text)).claims if c.predicate == "departsFrom"]
