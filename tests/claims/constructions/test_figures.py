"""Figures of reports and forecasts: metric, number, change, period, and who expects them."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.claim import Claim
from kg.claims.constructions.figures import figures
from kg.claims.reader import ClaimReader
from tests.claims.constructions.reading import facts, lines, read

Facts = dict[str, object]


@pytest.mark.parametrize("metric", ["Umlaufrendite", "Dividendenrendite"])
def test_a_yield_is_no_figure_of_a_company(reader: ClaimReader, metric: str) -> None:
    text = f"Infineon gewannen 2 Prozent. Die {metric} fiel von 2,61 auf 2,60 Prozent."
    assert not [c for c in reader.read(Article("a", text)).claims if c.predicate == "reports"]


@pytest.mark.parametrize(
    "text",
    [
        "Die KFTC hat Coupang wegen manipulierter Suchergebnisse 163 Milliarden Won aufgebrummt.",
        "Kesko und Coop, auf die 80 Prozent des Lebensmittelumsatzes entfallen, kaufen bei Atria.",
        "Coupang könnten bis zu drei Prozent vom Jahresumsatz und damit 690 Millionen Euro abgeknöpft werden.",
        "Anleger nahmen bei Norma Gewinne mit, sodass die Aktie um 6 Prozent auf 14,88 Euro fiel.",
        "Bei Finnair fallen Flüge aus, was das Ergebnis des zweiten Quartals mit 19 Millionen Euro belastet.",
    ],
)
def test_what_only_measures_something_else_is_no_figure(reader: ClaimReader, text: str) -> None:
    assert not read(reader, figures, text)


@pytest.mark.parametrize(
    ("text", "wanted", "told"),
    [
        (
            "BASF steigerte den Umsatz von 3,9 auf 4,2 Milliarden Euro.",
            "BASF reports revenue",
            {"value": 4200000000, "unit": "EUR"},
        ),
        (
            "Der Umsatz von BASF lag bei 4,2 (Vorjahr: 3,9) Milliarden Euro.",
            "BASF reports revenue",
            {"value": 4200000000},
        ),
        (
            "Der Umsatz von SAP stieg im dritten Quartal um 7 Prozent auf 9,1 Milliarden Euro.",
            "SAP reports revenue",
            {"value": 9100000000, "changePercent": 7, "period": "2025-Q3"},
        ),
        (
            "Siemens erzielte einen Gewinn je Aktie von 2,50 Euro.",
            "Siemens reports eps",
            {"value": 2.5, "unit": "EUR"},
        ),
        ("SAP meldete 62 Millionen Euro Umsatz.", "SAP reports revenue", {"value": 62000000}),
        (
            "Die Zara-Mutter Inditex steigerte den Umsatz um 3 Prozent auf 9,8 Milliarden Euro.",
            "Inditex reports revenue",
            {"value": 9800000000},
        ),
    ],
)
def test_reports(reader: ClaimReader, text: str, wanted: str, told: Facts) -> None:
    found = read(reader, figures, text)
    assert lines(found) == {wanted}
    assert told.items() <= found[0].qualifiers.items()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("SAP erwartet für 2026 einen Umsatz von 40 Milliarden Euro.", "SAP forecasts revenue [planned]"),
        (
            "Vorstandschef Christian Klein erwartet für SAP 2026 einen Umsatz von 40 Milliarden Euro.",
            "SAP forecasts revenue [planned]",
        ),
        (
            "Analysten erwarten bei SAP für 2026 einen Umsatz von 40 Milliarden Euro.",
            "SAP forecasts revenue [possible]",
        ),
        (
            "Siemens erwartet für 2026 einen Gewinn je Aktie von 10,40 bis 11,00 Euro.",
            "Siemens forecasts eps [planned]",
        ),
        (
            "Bayer hat die Umsatzprognose auf 46 bis 48 Milliarden Euro heraufgesetzt.",
            "Bayer forecasts revenue [planned]",
        ),
        ("BASF bekräftigte das Renditeziel von sieben bis neun Prozent.", "BASF forecasts margin [planned]"),
        ("BASF stutzte die Prognose für das Ebitda auf 6,7 Milliarden Euro.", "BASF forecasts ebitda [planned]"),
        ("Siemens rechnet mit einem Verlust.", "Siemens forecasts loss [planned]"),
        ("Volkswagen will 2030 in China vier Millionen Autos absetzen.", "Volkswagen forecasts deliveries [planned]"),
        ("Die Dividende von Inditex soll auf 1,68 Euro klettern.", "Inditex forecasts dividend [planned]"),
    ],
)
def test_forecasts(reader: ClaimReader, text: str, wanted: str) -> None:
    assert lines(read(reader, figures, text)) == {wanted}


def test_a_sum_without_its_currency_is_in_the_last_one_told(reader: ClaimReader) -> None:
    text = (
        "SAP steigerte den Umsatz auf 9 Milliarden Euro. Der Nettogewinn von SAP stieg um 61 Prozent auf 840 Millionen."
    )
    found = {line: claim for claim in read(reader, figures, text) for line in lines([claim])}
    profit = found["SAP reports netProfit"].qualifiers
    assert {"value": 840000000, "unit": "EUR", "changePercent": 61}.items() <= profit.items()


def test_a_year_compared_with_is_no_period(reader: ClaimReader) -> None:
    found = read(reader, figures, "Der Umsatz von BASF lag bei 4,2 (Vorjahr: 3,9) Milliarden Euro.")
    assert "period" not in found[0].qualifiers


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Volkswagen hat die Prognose gesenkt. UBS-Analyst Patrick Hummel bleibt skeptisch. "
            "Für 2026 rechnet der Experte mit einem Umsatz von 320 Milliarden Euro.",
            {"Volkswagen forecasts revenue [possible]"},
        ),
        (
            "Volkswagen legt Zahlen vor. Der Experte der Deutschen Bank erwartet einen Gewinn von 3 Milliarden Euro.",
            {"Volkswagen forecasts profit [possible]"},
        ),
        (
            "Jefferies belässt BASF auf Hold. Das Ebitda dürfte 2026 auf 7 Milliarden Euro steigen, "
            "schrieb Analyst Chris Counihan.",
            {"BASF forecasts ebitda [possible]"},
        ),
        (
            "Deutsche-Bank-Analyst Tim Rokossa erwartet für BMW 2026 einen Gewinn von 8 Milliarden Euro.",
            {"BMW forecasts profit [possible]"},
        ),
        ("UBS erwartet für BMW 2026 einen Gewinn von 8 Milliarden Euro.", {"BMW forecasts profit [possible]"}),
        ("Die UBS erwartet 2026 einen Gewinn von 8 Milliarden Dollar.", {"UBS forecasts profit [planned]"}),
        ("Die Deutsche Bank verdiente 2025 rund 5 Milliarden Euro.", {"Deutsche Bank reports netProfit"}),
        ("Analyst Tom Hallett von KBW rechnet 2026 mit einem Gewinn von 12 Milliarden Dollar.", set()),
    ],
)
def test_a_house_expects_of_the_company_it_judges(reader: ClaimReader, text: str, wanted: set[str]) -> None:
    assert lines(read(reader, figures, text)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Baywa hat die Agrarsparte abgegeben. Die Agrarsparte war verlustreich. "
            "Das bereinigte Ebitda dürfte 2026 auf 150 Millionen Euro sinken.",
            {"Baywa forecasts ebitda [planned]"},
        ),
        (
            "Die Autosparte von Continental wächst. Der Gewinn stieg um 5 Prozent auf 300 Millionen Euro.",
            {"Continental reports profit"},
        ),
        ("Die Autosparte steigerte den Umsatz auf 5 Milliarden Euro.", {"Autosparte reports revenue"}),
        ("Bayer kämpft. Der Umsatz der Agrarsparte sank auf 4,7 Milliarden Euro.", {"Agrarsparte reports revenue"}),
    ],
)
def test_a_division_owns_a_figure_only_where_the_sentence_says_so(
    reader: ClaimReader, text: str, wanted: set[str]
) -> None:
    assert lines(read(reader, figures, text)) == wanted


def test_who_expects_is_the_source(reader: ClaimReader) -> None:
    found = read(reader, figures, "UBS-Analyst Patrick Hummel erwartet für BMW 2026 zwei Milliarden Euro Gewinn.")
    assert [[source.name for source in claim.attributed_to] for claim in found] == [["Patrick Hummel"]]


def test_a_bank_that_judges_expects_and_plans_nothing_itself(reader: ClaimReader) -> None:
    text = (
        'Siltronic erholt sich. UBS stuft Siltronic auf "Buy" hoch. '
        "Für das zweite Quartal veranschlagt die Bank ein Ebitda von 92 Millionen Euro."
    )
    found = read(reader, figures, text)
    assert lines(found) == {"Siltronic forecasts ebitda [possible]"}
    assert [[source.name for source in claim.attributed_to] for claim in found] == [["UBS"]]


def test_a_number_of_the_clause_before_is_not_the_figures(reader: ClaimReader) -> None:
    found = read(reader, figures, "Palantir stürzten um 9 Prozent ab, obwohl der Umsatz um 63 Prozent stieg.")
    assert [claim.qualifiers["changePercent"] for claim in found] == [63]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("SAP hat im dritten Quartal operativ 2,6 Milliarden Euro verdient.", {"SAP reports operatingProfit"}),
        ("SAP meldete ein bereinigtes operatives Ergebnis von 2,6 Milliarden Euro.", {"SAP reports operatingProfit"}),
        ("Tesla schreibt seit zwei Jahren rote Zahlen.", {"Tesla reports loss"}),
        ("BYD lieferte 441.706 Fahrzeuge aus.", {"BYD reports deliveries"}),
        ("BYD verkaufte erstmals seit anderthalb Jahren weniger Autos.", set()),
        ("Bosch konnte im ersten Quartal Bestellungen von 386 Millionen Euro verbuchen.", {"Bosch reports orders"}),
        (
            "Siemens, das 2024 einen Umsatz von 75 Milliarden Euro erzielt hatte, peilt eine Marge von 16 Prozent an.",
            {"Siemens reports revenue", "Siemens forecasts margin"},
        ),
        ("Siemens will mit dem Verkauf der Sparte 400 Millionen Euro einnehmen.", set()),
        ("Siemens unterschrieb einen Vertrag über 25 Millionen Euro.", set()),
        ("BYD verkaufte 1900 Filialen.", set()),
        ("Seit Jahresbeginn steht bei Evonik ein Verlust von 20 Prozent.", set()),
    ],
)
def test_what_is_a_figure_and_of_what(reader: ClaimReader, text: str, wanted: set[str]) -> None:
    assert {line.split(" [")[0] for line in lines(read(reader, figures, text))} == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Vom Streik bei der Lufthansa sind 113.000 Passagiere betroffen.",
        "Wegen des Streiks bei der Lufthansa haben rund 1600 Passagiere die Nacht in Frankfurt verbracht.",
        "Bei der Bahn strandeten 900 Fahrgäste, 300 Passagiere wurden verletzt.",
    ],
)
def test_people_whom_something_befell_are_no_users(reader: ClaimReader, text: str) -> None:
    assert "users" not in {c.value for c in read(reader, figures, text)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Evonik verdiente vor Zinsen, Steuern und Abschreibungen 450 Millionen Euro.", {"Evonik reports ebitda"}),
        ("Der Gewinn von Henkel vor Zinsen und Steuern fiel auf 2 Mrd Euro.", {"Henkel reports operatingProfit"}),
        ("Barclays verdiente vor Steuern 2,5 Milliarden Pfund.", {"Barclays reports profit"}),
        ("Unter dem Strich blieben bei Hochtief 180 Millionen Euro.", {"Hochtief reports netProfit"}),
        ("Unter dem Strich stand bei Hochtief ein Gewinn von 180 Mio Euro.", {"Hochtief reports netProfit"}),
        ("Unter dem Strich machte Puma ein Minus von 62 Millionen Euro.", {"Puma reports loss"}),
        ("Das Ebit von Puma brach auf minus 13 Millionen Euro ein.", {"Puma reports operatingProfit"}),
        ("Andritz schüttet 2,60 Euro je Aktie aus.", {"Andritz reports dividend"}),
        ("Für Hochtief blieben am Ende 180 Millionen Euro an Schulden.", set()),
    ],
)
def test_earnings_are_told_by_what_is_deducted(reader: ClaimReader, text: str, wanted: set[str]) -> None:
    assert lines(read(reader, figures, text)) == wanted


@pytest.mark.parametrize(
    ("second", "wanted"),
    [
        ("Für 2026 rechnet Finanzchef Heinz Muster mit 5,8 Milliarden.", {"Bechtle forecasts revenue [planned]"}),
        ("2026 stellt der Vorstand 5,8 Milliarden in Aussicht.", {"Bechtle forecasts revenue [planned]"}),
        ("Für 2026 rechnet der Konzern mit Kosten von 5 Milliarden.", set()),
        ("Für 2026 rechnet der Konzern mit 20 Millionen.", set()),
        ("Der Vorstand rechnet mit 5,8 Milliarden.", set()),
    ],
)
def test_a_forecast_takes_up_what_was_told(reader: ClaimReader, second: str, wanted: set[str]) -> None:
    told = lines(read(reader, figures, f"Der Umsatz von Bechtle stieg auf 5,2 Milliarden Euro. {second}"))
    assert told - {"Bechtle reports revenue"} == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Für 2026 stellt Jungheinrich stabile Erlöse in Aussicht.", {"Jungheinrich forecasts revenue [planned]"}),
        ("Der Umsatz von Jungheinrich dürfte 2026 sinken.", {"Jungheinrich forecasts revenue [planned]"}),
        ("Der Umsatz von Jungheinrich stieg.", set()),
    ],
)
def test_which_way_a_figure_goes_may_be_forecast(reader: ClaimReader, text: str, wanted: set[str]) -> None:
    assert lines(read(reader, figures, text)) == wanted


def test_what_an_analyst_expects_is_of_the_company_in_focus(reader: ClaimReader) -> None:
    text = "Evotec baut Stellen ab. Fynn Muster von der Deutschen Bank rechnet 2026 mit einem Umsatz von 40 Mio Euro."
    assert lines(read(reader, figures, text)) == {"Evotec forecasts revenue [possible]"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Der Gewinn von Cisco lag mit 1,17 Dollar je Aktie über dem Vorjahr.", {"Cisco reports eps 1.17 USD"}),
        ("Pro Anteil verdiente Cisco 72 Cent.", {"Cisco reports eps 0.72 EUR"}),
        ("Cisco hat im Quartal ein EPS von 0,34 Dollar eingefahren.", {"Cisco reports eps 0.34 USD"}),
        ("Cisco hatte einen Verlust je Aktie von 0,22 Dollar erzielt.", {"Cisco reports eps -0.22 USD"}),
        (
            "Cisco machte einen Gewinn von 2,9 Milliarden Dollar oder 72 Cent je Aktie.",
            {"Cisco reports profit 2900000000 USD", "Cisco reports eps 0.72 USD"},
        ),
        (
            "Umsatz und Gewinn von Fielmann stiegen auf 2,4 Milliarden und 180 Millionen Euro.",
            {"Fielmann reports revenue 2400000000 EUR", "Fielmann reports profit 180000000 EUR"},
        ),
        (
            "Der Umsatz der Andritz-Gruppe stieg auf 2,1 Milliarden Euro und das Ebit legte auf 166 Millionen Euro zu.",
            {"Andritz reports revenue 2100000000 EUR", "Andritz reports operatingProfit 166000000 EUR"},
        ),
        ("Boeing übergab im Oktober 53 Maschinen an Kunden.", {"Boeing reports deliveries 53 units"}),
        ("Airbus will Bestellungen bei Safran stornieren, sagten drei Insider.", set()),
        ("Bei Airbus gingen 63 Bestellungen ein.", {"Airbus reports orders 63 units"}),
        ("Bei Zalando stieg die Zahl der aktiven Kunden auf 61 Millionen.", {"Zalando reports users 61000000 users"}),
        (
            "Der Gewinn von Belimo wuchs auf 98 Millionen. Die Aktionäre sollen 9,50 Franken erhalten.",
            {"Belimo reports profit 98000000 CHF"},
        ),
    ],
)
def test_sums_of_shares_and_of_two_figures(reader: ClaimReader, text: str, wanted: set[str]) -> None:
    found = read(reader, figures, text)
    told = zip(lines_in_order(found), facts(found, "value", "unit"), strict=True)
    assert {f"{line} {value} {unit}" for line, (value, unit) in told} == wanted


def lines_in_order(found: list[Claim]) -> list[str]:
    return [line for claim in found for line in lines([claim])]


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Der Reingewinn von Sika schnellte um 28 Prozent auf 98 Millionen Franken in die Höhe.", 28),
        ("Der Umsatz von Puma lag um 3 Prozent unter dem Vorjahr.", -3),
        ("Mit einem EBITDA-Wachstum von 2 Prozent auf 11 Milliarden Euro übertraf SAP die Schätzungen.", 2),
        ("Nvidia stellt einen Umsatz von 54 Milliarden Dollar in Aussicht, plus/minus zwei Prozent.", None),
    ],
)
def test_which_way_a_figure_went(reader: ClaimReader, text: str, change: int | None) -> None:
    assert facts(read(reader, figures, text), "changePercent") == [(change,)]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "Der Gewinn von Fraport lag im dritten Quartal bei 36 Millionen Euro. "
            "Ein Jahr zuvor hatte der Konzern noch 48 Millionen Euro Verlust geschrieben.",
            ["2025-Q3", "2024-Q3"],
        ),
        (
            "Puma verdiente im dritten Quartal 36 Millionen Euro. Im Vorjahresquartal hatte Puma einen Verlust von "
            "48 Millionen Euro ausgewiesen.",
            ["2025-Q3", "2024-Q3"],
        ),
        ("Nvidia verdiente 31 Milliarden Dollar nach 19 Milliarden vor einem Jahr.", [None]),
        (
            "Der Umsatz von Krones stieg in den ersten neun Monaten auf 4 Milliarden Euro. "
            "Krones bekräftigte sein Jahresziel von 5,5 Milliarden Euro Umsatz.",
            ["2025-9M", "2025"],
        ),
        (
            "Der Umsatz von Krones stieg im dritten Quartal auf 1,4 Milliarden Euro. "
            "Die Ebit-Marge soll auf 8 Prozent steigen.",
            ["2025-Q3", None],
        ),
        (
            "Für das laufende Quartal erwartet Nvidia Erlöse von 54 Milliarden Dollar. "
            "Der Nettogewinn stieg auf 26 Milliarden Dollar.",
            ["2025-Q4", None],
        ),
    ],
)
def test_periods_of_what_was_and_of_what_comes(reader: ClaimReader, text: str, periods: list[str | None]) -> None:
    assert facts(read(reader, figures, text), "period") == [(period,) for period in periods]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Beim Umsatz erwartet Gea einen moderaten Rückgang.", {"Gea forecasts revenue [planned]"}),
        ("Airbus will den Umsatz stabil halten.", {"Airbus forecasts revenue [planned]"}),
        ("Bei Puma wird ein operativer Verlust erwartet.", {"Puma forecasts loss [planned]"}),
        (
            "Statt eines Umsatzanstiegs erwartet BMW einen leichten Umsatzrückgang.",
            {"BMW forecasts revenue [planned]"},
        ),
        (
            "SAP sieht den operativen Gewinn am oberen Ende der Spanne von 10 bis 11 Milliarden Euro.",
            {"SAP forecasts operatingProfit [planned]"},
        ),
        (
            "Der Umsatz von Intel stieg auf 14 Milliarden Dollar. Analysten hatten 13 Milliarden Dollar erwartet.",
            {"Intel reports revenue", "Intel forecasts revenue [possible]"},
        ),
        (
            "Analysten erwarten, dass der Umsatz von Intel auf 14 Milliarden Dollar steigt. "
            "Der Gewinn je Aktie soll bei 0,23 Dollar liegen.",
            {"Intel forecasts revenue [possible]", "Intel forecasts eps [possible]"},
        ),
        ("Der Umsatz von Intel soll auf 14 Milliarden Dollar gestiegen sein.", {"Intel forecasts revenue [possible]"}),
        (
            "SAP will den Umsatz stabil halten und 820 Geräte ausliefern.",
            {"SAP forecasts revenue [planned]", "SAP forecasts deliveries [planned]"},
        ),
        ("Das Ergebnis von Dräger sackte in den roten Bereich ab.", {"Dräger reports loss"}),
    ],
)
def test_ways_to_expect(reader: ClaimReader, text: str, wanted: set[str]) -> None:
    assert {
        line.replace("GEA Group", "Gea").replace("Drägerwerk", "Dräger") for line in lines(read(reader, figures, text))
    } == wanted


@pytest.mark.parametrize("measure", ["Kern-EBITDA-Marge", "Schaden-Kosten-Quote", "Ebita"])
def test_a_measure_is_no_name(reader: ClaimReader, measure: str) -> None:
    text = f"Die {measure} von Lonza verbesserte sich von 28,1 auf 29,4 Prozent."
    claims = reader.read(Article("a", text)).claims
    assert all(measure not in (c.subject.name, c.object.name if c.object else "") for c in claims)
    assert "sharePriceChange" not in {c.predicate for c in claims}


def test_two_figures_of_one_metric_stay_two(reader: ClaimReader) -> None:
    text = "Der Umsatz von SAP stieg um 11 Prozent. Die Clouderlöse wuchsen um 27 Prozent auf 5,2 Milliarden Euro."
    told = [c.qualifiers for c in reader.read(Article("a", text)).claims if c.predicate == "reports"]
    assert [(q.get("changePercent"), q.get("value")) for q in told] == [(11, None), (27, 5200000000)]
