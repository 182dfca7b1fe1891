"""What befalls a joint venture is told of it, who takes part in it of its parties."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader


@pytest.mark.parametrize(
    ("text", "predicate", "whom"),
    [
        (
            "Die KFTC beschränkt das Joint Venture von Shinsegae und Alibaba.",
            "restricts",
            {"Joint Venture von Shinsegae und Alibaba"},
        ),
        (
            "Die Wettbewerbshüter der KFTC beschränken den Datenaustausch im Joint Venture von Shinsegae und Alibaba.",
            "restricts",
            {"Joint Venture von Shinsegae und Alibaba"},
        ),
        (
            "Die KFTC genehmigt das Joint Venture von Shinsegae und Alibaba unter Auflagen.",
            "hasJointVentureWith",
            {"Alibaba"},
        ),
        ("Die KFTC beschränkt Shinsegae und Alibaba.", "restricts", {"Shinsegae", "Alibaba"}),
    ],
)
def test_whom_a_venture_s_claims_are_about(reader: ClaimReader, text: str, predicate: str, whom: set[str]) -> None:
    claims = reader.read(Article("a", text)).claims
    assert {c.object.name for c in claims if c.predicate == predicate and c.object} == whom
