"""Options that several commands share, named once."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from kg.articles.options import MAX_BYTES, MAX_CHARS, ReadOptions
from kg.articles.record import FIELDS
from kg.articles.web.options import WebOptions
from kg.graph.store import is_address

Command = TypeVar("Command", bound=Callable[..., Any])
_ENDPOINT = "kg.endpoint"


def _keep_endpoint(context: click.Context, _: click.Parameter, url: str | None) -> None:
    if url is not None and not is_address(url):
        raise click.BadParameter(f"{url!r} is no address; give one such as http://127.0.0.1:7878/query")
    context.meta[_ENDPOINT] = url


def _graph_or_endpoint(context: click.Context, _: click.Parameter, graph: Path | None) -> Path | str:
    url: str | None = context.meta.get(_ENDPOINT)
    if url is not None and graph is not None:
        raise click.UsageError("give --graph or --endpoint, not both")
    return url or graph or Path("graph")


FOLDER = click.option(
    "--graph",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("graph"),
    show_default=True,
    help="Folder of the graph to read.",
)


def GRAPH(command: Command) -> Command:
    """Add the options that say where to read a graph; the command gets a folder or an address as ``graph``."""
    graph = click.option(
        "--graph",
        type=click.Path(path_type=Path, file_okay=False),
        show_default="graph",
        callback=_graph_or_endpoint,
        help="Folder of the graph to read.",
    )
    endpoint = click.option(
        "--endpoint",
        metavar="URL",
        expose_value=False,
        is_eager=True,
        callback=_keep_endpoint,
        help="SPARQL endpoint to read in place of a folder.",
    )
    return graph(endpoint(command))


INTO = click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("graph"),
    show_default=True,
    help="Folder of the graph to write.",
)
AUTHORITY = click.option(
    "--authority",
    multiple=True,
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="Folder with further name tables (*.tsv); may be given several times.",
)
DECISIONS = click.option(
    "--decisions",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File with decisions on names (see `kg link`); without it, decisions.tsv beside the graph.",
)
MODEL = click.option("--model", help="Another spaCy pipeline with Universal Dependencies: a name or a folder.")


def _day(_: click.Context, __: click.Parameter, moment: dt.datetime | None) -> dt.date | None:
    return moment.date() if moment else None


_DAY = click.DateTime(["%Y-%m-%d"])
SINCE = click.option("--since", type=_DAY, callback=_day, help="Only articles from this day on: 2025-09-01.")
UNTIL = click.option("--until", type=_DAY, callback=_day, help="Only articles up to this day.")
LIMIT = click.option("--limit", type=click.IntRange(min=1), help="At most so many rows.")


def _columns(_: click.Context, __: click.Parameter, pairs: tuple[str, ...]) -> dict[str, str]:
    """Read FIELD=NAME pairs; refuse fields that no article has, and list those it has."""
    columns = {}
    for pair in pairs:
        field, sign, name = pair.partition("=")
        if not sign or not name or field.strip() not in FIELDS:
            raise click.BadParameter(f"{pair!r} is not FIELD=NAME with one of the fields {', '.join(FIELDS)}")
        columns[field.strip()] = name.strip()
    return columns


def reads_articles(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options for reading articles; it takes them as ``reading``."""

    @wraps(command)
    def doorway(
        *args: Any, max_bytes: int, max_chars: int, columns: dict[str, str], allow_private: bool, **others: Any
    ) -> Any:
        reading = ReadOptions(max_bytes, max_chars, columns, WebOptions(allow_private=allow_private))
        return command(*args, reading=reading, **others)

    for option in reversed(_READING):
        doorway = option(doorway)
    return doorway


_READING = (
    click.option("--column", "columns", multiple=True, callback=_columns, metavar="FIELD=NAME",
                 help="What a field of the article is called in a table or in JSON: text=Inhalt; repeatable."),
    click.option("--max-bytes", type=click.IntRange(min=1), default=MAX_BYTES, show_default=True,
                 help="Longest file of one article to read."),
    click.option("--max-chars", type=click.IntRange(min=1), default=MAX_CHARS, show_default=True,
                 help="Longest text to read; 200,000 characters take about 1 GB of memory."),
    click.option("--allow-private", is_flag=True, help="Fetch also from this machine and the local network."),
)  # fmt: skip


def note(message: str) -> None:
    """Print a message for the user to standard error."""
    click.echo(message, err=True)


def terminal_width() -> int:
    """Return the width for tables: that of the terminal, no limit in a pipe."""
    import shutil

    return shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
