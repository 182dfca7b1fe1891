"""Options that several commands share, named once."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import click

GRAPH = click.option(
    "--graph",
    "graph",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("graph"),
    show_default=True,
    help="Folder of the graph to read.",
)
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
MODEL = click.option("--model", help="Another spaCy pipeline with Universal Dependencies: a name or a folder.")


def _day(_: click.Context, __: click.Parameter, moment: dt.datetime | None) -> dt.date | None:
    return moment.date() if moment else None


_DAY = click.DateTime(["%Y-%m-%d"])
SINCE = click.option("--since", type=_DAY, callback=_day, help="Only articles from this day on: 2025-09-01.")
UNTIL = click.option("--until", type=_DAY, callback=_day, help="Only articles up to this day.")
LIMIT = click.option("--limit", type=click.IntRange(min=1), help="At most so many rows.")


def note(message: str) -> None:
    """Print a message for the user to standard error."""
    click.echo(message, err=True)


def terminal_width() -> int:
    """Return the width for tables: that of the terminal, no limit in a pipe."""
    import shutil

    return shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
