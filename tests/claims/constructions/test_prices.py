"""Moves of shares, indices, currencies and raw materials: who moved, which way, how far."""

from __future__ import annotations

import pytest

from kg.claims.constructions.prices import price_moves
from kg.claims.reader import ClaimReader
from tests.claims.constructions.reading import facts, lines, read


def moves(reader: ClaimReader, text: str) -> set[str]:
    return {line.replace(" sharePriceChange", "") for line in lines(read(reader, price_moves, text))}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Die SAP-Aktie stieg um 2,3 Prozent.", {"SAP 2.3"}),
        ("Die Aktie von Siemens fiel am Mittwoch um 1,1 Prozent auf 220 Euro.", {"Siemens -1.1"}),
        ("SAP gewannen 2 Prozent hinzu.", {"SAP 2"}),
        ("Infineon kamen um 0,8 Prozent voran.", {"Infineon 0.8"}),
        ("Die Allianz-Titel büssten 1,3 Prozent ein.", {"Allianz -1.3"}),
        ("Die Aktien von BASF verteuerten sich um 2,4 Prozent.", {"BASF 2.4"}),
        ("Die Siemens-Aktie schloss 1,4 Prozent höher.", {"Siemens 1.4"}),
        ("BMW sackten um 7,2 Prozent durch.", {"BMW -7.2"}),
        ("BMW fielen im DAX um 7,2 Prozent, Hensoldt im MDAX um 8,5 Prozent.", {"BMW -7.2", "Hensoldt -8.5"}),
        ("Adidas-Aktien sackten um 11 Prozent ab, die von Puma im MDAX um 12 Prozent.", {"Adidas -11", "Puma -12"}),
        ("Nach unten ging es für BMW (–2,1 Prozent) und VW (–1,4 Prozent).", {"BMW -2.1", "Volkswagen -1.4"}),
        ("SAP legten im Sog des Goldpreises (plus 1,2 Prozent) um drei Prozent zu.", {"SAP 3"}),
        ("Gestern ging es für SAP und Bayer im DAX um 2,8 bzw. 0,9 Prozent bergab.", {"SAP -2.8", "Bayer -0.9"}),
        ("Mau war es für SAP und Bayer, deren Titel um 6,1 respektive 2 Prozent fielen.", {"SAP -6.1", "Bayer -2"}),
        ("Norma wächst. Gestern stieg das SDAX-Papier um 6,3 Prozent.", {"Norma 6.3"}),
        ("Die SAP-Aktie legte zu.", {"SAP up"}),
        ("Die Titel von Hochtief waren gefragt. Sie gewannen bis zum Abend 4,1 Prozent.", {"Hochtief 4.1"}),
        ("Wenig gefragt waren die Papiere von Evonik. Am Ende verloren sie 2 Prozent.", {"Evonik -2"}),
        ("Seit Januar hat sich die Aktie von SAP verdoppelt.", {"SAP 100"}),
        ("Nestlé avancierten um 1,2 Prozent.", {"Nestlé 1.2"}),
        ("Novartis reduzierten sich um 0,4 Prozent.", {"Novartis -0.4"}),
        ("Die Anleger schickten die Aktie von Evotec 12 Prozent gen Süden.", {"Evotec -12"}),
        ("Ein Auftrag aus Polen beflügelte die Aktie von Renk.", {"Renk up"}),
        ("Anleger zahlen derzeit 2,4 Prozent weniger für die Aktie von Adidas als am Vortag.", {"Adidas -2.4"}),
        ("SAP verloren am Montag 2 Prozent, wobei sie anfangs noch etwas verloren hatten.", {"SAP -2"}),
        ("Die Aktie von Nordex konnte 3 Prozent zulegen.", {"Nordex 3"}),
        ("Die Aktie von Nordex könnte 3 Prozent zulegen.", {"Nordex 3 [possible]"}),
        ("Holcim boten dem Markt mit einem Minus von 0,6 Prozent keine Stütze.", {"Holcim -0.6"}),
    ],
)
def test_verbs(reader: ClaimReader, text: str, wanted: set[str]) -> None:
    assert moves(reader, text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Der Dax stieg um 0,7 Prozent auf 23.900 Punkte.", {"DAX 0.7"}),
        ("Bitcoin stieg um 3 Prozent auf 91.000 Dollar.", {"Bitcoin 3"}),
        ("Gold verteuerte sich um 1,2 Prozent auf 4100 Dollar.", {"Gold 1.2"}),
        ("Die Nordseesorte Brent verteuerte sich um 2 Prozent auf 63 Dollar.", {"Öl 2"}),
        ("Der Euro gab um 0,3 Prozent auf 1,1512 Dollar nach.", {"Euro -0.3"}),
        ("Das Pfund Sterling stieg um 0,4 Prozent auf 1,3110 Dollar.", {"Pfund 0.4"}),
        ("Der Preis für Gold stieg um 0,4 Prozent.", {"Gold 0.4"}),
        ("Der Preis für ein Barrel der Sorte Brent sank um 1,5 Prozent auf 64 Dollar.", {"Öl -1.5"}),
        ("Der Kupferpreis fiel um 1,3 Prozent auf 10.800 Dollar je Tonne.", {"Kupfer -1.3"}),
        ("Der Schanghai-Composite sank um 0,5 Prozent.", {"Shanghai Composite -0.5"}),
        ("Der Euro kostete 1,1364 Dollar und damit 0,1 Prozent weniger als am Freitag.", {"Euro -0.1"}),
    ],
)
def test_indices_and_raw_materials(reader: ClaimReader, text: str, wanted: set[str]) -> None:
    assert moves(reader, text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("BMW gaben 0,9 Prozent nach, Mercedes-Benz verloren 1,3 Prozent.", {"BMW -0.9", "Mercedes-Benz -1.3"}),
        ("Unter den Gewinnern waren Infineon (plus 3,1 Prozent) und SAP (plus 2 Prozent).", {"Infineon 3.1", "SAP 2"}),
        ("Dax: SAP plus 2,3 Prozent, Siemens minus 1,1 Prozent.", {"SAP 2.3", "Siemens -1.1"}),
        ("BMW und Volkswagen verloren 4,4 beziehungsweise 3,5 Prozent.", {"BMW -4.4", "Volkswagen -3.5"}),
        ("SAP stiegen um 2,2 Prozent, Siemens um 2,6 Prozent.", {"SAP 2.2", "Siemens 2.6"}),
        ("Die Aktien von BMW und SAP fielen um 2,9 beziehungsweise 0,9 Prozent.", {"BMW -2.9", "SAP -0.9"}),
        ("Mit BASF (+22%) und SAP (+16%) legten zwei zweistellig zu.", {"BASF 22", "SAP 16"}),
        ("Am Ende standen die Papiere von Zalando mit minus 3,2 Prozent.", {"Zalando -3.2"}),
        ("SAP lagen mit 2,6 Prozent im Minus und BMW gaben um 1,9 Prozent nach.", {"SAP -2.6", "BMW -1.9"}),
        ("Infineon traten mit plus 0,1 Prozent auf der Stelle.", {"Infineon 0.1"}),
        ("Das Papier der Commerzbank notierte zuletzt 2 Prozent unter dem Vortag.", {"Commerzbank -2"}),
        ("Zu den Gewinnern zählten Cisco (0,7 Prozent) und Visa (0,5 %).", {"Cisco 0.7", "Visa 0.5"}),
        ("Auf der Verliererseite standen Bayer (1,4 Prozent) und Merck (1 Prozent).", {"Bayer -1.4", "Merck -1"}),
        ("Die Titel von Zurich (1 Prozent) schlossen klar fester.", {"Zurich 1"}),
        ("Im Minus standen Bayer (-2 Prozent) und Henkel vz (-1 Prozent auf 70 EUR).", {"Bayer -2", "Henkel -1"}),
        ("Die größten Kursverluste gab es bei Bayer und SAP.", {"Bayer down", "SAP down"}),
    ],
)
def test_lists_and_moves_without_a_verb(reader: ClaimReader, text: str, wanted: set[str]) -> None:
    assert moves(reader, text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Die Aktie von Evotec kostet 6,10 Euro. Das entspricht einem Abschlag von 8 Prozent.", {"Evotec -8"}),
        ("Der MDax verlor 0,3 Prozent. Zum Start stand ein Verlust von 0,2 Prozent.", {"MDAX -0.3", "MDAX -0.2"}),
        ("Gold gewann 2 Prozent. Zuletzt lag das Plus bei einem Prozent.", {"Gold 2", "Gold 1"}),
        ("Für Lufthansa strich Jefferies das Votum, die Aktien verloren 0,9 Prozent.", {"Lufthansa -0.9"}),
        ("SAP verlor 2 Prozent. Der Umsatz wuchs. Das entspricht einem Plus von 7 Prozent.", {"SAP -2"}),
    ],
)
def test_a_move_without_a_name_goes_on_with_the_sentence_before(
    reader: ClaimReader, text: str, wanted: set[str]
) -> None:
    assert moves(reader, text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Zu den Gewinnern der Reform zählt Rheinmetall (20 Prozent Umsatzanteil).",
        "Ein Abonnement von Netflix kostet 10 Prozent mehr.",
        "Der Umsatz von BMW fiel um 3 Prozent.",
        "Die Verkäufe von Tesla sanken in Europa um 40 Prozent.",
        "Tesla lieferte 497.000 Fahrzeuge aus, ein Plus von sieben Prozent.",
        "BMW verlor in China 3 Prozent Marktanteil.",
        "Beim Absatz legte Volkswagen um 2 Prozent zu.",
        "Siemens gibt den Chefposten ab.",
        "Siemens hält 25 Prozent an Siemens Energy.",
        "Veltins legte um 1,8 Prozent auf 3,48 Millionen Hektoliter zu.",
        "BlackRock meldete zuletzt 4,97 Prozent und rutschte somit unter die Schwelle von fünf Prozent.",
        "Die verbleibenden 2,5 Prozent an Lagardère will Vivendi über den Markt abgeben.",
    ],
)
def test_business_is_no_share_move(reader: ClaimReader, text: str) -> None:
    assert moves(reader, text) == set()


