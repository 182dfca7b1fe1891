"""Texts that break off anywhere are read like any other: a snippet, a preview, the end of a download."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader


@pytest.mark.parametrize(
    "text",
    [
        "Mit Mitsui wollte man, an",
        "Die RBI hält Anteile an Siemens, an",
        "Die neue Joyn-App setzt auf die Software Infinity Core von",
        "Leqembi von",
        "Prompt wurde diese",
        "Siemens wächst. Diese",
        "-Autozulieferer –",
        "-Ceconomy:",
        "Siemens kauft 15 Prozent an",
        "Andreas Häberli neuer Komax-Präsident",
        "Chef geht, Nachfolger",
        "Advent übernimmt zusammen mit",
    ],
)
def test_a_text_that_breaks_off_is_read(reader: ClaimReader, text: str) -> None:
    for claim in reader.read(Article("a", text)).claims:
        assert claim.evidence.text == text[claim.evidence.start : claim.evidence.end]
