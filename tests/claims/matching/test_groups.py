"""Who buys and sells in a group."""

from __future__ import annotations

import datetime as dt

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader

SENTENCES = [
    ("Ein Konsortium um den Finanzinvestor KKR übernimmt OHB.", ["KKR acquires OHB"]),
    ("Ein Konsortium unter Führung von KKR will Talanx kaufen.", ["KKR acquires Talanx"]),
    ("Electronic Arts geht an ein Konsortium um den Staatsfonds PIF.", ["PIF acquires Electronic Arts"]),
    ("Eine Bietergruppe um Advent und FedEx will Inpost kaufen.", ["Advent acquires InPost", "FedEx acquires InPost"]),
    ("Siemens trennt sich von Innomotics. Käufer ist ein Konsortium um KKR.", ["KKR acquires Innomotics"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "claims"), SENTENCES)
def test_the_members_of_a_consortium_act(reader: ClaimReader, sentence: str, claims: list[str]) -> None:
    found = reader.read(Article("a", sentence, published=dt.date(2025, 11, 5))).claims
    told = {f"{c.subject.name} {c.predicate} {c.object.name}".lower() for c in found if c.object}
    assert {claim.lower() for claim in claims} <= told
    assert not any(claim.startswith(("konsortium", "bietergruppe")) for claim in told)
