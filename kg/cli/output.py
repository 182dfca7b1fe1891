"""Commands that write a graph to a file."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import IO

import click

from kg.cli.options import GRAPH
from kg.files import writing
from kg.graph.export import FORMATS
from kg.graph.export import export as export_graph
from kg.graph.store import GraphStore


@click.command()
@click.argument("format_", metavar="FORMAT", type=click.Choice(FORMATS))
@click.argument("out", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True), default="-")
@click.option("--article", help="Only what this article (id or address) contributes.")
@GRAPH
def export(format_: str, out: Path, article: str | None, graph: Path) -> None:
    """Write the graph as FORMAT to OUT, or to standard output.

    \b
    kg export turtle graph.ttl
    kg export nquads | gzip > graph.nq.gz
    """
    with GraphStore.read(graph) as store, _writing(out) as file:
        export_graph(store, format_, file, article=_iri(store, article))


def _writing(out: Path) -> AbstractContextManager[IO[bytes]]:
    return nullcontext(sys.stdout.buffer) if str(out) == "-" else writing(out)


def _iri(store: GraphStore, article: str | None) -> str | None:
    if article is None:
        return None
    found = store.article(article)
    if found is None:
        raise click.BadParameter(f"the graph holds no article {article!r}")
    return found
