"""Owners of one company that a sentence lists, each with his share."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.constructions.owner_lists import owner_lists
from kg.claims.reader import ClaimReader
from tests.claims.constructions.reading import read


@pytest.mark.parametrize(
    ("text", "held", "owners"),
    [
        ("An Ceconomy halten Haniel 16,7 Prozent und Freenet 6,7 Prozent.", "Ceconomy",
         {"Haniel": 16.7, "Freenet": 6.7}),
        # brackets, "mit", and numbers that share one word
        ("Größte Aktionäre von Ceconomy sind Haniel (16,7 Prozent) und Freenet (6,7 Prozent).", "Ceconomy",
         {"Haniel": 16.7, "Freenet": 6.7}),
        ("An Bilfinger sind Cevian mit 20, Blackrock mit 5 und Allianz mit drei Prozent beteiligt.", "Bilfinger",
         {"Cevian": 20, "Blackrock": 5, "Allianz": 3}),
        # who holds as much as another
        ("An der Tochter Ifco halten Triton 40 Prozent, Stonepeak und Adia je 30 Prozent.", "Ifco",
         {"Triton": 40, "Stonepeak": 30, "Adia": 30}),
        # a list that goes on in the next sentence
        ("Größter Aktionär der Lufthansa ist Kühne mit 19 Prozent. Dazu kommen Blackrock mit fünf und Dekabank mit "
         "drei Prozent.", "Lufthansa", {"Blackrock": 5, "Dekabank": 3}),
        # one alone is left to the frames; shares of a market are none
        ("Unicredit hält 28 Prozent an der Commerzbank.", "Commerzbank", {}),
        ("Am Markt halten BMW 20 Prozent und Audi zehn Prozent.", "BMW", {}),
    ],
)  # fmt: skip
def test_owners_with_their_shares(reader: ClaimReader, text: str, held: str, owners: dict[str, float]) -> None:
    found = [c for c in read(reader, owner_lists, text) if c.object and held in c.names]
    assert {c.subject.name: c.qualifiers["percent"] for c in found} == owners


def test_each_keeps_his_share(reader: ClaimReader) -> None:
    text = "Thyssenkrupp hält 50 Prozent an HKM, Salzgitter 30 und Vallourec 20 Prozent."
    stakes = [c for c in reader.read(Article("a", text)).claims if c.predicate == "ownsStakeIn"]
    assert sorted((c.subject.name, c.qualifiers["percent"]) for c in stakes) == [
        ("Salzgitter AG", 30),
        ("Thyssenkrupp", 50),
        ("Vallourec", 20),
    ]
