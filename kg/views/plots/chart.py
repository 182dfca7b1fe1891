"""A chart before it is drawn: the rows behind its marks, and a function that paints them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from matplotlib.figure import Figure

from kg.query.result import Cell

Row = Sequence[Cell]


@dataclass(frozen=True)
class Chart:
    """A title, the table behind the picture, and how to paint it.

    The mark of row number *i* carries the id ``mark(i)``, so that a page can tie the two together.
    """

    title: str
    #: keys of the headings, see texts.toml
    columns: tuple[str, ...]
    rows: Sequence[Row]
    paint: Callable[[Figure], None]
    #: inches
    height: float
    #: how many marks the limit or a missing date left out
    left_out: int = 0


def mark(number: int) -> str:
    """Return the id of the mark of a row.

    >>> mark(3)
    'mark-3'
    """
    return f"mark-{number}"
