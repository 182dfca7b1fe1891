"""Of two compounds that share their last part the whole phrase speaks of the last noun."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader


@pytest.mark.parametrize(
    ("text", "noun", "relation", "verb"),
    [
        (
            "Bosch will mit dem japanischen Sensor- und Elektronikunternehmen Omron zusammenarbeiten.",
            "Elektronikunternehmen", "obl", "zusammenarbeiten",
        ),
        (
            "Der Kölner Motoren- und Getriebehersteller Deutz übernimmt einen Rivalen.",
            "Getriebehersteller", "nsubj", "übernimmt",
        ),
        (
            "Zeiss übernimmt das Thüringer Optik- und Elektronikunternehmen Jenoptik.",
            "Elektronikunternehmen", "obj", "übernimmt",
        ),
    ],
)  # fmt: skip
def test_the_last_noun_has_the_place_of_the_phrase(
    reader: ClaimReader, text: str, noun: str, relation: str, verb: str
) -> None:
    s = reader.document(Article("a", text)).syntax
    i = s.words.index(noun)
    assert (s.deps[i].split(":")[0], s.words[s.heads[i]]) == (relation, verb)
    assert all(s.heads[k] == i for k, word in enumerate(s.words) if word.endswith("-"))


def test_a_piece_is_told_by_its_hyphen_and_the_noun_behind(reader: ClaimReader) -> None:
    s = reader.document(Article("a", "Der Auto- und Lastwagenbauer MAN liefert.")).syntax
    assert [i for i in range(len(s)) if s.is_piece(i)] == [1]


@pytest.mark.parametrize("text", ["Auto-", "Der Auto- und", "Auto- und Bau", "- und Siemens", "ein-, zweimal"])
def test_texts_that_break_off(reader: ClaimReader, text: str) -> None:
    assert len(reader.document(Article("a", text)).syntax) > 0
