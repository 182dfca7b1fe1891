"""Commands that ask a graph."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from kg.cli.options import GRAPH, LIMIT, SINCE, UNTIL, terminal_width
from kg.graph.store import GraphStore
from kg.query.card import STATUSES, Wanted, entity_card
from kg.query.library import QueryLibrary
from kg.query.run import run
from kg.query.show import describe_entity
from kg.query.tables import FORMATS, write

FORMAT = click.option("--format", "format_", type=click.Choice(FORMATS), default="table", show_default=True)
LIBRARY = click.option(
    "--library",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Folder with queries of your own.",
)


@click.command()
@click.argument("query")
@click.argument("parameters", nargs=-1)
@GRAPH
@FORMAT
@LIMIT
@LIBRARY
@click.option("--timeout", type=click.FloatRange(min=0.1), help="Seconds after which the query is ended.")
@click.option("--iris", is_flag=True, help="Show addresses in place of names.")
@click.option("--explain", is_flag=True, help="Show how the query is understood, and what fits its parts.")
def query(
    query: str,
    parameters: tuple[str, ...],
    graph: Path,
    format_: str,
    limit: int | None,
    library: Path | None,
    timeout: float | None,
    iris: bool,
    explain: bool,
) -> None:
    """Answer QUERY: a name of the library, a .rq file, SPARQL text, or - for standard input.

    PARAMETERS of a named query are given as name=value; `kg queries` lists both.

    \b
    kg query partnerships
    kg query ratings-of entity=Alibaba --format csv
    kg query 'SELECT * { ?a kg:restricts ?b }'
    """
    text = sys.stdin.read() if query == "-" else query
    given = dict(_pair(p) for p in parameters)
    queries_of = QueryLibrary.shipped(*([library] if library else []))
    with GraphStore.read(graph) as store:
        if explain:
            _explain(store, text, given, queries_of)
            return
        answer = run(store, text, given, library=queries_of, limit=limit, timeout=timeout)
        write(answer, format_, sys.stdout, iris=iris, width=terminal_width())


def _explain(store: GraphStore, text: str, given: dict[str, str], library: QueryLibrary) -> None:
    from kg.query.plan import explain as explain_query

    for line in explain_query(store, text, given, library):
        click.echo(line)


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not name:
        raise click.BadParameter(f"{text!r} is no parameter; write name=value, for instance entity=Alibaba")
    return name.strip(), value.strip()


@click.command()
@click.option("--lang", type=click.Choice(["en", "de"]), default="en", show_default=True)
@LIBRARY
def queries(lang: str, library: Path | None) -> None:
    """List the queries of the library with their parameters.

    \b
    kg queries --lang de
    """
    for named in QueryLibrary.shipped(*([library] if library else [])):
        parameters = " ".join(f"{p.name}=…" if p.required else f"[{p.name}=…]" for p in named.parameters)
        click.echo(f"{named.name} {parameters}".rstrip())
        click.echo(f"    {named.title.get(lang) or named.title.get('en', '')}")


@click.command()
@click.argument("entity")
@GRAPH
@click.option("--predicate", "predicates", multiple=True, help="Only claims of this relation; repeatable.")
@click.option("--status", "statuses", multiple=True, type=click.Choice(STATUSES),
              help="Only claims of this status; repeatable.")  # fmt: skip
@SINCE
@UNTIL
@click.option("--limit", type=click.IntRange(min=1), default=40, show_default=True, help="At most so many claims.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
def show(entity: str, graph: Path, limit: int, format_: str, **asked: Any) -> None:
    """Show what the graph knows of ENTITY: a name, an alias or an address.

    That is all its names and identifiers, the articles that speak of it, its neighbours, and its claims by status
    with their words.

    \b
    kg show Alibaba
    kg show Alibaba --status alleged --since 2025-11-01
    kg show Alibaba --format json
    """
    wanted = Wanted(**asked)
    with GraphStore.read(graph) as store:
        if format_ == "json":
            click.echo(json.dumps(entity_card(store, entity, wanted).to_dict(), ensure_ascii=False, indent=2))
            return
        for line in describe_entity(store, entity, limit, wanted):
            click.echo(line)


@click.command()
@click.option("--class", "type", help="Only entities of this class: Company, Person, …")
@click.option("--name", help="Only entities with this text in one of their names.")
@click.option("--country", help="Only entities of this country: DE.")
@click.option("--least", type=click.IntRange(min=1), help="Only entities with so many claims at least.")
@SINCE
@GRAPH
@FORMAT
@LIMIT
def entities(graph: Path, format_: str, limit: int | None, **asked: Any) -> None:
    """List the entities of the graph, most claims first.

    \b
    kg entities --class Regulator
    kg entities --name bank --country DE --least 3
    """
    given = {name: value for name, value in asked.items() if value is not None}
    with GraphStore.read(graph) as store:
        write(run(store, "entities", given, limit=limit), format_, sys.stdout, width=terminal_width())
