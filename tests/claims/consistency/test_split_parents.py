"""What is split off belongs to whom the article says."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader


@pytest.mark.parametrize(
    ("text", "splits"),
    [
        (
            "Volkswagen hält noch 75 Prozent an Porsche. Der Börsengang von Porsche hatte 19 Milliarden Euro gebracht.",
            {("Volkswagen", "Porsche")},
        ),
        (
            "Novartis wächst. Die Tochter Sandoz steigerte den Umsatz. "
            "Die frühere Novartis-Augensparte Alcon war 2019 abgespalten worden.",
            {("Novartis", "Alcon")},
        ),
        ("Der Zahlungsdienst Klarna wächst. Der Börsengang von Klarna ist geglückt.", set()),
        (
            "Fresenius bringt sein Klinikgeschäft an die Börse.",
            {("Fresenius", "Klinikgeschäft")},
        ),
        ("Fresenius erweitert sein Klinikgeschäft.", set()),
    ],
)
def test_who_splits_off_what(reader: ClaimReader, text: str, splits: set[tuple[str, str]]) -> None:
    claims = reader.read(Article("a", text)).claims
    assert {c.names for c in claims if c.predicate == "spinsOff"} == splits
