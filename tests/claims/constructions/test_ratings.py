"""What analyst houses say of shares: judgement, target, what both were before."""

from __future__ import annotations

import pytest

from kg.claims.constructions.ratings import ratings
from kg.claims.reader import ClaimReader
from tests.claims.constructions.reading import lines, read

Facts = dict[str, object]


@pytest.mark.parametrize(
    ("text", "wanted", "facts"),
    [
        (
            'Warburg Research stuft Puma von "Kaufen" auf "Halten" ab und kappt das Ziel um fünf auf nun 21,50 Euro.',
            "Warburg Research rates Puma",
            {"rating": "Halten", "targetPrice": 21.5, "previousTargetPrice": 26.5},
        ),
        (
            "Das Kursziel für die Linde-Aktie hob die UBS von bisher 430 auf nunmehr 455 Dollar an.",
            "UBS rates Linde",
            {"targetPrice": 455, "previousTargetPrice": 430, "currency": "USD"},
        ),
        (
            "Die DZ Bank sieht bei Zalando noch Luft bis 36 Euro.",
            "DZ Bank rates Zalando",
            {"targetPrice": 36, "currency": "EUR"},
        ),
        (
            "Den fairen Wert der Henkel-Aktie beziffert Metzler auf 84 Euro, nach zuvor 80 Euro.",
            "Metzler rates Henkel",
            {"targetPrice": 84, "previousTargetPrice": 80},
        ),
        (
            'Barclays hat Nestlé auf "Overweight" belassen. '
            "Die Preise dürften steigen, schrieb Analyst Warren Ackerman.",
            "Barclays rates Nestlé",
            {"rating": "Overweight", "analyst": "Warren Ackerman"},
        ),
        (
            'Jefferies stuft SAP von "Hold" auf "Buy" hoch.',
            "Jefferies rates SAP",
            {"rating": "Buy", "previousRating": "Hold"},
        ),
        (
            "NORMA GROUP: Berenberg bleibt skeptisch und streicht das Kursziel von 18 auf 14 Euro zusammen.",
            "Berenberg rates Norma Group",
            {"targetPrice": 14, "previousTargetPrice": 18},
        ),
        (
            '++ SAP - Hier bleibt Jefferies vorsichtig und bestätigt "Hold" (zuvor "Buy").',
            "Jefferies rates SAP",
            {"rating": "Hold", "previousRating": "Buy"},
        ),
        (
            "JPMorgan hebt das Kursziel für die Deutsche Bank von 30 auf 36 Euro.",
            "JPMorgan rates Deutsche Bank",
            {"targetPrice": 36, "previousTargetPrice": 30},
        ),
        (
            'Die UBS stuft Barclays auf "Buy" hoch.',
            "UBS rates Barclays",
            {"rating": "Buy"},
        ),
        (
            'Berenberg senkt SAP auf "Sell" (Hold).',
            "Berenberg rates SAP",
            {"rating": "Sell", "previousRating": "Hold"},
        ),
        (
            'Berenberg bestätigt SAP mit "Buy", Ziel 240 (225) Euro.',
            "Berenberg rates SAP",
            {"rating": "Buy", "targetPrice": 240, "previousTargetPrice": 225, "currency": "EUR"},
        ),
        (
            'Berenberg bestätigt SAP mit "Buy" (Ziel: 31 statt 48 Euro).',
            "Berenberg rates SAP",
            {"rating": "Buy", "targetPrice": 31, "previousTargetPrice": 48},
        ),
        (
            "Jefferies hat das Kursziel für Siemens von 230 auf 250 Euro angehoben.",
            "Jefferies rates Siemens",
            {"targetPrice": 250, "previousTargetPrice": 230},
        ),
        (
            "Jefferies hebt das Kursziel für Siemens um 10 auf 250 Euro.",
            "Jefferies rates Siemens",
            {"targetPrice": 250, "previousTargetPrice": 240},
        ),
        ("Jefferies rät zum Verkauf der Volkswagen-Aktie.", "Jefferies rates Volkswagen", {"rating": "Verkauf"}),
        ("Berenberg rät zum Kauf von SAP.", "Berenberg rates SAP", {"rating": "Kauf"}),
        ("Jefferies traut der SAP-Aktie 300 Euro zu.", "Jefferies rates SAP", {"targetPrice": 300}),
        (
            'Analyst Richard Clarke von Bernstein stufte Tui von "Outperform" auf "Market-Perform" zurück.',
            "Bernstein rates TUI",
            {"rating": "Market-Perform", "previousRating": "Outperform"},
        ),
        ("Berenberg streicht Symrise von der Kaufliste.", "Berenberg rates Symrise", {}),
        (
            "Kepler Cheuvreux senkt das Ziel für Beiersdorf auf 98 von 110 Euro.",
            "Kepler Cheuvreux rates Beiersdorf",
            {"targetPrice": 98, "previousTargetPrice": 110, "currency": "EUR"},
        ),
        (
            "Goldman Sachs hob das Kursziel für Sika auf 310 Franken. Nun reduzieren die Analysten es von 310 auf 290. "
            "Das Kursziel nehmen sie von 310 auf 290 Franken zurück.",
            "Goldman Sachs rates Sika",
            {"targetPrice": 290, "previousTargetPrice": 310},
        ),
        (
            'JPMorgan stufte Lanxess von "Underweight" auf "Neutral" hoch. Udo Kern hatte das Papier erst im September '
            'von "Neutral" auf "Underweight" gesenkt.',
            "JPMorgan rates Lanxess",
            {"rating": "Neutral", "previousRating": "Underweight"},
        ),
        (
            'Jefferies-Analyst Ken Usdin stufte den US-Bankenriesen Wells Fargo von "Hold" auf "Buy" hoch.',
            "Jefferies rates Wells Fargo",
            {"rating": "Buy", "previousRating": "Hold"},
        ),
        (
            'Bankinter stufte Morgan-Stanley-Analystin Magdalena Stoklosa auf "Equal-weight" hoch.',
            "Morgan Stanley rates Bankinter",
            {"rating": "Equal-weight"},
        ),
        (
            "Die DZ Bank hat ihre Kaufempfehlung für Puma gestrichen.",
            "DZ Bank rates Puma",
            {"previousRating": "Kaufempfehlung"},
        ),
        (
            "J.P. Morgan hob das Kursziel für Safran auf 320 von 270 Euro.",
            "JPMorgan rates Safran",
            {"targetPrice": 320, "previousTargetPrice": 270},
        ),
        (
            "Anders LBBW-Analyst Thomas Hofmann: Er sieht den fairen Wert von Adidas bei 180 nach zuvor 195 Euro.",
            "LBBW rates Adidas",
            {"targetPrice": 180, "previousTargetPrice": 195, "analyst": "Thomas Hofmann"},
        ),
        (
            "UBS erhöht Sandoz auf Buy (Neutral) - Ziel 58 (47) Franken",
            "UBS rates Sandoz",
            {"rating": "Buy", "previousRating": "Neutral"},
        ),
        (
            "Die Analysten von Bernstein trauen BMW 95 Euro zu.",
            "Bernstein rates BMW",
            {"targetPrice": 95},
        ),
        (
            'Analyst Andreas Markou von Berenberg nahm das Ziel für BASF auf 45 Euro zurück, das Votum "Hold" bleibt.',
            "Berenberg rates BASF",
            {"rating": "Hold", "targetPrice": 45, "analyst": "Andreas Markou"},
        ),
    ],
)
def test_ratings(reader: ClaimReader, text: str, wanted: str, facts: Facts) -> None:
    found = [c for c in read(reader, ratings, text) if c.predicate == "rates"]
    assert lines(found) == {wanted}
    assert facts.items() <= found[0].qualifiers.items()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            'JPMorgan stuft Swiss Re auf "Underweight" (zuvor "Neutral") und Hannover Rück auf "Neutral" herab.',
            [("Swiss Re", "Underweight"), ("Hannover Rück", "Neutral")],
        ),
        (
            'HSBC setzte Carlsberg daraufhin auf "Buy", für Heineken heißt es unverändert "Hold".',
            [("Carlsberg", "Buy"), ("Heineken", "Hold")],
        ),
    ],
)
def test_a_house_goes_on_with_another_share(reader: ClaimReader, text: str, wanted: list[tuple[str, str]]) -> None:
    found = [c for c in read(reader, ratings, text) if c.predicate == "rates" and c.object]
    assert [(c.object.name, c.qualifiers["rating"]) for c in found if c.object] == wanted


