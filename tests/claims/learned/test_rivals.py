"""Pairs of a sentence that compete for a claim, as tables."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.claims.learned.rivals import parties, rivals
from kg.claims.learned.scheme import Pair, Slot

NVIDIA, INTEL, AMD = range(3)


def slot(referent: int, first: int) -> Slot:
    return Slot(first, first + 1, "Company", "name", referent, referent)


def test_mentions_of_the_same_are_one_party_in_each_sentence() -> None:
    one, again, other = slot(NVIDIA, 0), slot(NVIDIA, 5), slot(INTEL, 2)
    numbers = parties([Pair(0, one, other), Pair(0, again, other), Pair(1, one, other)])
    assert numbers[0].tolist() == numbers[1].tolist()
    assert not set(numbers[0].tolist()) & set(numbers[2].tolist())


@pytest.mark.parametrize(
    ("pairs", "wanted"),
    [
        pytest.param([(NVIDIA, INTEL)], [(0, 1, 0, -1)], id="alone"),
        pytest.param([(NVIDIA, INTEL), (INTEL, NVIDIA)], [(0, 1, 0, 1), (1, 0, 1, 0)], id="the other way"),
        pytest.param([(NVIDIA, INTEL), (NVIDIA, INTEL)], [(0, 1, 0, -1)] * 2, id="the same twice"),
        pytest.param([(NVIDIA, NVIDIA)], [(0, 0, 0, -1)], id="of one party"),
        pytest.param([(NVIDIA, AMD), (INTEL, AMD)], [(0, 2, 0, -1), (1, 2, 1, -1)], id="whose rival is AMD?"),
        pytest.param([], [], id="no pair"),
    ],
)
def test_rivals(pairs: list[tuple[int, int]], wanted: list[tuple[int, ...]]) -> None:
    assert rivals(np.array(pairs, np.int64).reshape(-1, 2)).tolist() == [[*row] for row in wanted]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=40))
def test_what_is_said_the_other_way_is_mutual(pairs: list[tuple[int, int]]) -> None:
    found = rivals(np.array(pairs, np.int64).reshape(-1, 2))
    assert found.shape == (len(pairs), 4)
    back = {tuple(row) for row in pairs}
    for (a, b), (*_, group, turned) in zip(pairs, found.tolist(), strict=True):
        assert (turned >= 0) == (a != b and (b, a) in back)
        assert turned != group
