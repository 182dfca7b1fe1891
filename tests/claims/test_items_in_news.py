"""Items of an overview: what stands before a colon is what the rest is about, with or without a verb."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        # a noun of deed without its party is told of the head of the item
        ("VERBUND: Klage gegen Gazprom, Streitwert 250 Mio. Euro.", ("Verbund", "sues", "Gazprom")),
        ("Ypsomed: Liefervertrag mit Novo Nordisk.", ("Ypsomed", "suppliesTo", "Novo Nordisk")),
        ("Stadler: Großauftrag der Deutschen Bahn.", ("Stadler Rail", "suppliesTo", "Deutsche Bahn")),
        ("RENK: Einstieg von KNDS mit 6,7 Prozent.", ("KNDS", "ownsStakeIn", "Renk")),
        ("SYNLAB: Übernahme durch Cinven vor Abschluss.", ("Cinven", "acquires", "Synlab")),
        ("Nestlé: Kritik von Foodwatch an Babynahrung.", ("Foodwatch", "criticizes", "Nestlé")),
        ("KUKA: Kooperation mit Algorized.", ("Kuka", "partnersWith", "Algorized")),
        # what is told before a colon without a verb
        ("Chefwechsel bei Komax: Finanzchef Christian Mäder rückt auf.", ("Komax", "appoints", "Christian Mäder")),
        ("Siemens gewann leicht.\n\n++ Wechsel im UBS-Präsidium: Lukas Gähwiler, Vizepräsident und Architekt der "
         "Integration, tritt ab.", ("Lukas Gähwiler", "departsFrom", "UBS")),
        ("Siemens gewann leicht.\n\nStellenabbau bei Feintool: 70 Jobs fallen in Lyss weg.",
         ("Feintool", "cutsJobs", "70")),
    ],
)  # fmt: skip
def test_what_an_item_is_about(reader: ClaimReader, text: str, claim: tuple[str, str, str]) -> None:
    claims = reader.read(Article("example", text)).claims
    assert claim in {(c.subject.name, c.predicate, str(c.names[1] or c.value)) for c in claims}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Continental: Spin-off von Aumovio am 18. September.", ("Aumovio", "spinsOff", "Continental")),
        ("Nestlé: Der Konzern wies die Kritik von Foodwatch zurück.", ("Nestlé", "criticizes", "Foodwatch")),
    ],
)
def test_what_an_item_does_not_tell(reader: ClaimReader, text: str, claim: tuple[str, str, str]) -> None:
    found = {(c.subject.name, c.predicate, c.names[1]) for c in reader.read(Article("example", text)).claims}
    assert claim not in found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Der Laborzulieferer Sartorius hob die Prognose an. An der Börse legte der Dax-Konzern um 4 Prozent zu.",
         {"Sartorius"}),
        ("Jungheinrich senkt die Ziele. Daraufhin gab das MDax-Schwergewicht um 9 Prozent nach.", {"Jungheinrich"}),
        ("Der Dax legte um 4 Prozent zu.", {"DAX"}),
    ],
)  # fmt: skip
def test_the_member_of_an_index_moves(reader: ClaimReader, text: str, names: set[str]) -> None:
    claims = reader.read(Article("example", text)).claims
    assert {c.subject.name for c in claims if c.predicate == "sharePriceChange"} == names


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Komax: Andreas Häberli neuer Präsident, Beat Kälin tritt ab.", ("Komax", "appoints", "Andreas Häberli")),
        ("Philippe Deecke neuer Finanzchef bei Lonza", ("Lonza", "appoints", "Philippe Deecke")),
        ("Andreas Häberli neuer Komax-Präsident", ("Komax", "appoints", "Andreas Häberli")),
        ("Novo Nordisk: Chef Lars Fruergaard Jørgensen geht, Nachfolger Mike Doustdar.",
         ("Novo Nordisk", "appoints", "Mike Doustdar")),
        ("Clariant: Finanzchef Bill Collins geht, Nachfolger Oliver Rittgen kommt von Bayer.",
         ("Clariant", "appoints", "Oliver Rittgen")),
        ("Bei Puma muss Arne Freundt gehen. Nachfolger: Arthur Hoeld.", ("Puma", "appoints", "Arthur Hoeld")),
    ],
)  # fmt: skip
def test_who_comes_without_a_verb(reader: ClaimReader, text: str, claim: tuple[str, str, str]) -> None:
    claims = reader.read(Article("example", text)).claims
    assert claim in {(c.subject.name, c.predicate, c.names[1]) for c in claims}


@pytest.mark.parametrize(
    "text",
    [
        "Konzernchef Lip-Bu Tan, Nachfolger von Pat Gelsinger, sprach von einem Meilenstein bei Intel.",
        "Apple lobte Donald Trump. Der Nachfolger Joe Bidens traf Cook.",
    ],
)
def test_a_follower_of_somebody_is_no_news(reader: ClaimReader, text: str) -> None:
    assert "appoints" not in {c.predicate for c in reader.read(Article("example", text)).claims}
