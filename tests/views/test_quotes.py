"""Quotes cut at names and trigger."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.statements import Quote
from kg.views.quotes import pieces


@pytest.mark.parametrize(
    ("text", "trigger", "subject", "object_", "marked"),
    [
        ("SAP kauft Signavio.", "kauft", ["SAP"], ["Signavio"],
         [("SAP", "subject"), ("kauft", "trigger"), ("Signavio", "object")]),
        ("Alibaba Cloud nutzt Qwen.", "nutzt", ["Alibaba", "Alibaba Cloud"], ["Qwen"],
         [("Alibaba Cloud", "subject"), ("nutzt", "trigger"), ("Qwen", "object")]),
        ("Volkswagens Tochter Seat", "Tochter", ["Seat"], ["Volkswagen"],
         [("Volkswagen", "object"), ("Tochter", "trigger"), ("Seat", "subject")]),
        ("Die Rating-Agentur", "", ["Ra"], [], []),
        ("BMW 🚗 kooperiert mit Alibaba", "kooperiert", ["BMW"], ["Alibaba"],
         [("BMW", "subject"), ("kooperiert", "trigger"), ("Alibaba", "object")]),
    ],
)  # fmt: skip
def test_marks(
    text: str, trigger: str, subject: list[str], object_: list[str], marked: list[tuple[str, str]]
) -> None:
    at = 7 + (text.index(trigger) if trigger else 0)
    quote = Quote("a", 7, 7 + len(text), text, at, at + len(trigger))
    assert [piece for piece in pieces(quote, subject, object_) if piece[1]] == marked


@given(st.text(), st.text(), st.text(), st.integers(-5, 30), st.integers(-5, 30))
def test_the_pieces_are_the_quote(text: str, subject: str, object_: str, start: int, end: int) -> None:
    cut = pieces(Quote("a", 0, len(text), text, start, end), [subject], [object_])
    assert "".join(piece for piece, _ in cut) == text
