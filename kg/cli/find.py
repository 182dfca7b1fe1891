"""Commands that look for words, ways and changes in a graph."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from pyoxigraph import NamedNode

from kg.cli.ask import FORMAT
from kg.cli.options import GRAPH, LIMIT, terminal_width
from kg.graph.labels import labels_for
from kg.graph.statements import StoredStatement
from kg.graph.store import GraphStore
from kg.graph.vocabulary import shipped_vocabulary
from kg.query.changes import changes as find_changes
from kg.query.changes import changes_table
from kg.query.importance import central as find_central
from kg.query.importance import communities as find_communities
from kg.query.search import Hit
from kg.query.search import search as search_words
from kg.query.sentences import told
from kg.query.tables import write
from kg.query.ways import Step, ways

TEXT_OR_JSON = click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True
)
_STATUS = click.option(
    "--status", multiple=True, default=("actual",), show_default=True,
    type=click.Choice(sorted(shipped_vocabulary().status)), help="Claims of this status; repeatable.",
)  # fmt: skip


@click.command()
@click.argument("words", nargs=-1, required=True)
@GRAPH
@TEXT_OR_JSON
@click.option("--limit", type=click.IntRange(min=1), default=10, show_default=True, help="At most so many hits.")
@click.option("--claims", type=click.IntRange(min=0), default=3, show_default=True, help="Claims shown for a hit.")
def search(words: tuple[str, ...], graph: Path, format_: str, limit: int, claims: int) -> None:
    """Find entities by name, and sentences that carry claims, with these WORDS.

    Umlauts and other forms of a word are understood ("Uebernahme", "Strafe" for "Geldstrafen"); words in
    double quotes stand together.

    \b
    kg search Kartellamt Strafe
    kg search '"Joint Venture"'
    """
    with GraphStore.read(graph) as store:
        hits = search_words(store, " ".join(words), limit=limit, claims=claims)
        if format_ == "json":
            click.echo(json.dumps([_hit_object(store, hit) for hit in hits], ensure_ascii=False, indent=1))
        for line in _hit_lines(store, hits) if format_ == "text" else ():
            click.echo(line)
    if not hits and format_ == "text":
        click.echo("nothing found", err=True)


def _hit_lines(store: GraphStore, hits: Sequence[Hit]) -> Iterator[str]:
    for hit in hits:
        yield f"{hit.text}  <{hit.entity}>" if hit.entity else f"«{' '.join(hit.text.split())}»"
        labels = labels_for(store, nodes_of(hit.claims))
        for one in hit.claims:
            yield f"    {told(one, labels)}  {one.article}"
        if hit.total > len(hit.claims):
            yield f"    … {hit.total - len(hit.claims)} more"


def _hit_object(store: GraphStore, hit: Hit) -> dict[str, object]:
    labels = labels_for(store, nodes_of(hit.claims))
    claims = [{"statement": one.iri, "claim": told(one, labels), "article": one.article} for one in hit.claims]
    return {"entity": hit.entity, "text": hit.text, "score": round(hit.score, 3), "total": hit.total, "claims": claims}


def nodes_of(statements: Sequence[StoredStatement]) -> list[NamedNode]:
    """Return what statements speak of."""
    iris = {iri for one in statements for iri in (one.subject, one.object, *one.attributed_to) if iri}
    return [NamedNode(iri) for iri in sorted(iris)]


@click.command()
@click.argument("start")
@click.argument("end")
@GRAPH
@TEXT_OR_JSON
@_STATUS
@click.option("--without", multiple=True, type=click.Choice(sorted(shipped_vocabulary().classes)), metavar="CLASS",
              help="A class that the way may not lead through, such as Place; repeatable.")  # fmt: skip
@click.option("--ways", "number", type=click.IntRange(1, 20), default=1, show_default=True, help="At most so many.")
def path(
    start: str, end: str, graph: Path, format_: str, status: tuple[str, ...], without: tuple[str, ...], number: int
) -> None:
    """Show the shortest way from START to END over what articles state, each step with its words.

    \b
    kg path KFTC Honor
    kg path Nvidia BMW --without Place --ways 3
    """
    with GraphStore.read(graph) as store:
        found = ways(store, start, end, status=status, without=without, number=number)
        names = labels_for(store, [NamedNode(iri) for way in found for step in way for iri in (step.start, step.end)])
        if format_ == "json":
            objects = [[_step_object(step) for step in way] for way in found]
            click.echo(json.dumps(objects, ensure_ascii=False, indent=1))
        for way in found if format_ == "text" else ():
            click.echo(" – ".join(names.get(iri, iri) for iri in (way[0].start, *(step.end for step in way))))
            for step in way:
                click.echo("\n".join(_step_lines(store, step)))


def _step_lines(store: GraphStore, step: Step) -> Iterator[str]:
    labels = labels_for(store, nodes_of(step.claims))
    for one in step.claims:
        yield f"    {told(one, labels)}"
        for quote in one.quotes[:1]:
            yield f"        «{' '.join(quote.text.split())}» {quote.article}"


def _step_object(step: Step) -> dict[str, object]:
    claims = [
        {"statement": one.iri, "subject": one.subject, "predicate": one.predicate, "object": one.object,
         "status": one.status, "article": one.article, "quote": one.quotes[0].text if one.quotes else ""}
        for one in step.claims
    ]  # fmt: skip
    return {"from": step.start, "to": step.end, "articles": step.articles, "claims": claims}


@click.command()
@GRAPH
@FORMAT
@_STATUS
@click.option("--limit", type=click.IntRange(min=1), default=25, show_default=True, help="At most so many entities.")
def central(graph: Path, format_: str, status: tuple[str, ...], limit: int) -> None:
    """List the entities in the middle of the graph: by neighbours, PageRank and betweenness.

    \b
    kg central --limit 10
    """
    with GraphStore.read(graph) as store:
        write(find_central(store, status=status, limit=limit), format_, sys.stdout, width=terminal_width())


@click.command()
@GRAPH
@FORMAT
@_STATUS
@click.option("--limit", type=click.IntRange(min=1), default=10, show_default=True, help="At most so many groups.")
def communities(graph: Path, format_: str, status: tuple[str, ...], limit: int) -> None:
    """List groups of entities that have more to do with each other than with others.

    \b
    kg communities --limit 5
    """
    with GraphStore.read(graph) as store:
        write(find_communities(store, status=status, limit=limit), format_, sys.stdout, width=terminal_width())


@click.command()
@click.argument("since", type=click.DateTime(["%Y-%m-%d"]))
@click.argument("until", type=click.DateTime(["%Y-%m-%d"]), required=False)
@GRAPH
@FORMAT
@LIMIT
@click.option("--entity", help="Only claims about this entity: a name, an alias or an address.")
@click.option("--iris", is_flag=True, help="Show addresses in place of names.")
def changes(
    since: dt.datetime, until: dt.datetime | None, graph: Path, format_: str, limit: int | None, entity: str | None,
    iris: bool,
) -> None:  # fmt: skip
    """Tell what articles published after SINCE, and up to UNTIL, state that none before does.

    What was told before with another status, planned and now actual for instance, is marked as such.

    \b
    kg changes 2025-10-01 2025-10-31
    kg changes 2025-10-01 --entity Alibaba --format csv
    """
    with GraphStore.read(graph) as store:
        found = find_changes(store, since.date(), until.date() if until else None, entity=entity)
        write(changes_table(store, found, limit), format_, sys.stdout, iris=iris, width=terminal_width())
