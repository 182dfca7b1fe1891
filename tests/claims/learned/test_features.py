"""What the network sees: words, roles and classes, but never who it is."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles.article import Article
from kg.claims.learned.features import encode, piece_rows, word_row
from kg.claims.learned.scheme import CLASSES, PIECE_ROWS, PIECES, WORD_ROWS
from kg.claims.reader import ClaimReader

SENTENCES = [
    ("Intel kauft Mellanox.", "Nvidia kauft Infineon."),
    ("Der Chef von Siemens verlässt Bosch.", "Der Chef von Allianz verlässt BASF."),
]


@pytest.mark.parametrize(("one", "other"), SENTENCES)
def test_names_are_hidden(reader: ClaimReader, one: str, other: str) -> None:
    first, second = (encode(reader.document(Article("a", text)), reader.lexicon) for text in (one, other))
    assert first is not None and second is not None
    for name in ("word", "pieces", "cls", "kind"):
        assert np.array_equal(first.tokens[name], second.tokens[name]), name


def test_sentences_without_names_are_left_out(reader: ClaimReader) -> None:
    assert encode(reader.document(Article("a", "Es regnet seit Tagen in Strömen.")), reader.lexicon) is None


def test_muted_sentences_are_left_out(reader: ClaimReader) -> None:
    text = "Intel kauft Mellanox. Nvidia verklagt Infineon."
    arrays = encode(reader.document(Article("a", text)), reader.lexicon, [(0, 21)])
    assert arrays is not None
    assert {pair.sentence for pair in arrays.pairs} == {1}


@given(st.text(min_size=1, max_size=40))
def test_rows_lie_in_their_tables(word: str) -> None:
    rows = piece_rows(word)
    assert len(CLASSES) <= word_row(word) < WORD_ROWS
    assert len(rows) <= PIECES
    assert all(0 < row < PIECE_ROWS for row in rows)


@pytest.mark.parametrize(("one", "other"), [("2024", "1999"), ("Übernahme", "übernahme"), ("A380", "A350")])
def test_figures_and_case_do_not_matter(one: str, other: str) -> None:
    assert (word_row(one), piece_rows(one)) == (word_row(other), piece_rows(other))
