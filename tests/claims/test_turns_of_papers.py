"""Turns by which agencies and newspapers tell results, deals, posts, penalties and orders, as they write them."""

from __future__ import annotations

import datetime as dt

import pytest

from kg.articles.article import Article
from kg.claims.claim import Claim
from kg.claims.reader import ClaimReader

PUBLISHED = dt.date(2024, 5, 14)


def told(reader: ClaimReader, text: str, predicate: str) -> list[Claim]:
    return [c for c in reader.read(Article("a", text, published=PUBLISHED)).claims if c.predicate == predicate]


def figure(claim: Claim) -> tuple[str, str, object]:
    return claim.subject.name, str(claim.value), claim.qualifiers.get("value")


@pytest.mark.parametrize(
    ("text", "predicate", "figures"),
    [
        # what is seen "bei" a sum lies ahead
        ("Krones sieht den Umsatz 2024 bei 5,1 Milliarden Euro.", "forecasts", [("Krones", "revenue", 5100000000)]),
        # before tax a surplus is no net one
        (
            "Salzgitter wies vor Steuern einen Überschuss von 238 Millionen Euro aus.",
            "reports",
            [("Salzgitter AG", "profit", 238000000)],
        ),
        # one order, and how many fewer there are, are no figures of a period
        ("Alstom erhielt eine Bestellung im Wert von 700 Millionen Euro von der SNCF.", "reports", []),
        ("Alstom und die SNCF einigten sich auf einen Zugauftrag. Das Auftragsvolumen soll zwei Milliarden Euro "
         "betragen.", "forecasts", []),
        ("Nokia verkaufte im Quartal drei Millionen Handys weniger als im Vorjahr.", "reports", []),
        ("Sulzer rechnet 2024 mit einem hohen Verkaufsgewinn.", "forecasts", []),
    ],
)  # fmt: skip
def test_figures(reader: ClaimReader, text: str, predicate: str, figures: list[tuple[str, str, object]]) -> None:
    assert [figure(c) for c in told(reader, text, predicate)] == figures


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        # the day of the close that a price is compared with, a discount on it, and an investor without shares
        ("Die Aktien von Aixtron legten gegenüber dem Xetra-Schlusskurs vom Vortag um 5 Prozent zu.",
         [("Aixtron", 5, "2024-05-14")]),
        ("GBL verkaufte Aktien von GEA mit einem Abschlag von 6,5 Prozent zum Schlusskurs.", []),
        ("Der Investor Cevian hat sich von Anteilen an Thyssenkrupp getrennt. Die Aktie verlor 4 Prozent.",
         [("Thyssenkrupp", -4, "2024-05-14")]),
    ],
)  # fmt: skip
def test_moves(reader: ClaimReader, text: str, moves: list[tuple[str, float, str]]) -> None:
    found = told(reader, text, "sharePriceChange")
    assert [(c.subject.name, c.value, c.qualifiers.get("date")) for c in found] == moves


@pytest.mark.parametrize(
    ("text", "predicate", "parties"),
    [
        # who is asked for, and who asks to go
        (
            "Der Aufsichtsrat von Continental nahm das Rücktrittsgesuch von Finanzchef Wolfgang Schäfer an.",
            "departsFrom",
            [("Wolfgang Schäfer", "Continental", "actual")],
        ),
        (
            "Finanzchefin Katja Dürrfeld bat Continental um die Auflösung ihres Vertrags.",
            "departsFrom",
            [("Katja Dürrfeld", "Continental", "actual")],
        ),
        (
            "Carla Kriwet verlässt Philips. Als Nachfolgerin wurde Finanzchefin Helen Giza bestellt.",
            "appoints",
            [("Philips", "Helen Giza", "actual")],
        ),
        # whose post it is tells the house
        (
            "Kasper Rorsted verlässt Adidas. Puma-Chef Bjørn Gulden übernimmt Rorsteds Posten.",
            "appoints",
            [("Adidas", "Bjørn Gulden", "actual")],
        ),
        # ventures
        (
            "Bosch unterzeichnete mit CATL einen Vertrag zur Gründung eines Gemeinschaftsunternehmens.",
            "hasJointVentureWith",
            [("Bosch", "CATL", "planned")],
        ),
        (
            "GIC und Tencent kauften zehn Prozent an dem Gemeinschaftsunternehmen von BMW und der VW-Tochter Audi.",
            "hasJointVentureWith",
            [("BMW", "Audi", "actual")],
        ),
        # penalties and recalls
        (
            "Die höchste Geldbuße gegen das Kartell verhängte die EU-Kommission. Die höchste Einzelstrafe entfiel mit "
            "einer Milliarde Euro auf Scania.",
            "fines",
            [("EU-Kommission", "Scania", "actual")],
        ),
        (
            "Bei Tesla gibt es Probleme. Die Zulassungsbehörde RDW hat einen Rückruf angeordnet.",
            "restricts",
            [("RDW", "Tesla", "actual")],
        ),
        # approvals given, refused and drawing nearer
        (
            "Lufthansa will ITA Airways übernehmen. Die EU-Wettbewerbsbehörde gibt das Vorhaben bislang nicht frei.",
            "approves",
            [("EU-Kommission", "Lufthansa", "negated")],
        ),
        # what is made a part of a firm is not used
        ("Musk versuchte, OpenAI in seine Firma Tesla zu integrieren.", "uses", []),
        ("Samsung kämpft mit Apple. \"Wir hören auf unsere Kunden\", sagte Samsungs Mobilfunkchef.", "suppliesTo", []),
        # what a state says, and what stands in it
        ("Die Botschaft Pekings ist klar: Alibaba darf wachsen.", "locatedIn", []),
        # deals carried out
        (
            "Sulzer hat den im Januar angekündigten Verkauf von Medmix an Freudenberg vollzogen.",
            "sells",
            [("Sulzer", "Medmix", "actual")],
        ),
    ],
)  # fmt: skip
def test_who_does_what(reader: ClaimReader, text: str, predicate: str, parties: list[tuple[str, str, str]]) -> None:
    assert [(*c.names, c.status) for c in told(reader, text, predicate)] == parties


