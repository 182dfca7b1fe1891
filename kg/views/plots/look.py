"""How charts look: colours of the picture's classes and statuses, quiet axes."""

from __future__ import annotations

import datetime as dt
from typing import Any

from matplotlib.axes import Axes
from matplotlib.dates import AutoDateLocator
from matplotlib.ticker import FuncFormatter

from kg.views.plots.words import day
from kg.views.style import class_style, style

#: colour of text and axes; a page puts the reader's colour in its place
INK = "#1f2933"
GRID = "#8a94a640"
#: colours told apart with the common kinds of colour blindness (after Okabe and Ito)
SERIES = ("#0072b2", "#e69f00", "#009e73", "#d55e00", "#cc79a7", "#56b4e9", "#7a5195", "#8c8c00", "#5f6b7a")

#: settings of every chart: text stays text, dollar signs are no formulas, and the same data give the same file
SETTINGS: Any = {
    "font.family": ["DejaVu Sans"],
    "font.size": 9,
    "text.parse_math": False,
    "text.color": INK,
    "axes.edgecolor": INK,
    "axes.labelcolor": INK,
    "axes.titlesize": 12,
    "axes.titlelocation": "left",
    "xtick.color": INK,
    "ytick.color": INK,
    "svg.fonttype": "none",
    "svg.hashsalt": "newskg",
}


def class_colour(name: str) -> str:
    """Return the colour of a class on light ground."""
    return str(class_style(name)["color"][0])


def status_colour(name: str) -> str:
    """Return the colour of a status on light ground."""
    look = style()["status"].get(name) or style()["status"]["actual"]
    return SERIES[0] if name == "actual" else str(look["color"][0])


def quiet(axes: Axes, grid: str) -> None:
    """Leave only the lines that help to read."""
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.tick_params(axis="both", length=0)
    axes.grid(axis="x" if grid == "x" else "y", color=GRID, linewidth=0.8)
    axes.set_axisbelow(True)


def place(moment: dt.date) -> float:
    """Return where a day stands on the axis: days since 1970, as matplotlib counts them.

    >>> place(dt.date(1970, 1, 2)), day_at(1.0)
    (1.0, datetime.date(1970, 1, 2))
    """
    return float((moment - _EPOCH).days)


def day_at(value: float) -> dt.date:
    """Return the day at a place of the axis."""
    return _EPOCH + dt.timedelta(days=value)


_EPOCH = dt.date(1970, 1, 1)


def days_below(axes: Axes, lang: str) -> None:
    """Write days below the axis."""
    locator = AutoDateLocator(minticks=3, maxticks=7)
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: day(day_at(value), lang)))


def spread(days: list[dt.date], share: float = 0.12) -> tuple[float, float]:
    """Return the places of the first and the last day with some air around them."""
    first, last = place(min(days)), place(max(days))
    air = max(2.0, (last - first) * share)
    return first - air, last + air
