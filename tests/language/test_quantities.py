"""Quantities: tables of phrases as they stand in the news."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from kg.language.de.numbers import parse_digits, parse_numeral
from kg.language.quantities import find_quantities
from kg.language.spans import Quantity

NLP = spacy.blank("de")


def quantities(text: str) -> tuple[Quantity, ...]:
    return find_quantities(NLP(text))


def only(text: str) -> Quantity:
    found = quantities(text)
    assert len(found) == 1, [(q.text, q.value, q.unit) for q in found]
    return found[0]


MONEY = [
    ("Der Auftrag ist 53 Milliarden Dollar wert", "53 Milliarden Dollar", 53e9, "USD"),
    ("ein Volumen von 1,2 Mrd. Euro", "1,2 Mrd. Euro", 1.2e9, "EUR"),
    ("kostet 12 Mrd € im Jahr", "12 Mrd €", 12e9, "EUR"),
    ("an offer of $4.5 Mrd für die Sparte", "$4.5 Mrd", 4.5e9, "USD"),
    ("für US$4.5bn in bar", "US$4.5bn", 4.5e9, "USD"),
    ("bot HK$3,2 je Aktie", "HK$3,2", 3.2, "HKD"),
    ("CHF 3,2 Mio. für den Umbau", "CHF 3,2 Mio.", 3.2e6, "CHF"),
    ("eine Strafe von CHF10'000", "CHF10'000", 10000, "CHF"),
    ("EUR 250 Mio. flossen", "EUR 250 Mio.", 250e6, "EUR"),
    ("€12 je Stück", "€12", 12, "EUR"),
    ("sFr. 5 Mrd. Verlust", "sFr. 5 Mrd.", 5e9, "CHF"),
    ("Kursziel 47 Euro", "47 Euro", 47, "EUR"),
    ("auf 57,12 Euro", "57,12 Euro", 57.12, "EUR"),
    ("Fair Value bei 1.250,50 Euro", "1.250,50 Euro", 1250.5, "EUR"),
    ("auf 98,55 HK-Dollar ab", "98,55 HK-Dollar", 98.55, "HKD"),
    ("137 Hongkong-Dollar", "137 Hongkong-Dollar", 137, "HKD"),
    ("1,1590 US-Dollar", "1,1590 US-Dollar", 1.159, "USD"),
    ("um 103,40 Franken", "103,40 Franken", 103.4, "CHF"),
    ("3,06 Milliarden Schweizer Franken", "3,06 Milliarden Schweizer Franken", 3.06e9, "CHF"),
    ("7,8 Milliarden Yuan", "7,8 Milliarden Yuan", 7.8e9, "CNY"),
    ("20 Milliarden Renminbi", "20 Milliarden Renminbi", 20e9, "CNY"),
    ("rund 300 Milliarden Yen", "300 Milliarden Yen", 300e9, "JPY"),
    ("14,4 Billionen Won", "14,4 Billionen Won", 14.4e12, "KRW"),
    ("2,5 Milliarden Pfund", "2,5 Milliarden Pfund", 2.5e9, "GBP"),
    ("9,1 Mrd. britische Pfund", "9,1 Mrd. britische Pfund", 9.1e9, "GBP"),
    ("600 Milliarden Rupien", "600 Milliarden Rupien", 600e9, "INR"),
    ("45 Milliarden schwedische Kronen", "45 Milliarden schwedische Kronen", 45e9, "SEK"),
    ("zu 310 dänischen Kronen", "310 dänischen Kronen", 310, "DKK"),
    ("210 norwegische Kronen", "210 norwegische Kronen", 210, "NOK"),
    ("890 tschechische Kronen", "890 tschechische Kronen", 890, "CZK"),
    ("4 Milliarden Zloty", "4 Milliarden Zloty", 4e9, "PLN"),
    ("20.000 Forint", "20.000 Forint", 20000, "HUF"),
    ("300 Millionen kanadische Dollar", "300 Millionen kanadische Dollar", 300e6, "CAD"),
    ("2 Mrd. australische Dollar", "2 Mrd. australische Dollar", 2e9, "AUD"),
    ("989,9 Milliarden Taiwan-Dollar", "989,9 Milliarden Taiwan-Dollar", 989.9e9, "TWD"),
    ("100 Milliarden Rubel", "100 Milliarden Rubel", 100e9, "RUB"),
    ("5 Milliarden türkische Lira", "5 Milliarden türkische Lira", 5e9, "TRY"),
    ("30 Cent je Aktie", "30 Cent", 0.30, "EUR"),
    ("für je einen Cent", "einen Cent", 0.01, "EUR"),
    ("85 US-Cent je Anteil", "85 US-Cent", 0.85, "USD"),
    ("um 20 Rappen", "20 Rappen", 0.2, "CHF"),
    ("auf 420 Pence", "420 Pence", 4.2, "GBP"),
    ("eine Milliarde Euro", "eine Milliarde Euro", 1e9, "EUR"),
    ("Eine Milliarde Euro stecken sie hinein", "Eine Milliarde Euro", 1e9, "EUR"),
    ("mit einer Million Dollar", "einer Million Dollar", 1e6, "USD"),
    ("eine halbe Milliarde Euro", "eine halbe Milliarde Euro", 0.5e9, "EUR"),
    ("einer Viertelmilliarde Euro", "einer Viertelmilliarde Euro", 0.25e9, "EUR"),
    ("anderthalb Milliarden Euro", "anderthalb Milliarden Euro", 1.5e9, "EUR"),
    ("dreieinhalb Milliarden Dollar", "dreieinhalb Milliarden Dollar", 3.5e9, "USD"),
    ("Zwei Milliarden Euro Schadenersatz", "Zwei Milliarden Euro", 2e9, "EUR"),
    ("hundert Millionen Euro", "hundert Millionen Euro", 100e6, "EUR"),
    ("fünfhundert Millionen Euro", "fünfhundert Millionen Euro", 500e6, "EUR"),
    ("bis zu zehn Millionen Euro je Tag", "zehn Millionen Euro", 10e6, "EUR"),
    ("150 Mill. Euro zugesagt", "150 Mill. Euro", 150e6, "EUR"),
    ("3Mrd Euro", "3Mrd Euro", 3e9, "EUR"),
    ("1,5 Mrd.Euro", "1,5 Mrd.Euro", 1.5e9, "EUR"),
    ("400 Tsd. Euro", "400 Tsd. Euro", 400e3, "EUR"),
    ("10 000 Euro", "10 000 Euro", 10000, "EUR"),
    ("10\u202f000 Euro", "10\u202f000 Euro", 10000, "EUR"),
    ("50’000 Franken", "50’000 Franken", 50000, "CHF"),
    ("74.80 Franken", "74.80 Franken", 74.8, "CHF"),
    ("1,234,567.89 Dollar", "1,234,567.89 Dollar", 1234567.89, "USD"),
    ("1.234.567,89 Euro", "1.234.567,89 Euro", 1234567.89, "EUR"),
    ("ein 65-Millionen-Euro-Auftrag", "65-Millionen-Euro", 65e6, "EUR"),
    ("die 2-Mrd.-Euro-Anleihe", "2-Mrd.-Euro", 2e9, "EUR"),
    ("der 7,2-Milliarden-Dollar-Deal", "7,2-Milliarden-Dollar", 7.2e9, "USD"),
    ("die Zwei-Milliarden-Euro-Übernahme", "Zwei-Milliarden-Euro", 2e9, "EUR"),
    ("über der 200-Dollar-Marke", "200-Dollar", 200, "USD"),
    ("ein 12-Milliarden-US-Dollar-Gebot", "12-Milliarden-US-Dollar", 12e9, "USD"),
    ("minus 12 Millionen Euro", "minus 12 Millionen Euro", -12e6, "EUR"),
    ("Ergebnis: -5,3 Mio. Euro", "-5,3 Mio. Euro", -5.3e6, "EUR"),
    ("bis zu 10 Milliarden Dollar", "10 Milliarden Dollar", 10e9, "USD"),
    ("500 Millionen Euro-Investition", "500 Millionen Euro", 500e6, "EUR"),
    ("40.000 Euro pro Kopf", "40.000 Euro", 40000, "EUR"),
    ("„20 Milliarden Euro“ nannte er", "20 Milliarden Euro", 20e9, "EUR"),
    ("(Kaufpreis: 13,4 Mrd. Dollar)", "13,4 Mrd. Dollar", 13.4e9, "USD"),
    ("2,3 Mia. Fr. Umsatz", "2,3 Mia. Fr.", 2.3e9, "CHF"),
    ("1,3 Billionen Euro Schulden", "1,3 Billionen Euro", 1.3e12, "EUR"),
]

PERCENT = [
    ("stieg um 2,5 Prozent", "2,5 Prozent", 2.5, "percent"),
    ("hält 6 Prozent", "6 Prozent", 6, "percent"),
    ("legte 12% zu", "12%", 12, "percent"),
    ("gab um -3,4 % nach", "-3,4 %", -3.4, "percent"),
    ("Umsatz (-1,5 Prozent)", "-1,5 Prozent", -1.5, "percent"),
    ("Dax: –0,7%", "–0,7%", -0.7, "percent"),
    ("Dax +1,2%", "+1,2%", 1.2, "percent"),
    ("mit minus 0,8 Prozent", "minus 0,8 Prozent", -0.8, "percent"),
    ("Plus 2,3 Prozent", "Plus 2,3 Prozent", 2.3, "percent"),
    ("ein Minus von 11 Prozent", "11 Prozent", 11, "percent"),
    ("ein Drittel der Belegschaft", "ein Drittel", 100 / 3, "percent"),
    ("gut ein Drittel", "ein Drittel", 100 / 3, "percent"),
    ("zu einem Drittel", "einem Drittel", 100 / 3, "percent"),
    ("zwei Drittel der Stimmen", "zwei Drittel", 200 / 3, "percent"),
    ("drei Viertel des Umsatzes", "drei Viertel", 75, "percent"),
    ("rund ein Viertel ihres Werts", "ein Viertel", 25, "percent"),
    ("ein knappes Fünftel", "ein knappes Fünftel", 20, "percent"),
    ("ein gutes Zehntel", "ein gutes Zehntel", 10, "percent"),
    ("die Hälfte des Vermögensverwalters", "die Hälfte", 50, "percent"),
    ("um die Hälfte eingebrochen", "die Hälfte", 50, "percent"),
    ("gehört ihm zur Hälfte", "Hälfte", 50, "percent"),
    ("Der 41-Prozent-Anteil", "41-Prozent", 41, "percent"),
    ("seinen 25,1-Prozent-Anteil", "25,1-Prozent", 25.1, "percent"),
    ("ein 8,0%-Anteil", "8,0%", 8, "percent"),
    ("die Fünf-Prozent-Hürde", "Fünf-Prozent", 5, "percent"),
    ("eine zehnprozentige Beteiligung", "zehnprozentige", 10, "percent"),
    ("die hundertprozentige Tochter", "hundertprozentige", 100, "percent"),
    ("ein 10%iger Abschlag", "10%iger", 10, "percent"),
    ("eine 5,5-prozentige Anleihe", "5,5-prozentige", 5.5, "percent"),
    ("zwei Prozentpunkte mehr", "zwei Prozentpunkte", 2, "percentagePoints"),
    ("um 0,25 Prozentpunkte", "0,25 Prozentpunkte", 0.25, "percentagePoints"),
    ("um einen Prozentpunkt", "einen Prozentpunkt", 1, "percentagePoints"),
    ("um 25 Basispunkte", "25 Basispunkte", 25, "basisPoints"),
    ("von 50 Basispunkten", "50 Basispunkten", 50, "basisPoints"),
    ("anderthalb Prozent", "anderthalb Prozent", 1.5, "percent"),
    ("zwölf Prozent weniger", "zwölf Prozent", 12, "percent"),
    ("einundzwanzig Prozent", "einundzwanzig Prozent", 21, "percent"),
    ("knapp ein Prozent", "ein Prozent", 1, "percent"),
    ("nicht einmal einem Prozent", "einem Prozent", 1, "percent"),
    ("über sieben Prozent", "sieben Prozent", 7, "percent"),
    ("bei 12.5% des Kapitals", "12.5%", 12.5, "percent"),
    ("(70 Prozent)", "70 Prozent", 70, "percent"),
    ("100prozentige Tochter", "100prozentige", 100, "percent"),
]

POINTS = [
    ("bei 24.381,46 Punkten", "24.381,46 Punkten", 24381.46),
    ("bei 4402 Punkten", "4402 Punkten", 4402),
    ("legte 85 Punkte zu", "85 Punkte", 85),
    ("fiel unter 19.000 Zähler", "19.000 Zähler", 19000),
    ("auf 12'345 Punkte", "12'345 Punkte", 12345),
]

COUNTS = [
    ("knapp 3.900 Stellen", "3.900 Stellen", 3900, "Stelle"),
    ("4000 Jobs abbauen", "4000 Jobs", 4000, "Job"),
    ("weltweit 441.706 Fahrzeuge", "441.706 Fahrzeuge", 441706, "Fahrzeug"),
    ("zwei Dutzend Filialen", "zwei Dutzend Filialen", 24, "Filiale"),
    ("ein Dutzend Länder", "ein Dutzend Länder", 12, "Land"),
    ("ein halbes Dutzend Werke", "ein halbes Dutzend Werke", 6, "Werk"),
    ("rund 10.000 weitere Arbeitsplätze", "10.000 weitere Arbeitsplätze", 10000, "Arbeitsplatz"),
    ("entfallen weitere 900 Verwaltungsstellen", "900 Verwaltungsstellen", 900, "Verwaltungsstelle"),
    ("rund 2000 Stellen", "2000 Stellen", 2000, "Stelle"),
    ("sollen 1900 Stellen wegfallen", "1900 Stellen", 1900, "Stelle"),
    ("550 Beschäftigte", "550 Beschäftigte", 550, "Beschäftigter"),
    ("mit 12'500 Mitarbeitenden", "12'500 Mitarbeitenden", 12500, "Mitarbeiter"),
    ("legen 3200 Mitglieder die Arbeit nieder", "3200 Mitglieder", 3200, "Mitglied"),
    ("Zwölf U-Boote für Ottawa", "Zwölf U-Boote", 12, "U-Boot"),
    ("21 Schützenpanzer des Typs Lynx", "21 Schützenpanzer", 21, "Schützenpanzer"),
    ("bis zu 160 Millionen AMD-Anteile", "160 Millionen AMD-Anteile", 160e6, "AMD-Anteil"),
    ("800 Millionen Menschen", "800 Millionen Menschen", 800e6, "Mensch"),
    ("eine Million Kunden", "eine Million Kunden", 1e6, "Kunde"),
    ("1,2 Mio. Autos", "1,2 Mio. Autos", 1.2e6, "Auto"),
    ("sechs Gigawatt Leistung", "sechs Gigawatt", 6, "Gigawatt"),
    ("unter Berufung auf drei Insider", "drei Insider", 3, "Insider"),
    ("die fünf größten Banken", "fünf größten Banken", 5, "Bank"),
    ("zehn neue Verwaltungsjobs", "zehn neue Verwaltungsjobs", 10, "Verwaltungsjob"),
    ("nach 17 Jahren", "17 Jahren", 17, "Jahr"),
    ("Nur drei Tage nach der Einigung", "drei Tage", 3, "Tag"),
    ("dreitausend Stellen", "dreitausend Stellen", 3000, "Stelle"),
    ("zweitausendfünfhundert Leute", "zweitausendfünfhundert Leute", 2500, "Leute"),
    ("mehr als hundert Klagen", "hundert Klagen", 100, "Klage"),
    ("Siemens streicht 6000 Stellen", "6000 Stellen", 6000, "Stelle"),
    ("In Berlin verlieren bei Bosch 22.000 Menschen ihre Arbeit", "22.000 Menschen", 22000, "Mensch"),
    ("300 Tonnen Gold", "300 Tonnen", 300, "Tonne"),
    ("5,5 Millionen Barrel", "5,5 Millionen Barrel", 5.5e6, "Barrel"),
    ("340 Arbeitsplätze weg", "340 Arbeitsplätze", 340, "Arbeitsplatz"),
]

NUMBERS = [
    ("fast 10 Milliarden", "10 Milliarden", 10e9),
    ("ein Wert von 12,5 gilt als hoch", "12,5", 12.5),
    ("das Verhältnis liegt bei 15", "15", 15),
    ("stieg auf 3.900.", "3.900", 3900),
    ("der Index für das Geschäftsklima fiel auf 88,4", "88,4", 88.4),
]

NOTHING = [
    "mehrere Hundert Millionen Euro",
    "mehreren Tausend Beschäftigten",
    "einige Milliarden Euro",
    "ein paar hundert Euro",
    "mehrere tausend",
    "ein Millionenbetrag",
    "ein zweistelliger Millionenbetrag",
    "Milliarden für die Rüstung",
    "Milliarden Euro",
    "Zig Milliarden Dollar",
    "Der Kurs hat sich verdoppelt",
    "im Jahr 2025",
    "am 14. November",
    "am 14.11.2025",
    "vor zwei Wochen",
    "im dritten Quartal 2025",
    "im Geschäftsjahr 2024/25",
    "das Modell Qwen3",
    "das Sprachmodell GPT-5",
    "der Chip RTX Pro 6000D",
    "Instinct MI450 von AMD",
    "der Ascend 950, der",
    "Der S&P 500 gab nach",
    "der Nasdaq 100 gab leicht nach",
    "Stoxx Europe 600 Automobiles & Parts",
    "die Boeing 777-9 kommt",
    "Gläubigerschutz nach Chapter 11 beantragen",
    "der 58-Jährige",
    "ein 58-jähriger Manager",
    "um 15 Uhr",
    "um 14:30 Uhr",
    "die 1990er-Jahre",
    "in den 90er Jahren",
    "eine Vier-Tage-Woche",
    "das 1,5fache",
    "die 10-fache Menge",
    "Version 1.2.3",
    "ein Unternehmen aus Berlin",
    "Einstufung auf Hold",
    "eine Aktie",
    "die zweite Hälfte",
    "in der zweiten Jahreshälfte",
    "an einem Rand",
    "die 3. Filiale",
    "Platz 3 Ende Oktober",
    "Er nahm sich in Acht",
    "N26 verbietet die Finanzaufsicht neue Kredite",
    "der Combi Z9 GT",
    "die Plattform e³",
    "das Gesetz SB 53",
    "2:1 gewonnen",
    "700.000 Kunden von 1&1"[19:],
    "das Modell Mistral Medium 3.1",
    "die AirPods Pro 3 übersetzen Gespräche",
    "Boeing liefert wieder 737 Max",
]


@pytest.mark.parametrize(("text", "words", "value", "code"), MONEY)
def test_money(text: str, words: str, value: float, code: str) -> None:
    found = only(text)
    assert (found.text, found.kind, found.unit) == (words, "money", code)
    assert found.value == pytest.approx(value, rel=1e-9)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Die dänische Reederei erlöste 27 Milliarden Kronen.", "DKK"),
        ("In Stockholm zahlt Evolution 3 Milliarden Kronen.", "SEK"),
        ("Equinor aus Norwegen senkte die Schulden auf 9 Milliarden Kronen.", "NOK"),
        ("CEZ stieg auf dem Prager Parkett auf 1300 Kronen.", "CZK"),
    ],
)
def test_crowns_are_those_of_the_country_spoken_of(text: str, code: str) -> None:
    assert [(q.kind, q.unit) for q in quantities(text) if q.kind == "money"] == [("money", code)]


@pytest.mark.parametrize(
    "text",
    ["Er zahlte 3 Milliarden Kronen.", "Dänemark und Schweden zahlen 3 Milliarden Kronen.", "Pragmatisch: 9 Kronen."],
)
def test_crowns_of_an_unclear_country_are_no_money(text: str) -> None:
    assert [q.kind for q in quantities(text) if q.kind == "money"] == []


@pytest.mark.parametrize(("text", "words", "value", "unit"), PERCENT)
def test_percentages(text: str, words: str, value: float, unit: str) -> None:
    found = only(text)
    assert (found.text, found.kind, found.unit) == (words, "percent", unit)
    assert found.value == pytest.approx(value, abs=1e-6)


@pytest.mark.parametrize(("text", "words", "value"), POINTS)
def test_points(text: str, words: str, value: float) -> None:
    found = only(text)
    assert (found.text, found.value, found.kind, found.unit) == (words, value, "points", "points")


@pytest.mark.parametrize(("text", "words", "value", "lemma"), COUNTS)
def test_counts(text: str, words: str, value: float, lemma: str) -> None:
    found = only(text)
    assert (found.text, found.value, found.kind, found.unit) == (words, value, "count", lemma)


@pytest.mark.parametrize(("text", "words", "value"), NUMBERS)
def test_plain_numbers(text: str, words: str, value: float) -> None:
    found = only(text)
    assert (found.text, found.value, found.kind, found.unit) == (words, value, "number", None)


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_quantity(text: str) -> None:
    assert [(q.text, q.kind) for q in quantities(text)] == []


@pytest.mark.parametrize(
    ("text", "words", "value", "upper", "unit"),
    [
        ("zwischen 3 und 4 Milliarden Euro", "3 und 4 Milliarden Euro", 3e9, 4e9, "EUR"),
        (
            "zwischen 500 Millionen und einer Milliarde Euro",
            "500 Millionen und einer Milliarde Euro",
            5e8,
            1e9,
            "EUR",
        ),
        ("zwischen rund 5 und 6 Prozent", "5 und 6 Prozent", 5, 6, "percent"),
        ("drei bis vier Milliarden Dollar", "drei bis vier Milliarden Dollar", 3e9, 4e9, "USD"),
        ("drei bis vier Milliarden", "drei bis vier Milliarden", 3e9, 4e9, None),
        ("sechs bis acht Prozent", "sechs bis acht Prozent", 6, 8, "percent"),
        ("von 8 bis zu 10 Prozent", "8 bis zu 10 Prozent", 8, 10, "percent"),
        ("3-5 Prozent", "3-5 Prozent", 3, 5, "percent"),
        ("3–5 %", "3–5 %", 3, 5, "percent"),
        ("2–3 Mrd. Euro", "2–3 Mrd. Euro", 2e9, 3e9, "EUR"),
        ("bei 6,7 bis 7,1 Milliarden Euro", "6,7 bis 7,1 Milliarden Euro", 6.7e9, 7.1e9, "EUR"),
        ("900 Millionen bis 1,1 Milliarden Euro", "900 Millionen bis 1,1 Milliarden Euro", 9e8, 1.1e9, "EUR"),
        ("acht- bis zehnprozentige Rendite", "acht- bis zehnprozentige", 8, 10, "percent"),
        ("500 bis 700 Stellen", "500 bis 700 Stellen", 500, 700, "Stelle"),
        ("1400 bis 1800 Stellen", "1400 bis 1800 Stellen", 1400, 1800, "Stelle"),
        ("zwei bis drei Prozentpunkte", "zwei bis drei Prozentpunkte", 2, 3, "percentagePoints"),
    ],
)
def test_ranges(text: str, words: str, value: float, upper: float, unit: str | None) -> None:
    found = only(text)
    assert (found.text, found.value, found.upper, found.unit) == (words, value, upper, unit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("von 58 auf 64 Euro", [(58, "EUR"), (64, "EUR")]),
        ("das Ziel von 118 auf 98 Euro", [(118, "EUR"), (98, "EUR")]),
        ("um 4 auf 83 Euro", [(4, "EUR"), (83, "EUR")]),
        ("von 2,61 auf 2,60 Prozent", [(2.61, "percent"), (2.60, "percent")]),
        ("von 170 auf 300 Dollar", [(170, "USD"), (300, "USD")]),
        ("von 1,2 auf 1,4 Milliarden Euro", [(1.2e9, "EUR"), (1.4e9, "EUR")]),
        ("von 800 Millionen auf 1,2 Milliarden Euro", [(8e8, "EUR"), (1.2e9, "EUR")]),
        ("von 2030 auf 2100 Euro", [(2030, "EUR"), (2100, "EUR")]),
        ("auf 98 von 110 Euro", [(98, "EUR"), (110, "EUR")]),
        ("auf 46,20 von zuvor 41 Franken", [(46.2, "CHF"), (41, "CHF")]),
        ("auf 6 statt 5 Prozent", [(6, "percent"), (5, "percent")]),
        ("lag bei 6 Prozent nach 5 im Vorjahr", [(6, "percent"), (5, "percent")]),
        ("um 3, das Ergebnis um 5 Prozent", [(3, "percent"), (5, "percent")]),
        ("Der Umsatz stieg um 3, der Gewinn um 5 Prozent.", [(3, "percent"), (5, "percent")]),
        ("Apple verloren 1,2, Amazon 0,8 Prozent", [(1.2, "percent"), (0.8, "percent")]),
        ("drei oder vier Prozent", [(3, "percent"), (4, "percent")]),
        ("2, 3 und 5 Prozent", [(2, "percent"), (3, "percent"), (5, "percent")]),
        ("Ziel 78 (70) Euro", [(78, "EUR"), (70, "EUR")]),
        ("4,8 (5,2) Prozent", [(4.8, "percent"), (5.2, "percent")]),
        ("Umsatz: 756 (Vorjahr: 720) Mio. Euro", [(756e6, "EUR"), (720e6, "EUR")]),
        ("um 4,4 Prozent auf 57,12 Euro", [(4.4, "percent"), (57.12, "EUR")]),
        ("um 15 Prozent auf 1,96 Milliarden Euro", [(15, "percent"), (1.96e9, "EUR")]),
        ("von 500 auf 700 Filialen", [(500, "Filiale"), (700, "Filiale")]),
        ("von 15 auf rund 20 Prozent", [(15, "percent"), (20, "percent")]),
        ("Abbau von 11.000 der 27.000 Stellen", [(11000, "Stelle"), (27000, "Stelle")]),
        ("17 von 24 Beobachtern", [(17, "Beobachter"), (24, "Beobachter")]),
        ("7.000 Stellen, davon 2.800 in Deutschland", [(7000, "Stelle"), (2800, "Stelle")]),
        ("591 Mio. Euro (Vj. 642 Mio.; Konsens 568 Mio.)", [(591e6, "EUR"), (642e6, "EUR"), (568e6, "EUR")]),
        ("4,0 Mrd. Dollar, nach 2,2 Mrd. im Vorjahr", [(4e9, "USD"), (2.2e9, "USD")]),
        ("375 (zuvor 700) Dänische Kronen", [(375, "DKK"), (700, "DKK")]),
        ("von 95 auf null Prozent", [(95, "percent"), (0, "percent")]),
        ("der Zinsüberschuss 2025 auf 8,2 Mrd. Euro", [(8.2e9, "EUR")]),
        ("bis zu 160 Millionen eigene Aktien", [(160e6, "Aktie")]),
        ("je einen Cent, rund zehn Prozent", [(0.01, "EUR"), (10, "percent")]),
        ("6,8 Mrd. Euro für 49 Prozent", [(6.8e9, "EUR"), (49, "percent")]),
        ("22 Prozent fester bei 24.381 Punkten", [(22, "percent"), (24381, "points")]),
        ("27 Euro-Länder und 3 Euro", [(27, "Euro-Land"), (3, "EUR")]),
        ("2025 300 Stellen und 4 Prozent", [(300, "Stelle"), (4, "percent")]),
    ],
)
def test_numbers_that_share_a_unit(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(q.value, q.unit) for q in quantities(text)] == expected


def test_words_and_tokens_of_a_compound() -> None:
    doc = NLP("Den 41-Prozent-Anteil stockt Lufthansa auf.")
    (found,) = find_quantities(doc)
    assert doc.text[found.start : found.end] == found.text == "41-Prozent"
    assert doc[found.first : found.last].text == "41-Prozent-Anteil"


def test_a_line_break_ends_an_amount() -> None:
    assert [(q.text, q.kind) for q in quantities("Der Dax schließt bei 15\nEuro fällt")] == [("15", "number")]


@given(st.text(alphabet="0123456789.,'-–/ (%€$:)eEinundMrdJahrzwölf\n", max_size=40))
def test_whatever_stands_there_the_words_are_exact(text: str) -> None:
    doc = NLP(text)
    for found in find_quantities(doc):
        assert text[found.start : found.end] == found.text
        assert doc[found.first].idx <= found.start < found.end <= doc[found.last - 1].idx + len(doc[found.last - 1])


@given(st.integers(0, 10**12))
def test_grouped_integers_are_read_back(number: int) -> None:
    german = f"{number:,}".replace(",", ".")
    assert parse_digits(german) == number
    assert only(f"Das kostet {german} Euro.").value == number


@given(st.integers(0, 10**9), st.integers(0, 99))
def test_grouped_decimals_are_read_back(whole: int, cents: int) -> None:
    german = f"{whole:,}".replace(",", ".") + f",{cents:02}"
    assert only(f"Das kostet {german} Euro.").value == pytest.approx(whole + cents / 100)


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("null", 0),
        ("eins", 1),
        ("zwo", 2),
        ("elf", 11),
        ("siebzehn", 17),
        ("dreißig", 30),
        ("einundzwanzig", 21),
        ("neunundneunzig", 99),
        ("hundert", 100),
        ("zweihundertfünfzig", 250),
        ("tausend", 1000),
        ("zwölftausenddreihundertvierundfünfzig", 12354),
        ("achthunderttausend", 800000),
        ("zweieinhalb", 2.5),
        ("Undenkbar", None),
        ("Tausende", None),
    ],
)
def test_number_words(word: str, value: float | None) -> None:
    assert parse_numeral(word) == value
