"""Rows as a data frame of pandas, which only notebooks need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas


class PandasMissingError(ModuleNotFoundError):
    """Data frames are asked for where pandas is not installed."""

    def __init__(self) -> None:
        super().__init__('data frames need pandas: pip install "newskg[notebook]"', name="pandas")


def data_frame(rows: Iterable[Sequence[Any]], columns: Iterable[str]) -> pandas.DataFrame:
    """Return rows under the names of their columns; raises PandasMissingError."""
    try:
        import pandas
    except ModuleNotFoundError as error:
        raise PandasMissingError from error
    return pandas.DataFrame(list(rows), columns=list(columns))
