"""What the recogniser finds is set right before the tree is built."""

from __future__ import annotations

import pytest
from spacy.lang.de import German
from spacy.tokens import Span

from kg.language.pipeline import forget_plain_compounds

BLANK = German()


@pytest.mark.parametrize(
    ("word", "label", "stays"),
    [
        ("Beta-Version", "Regulator", False),
        ("App-Nutzern", "MarketIndex", False),
        # names, and classes whose names may be words
        ("Bafin-Chef", "Regulator", True),
        ("EuroStoxx-Wert", "MarketIndex", True),
        ("Adler-Chef", "Company", True),
        ("-", "Regulator", True),
    ],
)
def test_no_body_is_a_compound_of_plain_words(word: str, label: str, stays: bool) -> None:
    doc = BLANK(word)
    doc.ents = [Span(doc, 0, len(doc), label=label)]
    assert bool(forget_plain_compounds(doc).ents) is stays
