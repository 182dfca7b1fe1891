"""The command that draws charts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from kg.cli.options import GRAPH, SINCE, UNTIL, note
from kg.graph.store import GraphStore
from kg.views.options import LANGUAGES
from kg.views.plots.options import KINDS, PlotOptions


@click.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("out", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--entity", help="What a timeline or ratings chart is about: a name, an alias or an address.")
@SINCE
@UNTIL
@click.option("--top", type=click.IntRange(min=1), default=20, show_default=True,
              help="At most so many entities, houses, publishers or flows.")  # fmt: skip
@click.option("--lang", type=click.Choice(LANGUAGES), default="en", show_default=True, help="Language of the chart.")
@GRAPH
def plot(kind: str, out: Path, graph: Path, **asked: Any) -> None:
    """Draw a chart of KIND to OUT: a page (.html), a drawing (.svg) or a picture (.png).

    A page holds the chart and the sentences behind each mark, and needs no network.

    \b
    kg plot timeline alibaba.html --entity Alibaba
    kg plot ratings bmw.png --entity BMW --lang de
    kg plot money deals.html --since 2025-07-01
    """
    try:
        from kg.views.plots.draw import write_plot
    except ModuleNotFoundError as error:
        raise click.ClickException(f"charts need {error.name}: pip install 'newskg[plots]'") from error
    with GraphStore.read(graph) as store:
        chart = write_plot(store, kind, out, PlotOptions(**asked))
    note(f"{len(chart.rows)} marks: {out}" if chart.rows else "nothing in the graph fits: the chart is empty")
    if chart.left_out:
        note(f"{chart.left_out} more are not drawn: beyond --top, or without a date")
