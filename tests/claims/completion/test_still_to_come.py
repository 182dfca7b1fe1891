"""What is told in the present of a time ahead is planned."""

from __future__ import annotations

import datetime as dt

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader

#: text, predicate, its statuses on 3 November 2025
SENTENCES = [
    ("In Dallas starten Lyft und Marubeni 2026 einen Dienst mit Roboterautos.", "operatesIn", {"planned"}),
    ("Im Frühjahr eröffnet Tesla ein Werk in Indien.", "operatesIn", {"planned"}),
    ("Nächstes Jahr startet BYD die Produktion im ungarischen Szeged.", "operatesIn", {"planned"}),
    ("Im November 2024 eröffnete Tesla ein Werk in Indien.", "operatesIn", {"actual"}),
    ("Tesla hat in Indien ein Werk eröffnet.", "operatesIn", {"actual"}),
    ("Bis Jahresende kauft Barclays eigene Aktien für 750 Millionen Pfund zurück.", "buysBackShares", {"planned"}),
    ("Finanzchef Peter Hahn verlässt Ende Monat die OMV.", "departsFrom", {"planned"}),
    ("Finanzchef Peter Hahn gibt sein Amt bei der OMV im Winter ab.", "departsFrom", {"planned"}),
    # some verbs foretell by themselves
    ("Bei Wacker fallen 1500 Stellen weg.", "cutsJobs", {"planned"}),
    ("Bei Wacker fielen 1500 Stellen weg.", "cutsJobs", {"actual"}),
    # a time of another clause tells nothing of this one
    ("Siemens betreibt in Erlangen ein Werk, das 2027 erweitert wird.", "operatesIn", {"actual"}),
    # who has a post has it whatever he announces
    ("SAP-Chef Christian Klein kündigt für 2027 eine Fusion an.", "worksFor", {"actual"}),
]


@pytest.mark.parametrize(("text", "predicate", "statuses"), SENTENCES)
def test_a_time_ahead_makes_the_present_a_plan(
    reader: ClaimReader, text: str, predicate: str, statuses: set[str]
) -> None:
    claims = reader.read(Article("a", text, published=dt.date(2025, 11, 3))).claims
    assert {c.status for c in claims if c.predicate == predicate} == statuses


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Kion wirft Jungheinrich vor, Software gestohlen zu haben, was die Hamburger abstreiten.", {"actual"}),
        ("Jungheinrich bestritt den Vorwurf nicht.", {"negated"}),
    ],
)
def test_who_denies_does_so_whatever_is_denied(reader: ClaimReader, text: str, statuses: set[str]) -> None:
    claims = reader.read(Article("a", text)).claims
    assert {c.status for c in claims if c.predicate == "denies"} == statuses
