"""Pictures and charts that show themselves in a notebook and can be saved."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from kg.files import write_file
from kg.frames import data_frame
from kg.graph.store import GraphStore
from kg.views.options import ViewOptions
from kg.views.page import render
from kg.views.picture import Picture
from kg.views.plots.options import PlotOptions
from kg.views.projection import project

if TYPE_CHECKING:
    import pandas

    from kg.views.plots.chart import Chart


@dataclass(frozen=True)
class View:
    """An interactive picture of a graph."""

    picture: Picture
    options: ViewOptions
    #: of the frame in a notebook, in pixels
    height: int = 640

    @classmethod
    def of(cls, graph: GraphStore, options: ViewOptions) -> View:
        """Return the picture of a graph; raises the errors of ``find_entity`` for an unknown focus."""
        return cls(project(graph, options), options)

    @cached_property
    def html(self) -> str:
        """The page, which needs no network."""
        return render(self.picture, self.options)

    def save(self, out: str | Path) -> Path:
        """Write the page to a file."""
        path = Path(out)
        write_file(path, self.html.encode("utf-8", errors="replace"))
        return path

    def _repr_html_(self) -> str:
        """Return the page in a frame of its own: its script reaches nothing of the notebook."""
        return (
            f'<iframe sandbox="allow-scripts" title="{escape(self.options.title)}" width="100%" '
            f'height="{self.height}" style="border:0" srcdoc="{escape(self.html)}"></iframe>'
        )

    def __repr__(self) -> str:
        return f"<View of {len(self.picture.nodes)} entities and {len(self.picture.edges)} relations>"


@dataclass(frozen=True)
class Plot:
    """A chart."""

    chart: Chart
    lang: str = "en"

    @classmethod
    def of(cls, graph: GraphStore, kind: str, options: PlotOptions) -> Plot:
        """Return the chart of a kind; raises ``PlotError`` for an unknown kind, or where an entity is missing."""
        from kg.views.plots.draw import make_chart

        return cls(make_chart(graph, kind, options), options.lang)

    def save(self, out: str | Path) -> Path:
        """Write the chart in the format that the name ends with: .html, .svg or .png."""
        from kg.views.plots.draw import save

        save(self.chart, Path(out), self.lang)
        return Path(out)

    def to_pandas(self) -> pandas.DataFrame:
        """Return the rows behind the marks; raises PandasMissingError."""
        return data_frame(self.chart.rows, self.chart.columns)

    def _repr_png_(self) -> bytes:
        from kg.views.plots.draw import render

        return render(self.chart, "png", self.lang)

    def __repr__(self) -> str:
        return f"<Plot {self.chart.title!r} with {len(self.chart.rows)} marks>"
