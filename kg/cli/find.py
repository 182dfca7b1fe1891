"""Commands that look for words, ways and changes in a graph."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from pyoxigraph import NamedNode

from kg.cli.options import GRAPH
from kg.graph.labels import labels_for
from kg.graph.statements import StoredStatement
from kg.graph.store import GraphStore
from kg.query.search import Hit
from kg.query.search import search as search_words
from kg.query.sentences import told

TEXT_OR_JSON = click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True
)


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
