"""Turns of everyday reports: who is meant, how certain it is, what is told and what is not."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.claim import Claim
from kg.claims.reader import ClaimReader


def claims(reader: ClaimReader, text: str, predicate: str) -> list[Claim]:
    return [c for c in reader.read(Article("a", text)).claims if c.predicate == predicate]


def names(found: list[Claim]) -> list[tuple[str, str | None]]:
    return [(c.subject.name, c.object.name if c.object else None) for c in found]


@pytest.mark.parametrize(
    ("text", "predicate", "statuses"),
    [
        # the second infinitive of a modal, which looks like a plural
        ("Bosch will sparen und 500 Stellen streichen.", "cutsJobs", ["planned"]),
        ("Der Puma-Chef Arthur Hoeld will den Konzern sanieren und 500 Stellen streichen.", "cutsJobs", ["planned"]),
        ("BMW und Great Wall lösen ihr Gemeinschaftsunternehmen auf.", "hasJointVentureWith", ["negated"]),
        ("Die Partnerschaft von Ford und Volkswagen ist beendet.", "partnersWith", ["negated"]),
        ("Die Zusammenarbeit von Ford und Volkswagen endet.", "partnersWith", ["negated"]),
        ("Boeing verliert einen Auftrag der Lufthansa.", "suppliesTo", ["negated"]),
        ("Rheinmetall hat einen Großauftrag der Bundeswehr erhalten.", "suppliesTo", ["actual"]),
    ],
)
def test_how_certain_it_is(reader: ClaimReader, text: str, predicate: str, statuses: list[str]) -> None:
    assert [c.status for c in claims(reader, text, predicate)] == statuses


@pytest.mark.parametrize(
    ("text", "predicate", "parties"),
    [
        # the share of whom a move was just told, not of whom the article told before
        (
            "Rheinmetall stiegen um 4 Prozent. Puma sackten um 9 Prozent ab, nachdem Bernstein das Papier auf "
            '"Underperform" abgestuft hatte.',
            "rates",
            [("Bernstein", "Puma")],
        ),
        (
            "Siemens gewannen ein Prozent. Für BASF ging es um drei Prozent bergab. Die UBS hatte das Papier auf "
            '"Sell" gesenkt.',
            "rates",
            [("UBS", "BASF")],
        ),
        ("Der Zoll schmerzt Swatch und den Rivalen Richemont.", "competesWith", [("Richemont", "Swatch Group")]),
        (
            "Die Commerzbank wehrt sich. Der Bund, mit zwölf Prozent beteiligt, hilft.",
            "ownsStakeIn",
            [("Bund", "Commerzbank")],
        ),
        (
            "Die Commerzbank wehrt sich gegen Unicredit, die 26 Prozent der Anteile hält.",
            "ownsStakeIn",
            [("Unicredit", "Commerzbank")],
        ),
        ("Kiekert beschäftigt 700 Menschen am Stammsitz in Heiligenhaus.", "locatedIn", [("Kiekert", "Heiligenhaus")]),
        ("Verdi ruft bei der Post zu Warnstreiks auf.", "strikesAt", [("Verdi", "DHL Group")]),
        (
            "Die Vereinigung Cockpit warnt. VC-Präsident Andreas Pinheiro sprach von einem Signal.",
            "worksFor",
            [("Andreas Pinheiro", "Vereinigung Cockpit")],
        ),
    ],
)
def test_who_is_meant(reader: ClaimReader, text: str, predicate: str, parties: list[tuple[str, str | None]]) -> None:
    assert names(claims(reader, text, predicate)) == parties


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        # a holder of less than half is no parent
        ("Puma-Eigner Artémis prüft Verkauf\n\nDie Holding Artémis hält 29 Prozent an Puma.", "subsidiaryOf"),
        # an administrator is no delivery
        (
            "Kiekert ist insolvent. Das Amtsgericht Wuppertal bestellte Rechtsanwalt Joachim Exner von der Kanzlei "
            "Dr. Beck & Partner zum vorläufigen Insolvenzverwalter.",
            "suppliesTo",
        ),
        # a noun for a bank is no bank of this name
        ("Für 2025 erwartet Deutschlands zweitgrößte Privatbank einen Gewinn.", "locatedIn"),
    ],
)
def test_what_is_not_told(reader: ClaimReader, text: str, predicate: str) -> None:
    assert not claims(reader, text, predicate)


@pytest.mark.parametrize(
    ("text", "predicate", "topic"),
    [
        ("Pfizer verklagte Metsera vor einem Gericht im US-Bundesstaat Delaware.", "sues", None),
    ],
)
def test_topics(reader: ClaimReader, text: str, predicate: str, topic: str | None) -> None:
    assert [c.qualifiers.get("topic") for c in claims(reader, text, predicate)] == [topic]


def test_people_who_know_are_the_source(reader: ClaimReader) -> None:
    text = "KKR wolle OHB kaufen, berichtete Bloomberg unter Berufung auf mit der Sache vertraute Personen."
    (claim,) = claims(reader, text, "acquires")
    assert [s.name for s in claim.attributed_to] == ["Bloomberg", "Personen"]
