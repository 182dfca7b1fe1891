"""The command that draws a graph."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import GRAPH, note
from kg.graph.store import GraphStore
from kg.views.page import write_page
from kg.views.projection import ViewOptions


@click.command()
@click.argument("out", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--focus", help="Only what lies around this entity: a name, an alias or an address.")
@click.option("--hops", type=click.IntRange(1, 6), default=2, show_default=True, help="How far around the focus.")
@click.option("--predicate", "predicates", multiple=True, help="Only this relation; may be given several times.")
@click.option("--class", "classes", multiple=True, help="Only entities of this class.")
@click.option("--status", "statuses", multiple=True, help="Only claims of this status.")
@click.option("--max-nodes", type=click.IntRange(min=2), default=150, show_default=True)
@click.option("--title", default="newskg", show_default=True)
@GRAPH
def view(
    out: Path,
    focus: str | None,
    hops: int,
    predicates: tuple[str, ...],
    classes: tuple[str, ...],
    statuses: tuple[str, ...],
    max_nodes: int,
    title: str,
    graph: Path,
) -> None:
    """Write an interactive picture of the graph to OUT, one HTML file that needs no network.

    \b
    kg view graph.html
    kg view alibaba.html --focus Alibaba --hops 1
    """
    options = ViewOptions(focus, hops, predicates, classes, statuses, max_nodes=max_nodes, title=title)
    with GraphStore.read(graph) as store:
        picture = write_page(store, out, options)
    note(f"{len(picture.nodes)} entities, {len(picture.edges)} relations, {picture.left_out} entities left out: {out}")
