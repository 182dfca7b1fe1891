"""Grammar and place of words as the network reads them."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.document import Document
from kg.claims.learned.forms import form_bits
from kg.claims.learned.scheme import FORMS, PLACES
from kg.claims.reader import ClaimReader

STORY = (
    "Den Chiphersteller übernahm der Konzern. Nvidia sei ein Vorbild. Der Rat prüft den Fall. "
    "„Wir klagen“, sagte er. Das Verfahren läuft."
)
COLUMNS = (*(f"{name}={value}" for name, value in FORMS), *PLACES)


@pytest.fixture(scope="module")
def story(reader: ClaimReader) -> Document:
    return reader.document(Article("story", STORY))


def told(document: Document, word: str) -> set[str]:
    """Name the columns that hold for a word."""
    i = document.syntax.words.index(word)
    first, last = document.syntax.sentence(i)
    bits = form_bits(document, [(first, last)], (1, last - first))[0, i - first]
    return {name for name, bit in zip(COLUMNS, bits, strict=True) if bit}


@pytest.mark.parametrize(
    ("word", "columns"),
    [
        ("Chiphersteller", {"Case=Acc", "Gender=Masc", "Number=Sing", "headline"}),
        ("Konzern", {"Case=Nom", "headline"}),
        ("übernahm", {"Tense=Past", "Mood=Ind", "VerbForm=Fin"}),
        ("sei", {"Mood=Sub", "lead"}),
        ("klagen", {"quoted"}),
        ("läuft", {"Tense=Pres", "end"}),
    ],
)
def test_forms_and_places(story: Document, word: str, columns: set[str]) -> None:
    assert columns <= told(story, word)


@pytest.mark.parametrize(("word", "column"), [("sagte", "quoted"), ("Verfahren", "lead"), ("Chiphersteller", "end")])
def test_what_does_not_hold(story: Document, word: str, column: str) -> None:
    assert column not in told(story, word)
