"""From the name of a chart to bytes: PNG, SVG or a page."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path

from matplotlib import rc_context
from matplotlib.figure import Figure

from kg.files import write_file
from kg.graph.store import GraphStore
from kg.views.plots import degree, money, ratings, sources, timeline
from kg.views.plots.chart import Chart
from kg.views.plots.look import SETTINGS
from kg.views.plots.options import PlotError, PlotOptions
from kg.views.plots.page import page
from kg.views.plots.words import texts

_CHARTS: Mapping[str, Callable[[GraphStore, PlotOptions], Chart]] = {
    "timeline": timeline.chart,
    "ratings": ratings.chart,
    "degree": degree.chart,
    "sources": sources.chart,
    "money": money.chart,
}
#: endings of the files that can be written
FORMATS = ("html", "svg", "png")
_WIDTH = 9.6
#: dots an inch in a PNG
_DENSITY = 150


def write_plot(graph: GraphStore, kind: str, out: Path, options: PlotOptions | None = None) -> Chart:
    """Write a chart to a file, in the format that the file's ending names, and return it.

    Raises:
        PlotError: no such format, or the options name no entity where the chart is about one.
        QueryError: the entity is unknown or ambiguous.
        OSError: the file cannot be written.
    """
    format_of(out)
    options = options or PlotOptions()
    chart = make_chart(graph, kind, options)
    save(chart, out, options.lang)
    return chart


def save(chart: Chart, out: Path, lang: str = "en") -> None:
    """Write a chart to a file, in the format that the file's ending names; raises `PlotError`, `OSError`."""
    write_file(out, render(chart, format_of(out), lang))


def format_of(out: Path) -> str:
    """Return the format that a file's ending names; raises `PlotError` for one that is not in `FORMATS`."""
    format_ = out.suffix.lower().removeprefix(".")
    if format_ not in FORMATS:
        raise PlotError(f"cannot tell the format of {out}; end the name with .{', .'.join(FORMATS)}")
    return format_


def make_chart(graph: GraphStore, kind: str, options: PlotOptions | None = None) -> Chart:
    """Return a chart by its name; raises `PlotError` for any other."""
    if kind not in _CHARTS:
        raise PlotError(f"there is no chart {kind!r}; charts are {', '.join(_CHARTS)}")
    return _CHARTS[kind](graph, options or PlotOptions())


def render(chart: Chart, format_: str, lang: str = "en") -> bytes:
    """Return a chart as the bytes of a file in one of `FORMATS`."""
    if format_ == "html":
        return page(chart, _picture(chart, "svg", lang, bare=True), lang).encode("utf-8", errors="replace")
    return _picture(chart, format_, lang)


def _picture(chart: Chart, format_: str, lang: str, *, bare: bool = False) -> bytes:
    """Draw without a display or a global figure; the same data give the same bytes.

    A bare picture has neither title nor ground: the page around it has both.
    """
    with rc_context(SETTINGS), warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph .* missing")
        figure = Figure(figsize=(_WIDTH, chart.height), layout="constrained")
        if chart.rows:
            chart.paint(figure)
        else:
            figure.text(0.5, 0.5, texts(lang)["nothing"], ha="center", va="center")
        if not bare:
            figure.suptitle(chart.title, x=0.01, ha="left", fontsize=12, fontweight="bold")
        out = io.BytesIO()
        metadata = {"Date": None} if format_ == "svg" else None
        figure.savefig(out, format=format_, dpi=_DENSITY, metadata=metadata, transparent=bare)
    return out.getvalue()
