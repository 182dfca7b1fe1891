"""Figures as newspapers tell them: what others expected, what was paid before, what only a verb measures."""

from __future__ import annotations

import pytest

from kg.claims.constructions.figures import figures
from kg.claims.reader import ClaimReader
from tests.claims.constructions.reading import lines, read


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "BASF erzielte ein Ebitda von 1,5 Milliarden Euro. "
            "Analysten hatten dem Konzern 1,3 Milliarden Euro zugetraut.",
            {"BASF reports ebitda", "BASF forecasts ebitda [possible]"},
        ),
        (
            "Der Umsatz von Adidas stieg auf 6,6 Milliarden Euro. Die Konsensschätzung liegt bei 6,4 Milliarden Euro.",
            {"Adidas reports revenue", "Adidas forecasts revenue [possible]"},
        ),
        (
            "Der Gewinn je Aktie von Nike lag bei 78 Cent. Analysten hatten nur 69 Cent erwartet.",
            {"Nike reports eps", "Nike forecasts eps [possible]"},
        ),
        (
            "Laut einer Umfrage rechnen Analysten bei SAP mit einem Umsatz von 9,5 Milliarden Euro.",
            {"SAP forecasts revenue [possible]"},
        ),
        (
            "RWE will eine Dividende von 1,20 Euro je Aktie zahlen. Im Vorjahr hatte RWE 1,10 Euro gezahlt.",
            {"RWE forecasts dividend [planned]", "RWE reports dividend"},
        ),
        ("Die Allianz schlägt eine Dividende von 15,40 Euro je Aktie vor.", {"Allianz forecasts dividend [planned]"}),
        ("Bei Porsche halbierte sich der operative Gewinn.", {"Porsche reports operatingProfit"}),
        ("Nvidia hat den Umsatz mehr als verdoppelt.", {"Nvidia reports revenue"}),
        ("Die Zahl der Verletzten hat sich verdoppelt.", set()),
        (
            "Siemens Energy hat Aufträge im Wert von 14,2 Milliarden Euro eingesammelt.",
            {"Siemens Energy reports orders"},
        ),
        ("Apple lieferte im dritten Quartal 50 Millionen iPhones aus.", {"Apple reports deliveries"}),
        ("Apple hat 52 Millionen iPhones unters Volk gebracht.", {"Apple reports deliveries"}),
        (
            "Tesla hat weniger Wagen abgesetzt. Analysten trauten dem Konzern bisher 2,2 Millionen Fahrzeuge zu.",
            {"Tesla forecasts deliveries [possible]"},
        ),
        (
            "Continental will wachsen. Der Umsatz soll auf 20 Milliarden Euro steigen, die Marge 7 Prozent erreichen.",
            {"Continental forecasts revenue [planned]", "Continental forecasts margin [planned]"},
        ),
    ],
)
def test_figures_in_news(reader: ClaimReader, text: str, wanted: set[str]) -> None:
    assert lines(read(reader, figures, text)) == wanted


def test_the_consensus_is_no_figure_of_the_company(reader: ClaimReader) -> None:
    text = "Microsoft meldete ein EPS von 3,72 Dollar, während der Konsens bei 3,67 Dollar liegt."
    told = {c.predicate: c.qualifiers["value"] for c in read(reader, figures, text)}
    assert told == {"reports": 3.72, "forecasts": 3.67}


@pytest.mark.parametrize(
    "text",
    [
        "Nagarro senkte das Margenziel für das laufende Jahr von 14,5 auf 13 Prozent.",
        "Jenoptik kappte das Margenziel auf 18 Prozent.",
        "Hensoldt hob die Margenprognose für 2025 auf 18 Prozent an.",
    ],
)
def test_a_goal_for_the_margin_is_a_forecast(reader: ClaimReader, text: str) -> None:
    (name,) = {claim.subject.name for claim in read(reader, figures, text)}
    assert lines(read(reader, figures, text)) == {f"{name} forecasts margin [planned]"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # a dividend that is not paid
        (
            "Kein Geld sehen die Aktionäre von Lanxess: Die Dividende wird gestrichen.",
            "Lanxess forecasts dividend [negated]",
        ),
        ("Semperit setzt die Dividende für 2025 aus.", "Semperit forecasts dividend [negated]"),
        ("Für 2024 hatte Thyssenkrupp keine Dividende gezahlt.", "Thyssenkrupp reports dividend [negated]"),
        ("Bei OMV fällt die Dividende höher aus als gedacht.", ""),
        # earnings before deductions, with the word apart from the verb
        ("Kion verdiente im dritten Quartal operativ 190 Millionen Euro.", "Kion reports operatingProfit"),
        ("Vor Zinsen und Steuern blieben Krones 120 Millionen Euro.", "Krones reports operatingProfit"),
        # growth without a metric
        ("Givaudan wuchs im ersten Halbjahr organisch um 6,3 Prozent.", "Givaudan reports revenue"),
        ("Sika peilt ein organisches Wachstum von 3 bis 6 Prozent an.", "Sika forecasts revenue [planned]"),
        ("Der Umsatz von Beiersdorf wuchs organisch um 2,1 Prozent.", "Beiersdorf reports revenue"),
        # what a forecast sees
        ("Dürr bekräftigte die Prognose, die 4,1 Milliarden Euro Umsatz vorsieht.", "Dürr forecasts revenue [planned]"),
    ],
)
def test_figures_told_without_their_own_word(reader: ClaimReader, text: str, wanted: str) -> None:
    assert lines(read(reader, figures, text)) == ({wanted} if wanted else set())


@pytest.mark.parametrize(
    ("text", "wanted", "change"),
    [
        ("Sulzer: Bestellungen in neun Monaten 2,7 Mrd. Franken (+1,3 Prozent).", "Sulzer reports orders", 1.3),
        ("Sika: Neunmonatsumsatz 8,58 Mrd. Franken (-3,2 Prozent).", "Sika reports revenue", -3.2),
        ("Zalando verdiente im zweiten Quartal operativ 186 Millionen Euro, ein Plus von 8 Prozent.",
         "Zalando reports operatingProfit", 8),
    ],
)  # fmt: skip
def test_changes_in_brackets_and_beside(reader: ClaimReader, text: str, wanted: str, change: float) -> None:
    (claim,) = read(reader, figures, text)
    assert lines([claim]) == {wanted}
    assert claim.qualifiers["changePercent"] == change
