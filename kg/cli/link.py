"""Commands about names: what may be one entity, what people decide, and why."""

from __future__ import annotations

import getpass
import json
import sys
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kg.cli.errors import Group
from kg.cli.options import AUTHORITY, DECISIONS, GRAPH, LIMIT, note

if TYPE_CHECKING:
    from kg.graph.links import Links, Suggestion

Command = TypeVar("Command", bound=Callable[..., Any])


def _reads(command: Command) -> Command:
    """Add the options of every command about names."""
    for option in (DECISIONS, AUTHORITY, GRAPH):
        command = option(command)
    return command


_WHO = click.option("--by", default=getpass.getuser, show_default="your login", help="Who decides.")
_WHY = click.option("--why", default="", help="The reason, for those who read the decision later.")


def _links(graph: Path, authority: tuple[Path, ...], decisions: Path | None) -> Links:
    from kg.graph.build import authority_of
    from kg.graph.links import Links

    return Links(graph, authority_of(authority), decisions)


def _rewrite(graph: Path, authority: tuple[Path, ...], decisions: Path | None) -> None:
    from kg.graph.build import rewrite

    report = rewrite(graph, authority, decisions)
    note(f"{report.written} articles written anew, {report.entities} entities in {graph}")


@click.group(cls=Group)
def link() -> None:
    """Decide which names are one thing.

    Decisions stand in a text file, decisions.tsv beside the graph or that of --decisions, and are replayed at
    every build.

    \b
    kg link suggestions
    kg link same "Dalian Zeus" "Zeus Entertainment" --why "one register entry"
    kg link why "Dalian Zeus" "Zeus Entertainment"
    """


@link.command()
@_reads
@LIMIT
@click.option("--format", "format_", type=click.Choice(["text", "jsonl"]), default="text", show_default=True)
def suggestions(
    graph: Path, authority: tuple[Path, ...], decisions: Path | None, limit: int | None, format_: str
) -> None:
    """List names that may be one thing, with the reasons, the likeliest first."""
    found = _links(graph, authority, decisions).suggestions()
    for suggestion in islice(found, limit):
        click.echo(_as_json(suggestion) if format_ == "jsonl" else _as_text(suggestion))


def _as_text(suggestion: Suggestion) -> str:
    score = "   –" if suggestion.score is None else f"{suggestion.score:.2f}"
    return f"{score}  {suggestion.one}\n      {suggestion.other}\n      {suggestion.by}: {suggestion.why}"


def _as_json(suggestion: Suggestion) -> str:
    one, other = ({"id": end.iri, "name": end.name} for end in (suggestion.one, suggestion.other))
    told = {"score": suggestion.score, "why": suggestion.why, "by": suggestion.by}
    return json.dumps({"one": one, "other": other, **told}, ensure_ascii=False)


@link.command()
@click.argument("one")
@click.argument("other")
@_reads
@_WHO
@_WHY
def same(
    one: str, other: str, graph: Path, authority: tuple[Path, ...], decisions: Path | None, by: str, why: str
) -> None:
    """Decide that ONE and OTHER (names or addresses) are one thing, here or in another data set.

    \b
    kg link same "Dalian Zeus" https://example.org/firms/4711 --why "homepage"
    """
    click.echo(str(_links(graph, authority, decisions).decide("same", one, other, by, why)))
    _rewrite(graph, authority, decisions)


@link.command()
@click.argument("one")
@click.argument("other")
@_reads
@_WHO
@_WHY
def different(
    one: str, other: str, graph: Path, authority: tuple[Path, ...], decisions: Path | None, by: str, why: str
) -> None:
    """Decide that ONE and OTHER (names or addresses) are two things."""
    click.echo(str(_links(graph, authority, decisions).decide("different", one, other, by, why)))
    _rewrite(graph, authority, decisions)


@link.command()
@click.argument("names", nargs=-1, metavar="[ONE OTHER]")
@_reads
@_WHO
@_WHY
def undo(
    names: tuple[str, ...], graph: Path, authority: tuple[Path, ...], decisions: Path | None, by: str, why: str
) -> None:
    """Lift the decision on ONE and OTHER; without names, the last one taken."""
    if len(names) not in (0, 2):
        raise click.UsageError("give two names, or none to lift the last decision")
    pair = (names[0], names[1]) if names else None
    click.echo(f"lifted {_links(graph, authority, decisions).undo(pair, by, why)}")
    _rewrite(graph, authority, decisions)


@link.command()
@click.argument("one")
@click.argument("other")
@_reads
def why(one: str, other: str, graph: Path, authority: tuple[Path, ...], decisions: Path | None) -> None:
    """Tell why ONE and OTHER are one entity, or two."""
    for line in _links(graph, authority, decisions).why(one, other):
        click.echo(line)


@link.command()
@click.argument("out", type=click.File("w", encoding="utf-8"), default="-")
@_reads
@click.option("--joined", is_flag=True, help="Also the names that were joined without a person.")
def export(out: Any, graph: Path, authority: tuple[Path, ...], decisions: Path | None, joined: bool) -> None:
    """Write the decisions in force to OUT as an SSSOM table.

    \b
    kg link export mappings.sssom.tsv
    """
    from kg.entities.sssom import write_sssom

    links = _links(graph, authority, decisions)
    out.write(write_sssom(links.decisions.standing, links.resolution.joined if joined else ()))


@link.command("import")
@click.argument("table", type=click.File(encoding="utf-8"))
@_reads
@_WHO
def import_(table: Any, graph: Path, authority: tuple[Path, ...], decisions: Path | None, by: str) -> None:
    """Add the mappings of TABLE (SSSOM, or - for standard input) to the decisions.

    What a person curated becomes a decision, everything else a proposal.
    """
    from kg.entities.sssom import read_sssom

    count = _links(graph, authority, decisions).add(read_sssom(table.read(), by))
    click.echo(f"{count} new decisions and proposals")
    _rewrite(graph, authority, decisions)


@link.command()
@_reads
@click.option("--service", help="Address of a reconciliation service; Wikidata's without it.")
@click.option("--class", "classes", multiple=True, help="Only entities of this class; repeatable.")
@click.option("--type", "type_", default="", help="Only candidates of this type of the service: Q4830453.")
@click.option("--limit", type=click.IntRange(min=1), default=100, show_default=True, help="At most so many entities.")
@click.option("--batch", type=click.IntRange(1, 50), default=10, show_default=True, help="Names in one request.")
@click.option("--delay", type=click.FloatRange(min=0), default=1.0, show_default=True,
              help="Seconds between requests, at least.")  # fmt: skip
def reconcile(
    graph: Path,
    authority: tuple[Path, ...],
    decisions: Path | None,
    service: str | None,
    classes: tuple[str, ...],
    type_: str,
    limit: int,
    batch: int,
    delay: float,
) -> None:
    """Look entities up in another data set and note the candidates as proposals.

    Names are sent to the service. Nothing changes in the graph until you say `kg link same`.

    \b
    kg link reconcile --class Company --limit 50
    kg link suggestions
    """
    from kg.entities.services import WIKIDATA, Service, ServiceOptions
    from kg.graph.reconcile import proposals

    links = _links(graph, authority, decisions)
    client = Service(service or WIKIDATA, ServiceOptions(batch, delay, cache=graph / "reconciliation.sqlite"))
    count = 0
    for found in proposals(links, client, classes, type_, limit):
        count += links.add(found)
    click.echo(f"{count} new proposals in {links.file}; see them with: kg link suggestions")
    sys.stdout.flush()
