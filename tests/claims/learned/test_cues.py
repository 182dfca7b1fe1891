"""What the network is told of how certain clauses and words are."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.learned.cues import CUES, cue_bits
from kg.claims.reader import ClaimReader
from kg.claims.status import ORDER

COLUMNS = tuple(f"{what} {status}" for what in ("clause", "word") for status in ORDER[1:])


def told(reader: ClaimReader, sentence: str, word: str) -> set[str]:
    """Name the columns that hold for a word."""
    document = reader.document(Article("a", sentence))
    i = document.syntax.words.index(word)
    first, last = document.syntax.sentence(i)
    bits = cue_bits(document, reader.lexicon, [(first, last)], (1, last - first))
    assert bits.shape[-1] == CUES == len(COLUMNS)
    return {name for name, bit in zip(COLUMNS, bits[0, i - first], strict=True) if bit}


@pytest.mark.parametrize(
    ("sentence", "word", "columns"),
    [
        ("Siemens kauft Altair.", "kauft", set()),
        ("Siemens will Altair kaufen.", "Altair", {"clause planned"}),
        ("Siemens könnte Altair kaufen.", "Altair", {"clause possible"}),
        ("Siemens liefert nicht an Altair.", "Altair", {"clause negated"}),
        ("Siemens liefert nicht an Altair.", "nicht", {"clause negated", "word negated"}),
        ("Die angeblich günstige Übernahme von Altair läuft.", "angeblich", {"word alleged"}),
        ("Das Gespräch mit Altair läuft.", "Gespräch", {"word possible"}),
        ("Von Altair gibt es keine Antwort.", "keine", {"word negated"}),
    ],
)
def test_cues(reader: ClaimReader, sentence: str, word: str, columns: set[str]) -> None:
    assert told(reader, sentence, word) >= columns
    assert bool(columns) == bool(told(reader, sentence, word))