def test_each_share_has_its_own_target(reader: ClaimReader) -> None:
    text = (
        "Vontobel erhöhte das Kursziel für Swiss Life von 780 auf 860 Franken "
        '("Hold") und jenes für Zurich von 600 auf 640 Franken ("Buy").'
    )
    found = {c.object.name: c.qualifiers["targetPrice"] for c in read(reader, ratings, text) if c.object}
    assert found == {"Swiss Life": 860, "Zurich": 640}


def test_two_houses_in_one_sentence(reader: ClaimReader) -> None:
    text = 'Shore Capital hebt Sanofi von "Hold" auf "Buy", Intron Health senkt AstraZeneca von "Buy" auf "Hold".'
    found = read(reader, ratings, text)
    assert [(c.subject.name, c.object and c.object.name, c.qualifiers["rating"]) for c in found] == [
        ("Shore Capital", "Sanofi", "Buy"),
        ("Intron Health", "Astrazeneca", "Hold"),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Renk ist gefragt. Auch die HSBC mit einem Ziel von 75 Euro oder Goldman Sachs mit 81 Euro sehen Luft.",
            {"HSBC": 75, "Goldman Sachs": 81},
        ),
        (
            "Renk bleibt gefragt. Selbst Skeptiker wie Christoph Laskawi von der Deutschen Bank oder Yan Derocles von "
            "Oddo BHF sehen die Aktie mit Zielen von 65 respektive 72 Euro als unterbewertet an.",
            {"Deutsche Bank": 65, "Oddo BHF": 72},
        ),
        (
            "Jefferies hob das Ziel für Gea von 62 auf 70 Euro, Berenberg von 65 auf 72 Euro.",
            {"Jefferies": 70, "Berenberg": 72},
        ),
        (
            "Während JPMorgan sein Ziel für Merck von 130 auf 125 Euro senkte, erhöhte die Deutsche Bank ihres von 135 "
            "auf 140 Euro.",
            {"JPMorgan": 125, "Deutsche Bank": 140},
        ),
        (
            "Für Renk gibt es neue Kursziele. Den Anfang machte Warburg Research mit 71 Euro, UBS (74), JPMorgan (82) "
            "sowie Goldman Sachs (81) folgten.",
            {"Warburg Research": 71, "UBS": 74, "JPMorgan": 82, "Goldman Sachs": 81},
        ),
        (
            "Die Aktie von Holcim stieg. JPMorgan setzte ein Kursziel von 120 Franken. Zuversicht zeigte Berenberg, "
            "das sein Kursziel auf 112 Franken anhob.",
            {"JPMorgan": 120, "Berenberg": 112},
        ),
    ],
)
def test_each_house_has_its_own_target(reader: ClaimReader, text: str, wanted: dict[str, float]) -> None:
    found = [c for c in read(reader, ratings, text) if c.predicate == "rates"]
    assert {c.subject.name: c.qualifiers["targetPrice"] for c in found} == wanted
    assert len({c.object.name for c in found if c.object}) == 1


