"""The command that draws a graph."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from kg.cli.options import GRAPH, SINCE, UNTIL, note
from kg.graph.store import GraphStore
from kg.views.options import LANGUAGES, ViewOptions
from kg.views.page import write_page


def _known(_: click.Context, option: click.Parameter, names: tuple[str, ...]) -> tuple[str, ...]:
    """Refuse names that the ontology does not define, and list those it does."""
    from kg.graph.vocabulary import shipped_vocabulary

    known = getattr(shipped_vocabulary(), str(option.name))
    for name in names:
        if name not in known:
            raise click.BadParameter(f"{name!r} is none of {', '.join(sorted(known))}")
    return names


def _pairs(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    """Return the values of a query's parameters by name."""
    pairs = [text.partition("=") for text in given]
    if wrong := next((name for name, sign, _ in pairs if not sign or not name), None):
        raise click.BadParameter(f"{wrong!r} is no parameter; write NAME=VALUE, for instance entity=Alibaba")
    return {name.strip(): value.strip() for name, _, value in pairs}


@click.command()
@click.argument("out", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--focus", help="Only what lies around this entity: a name, an alias or an address.")
@click.option("--hops", type=click.IntRange(1, 6), default=2, show_default=True, help="How far around the focus.")
@click.option("--predicate", "predicates", multiple=True, callback=_known, help="Only this relation; repeatable.")
@click.option("--class", "classes", multiple=True, callback=_known, help="Only entities of this class; repeatable.")
@click.option("--status", multiple=True, callback=_known, help="Only claims of this status; repeatable.")
@SINCE
@UNTIL
@click.option("--min-sources", type=click.IntRange(min=1), default=1, show_default=True,
              help="Only claims that so many independent articles make.")  # fmt: skip
@click.option("--max-nodes", type=click.IntRange(min=2), default=150, show_default=True,
              help="At most so many entities, the most connected ones.")  # fmt: skip
@click.option("--query", help="Only what the answer to a query names: a name of the library, a .rq file or SPARQL.")
@click.option("--param", "parameters", multiple=True, metavar="NAME=VALUE", callback=_pairs,
              help="A value that the query asks for; repeatable.")  # fmt: skip
@click.option("--title", default="newskg", show_default=True, help="Title of the page.")
@click.option("--lang", type=click.Choice(LANGUAGES), default="en", show_default=True,
              help="Language of the page at first; it has a switch.")  # fmt: skip
@GRAPH
def view(out: Path, graph: Path, status: tuple[str, ...], **asked: Any) -> None:
    """Write an interactive picture of the graph to OUT, one HTML file that needs no network.

    \b
    kg view graph.html
    kg view alibaba.html --focus Alibaba --hops 1 --lang de
    kg view news.html --since 2025-11-01 --min-sources 2
    kg view rated.html --query ratings-of --param entity=Alibaba
    kg view laws.html --query 'CONSTRUCT WHERE { ?a kg:restricts ?b }'
    """
    with GraphStore.read(graph) as store:
        picture = write_page(store, out, ViewOptions(statuses=status, **asked))
    note(f"{len(picture.nodes)} entities, {len(picture.edges)} relations: {out}")
    if picture.left_out:
        note(f"{picture.left_out} less connected entities are left out; --max-nodes or --focus shows them")
    if not picture.nodes:
        note("no claim fits these options: the page is empty")
