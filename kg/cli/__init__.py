"""The ``kg`` command: doorways only. Each parses options, calls one function, and prints."""

from __future__ import annotations

import click

from kg.cli.ask import entities, queries, query, show
from kg.cli.errors import Group
from kg.cli.find import central, changes, communities, path, search
from kg.cli.link import link
from kg.cli.make import build, remove
from kg.cli.measure import evaluate, stats, validate
from kg.cli.output import export
from kg.cli.plot import plot
from kg.cli.read import explain, extract
from kg.cli.serve import serve
from kg.cli.view import view

COMMANDS = (
    build,
    extract,
    query,
    queries,
    search,
    path,
    central,
    communities,
    changes,
    show,
    entities,
    view,
    plot,
    serve,
    export,
    stats,
    explain,
    evaluate,
    validate,
    remove,
    link,
)


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="newskg", prog_name="kg")
def main() -> None:
    """Turn news into a knowledge graph, and ask it.

    \b
    kg build seeds/                     read articles into ./graph
    kg query partnerships               ask a question of the library
    kg show Alibaba                     all that is known of one entity
    kg view graph.html --focus Alibaba  an interactive picture
    kg serve                            a workbench in the browser
    """


for command in COMMANDS:
    main.add_command(command)
