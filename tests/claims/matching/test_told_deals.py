"""What sentences before told to change hands, and who is told to buy, sell or bid for it."""

from __future__ import annotations

import datetime as dt

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader

SENTENCES = [
    ("Siemens verkauft Innomotics. Käufer ist der Finanzinvestor KPS.", "KPS Capital Partners acquires Innomotics"),
    ("Siemens trennt sich von Innomotics. Den Zuschlag erhielt KPS.", "KPS Capital Partners acquires Innomotics"),
    ("KPS übernimmt Innomotics. Verkäufer ist Siemens.", "Siemens sells Innomotics"),
    ("BP stellt Castrol zum Verkauf. Zu den Bietern gehören Apollo und Stonepeak.", "Stonepeak acquires Castrol"),
    # nobody is told who sells
    ("Der Schmierstoffhersteller Castrol soll verkauft werden. Als Interessent gilt Stonepeak.",
     "Stonepeak acquires Castrol"),
]  # fmt: skip

OTHERS = [
    # the sentence has a thing of its own
    ("Siemens verkauft Innomotics. Käufer von Erdgas ist Uniper.", "Uniper acquires Innomotics"),
    ("Siemens verkauft Innomotics. Den Zuschlag für einen Auftrag erhielt Alstom.", "Alstom acquires Innomotics"),
    # too long ago
    ("Siemens verkauft Innomotics. Die Sonne scheint. Es regnet. Der Winter naht. Es schneit. Käufer ist Alstom.",
     "Alstom acquires Innomotics"),
]  # fmt: skip

AUTHORITIES = [
    ("Mars kauft Kellanova. Die EU-Kommission hat das Geschäft genehmigt.", "EU-Kommission approves Mars Inc."),
    ("Mars kauft Kellanova. Die EU-Kommission gab am Freitag grünes Licht.", "EU-Kommission approves Mars Inc."),
    # the buyer, not the seller
    ("Santander verkauft die polnische Tochter an Erste Group. Die Aufsicht KNF hat dem Verkauf zugestimmt.",
     "KNF approves Erste Group"),
    # what is bought has no name
    ("Tönnies will die Schlachthöfe von Vion kaufen. Das Bundeskartellamt untersagte das Vorhaben.",
     "Bundeskartellamt restricts Tönnies"),
]  # fmt: skip


def told(reader: ClaimReader, text: str) -> set[str]:
    found = reader.read(Article("a", text, published=dt.date(2025, 11, 5))).claims
    return {f"{c.subject.name} {c.predicate} {c.object.name}" for c in found if c.object}


@pytest.mark.parametrize(("text", "claim"), SENTENCES)
def test_the_thing_told_before_is_taken_up(reader: ClaimReader, text: str, claim: str) -> None:
    assert claim in told(reader, text)


@pytest.mark.parametrize(("text", "claim"), OTHERS)
def test_another_thing_is_not_taken_for_it(reader: ClaimReader, text: str, claim: str) -> None:
    assert claim not in told(reader, text)


@pytest.mark.parametrize(("text", "claim"), AUTHORITIES)
def test_an_authority_clears_the_deal_of_the_buyer_told_before(reader: ClaimReader, text: str, claim: str) -> None:
    assert claim in told(reader, text)
