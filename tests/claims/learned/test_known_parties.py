"""Whom a sentence leaves out is who is known to fit, where the article names exactly one such."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader


def told(reader: ClaimReader, text: str, predicate: str) -> set[tuple[str, str]]:
    claims = reader.read(Article("example", text)).claims
    return {c.names for c in claims if c.predicate == predicate}


@pytest.mark.parametrize(
    ("text", "predicate", "wanted"),
    [
        # a unit whose parent is known
        (
            "Bosch verliert Fachleute. Siemens wirbt sie ab, Siemens zahlt besser. Die Tochter BSH sucht Ersatz.",
            "subsidiaryOf",
            {("BSH Hausgeräte", "Bosch")},
        ),
        # a maker that a noun takes up
        (
            "Novo Nordisk verliert an Eli Lilly. Der Konzern brachte Mounjaro 2022 auf den Markt.",
            "launches",
            {("Eli Lilly", "Mounjaro")},
        ),
        # a field is no name that a sentence leaves out
        (
            "Ford testet selbstfahrende Autos. Bei den Testwagen"
            " handle es sich um den Mustang Mach-E, teilte Ford mit.",
            "develops",
            {("Ford", "Autonomes Fahren"), ("Ford", "Mustang Mach-E")},
        ),
        # whoever is named in the sentence stays, known or not
        ("Apple schläft. Xiaomi brachte das iPhone Air auf den Markt.", "launches", {("Xiaomi", "iPhone Air")}),
    ],
)
def test_who_is_left_out(reader: ClaimReader, text: str, predicate: str, wanted: set[tuple[str, str]]) -> None:
    assert told(reader, text, predicate) == wanted
