"""Texts in pieces."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.graph.statements import Quote
from kg.server.highlight import segments

TEXT = "SAP kauft Signavio. Das Kartellamt prüft."


def test_words_of_two_claims_may_overlap() -> None:
    whole = Quote("a", 0, 19, TEXT[:19], 4, 9)
    part = Quote("a", 4, 41, TEXT[4:41])
    assert [(one.text, one.claims, one.triggers, one.ends) for one in segments(TEXT, [[whole], [part]])] == [
        ("SAP ", (0,), (), ()),
        ("kauft", (0, 1), (0,), ()),
        (" Signavio.", (0, 1), (), (0,)),
        (" Das Kartellamt prüft.", (1,), (), (1,)),
    ]


def test_a_quote_that_does_not_stand_there_is_left_out() -> None:
    assert [one.claims for one in segments(TEXT, [[Quote("a", 0, 3, "VW ")]])] == [()]


PLACE = st.integers(0, 70)


@given(st.text(max_size=60), st.lists(st.tuples(PLACE, PLACE, PLACE), max_size=6))
def test_the_pieces_are_the_text(text: str, places: list[tuple[int, int, int]]) -> None:
    quotes = [[Quote("a", start, end, text[start:end], middle, end)] for start, middle, end in places]
    found = segments(text, quotes)
    assert "".join(one.text for one in found) == text
    for number, (start, _, end) in enumerate(places):
        if start < end <= len(text):
            assert "".join(one.text for one in found if number in one.claims) == text[start:end]
