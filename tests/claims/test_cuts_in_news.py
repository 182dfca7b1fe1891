"""Job cuts as news tells them: in lists and parts, up to a number, behind a closure; and what they do not tell."""

from __future__ import annotations

import datetime as dt

import pytest

from kg.articles.article import Article
from kg.claims.claim import Claim
from kg.claims.reader import ClaimReader

DAY = dt.date(2025, 11, 3)


def claims(reader: ClaimReader, text: str, predicate: str) -> list[Claim]:
    found = reader.read(Article("a", text + "\n", published=DAY)).claims
    return [claim for claim in found if claim.predicate == predicate]


@pytest.mark.parametrize(
    ("text", "cuts"),
    [
        (
            "BASF streicht 2600 Stellen, Covestro 900 und Lanxess 500.",
            {("BASF", 2600), ("Covestro", 900), ("Lanxess", 500)},
        ),
        (
            "Thyssenkrupp will sich von einem Fünftel der Belegschaft trennen, Salzgitter von 1200 Beschäftigten.",
            {("Thyssenkrupp", None), ("Salzgitter AG", 1200)},
        ),
        ("Siemens baut 6000 Stellen ab, davon 2850 in Deutschland.", {("Siemens", 6000), ("Siemens", 2850)}),
        # what counts something else is no list
        ("Siemens entlässt 2000 Mitarbeiter, ABB stellt 1500 ein.", {("Siemens", 2000)}),
        ("SAP hat 2024 in Deutschland 8000 Stellen gestrichen, 500 mehr als geplant.", {("SAP", 8000)}),
        (
            "Siemens baut in Deutschland 3300 Stellen ab. Bei Bombardier sind es seit Montag 2200.",
            {("Siemens", 3300), ("Bombardier", 2200)},
        ),
        (
            "Mahle kämpft mit der Flaute. Bis zu 1900 Arbeitsplätze fallen weg, davon 700 in Deutschland.",
            {("Mahle", 1900), ("Mahle", 700)},
        ),
        ("Der Versender Otto schließt das Callcenter. Betroffen sind 480 Menschen.", {("Otto", 480)}),
        ("Der Versender Otto schickt das Callcenter in Kurzarbeit. Betroffen sind 480 Menschen.", set()),
    ],
)
def test_whose_jobs_go(reader: ClaimReader, text: str, cuts: set[tuple[str, int | None]]) -> None:
    assert {(claim.subject.name, claim.value) for claim in claims(reader, text, "cutsJobs")} == cuts


def test_buyer_promises_that_no_jobs_go(reader: ClaimReader) -> None:
    text = "Zalando übernimmt About You. Einen größeren Stellenabbau werde es nicht geben, hieß es."
    assert {(c.subject.name, c.status) for c in claims(reader, text, "cutsJobs")} <= {("Zalando", "negated")}


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Bosch will in Deutschland 3800 Stellen streichen.", "operatesIn"),
        ("Volkswagen baut um. Das bestätigte ein Sprecher des Konzerns am Dienstag in Wolfsburg.", "locatedIn"),
        ("Die Fluglinie Condor, die 2019 kurz vor der Pleite stand, wächst wieder.", "filesForInsolvency"),
    ],
)
def test_what_a_sentence_does_not_tell(reader: ClaimReader, text: str, predicate: str) -> None:
    assert claims(reader, text, predicate) == []


def test_holidays_are_not_struck(reader: ClaimReader) -> None:
    text = "Die GDL hat für Gründonnerstag und Karfreitag einen Warnstreik bei der Deutschen Bahn angekündigt."
    assert [c.object.name for c in claims(reader, text, "strikesAt") if c.object] == ["Deutsche Bahn"]


def test_owner_is_not_insolvent(reader: ClaimReader) -> None:
    text = "Die Sanierung von Tally Weijl ist missglückt. Die Tochter von Air Berlin meldete Insolvenz an."
    assert "Air Berlin" not in {claim.subject.name for claim in claims(reader, text, "filesForInsolvency")}


def test_sites_beside_a_unit_are_its_owners(reader: ClaimReader) -> None:
    text = "Die Commerzbank stellt ein. Die Commerzbank-Tochter mBank und Standorte in Asien wachsen."
    assert "mBank" not in {claim.subject.name for claim in claims(reader, text, "operatesIn")}
