"""Who is meant by what stands around a trigger: the authority that says what somebody may do."""

from __future__ import annotations

import datetime as dt

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader

SENTENCES = [
    ("JD.com darf Ceconomy übernehmen, entschied das Bundeskartellamt am Montag.", "Bundeskartellamt approves JD.com"),
    ("JD.com darf Ceconomy übernehmen, wie das Bundeskartellamt mitteilte.", "Bundeskartellamt approves JD.com"),
    ("Die Deutsche Bank darf keine neuen Kunden annehmen, teilte die Bafin mit.", "Bafin restricts Deutsche Bank"),
]


def told(reader: ClaimReader, text: str) -> set[str]:
    found = reader.read(Article("a", text, published=dt.date(2025, 11, 5))).claims
    return {f"{c.subject.name} {c.predicate} {c.object.name}" for c in found if c.object}


@pytest.mark.parametrize(("text", "claim"), SENTENCES)
def test_an_authority_that_says_what_somebody_may_do_decides_it(reader: ClaimReader, text: str, claim: str) -> None:
    assert claim in told(reader, text)


def test_what_somebody_else_says_is_no_approval(reader: ClaimReader) -> None:
    assert "UBS approves JD.com" not in told(reader, "JD.com darf Ceconomy übernehmen, teilte die UBS mit.")