def test_surnames_in_the_genitive_mean_who_was_told(reader: ClaimReader) -> None:
    text = "Konzernchef Heinrich Hiesinger leitet Thyssenkrupp. Die Ankündigung Hiesingers gilt."
    document = reader.document(Article("a", text))
    people = [document.referents[m.referent].name for m in document.mentions if m.type == "Person"]
    assert people == ["Heinrich Hiesinger", "Heinrich Hiesinger"]


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("Siemens hat von den ÖBB einen Auftrag über die Lieferung von 540 Zügen erhalten.", "540 Zügen"),
        ("Alstom erhielt einen Auftrag im Wert von 700 Millionen Euro von der SNCF.", None),
    ],
)
def test_goods_of_orders(reader: ClaimReader, text: str, goods: str | None) -> None:
    assert [c.qualifiers.get("product") for c in told(reader, text, "suppliesTo")] == [goods]


def test_shares_of_an_industry_take_up_a_company_of_it(reader: ClaimReader) -> None:
    text = 'Roche übernimmt Carmot. Jefferies beließ den Pharma-Titel auf "Buy" mit einem Kursziel von 300 Franken.'
    assert [c.names for c in told(reader, text, "rates")] == [("Jefferies", "Roche")]


def test_the_sum_of_one_share_is_not_that_of_another(reader: ClaimReader) -> None:
    text = ("Lufthansa hat 41 Prozent an ITA Airways für 325 Millionen Euro erworben. Lufthansa plant, weitere 49 "
            "Prozent an ITA Airways zu übernehmen.")  # fmt: skip
    stakes = {c.qualifiers.get("percent"): c.qualifiers.get("amount") for c in told(reader, text, "ownsStakeIn")}
    assert stakes == {41: 325000000, 49: None}


@pytest.mark.parametrize(
    ("text", "sold"),
    [
        ("Adnoc will Covestro übernehmen. Der Fonds Norges hat zugesagt, seine Anteile an Adnoc zu verkaufen.",
         ("Covestro", "Adnoc")),
        ("Norges will seine Anteile an Covestro verkaufen.", ("Covestro", None)),
    ],
)  # fmt: skip
def test_shares_that_go_to_the_buyer(reader: ClaimReader, text: str, sold: tuple[str, str | None]) -> None:
    sales = told(reader, text, "sells")
    assert [(c.names[1], c.qualifiers.get("buyer")) for c in sales] == [sold]


@pytest.mark.parametrize(
    ("text", "predicate", "expected"),
    [
        ("Kion erwartet statt 8 Prozent Wachstum beim Umsatz nur noch 3 Prozent.", "forecasts", {"changePercent": 3}),
        ("Jungheinrich, 1953 in Hamburg gegründet, kommt auf einen Umsatz von 5 Milliarden Euro.", "reports",
         {"unit": "EUR", "value": 5000000000}),
        ("Die Bahn ordert bei Siemens Regional- und Güterzüge.", "suppliesTo", {"product": "Regional- und Güterzüge"}),
    ],
)  # fmt: skip
def test_qualifiers(reader: ClaimReader, text: str, predicate: str, expected: dict[str, object]) -> None:
    assert [dict(c.qualifiers) for c in told(reader, text, predicate)] == [expected]


def test_man_is_whom_the_sentence_opens_with(reader: ClaimReader) -> None:
    text = "1&1 erhebt Vorwürfe. Bei der Telekom weist man die Vorwürfe zurück."
    assert [c.subject.name for c in told(reader, text, "denies")] == ["Deutsche Telekom"]
