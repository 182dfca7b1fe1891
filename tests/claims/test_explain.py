"""What an explanation tells of a sentence."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.explain import describe, explain
from kg.claims.reader import ClaimReader

CLAIMS = [
    (
        "SAP kaufte WalkMe für 1,5 Milliarden Dollar.",
        "SAP acquires WalkMe [actual]  amount=1500000000  currency=USD  (",
    ),
    ("SAP hat WalkMe nicht übernommen.", "SAP acquires WalkMe [negated]  ("),
    ("SAP streicht 3.000 Stellen.", "SAP cutsJobs 3000 [actual]  ("),
]


@pytest.mark.parametrize(("text", "line"), CLAIMS)
def test_claims_in_one_line(reader: ClaimReader, text: str, line: str) -> None:
    described = [describe(claim) for claim in reader.read(Article("a", text)).claims]
    assert any(d.startswith(line) for d in described), described


def test_sections_stand_where_they_have_lines(reader: ClaimReader) -> None:
    article = Article("a", "SAP kaufte WalkMe für 1,5 Milliarden Dollar.")
    lines = list(explain(reader.document(article), reader.read(article)))
    assert {"Names and references", "Amounts and times", "Claims"} <= set(lines)
    assert any(line.split()[:2] == ["1", "kaufte"] for line in lines)


def test_a_sentence_without_claims_has_no_such_section(reader: ClaimReader) -> None:
    article = Article("a", "Die Sonne scheint.")
    lines = list(explain(reader.document(article), reader.read(article)))
    assert "Claims" not in lines
    assert "Amounts and times" not in lines
