"""Commands that make or change a graph."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from kg.articles.count import count_articles
from kg.articles.failure import ReadFailure
from kg.articles.options import ReadOptions
from kg.articles.read import read_articles
from kg.cli.options import AUTHORITY, DECISIONS, INTO, MODEL, note, reads_articles
from kg.cli.progress import Bar
from kg.cli.report import reporting
from kg.graph.build import MAX_SECONDS, BuildOptions, BuildReport
from kg.graph.build import build as build_graph
from kg.graph.build import remove as remove_article

#: exit status for a run that ended with failures
WITH_FAILURES = 1
#: exit status after Ctrl-C, as shells have it
INTERRUPTED = 130


@click.command()
@click.argument("paths", nargs=-1, required=True)
@INTO
@AUTHORITY
@DECISIONS
@MODEL
@click.option("--workers", type=click.IntRange(min=1), default=1, show_default=True, help="Processes that extract.")
@click.option("--cluster", metavar="ADDRESS", help="Scheduler of a Dask cluster that extracts: tcp://host:8786.")
@click.option("--again", is_flag=True, help="Extract again what was extracted before.")
@reads_articles
@click.option(
    "--report",
    "report_to",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File for what became of each article, as JSON Lines.",
)
@click.option(
    "--max-seconds",
    type=click.FloatRange(min=0, min_open=True),
    default=MAX_SECONDS,
    show_default=True,
    help="Most processor time for the claims of one article.",
)
@click.option(
    "--max-memory",
    type=click.IntRange(min=1),
    metavar="MEGABYTES",
    help="Most memory for the claims of one article, with two workers or more.",
)
@click.option("--strict", is_flag=True, help="Read everything first and build nothing if an article fails.")
def build(
    paths: tuple[str, ...],
    into: Path,
    authority: tuple[Path, ...],
    decisions: Path | None,
    model: str | None,
    workers: int,
    cluster: str | None,
    again: bool,
    strict: bool,
    reading: ReadOptions,
    max_seconds: float,
    max_memory: int | None,
    report_to: Path | None,
) -> None:
    """Read articles from PATHS into a graph.

    PATHS are files (.txt, .md, .jsonl, .html, .csv, …), folders, addresses of web pages and feeds, or - for
    standard input. Building again extracts only what is new or changed.

    \b
    kg build seeds/ --into graph/
    kg build https://news.example/feed.rss archive.csv --column text=Inhalt
    """
    if strict:
        _check_all(paths, reading)
    memory = max_memory << 20 if max_memory else None
    options = BuildOptions(
        workers, model, authority, again, cluster, reading, decisions, max_seconds=max_seconds, max_memory=memory
    )
    try:
        with reporting(report_to) as watch:
            report = _build(paths, into, replace(options, watch=watch))
            watch(report)
    except KeyboardInterrupt:
        note(f"\nstopped; what was read is kept in {into}, and the same command goes on from there")
        sys.exit(INTERRUPTED)
    _print_report(report, into)
    if report.failures:
        sys.exit(WITH_FAILURES)


def _build(paths: tuple[str, ...], into: Path, options: BuildOptions) -> BuildReport:
    return _with_progress(paths, into, options) if sys.stderr.isatty() else build_graph(paths, into, options)


def _with_progress(paths: tuple[str, ...], into: Path, options: BuildOptions) -> BuildReport:
    """Build with a bar on the terminal; the articles are counted first where that is cheap: it tells the time left."""
    with Bar(count_articles(paths, options.reading)) as bar:
        return build_graph(paths, into, options, bar)


def _check_all(paths: tuple[str, ...], reading: ReadOptions) -> None:
    for item in read_articles(paths, reading):
        if isinstance(item, ReadFailure):
            raise click.ClickException(str(item))


def _print_report(report: BuildReport, into: Path) -> None:
    for failure in report.failures:
        note(f"not read: {failure}")
    for skipped in report.skipped:
        note(f"skipped: {skipped}")
    statuses = ", ".join(f"{count} {status}" for status, count in report.statuses.most_common())
    click.echo(
        f"{report.articles} articles ({report.extracted} new or changed, {report.unchanged} unchanged, "
        f"{report.removed} removed, {len(report.skipped)} skipped, {len(report.failures)} failed)"
    )
    click.echo(f"{report.claims} claims{': ' + statuses if statuses else ''}")
    click.echo(f"{report.entities} entities")
    click.echo(f"{report.seconds:.1f} s, graph in {into}")


@click.command()
@click.argument("article")
@INTO
@AUTHORITY
@DECISIONS
def remove(article: str, into: Path, authority: tuple[Path, ...], decisions: Path | None) -> None:
    """Remove ARTICLE (its id) and everything that no other article states.

    \b
    kg remove honor-deal
    """
    if not remove_article(article, into, authority, decisions):
        raise click.BadParameter(f"no article {article!r} in {into}; `kg query sources-per-claim` lists articles")
    click.echo(f"removed {article}")
