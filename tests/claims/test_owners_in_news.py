"""Stakes, units, partners and listings as newspapers tell them."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader


def told(reader: ClaimReader, text: str) -> set[tuple[str, str, str, str]]:
    """Return subject, predicate, object and status of a text's claims."""
    claims = reader.read(Article("example", text)).claims
    return {(c.subject.name, c.predicate, c.object.name, c.status) for c in claims if c.object}


@pytest.mark.parametrize(
    ("text", "subject", "predicate", "other", "status"),
    [
        # the company was named before
        ("Atoss wächst kräftig. Gründer Andreas Obereder besitzt weiterhin rund 30 Prozent.",
         "Andreas Obereder", "ownsStakeIn", "Atoss Software", "actual"),
        ("Bilfinger wächst. Cevian, das mit rund 20 Prozent beteiligt ist, verkauft keine Aktien.",
         "Cevian", "ownsStakeIn", "Bilfinger", "actual"),
        ("Der Aktivist Elliott hat eine Position bei BP aufgebaut.", "Elliott", "ownsStakeIn", "BP", "actual"),
        # a word for a company of an index and its name are no index
        ("Die Aktien des SDax-Neulings Ottobock fielen.", "Ottobock", "listedOn", "SDAX", "actual"),
        ("Der SDax-Wert Deutz legte zu.", "Deutz", "listedOn", "SDAX", "actual"),
        # who falls on the exchange does not fall out of an index, who is replaced does
        ("Die MDax-Aktie Lanxess fiel.", "Lanxess", "listedOn", "MDAX", "actual"),
        ("Scout24 ersetzt die Porsche AG im Dax.", "Porsche", "listedOn", "DAX", "negated"),
        # ends of a partnership
        ("Evotec hat die Partnerschaft mit Novo Nordisk gekündigt.",
         "Evotec", "partnersWith", "Novo Nordisk", "negated"),
        ("Evotec und Novo Nordisk beenden ihre Zusammenarbeit.", "Evotec", "partnersWith", "Novo Nordisk", "negated"),
        # a rival and a daughter that are taken up
        ("Jungheinrich kürzt. Kion ist schon weiter. Der Frankfurter Rivale hat Stellen abgebaut.",
         "Kion", "competesWith", "Jungheinrich", "actual"),
        ("Siemens Mobility wächst. Die Siemens-Tochter baut auch Straßenbahnen.",
         "Siemens Mobility", "subsidiaryOf", "Siemens", "actual"),
        # a parent named behind its comma
        ("Das teilte der Uniper-Mutterkonzern, die finnische Fortum, am Montag mit.",
         "Uniper", "subsidiaryOf", "Fortum", "actual"),
        ("Die Rewe-Group-Tochter Penny zog nach.", "Penny", "subsidiaryOf", "Rewe", "actual"),
        # tagged as no noun
        ("N26-Mitgründer Maximilian Tayenthal tritt als Co-Chef ab.",
         "Maximilian Tayenthal", "founded", "N26", "actual"),
        # three at once
        ("Nvidia, Accenture und Kion wollen gemeinsam Lagerhäuser planen.",
         "Nvidia", "partnersWith", "Kion", "planned"),
    ],
)  # fmt: skip
def test_what_is_told(reader: ClaimReader, text: str, subject: str, predicate: str, other: str, status: str) -> None:
    found = {(a, b, s) for a, p, b, s in told(reader, text) if p == predicate}
    assert (subject, other, status) in found or (predicate == "partnersWith" and (other, subject, status) in found)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Der Investor Elliott hat BP ins Visier genommen.", ("BP", "ownsStakeIn", "Elliott")),
        ("Bayer wuchs. In der Pharmasparte lief es rund.", ("Pharmasparte", "subsidiaryOf", "Bayer")),
        ("Die MDax-Aktie Lanxess fiel.", ("Lanxess", "listedOn", "MDAX", "negated")),
    ],
)
def test_what_is_not_told(reader: ClaimReader, text: str, claim: tuple[str, ...]) -> None:
    assert not any(found[: len(claim)] == claim for found in told(reader, text))
