"""Authorities that act together: who they are, and that none is what the other examines."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Die Finanzstaatsanwaltschaft PNF und das britische SFO gehen dem Verdacht nach, "
            "Thales habe Beamte bestochen.",
            {("Parquet National Financier", "Thales"), ("Serious Fraud Office", "Thales")},
        ),
        ("Die Finanzstaatsanwaltschaft PNF ermittelt gegen Thales.", {("Parquet National Financier", "Thales")}),
        (
            "Die Staatsanwaltschaft Paris und das Bundeskartellamt ermitteln gegen Airbus.",
            {("Pariser Staatsanwaltschaft", "Airbus"), ("Bundeskartellamt", "Airbus")},
        ),
        (
            "Die BaFin und die EZB prüfen, ob die Deutsche Bank Vorschriften verletzt hat.",
            {("Bafin", "Deutsche Bank"), ("EZB", "Deutsche Bank")},
        ),
    ],
)  # fmt: skip
def test_who_investigates_whom(reader: ClaimReader, text: str, wanted: set[tuple[str, str]]) -> None:
    claims = reader.read(Article("example", text)).claims
    assert {(c.subject.name, c.object.name) for c in claims if c.object and c.predicate == "investigates"} == wanted
