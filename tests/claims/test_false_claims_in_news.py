"""What real prose says beside business: no name is made of an amount or a street, no claim of what is not said."""

from __future__ import annotations

import datetime as dt

import pytest

from kg.articles.article import Article
from kg.claims.claim import Claim
from kg.claims.reader import ClaimReader

DAY = dt.date(2026, 3, 10)


def claims(reader: ClaimReader, text: str) -> tuple[Claim, ...]:
    """Return what a text states that is published on ``DAY``."""
    return reader.read(Article("a", text, published=DAY)).claims


def names(reader: ClaimReader, text: str) -> list[tuple[str, str]]:
    """Return the names of a text with their classes, but those of topics."""
    found = reader.document(Article("a", text, published=DAY)).mentions
    return [(m.name, m.type) for m in found if m.kind in ("name", "compound")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a number that opens an amount
        ("Während SAP zulegte, verlor Disney 2 Prozent.", [("SAP", "Company"), ("Disney", "Company")]),
        ("Nach dem Urteil gaben Adobe 3 Prozent und Qualcomm 5,2 Prozent nach.",
         [("Adobe", "Company"), ("Qualcomm", "Company")]),
        # a firm's whole name
        ("Das Gericht eröffnete das Verfahren über die Deutsche Solarfonds Treuhand GmbH.",
         [("Deutsche Solarfonds Treuhand GmbH", "Company")]),
        ("Anleger der Deutsche Solarfonds Invest GmbH & Co. KG sind in Sorge.",
         [("Deutsche Solarfonds Invest GmbH & Co. KG", "Company")]),
        ("Der Preis ging an die Geschäftseinheit Federn & Stabilisatoren von Thyssenkrupp.",
         [("Federn & Stabilisatoren", "Company"), ("Thyssenkrupp", "Company")]),
        # newspapers by their town
        ("Der Chefredakteur des Mindener Tageblatts sagte das.", [("Mindener Tageblatt", "MediaOutlet")]),
        # a bank that is none
        ("Erste Analysten senken ihre Ziele für BASF.", [("BASF", "Company")]),
        ("Salzgitter: Erste Erfolge, aber noch viel zu tun.", [("Salzgitter", "Company")]),
        # streets, stations, roads, portals, saints
        ("Das Büro von Trade Republic liegt in der Bockenheimer Landstraße.", [("Trade Republic", "Company")]),
        ("Der Zug von Leipzig Hbf fällt aus.", []),
        ("(PresseBox) Die Elring AG hat mehr verdient.", [("Elring AG", "Company")]),
        ("Sankt Martin ist eine Kirche.", []),
        # a sentence behind an initial
        ("Wir sind entsetzt, sagt Claudia K. Sie ist Verkäuferin.", [("Claudia K", "Person")]),
        # those who administer are people
        ("Die Insolvenzverwalterin Bettina Schmudde sucht Käufer.", [("Bettina Schmudde", "Person")]),
    ],
)  # fmt: skip
def test_names(reader: ClaimReader, text: str, expected: list[tuple[str, str]]) -> None:
    found = names(reader, text)
    assert found == expected


@pytest.mark.parametrize(
    ("text", "predicate", "status"),
    [
        # what follows from an insolvency leaves it certain
        ("Die Insolvenz von Gerry Weber könnte auch Zulieferer treffen.", "filesForInsolvency", "actual"),
        ("Die Insolvenz von Lilium könnte schon im März kommen.", "filesForInsolvency", "possible"),
        # deals that are looked back at, opposed, or talked of
        ("Die Übernahme von Schering durch Bayer jährt sich zum 20. Mal.", "acquires", "actual"),
        ("Die Übernahme von Monsanto durch Bayer belastet den Konzern bis heute.", "acquires", "actual"),
        ("Die Monopolkommission hat sich gegen die Übernahme von Galeria durch Otto ausgesprochen.", "acquires",
         "planned"),
        ("Rio Tinto und Glencore sprechen über einen Zusammenschluss.", "mergesWith", "possible"),
        ("Rio Tinto und Glencore befinden sich in fortgeschrittenen Gesprächen über eine Fusion.", "mergesWith",
         "possible"),
        # what somebody could do in the past he did
        ("Vonovia konnte sich 47 Prozent an der Deutschen Wohnen sichern.", "ownsStakeIn", "actual"),
        ("Vonovia könnte sich 47 Prozent an der Deutschen Wohnen sichern.", "ownsStakeIn", "possible"),
    ],
)  # fmt: skip
def test_statuses(reader: ClaimReader, text: str, predicate: str, status: str) -> None:
    assert {c.status for c in claims(reader, text) if c.predicate == predicate} == {status}


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Varta soll bis 2028 wieder schwarze Zahlen bringen.", "publishesResultsOn"),
        ("Der Supplier Award geht an Schaeffler.", "acquires"),
        ("Die Kaufvereinbarung von Siemens mit Aixtron hat Bestand.", "partnersWith"),
        ("Die A7 Hannover Richtung Hamburg ist nach einem Unfall auf beiden Fahrstreifen gesperrt.", "restricts"),
        ("Es würde ein Konzern mit 120 Milliarden Dollar Umsatz entstehen, teilte Rio Tinto mit.", "reports"),
        ("Audi schickte Mitarbeiter nach Hause.", "cutsJobs"),
        ("Siemens spart. Andreas Keller ist Direktor des Zukunftswerk-Instituts für Handel.", "worksFor"),
        ("Siemens spart. Keller ist Mitglied der Deutschen Gesellschaft für Personalführung.", "locatedIn"),
    ],
)
def test_nothing_is_told(reader: ClaimReader, text: str, predicate: str) -> None:
    assert [c for c in claims(reader, text) if c.predicate == predicate] == []


def test_a_metric_in_a_circumstance_takes_no_number(reader: ClaimReader) -> None:
    told = claims(reader, "Puma hat seinen Gewinn trotz schwacher Umsätze um ein Viertel gesteigert.")
    assert [(c.value, c.qualifiers["changePercent"]) for c in told if c.predicate == "reports"] == [("profit", 25)]


def test_a_level_left_behind_is_no_price(reader: ClaimReader) -> None:
    (told,) = claims(reader, "Der Dax hat nach einem Tageshoch von 24.310 Punkten im Minus geschlossen.")
    assert "price" not in told.qualifiers


def test_a_judge_does_not_move(reader: ClaimReader) -> None:
    told = claims(reader, "Eine Hochstufung durch die UBS half Siemens, die Titel legten 2 Prozent zu.")
    assert [c.subject.name for c in told if c.predicate == "sharePriceChange"] == ["Siemens"]


def test_an_infinitive_is_no_past(reader: ClaimReader) -> None:
    document = reader.document(Article("a", "Er wird den Posten im April antreten.", published=DAY))
    assert [t.value for t in document.times] == ["2026-04"]


def test_a_house_is_no_post(reader: ClaimReader) -> None:
    told = claims(reader, "Klaus Patzak wechselte von Siemens Energy zu Schaeffler.")
    assert all("position" not in c.qualifiers for c in told)