def test_an_analyst_speaks_for_the_own_house(reader: ClaimReader) -> None:
    text = (
        "Nachdem die DZ Bank ihre Kaufempfehlung für Puma gestrichen hatte, zog nun Analystin Anne-Laure Bismuth "
        "von der HSBC nach. Ihr Kursziel stampfte sie um 8 Euro auf 17 Euro ein."
    )
    found = {
        c.subject.name: c.qualifiers.get("targetPrice") for c in read(reader, ratings, text) if c.predicate == "rates"
    }
    assert found == {"DZ Bank": None, "HSBC": 17}


def test_whom_an_analyst_speaks_about_is_judged(reader: ClaimReader) -> None:
    text = (
        "Kepler Cheuvreux bekräftigte die Kaufempfehlung für die Deutsche Bank. Dann äußerte sich noch Analyst Chris "
        "Hallam von Goldman Sachs zur Commerzbank. Der Experte hob sein Kursziel für die Titel auf 36,30 Euro an."
    )
    assert "Goldman Sachs rates Commerzbank" in lines(read(reader, ratings, text))


def test_a_surname_is_the_analyst_told_before(reader: ClaimReader) -> None:
    text = (
        "Banken-Analyst Kian Abouhossein von JPMorgan lobt die UBS. "
        "Nun erhöhte Abouhossein das Kursziel für die UBS auf 46 Franken."
    )
    found = [c for c in read(reader, ratings, text) if c.predicate == "rates"]
    assert lines(found) == {"JPMorgan rates UBS"}
    assert found[0].qualifiers["analyst"] == "Kian Abouhossein"


@pytest.mark.parametrize(
    "text",
    [
        "Berenberg beobachtet Hensoldt. Das durchschnittliche Kursziel liegt bei 91,18 Euro.",
        "Berenberg beobachtet Hensoldt. Das Kursziel liegt im Schnitt bei 91,18 Euro.",
        "Jefferies hat SAP besucht.",
        "SAP will Kunden in Asien halten.",
        "Siemens rät seinen Beschäftigten zum Verkauf alter Geräte.",
    ],
)
def test_no_rating(reader: ClaimReader, text: str) -> None:
    assert read(reader, ratings, text) == []


def test_advice_to_sell_is_no_sale(reader: ClaimReader) -> None:
    from kg.articles.article import Article

    found = reader.read(Article("example", "Jefferies rät zum Verkauf der Volkswagen-Aktie.")).claims
    assert not [c for c in found if c.predicate == "sells"]


def test_a_company_told_before_the_judgement_is_judged(reader: ClaimReader) -> None:
    text = (
        "Volkswagen enttäuscht. Bernstein senkt Volkswagen auf Market-Perform. Volkswagen verlor 2 Prozent. "
        "Ganz anders Mercedes-Benz: Jefferies rät weiter zum Kauf und erhöht das Kursziel auf 64 Euro."
    )
    assert "Jefferies rates Mercedes-Benz" in lines(read(reader, ratings, text))