def test_level_and_day(reader: ClaimReader) -> None:
    found = read(reader, price_moves, "Die Aktie von Siemens fiel am Dienstag um 1,1 Prozent auf 220,50 Euro.")
    assert facts(found, "price", "currency", "date") == [(220.5, "EUR", "2025-11-18")]
    found = read(reader, price_moves, "Der Dax stieg um 0,7 Prozent auf 23.900 Punkte.")
    assert facts(found, "price", "currency", "date") == [(23900, None, "2025-11-19")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("MDax und SDax fielen um 0,5 Prozent auf 29.750 und 16.833 Zähler.", [(29750,), (16833,)]),
        ("Der ATX schloss mit einem Plus von 19 Punkten oder 0,6 Prozent.", [(None,)]),
        ("Die Aktie von Baywa brach gegenüber dem Hoch von 55 Euro um 80 Prozent ein.", [(None,)]),
    ],
)
def test_levels(reader: ClaimReader, text: str, wanted: list[tuple[object, ...]]) -> None:
    assert facts(read(reader, price_moves, text), "price") == wanted


def test_the_paper_is_never_the_analyst_houses(reader: ClaimReader) -> None:
    text = "Lanxess plant Einschnitte. Die Bank of America lobte das. Das Papier verteuerte sich um 4,2 Prozent."
    assert moves(reader, text) == {"Lanxess 4.2"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "An der Börse verloren MPS 6,9 Prozent, während Mediobanca um 7,7 Prozent hochsprangen.",
            {"Monte dei Paschi -6.9", "Mediobanca 7.7"},
        ),
        ("Die Aktien von Novavax schossen am Freitag um 29 Prozent in die Höhe.", {"Novavax 29"}),
        ("Am Donnerstag schnellten Novavax nach den Zahlen um 29 Prozent nach oben.", {"Novavax 29"}),
        ("Thyssenkrupp standen mit 2,4 Prozent im Minus.", {"Thyssenkrupp -2.4"}),
        ("Siemens Energy gaben im frühen Handel trotz guter Zahlen um 3,1 Prozent nach.", {"Siemens Energy -3.1"}),
        ("Rheinmetall-Aktien zogen nach dem Auftrag der Bundeswehr um 5 Prozent an.", {"Rheinmetall 5"}),
        ("Während Eon 1 Prozent nachgaben, gewannen RWE 2 Prozent.", {"Eon -1", "RWE 2"}),
        ("Für Merck ging es um 3 Prozent bergab, für Bayer um 2 Prozent bergauf.", {"Merck -3", "Bayer 2"}),
        ("Nokia gingen um 5,2 Prozent in die Knie.", {"Nokia -5.2"}),
    ],
)
def test_the_verb_of_its_own_clause_tells_the_direction(reader: ClaimReader, text: str, wanted: set[str]) -> None:
    assert moves(reader, text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Ryanair verteuert Tickets um 5 Prozent.",
        "Easyjet verteuert seine Flüge um 8 Prozent.",
        "Nestlé hob die Preise um 5 Prozent.",
        "Die Deutsche Bahn zieht die Preise um 4 Prozent an.",
        "Die Regierung senkt die Abgaben auf höchstens 20 Prozent.",
        "Apple steigerte den Umsatz um 8 Prozent.",
    ],
)
def test_what_moves_something_else_is_no_move_of_the_share(reader: ClaimReader, text: str) -> None:
    assert moves(reader, text) == set()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sowohl die Roche- als auch die Lonza-Aktie verlor 1,4 Prozent.", {"Roche -1.4", "Lonza -1.4"}),
        ("Die Eon- und die RWE-Aktie gewannen 2 Prozent.", {"Eon 2", "RWE 2"}),
        ("Sowohl die Aktien von BMW als auch die von VW gaben um 2 Prozent nach.", {"BMW -2", "Volkswagen -2"}),
        ("SAP bietet für Nemetschek. Der Kurs der Münchner stieg um 30 Prozent, jener des Käufers fiel um 4 Prozent.",
         {"Nemetschek 30", "SAP -4"}),
        ("Die Aktien von Siemens und Airbus fielen um 1 Prozent. Tags zuvor waren beide gestiegen.",
         {"Siemens -1", "Airbus -1", "Siemens up", "Airbus up"}),
        ("Die SAP-Aktie notierte 5 Prozent tiefer und riss Nemetschek und Atoss mit.",
         {"SAP -5", "Nemetschek down", "Atoss Software down"}),
        ("Im MDax ging es um 1 Prozent bergab. Nike enttäuscht. Auch die Aktien der Konkurrenten verloren.", set()),
    ],
)  # fmt: skip
def test_shares_beside_others(reader: ClaimReader, text: str, wanted: set[str]) -> None:
    assert {m for m in moves(reader, text) if not m.startswith("MDAX")} == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("SAP war mit einem Gewinn von 3 Prozent Spitzenreiter im Dax.", {"SAP 3"}),
        ("Die Aktie von Adidas war mit einem Minus von 2 Prozent Schlusslicht im Dax.", {"Adidas -2"}),
        ("Etwas Auftrieb, nämlich 0,4 Prozent, bekamen die Papiere der Deutschen Bank.", {"Deutsche Bank 0.4"}),
        ("SAP hebt die Prognose an. Auf Tradegate ging es um 4,8 Prozent nach oben.", {"SAP 4.8"}),
        ("SAP hebt die Prognose an. Danach ging es um 4,8 Prozent nach oben.", set()),
        ("DAX/Frankfurt +0,64 Prozent", {"DAX 0.64"}),
        ("Die Allianz-Aktie kann sich mit 0,4 Prozent im Plus behaupten.", {"Allianz 0.4"}),
        ("SAP lag zuletzt 0,8 Prozent vorn.", {"SAP 0.8"}),
        ("Der Rückruf kostete die Aktie von Evotec fünf Prozent.", {"Evotec -5"}),
        ("Am Mittag hat der Dax sein Minus noch etwas ausgeweitet.", {"DAX down"}),
        ("Bayer-Aktie gibt weiter nach\n\nDie Aktie von Bayer verlor 2,3 Prozent auf 24,50 Euro.", {"Bayer -2.3"}),
        ("Die UBS-Aktie verlor 1 Prozent. Am Mittwoch ging es um 6 Prozent hinunter.", {"UBS -1", "UBS -6"}),
        ("In den Dax steigt Scout24 auf, raus fällt Puma.", set()),
        ("BMW verkaufte 588.000 Autos. Bei Mercedes-Benz lag das Minus bei 8 Prozent.", set()),
    ],
)
def test_ways_of_telling_a_move(reader: ClaimReader, text: str, wanted: set[str]) -> None:
    assert moves(reader, text) == wanted


def test_the_day_of_another_move_is_not_taken(reader: ClaimReader) -> None:
    claims = read(
        reader, price_moves, "Nach einem Plus von 4 Prozent am Freitag gab die SAP-Aktie um 1,5 Prozent nach."
    )
    assert ("2025-11-19", -1.5) in [(c.qualifiers.get("date"), c.value) for c in claims]


def test_a_venue_is_told_by_its_name(reader: ClaimReader) -> None:
    text = "Auf der Handelsplattform Tradegate legte die Aktie von Evotec um 4,8 Prozent zu."
    assert facts(read(reader, price_moves, text), "venue") == [("Tradegate",)]
