"""Data frames: rows under names, and a plain word where pandas is missing."""

from __future__ import annotations

import sys

import pytest

from kg.frames import PandasMissingError, data_frame


def test_rows_stand_under_their_names() -> None:
    frame = data_frame([("BMW", 81), ("Alibaba", 12)], ("name", "claims"))
    assert list(frame.columns) == ["name", "claims"] and list(frame["claims"]) == [81, 12]
    assert list(data_frame([], ("name",)).columns) == ["name"]


def test_without_pandas_the_error_names_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(PandasMissingError, match=r'pip install "newskg\[notebook\]"'):
        data_frame([("BMW",)], ("name",))
