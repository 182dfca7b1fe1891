"""Which pairs a sentence offers: names, values, and whom it means without a name."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.document import Document
from kg.claims.learned.candidates import sentence_pairs, sentence_slots
from kg.claims.reader import ClaimReader

STORY = (
    "Intel baut in Magdeburg ein Werk. Nvidia kauft Mellanox für 6,9 Milliarden Dollar. Dort entstehen 3.000 Stellen."
)


@pytest.fixture(scope="module")
def story(reader: ClaimReader) -> Document:
    return reader.document(Article("story", STORY))


def told(document: Document, number: int) -> set[tuple[str, str]]:
    """Name the pairs of a sentence; a value by its class, one with itself by "-"."""
    found = set()
    for pair in sentence_pairs(document, number):
        other = pair.object
        name = document.referents[pair.subject.referent].name
        if other is pair.subject:
            found.add((name, "-"))
        else:
            found.add((name, other.type if other.kind == "value" else document.referents[other.referent].name))
    return found


@pytest.mark.parametrize(
    "pair",
    [("Nvidia", "Mellanox"), ("Mellanox", "Nvidia"), ("Nvidia", "money"), ("Nvidia", "-"), ("Intel", "Mellanox")],
)
def test_pairs_of_names_values_and_the_implied(story: Document, pair: tuple[str, str]) -> None:
    assert pair in told(story, 1)


def test_nobody_is_paired_with_himself_by_another_mention(story: Document) -> None:
    for number in range(3):
        for pair in sentence_pairs(story, number):
            assert pair.object is pair.subject or pair.subject.referent != pair.object.referent


def test_a_sentence_without_names_means_those_before(story: Document) -> None:
    implied = [slot for slot in sentence_slots(story, 2) if slot.is_implied]
    assert {story.referents[slot.referent].name for slot in implied} >= {"Nvidia", "Mellanox"}
    assert all(slot.first == slot.last for slot in implied)
