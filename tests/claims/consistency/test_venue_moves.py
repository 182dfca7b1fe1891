"""Where a share is dealt after hours, or on Wall Street, is no listing unless a word for listings stands there."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader


@pytest.mark.parametrize(
    ("text", "is_listed"),
    [
        ("An der Wall Street sackten die Papiere von Boeing um 4 Prozent ab.", False),
        ("Airbus-Titel verteuerten sich nachbörslich auf Tradegate um zwei Prozent.", False),
        ("An der Wall Street kletterte die Nvidia-Aktie und notierte zuletzt 3,1 Prozent höher bei 205 Dollar.", False),
        ("An der Nasdaq gab die Tesla-Aktie 1 Prozent nach.", True),
    ],
)
def test_venues_of_moves(reader: ClaimReader, text: str, is_listed: bool) -> None:
    claims = reader.read(Article("example", text)).claims
    assert any(c.predicate == "listedOn" for c in claims) == is_listed
