"""Commands that read articles without a graph."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from kg.articles.article import Article
from kg.articles.failure import ReadFailure
from kg.articles.options import ReadOptions
from kg.articles.read import read_articles
from kg.claims.claim import Claim
from kg.cli.make import WITH_FAILURES
from kg.cli.options import AUTHORITY, MODEL, note, reads_articles
from kg.entities.contract import claim_object
from kg.entities.linked import LinkedClaim
from kg.entities.linking import link
from kg.graph.collector import collecting_seldom


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["jsonl", "json", "csv", "text"]),
    default="jsonl",
    show_default=True,
)
@click.option("--threshold", type=click.FloatRange(0, 1), default=0.0, show_default=True, help="Least confidence.")
@click.option("--rejected", is_flag=True, help="Also list, on standard error, what was considered and rejected.")
@AUTHORITY
@MODEL
@reads_articles
def extract(
    paths: tuple[str, ...],
    format_: str,
    threshold: float,
    rejected: bool,
    authority: tuple[Path, ...],
    model: str | None,
    reading: ReadOptions,
) -> None:
    """Print the claims of the articles in PATHS.

    \b
    kg extract article.txt
    kg extract articles.jsonl --format jsonl > claims.jsonl
    """
    from kg.claims.explain import describe
    from kg.claims.reader import ClaimReader

    click.get_current_context().with_resource(collecting_seldom())
    reader = ClaimReader.load(model=model, authority=authority)
    articles, failures = _read(paths, reading)
    if model is None:
        _note_foreign(articles)
    found: dict[str, tuple[Claim, ...]] = {}
    for article, extraction in reader.read_many(articles):
        found[article.id] = tuple(c for c in extraction.claims if c.confidence >= threshold)
        if rejected:
            for rejection in extraction.rejections:
                note(f"{article.id}: {rejection.frame.name}: {rejection.reason}")
            for claim in extraction.unsure:
                note(f"{article.id}: too unsure: {describe(claim)}")
    linked = link(found, reader.pipeline.authority)
    _print([claim for claims in linked.values() for claim in claims], format_)
    if failures:
        sys.exit(WITH_FAILURES)


def _read(paths: tuple[str, ...], reading: ReadOptions) -> tuple[list[Article], int]:
    articles: list[Article] = []
    failures = 0
    for item in read_articles(paths, reading):
        if isinstance(item, ReadFailure):
            failures += 1
            note(f"not read: {item}")
        else:
            articles.append(item)
    return articles, failures


def _note_foreign(articles: Iterable[Article]) -> None:
    """Tell which articles are read as German though they are not."""
    from kg.language.models import MODELS

    for article in articles:
        if article.lang not in MODELS:
            note(f"{article.id}: is in {article.lang!r} and read as German: expect few claims; kg build leaves it out")


def _print(claims: Iterable[LinkedClaim], format_: str) -> None:
    if format_ == "text":
        from kg.claims.explain import describe

        for linked in claims:
            click.echo(f"{linked.claim.article}: {describe(linked.claim)}")
    elif format_ == "csv":
        _print_csv(claims)
    elif format_ == "json":
        click.echo(json.dumps([claim_object(c) for c in claims], ensure_ascii=False, indent=2))
    else:
        for linked in claims:
            click.echo(json.dumps(claim_object(linked), ensure_ascii=False))


def _print_csv(claims: Iterable[LinkedClaim]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(
        [
            "article",
            "subject",
            "predicate",
            "object",
            "value",
            "status",
            "attributedTo",
            "confidence",
            "evidence",
        ]
    )
    for linked in claims:
        claim = linked.claim
        sources = "; ".join(s if isinstance(s, str) else s.name for s in linked.attributed_to)
        obj = linked.object.name if linked.object else ""
        writer.writerow(
            [
                claim.article, linked.subject.name, claim.predicate, obj, claim.value, claim.status, sources,
                claim.confidence, claim.evidence.text,
            ]
        )  # fmt: skip


@click.command()
@click.argument("text")
@click.option("--published", type=click.DateTime(["%Y-%m-%d"]), help="Day of publication, for relative dates.")
@AUTHORITY
@MODEL
def explain(text: str, published: object, authority: tuple[Path, ...], model: str | None) -> None:
    """Show how TEXT (or - for standard input) becomes claims: syntax, names, frames.

    \b
    kg explain "Alibaba verkündete eine Kooperation mit HONOR."
    """
    import datetime as dt

    words = sys.stdin.read() if text == "-" else text
    if not words.strip():
        raise click.BadParameter("there is no text to explain; give a sentence in quotes")
    day = published.date() if isinstance(published, dt.datetime) else None
    from kg.claims.explain import explain as explain_document
    from kg.claims.reader import ClaimReader

    reader = ClaimReader.load(model=model, authority=authority)
    article = Article("sentence", words, published=day)
    for line in explain_document(reader.document(article), reader.read(article)):
        click.echo(line)
