"""Commands that count, check and measure."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.options import GRAPH
from kg.graph.stats import stats as graph_stats
from kg.graph.store import GraphStore

if TYPE_CHECKING:
    from kg.entities.evaluation import Report


@click.command()
@GRAPH
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
def stats(graph: Path, format_: str) -> None:
    """Count articles, claims, entities and predicates of the graph.

    \b
    kg stats --format json
    """
    with GraphStore.read(graph) as store:
        found = graph_stats(store)
    click.echo(json.dumps(found.to_dict(), ensure_ascii=False, indent=2) if format_ == "json" else str(found))


@click.command()
@GRAPH
def validate(graph: Path) -> None:
    """Check the graph against the ontology's shapes; ends with status 1 if it does not conform.

    \b
    kg validate --graph graph/
    """
    from kg.graph.validation import validate as validate_graph

    with GraphStore.read(graph) as store:
        report = validate_graph(store)
    click.echo(str(report))
    if not report.conforms:
        sys.exit(1)


@click.command()
@click.argument("gold", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("claims", type=click.File(encoding="utf-8"))
@click.option("--texts", type=click.Path(path_type=Path, exists=True, file_okay=False), help="Folder of ARTICLE.txt.")
@click.option("--misses", is_flag=True, help="List what was missed and what was wrong.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
def evaluate(gold: Path, claims: Any, texts: Path | None, misses: bool, format_: str) -> None:
    """Score CLAIMS (the JSON Lines of `kg extract`, or -) against the folder GOLD.

    \b
    kg extract articles.jsonl | kg evaluate gold/claims - --texts gold/texts
    """
    from kg.claims.lexicon import load_lexicon
    from kg.entities.evaluation import evaluate as evaluate_claims

    found = _claims(claims)
    report = evaluate_claims(gold, found, load_lexicon().signatures, _texts(texts))
    if misses:
        click.echo("\n".join(report.misses))
    click.echo(json.dumps(_rounded(report)) if format_ == "json" else _table(report))


def _claims(lines: Any) -> list[dict[str, Any]]:
    from kg.entities.contract import ContractError, read_claim

    found = []
    for number, line in enumerate(lines, 1):
        try:
            found += [read_claim(line)] if line.strip() else []
        except ContractError as error:
            raise click.BadParameter(f"line {number} of the claims {error}") from error
    return found


def _texts(folder: Path | None) -> dict[str, str]:
    return {p.stem: p.read_text(encoding="utf-8") for p in folder.glob("*.txt")} if folder else {}


def _rounded(report: Report) -> dict[str, float]:
    return {name: round(value, 4) for name, value in report.figures().items()}


def _table(report: Report) -> str:
    lines = [
        f"  {name:22} right {t.right:4}  wrong {t.wrong:4}  missed {t.missed:4}"
        for name, t in sorted(report.predicates.items(), key=lambda x: -(x[1].right + x[1].wrong + x[1].missed))
    ]
    figures = (f"{k} {v:.3f}" if isinstance(v, float) else f"{k} {v}" for k, v in report.figures().items())
    return "\n".join([*lines, "  ".join(figures)])
