"""Turns that go wrong in the context of a report only: who acts, whose something is, and since when it is told."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.claim import Claim
from kg.claims.reader import ClaimReader

Parties = list[tuple[str, str | None]]


def claims(reader: ClaimReader, text: str, predicate: str) -> list[Claim]:
    return [c for c in reader.read(Article("a", text)).claims if c.predicate == predicate]


def parties(found: list[Claim]) -> Parties:
    return sorted((c.subject.name, c.object.name if c.object else None) for c in found)


@pytest.mark.parametrize(
    ("text", "predicate", "told"),
    [
        # a relative pronoun opens no further member of a list
        ("Northvolt, der VW und BMW belieferte, ist pleite.", "filesForInsolvency", [("Northvolt", None)]),
        (
            "Northvolt, der VW und BMW belieferte, ist pleite.",
            "suppliesTo",
            [("Northvolt", "BMW"), ("Northvolt", "Volkswagen")],
        ),
        (
            "Siemens, die Allianz und BMW investieren in Helsing.",
            "investsIn",
            [("Allianz", "Helsing"), ("BMW", "Helsing"), ("Siemens", "Helsing")],
        ),
        # who does something alone is not those told beside
        (
            "SAP, das WalkMe und LeanIX übernommen hat, wächst.",
            "acquires",
            [("SAP", "LeanIX"), ("SAP", "WalkMe")],
        ),
        (
            "Vitesco, das Schaeffler und Conti übernehmen, wächst.",
            "acquires",
            [("Continental", "Vitesco"), ("Schaeffler", "Vitesco")],
        ),
        # what is its subject's own behind a noun with its name
        (
            "Pilatus errichtet ein Werk in Sarasota, der Bahnbauer Stadler baut seinen Standort in Salt Lake City aus.",
            "operatesIn",
            [("Pilatus", "Sarasota"), ("Stadler Rail", "Salt Lake City")],
        ),
        # a finite verb that looks like an attribute: "kündigte … an" is no notice
        ("Siemens will sparen. Das kündigte Finanzchef Ralf Thomas bei der Vorlage der Zahlen an.", "departsFrom", []),
        # what stands with "an" and the accusative gets a stake and is not what it is in
        ("PPF verkaufte seinen Anteil von 16 Prozent an die italienische MFE.", "ownsStakeIn", []),
        # an owner without article beside the part that is owned
        ("Seitdem gehören Microsoft 27 Prozent von OpenAI.", "ownsStakeIn", [("Microsoft", "OpenAI")]),
        # who holds shares beside a deal holds them in what changes hands
        (
            "Unicredit greift nach der Commerzbank. Der Bund, der noch 12 Prozent der Anteile besitzt, lehnt das ab.",
            "ownsStakeIn",
            [("Bund", "Commerzbank")],
        ),
        # who owns something with others is no parent
        (
            "General Atlantic, Miteigentümer der Dating-Sparte Parship Meet, verkaufte.",
            "subsidiaryOf",
            [],
        ),
        # the unit is before the comma, the mother of the brand behind it is another
        ("Schwarz Digits, die IT-Sparte des Lidl-Mutterkonzerns, prüft eine Bewerbung.", "subsidiaryOf", []),
        # a co-owner owns what was just told
        (
            "Aus dem Gemeinschaftsunternehmen HKM will Thyssenkrupp aussteigen, Miteigentümer Salzgitter lehnt das ab.",
            "ownsStakeIn",
            [("Salzgitter AG", "Hüttenwerke Krupp Mannesmann")],
        ),
        # whom a court ruled against is who was sued
        (
            "Microsoft wächst. Das Landgericht München hat OpenAI Texte verboten; geklagt hatte die Gema.",
            "sues",
            [("Gema", "OpenAI")],
        ),
        # whoever planned it is criticized
        (
            "Die EU-Kommission will Google härter regulieren. US-Präsident Donald Trump verurteilte das Vorhaben.",
            "criticizes",
            [("Donald Trump", "EU-Kommission")],
        ),
        (
            "VW will drei Werke schließen. Die IG Metall kritisierte die Pläne scharf.",
            "criticizes",
            [("IG Metall", "Volkswagen")],
        ),
        # parts of what the text is about
        (
            "Rheinmetall baut Panzer. Die Raketen kommen von MBDA, das Fahrgestell steuert KNDS bei.",
            "suppliesTo",
            [("KNDS", "Rheinmetall"), ("MBDA", "Rheinmetall")],
        ),
        # the second participle under one "hat"
        (
            "ABB hat im dritten Quartal mehr verdient und die Robotiksparte verkauft.",
            "sells",
            [("ABB", "Robotiksparte")],
        ),
        # a plant is no company that is somewhere
        (
            "BYD wächst. Ein zweites Werk zieht der Konzern im türkischen Manisa hoch.",
            "operatesIn",
            [("BYD", "Manisa")],
        ),
        # the maker of a brand is who owns it
        (
            "Beiersdorf senkt die Ziele. Der Nivea-Hersteller hat sie kassiert. RBC senkte das Kursziel auf 97 Euro.",
            "rates",
            [("RBC", "Beiersdorf")],
        ),
        # prison is no fine
        ("Das Landgericht München verurteilte Jan Marsalek zu zwei Jahren Haft.", "fines", []),
        # people and their houses
        (
            "Thyssenkrupp spricht mit dem indischen Konzern Jindal Steel International. "
            '"Wir begrüßen das Interesse", sagte Konzernchef Miguel López.',
            "worksFor",
            [("Miguel López", "Thyssenkrupp")],
        ),
        # "Rolex-Chef" ends as "Ex-Chef" does
        ("Rolex-Chef Jean-Frédéric Dufour sprach.", "worksFor", [("Jean-Frédéric Dufour", "Rolex")]),
        ("Ex-Rolex-Chef Max Muster sprach.", "departsFrom", [("Max Muster", "Rolex")]),
        # whom a chief's figures are of
        (
            "Unicredit wartet ab. Die Commerzbank nicht. Den Gewinn will Konzernchefin Bettina Orlopp auf 4,2 "
            "Milliarden Euro steigern.",
            "forecasts",
            [("Commerzbank", None)],
        ),
    ],
)
def test_who_is_meant(reader: ClaimReader, text: str, predicate: str, told: Parties) -> None:
    assert parties(claims(reader, text, predicate)) == told


@pytest.mark.parametrize(
    ("text", "predicate", "statuses"),
    [
        # cuts told in the present are announced where the article tells of it
        ("SAP streicht 8000 Stellen. Das kündigte der Konzern am Dienstag an.", "cutsJobs", ["planned"]),
        ("SAP streicht 8000 Stellen.", "cutsJobs", ["actual"]),
        ("SAP hat 8000 Stellen gestrichen, wie der Konzern mitteilte.", "cutsJobs", ["actual"]),
        # who wins the contest for a company, and who loses it
        ("Pfizer hat den Bieterkampf um Metsera für sich entschieden.", "acquires", ["planned"]),
        ("Novo Nordisk hat das Wettbieten um Metsera verloren.", "acquires", ["negated"]),
        ("Im Bieterrennen um die Fluglinie TAP liegt Lufthansa vorn.", "acquires", ["possible"]),
    ],
)
def test_how_certain_it_is(reader: ClaimReader, text: str, predicate: str, statuses: list[str]) -> None:
    assert [c.status for c in claims(reader, text, predicate)] == statuses


@pytest.mark.parametrize(
    ("text", "predicate", "name", "value"),
    [
        ("Porsche kauft seine Zellen bei LG Energy Solution und CATL ein.", "suppliesTo", "product", "Zellen"),
        ("Google stellt Anthropic bis zu eine Million TPUs zur Verfügung.", "suppliesTo", "product", "TPUs"),
        ("Die SBB hat den Auftrag über zwei Milliarden Franken an Alstom vergeben.", "suppliesTo", "product", None),
        # what is given away is not what is held
        ("Siemens will 30 Prozent der Anteile an Siemens Healthineers abgeben.", "ownsStakeIn", "percent", None),
        (
            "Siemens will 30 Prozent der Anteile an Siemens Healthineers abgeben. Derzeit hält der Konzern 67 Prozent.",
            "ownsStakeIn",
            "percent",
            67,
        ),
        # what comes of a deal is no price
        (
            "Zalando hat die Übernahme von About You abgeschlossen und verspricht sich 100 Millionen Euro Synergien.",
            "acquires",
            "amount",
            None,
        ),
        ("Eon hat 7,4 Milliarden Euro vor Zinsen, Steuern und Abschreibungen verdient.", "reports", "value", 7.4e9),
        # the post that the sentence before has to fill
        (
            "Porsche bekommt einen neuen Chef. Michael Leiters löst Oliver Blume ab, der sich auf seinen Posten an der "
            "Spitze des Mutterkonzerns Volkswagen konzentriert.",
            "appoints",
            "position",
            "Chef",
        ),
    ],
)
def test_qualifiers(reader: ClaimReader, text: str, predicate: str, name: str, value: object) -> None:
    told = {c.qualifiers.get(name) for c in claims(reader, text, predicate)}
    assert told == {value}


@pytest.mark.parametrize(
    ("text", "predicate", "values"),
    [
        # a goal that moves takes up what was earned, and is not earned itself
        (
            "Die Allianz hat operativ 4,4 Milliarden Euro verdient und die Prognose auf 17 Milliarden Euro angehoben.",
            "reports",
            [4.4e9],
        ),
        (
            "Die Allianz hat operativ 4,4 Milliarden Euro verdient und die Prognose auf 17 Milliarden Euro angehoben.",
            "forecasts",
            [17e9],
        ),
    ],
)
def test_earned_and_aimed_at(reader: ClaimReader, text: str, predicate: str, values: list[float]) -> None:
    assert [c.qualifiers.get("value") for c in claims(reader, text, predicate)] == values


def test_an_old_judgement_behind_nach(reader: ClaimReader) -> None:
    (claim,) = claims(reader, 'Die Baader Bank stuft Brenntag auf "Reduce" nach "Add".', "rates")
    assert claim.qualifiers["rating"] == "Reduce"
    assert claim.qualifiers["previousRating"] == "Add"


def test_jobs_of_managers_behind_a_month(reader: ClaimReader) -> None:
    (claim,) = claims(reader, "JLR hatte erst im Juli 500 Managerstellen gestrichen.", "cutsJobs")
    assert claim.value == 500


def test_a_fair_value_is_no_price(reader: ClaimReader) -> None:
    assert not claims(reader, "Bei der DZ Bank stieg der faire Wert von SAP von 270 auf 275 Euro.", "sharePriceChange")
