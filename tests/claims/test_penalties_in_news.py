"""Penalties: who imposed them where a court reviews them or the next sentence tells, and how much they are."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.claim import Claim
from kg.claims.reader import ClaimReader


def told(reader: ClaimReader, text: str, predicate: str) -> list[Claim]:
    return [c for c in reader.read(Article("x", text)).claims if c.predicate == predicate]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Siemens zahlt ein Bußgeld von 201 Millionen Euro. Das teilte die Staatsanwaltschaft München mit.",
            ("Staatsanwaltschaft München I", "Siemens"),
        ),
        (
            "Das EU-Gericht hob die Milliardenstrafe der EU-Kommission gegen Intel auf.",
            ("EU-Kommission", "Intel"),
        ),
    ],
)
def test_who_fines_whom(reader: ClaimReader, text: str, wanted: tuple[str, str]) -> None:
    assert {(c.subject.name, c.object.name) for c in told(reader, text, "fines") if c.object} == {wanted}


@pytest.mark.parametrize(
    "text",
    [
        "Der EuGH bestätigte die Strafe gegen Google in Höhe von 2,4 Milliarden Euro.",
        "Ein Geschworenengericht in Kalifornien sprach Masimo Schadenersatz in Höhe von 634 Millionen Dollar zu.",
        "Rossmann steht unter Beobachtung. Insgesamt verhängte das Kartellamt in diesem Jahr 158 Millionen Euro "
        "Bußgelder gegen Unternehmen.",
    ],
)
def test_not_fined(reader: ClaimReader, text: str) -> None:
    assert not told(reader, text, "fines")


def test_sum_behind_a_participle(reader: ClaimReader) -> None:
    text = "Die von der EU-Kommission gegen Qualcomm verhängte Strafe von rund einer Milliarde Euro ist nichtig."
    (claim,) = told(reader, text, "fines")
    assert dict(claim.qualifiers)["amount"] == 1_000_000_000


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Bayer steht vor der Zulassung des Mittels Nubeqa durch die EMA.", ("EMA", "Nubeqa", "possible")),
        (
            "Die Genehmigung der EU-Kommission für die Übernahme von ITA durch Lufthansa steht noch aus.",
            ("EU-Kommission", "Lufthansa", "possible"),
        ),
    ],
)
def test_awaited_approvals(reader: ClaimReader, text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in {(c.subject.name, c.object.name, c.status) for c in told(reader, text, "approves") if c.object}
