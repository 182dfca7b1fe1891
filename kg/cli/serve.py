"""The command that serves the workbench."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import FOLDER


@click.command()
@FOLDER
@click.option("--host", default="127.0.0.1", show_default=True,
              help="Where to listen; anything beyond this machine needs a --token.")  # fmt: skip
@click.option("--port", type=click.IntRange(0, 65535), default=7878, show_default=True, help="0 for any free port.")
@click.option("--token", envvar="KG_TOKEN", help="What visitors must know; also read from KG_TOKEN.")
@click.option("--timeout", type=click.FloatRange(min=0.1), default=20, show_default=True, help="Seconds for a query.")
@click.option("--memory", type=click.IntRange(min=16), default=512, show_default=True, help="Megabytes for a query.")
@click.option("--library", type=click.Path(path_type=Path, exists=True, file_okay=False),
              help="Folder with queries of your own.")  # fmt: skip
def serve(
    graph: Path, host: str, port: int, token: str | None, timeout: float, memory: int, library: Path | None
) -> None:
    """Open a workbench for the graph in the browser: search, pages, explorer, queries, SPARQL endpoint.

    \b
    kg serve
    kg serve --port 9000 --timeout 60
    KG_TOKEN=secret kg serve --host 0.0.0.0
    """
    from kg.query.isolated import MEGABYTE, Limits
    from kg.server.options import LIMITS, ServeOptions
    from kg.server.serve import serve as serve_workbench

    limits = Limits(seconds=timeout, memory=memory * MEGABYTE, size=LIMITS.size)
    serve_workbench(ServeOptions(graph, host, port, token or None, limits, library))
