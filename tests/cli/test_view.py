"""The command that draws a graph."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main


def test_view_writes_a_page_and_says_what_it_holds(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "g.html"
    done = CliRunner().invoke(
        main, ["view", str(out), "--graph", str(folder), "--max-nodes", "5", "--lang", "de"]
    )
    assert done.exit_code == 0, done.output
    assert "5 entities" in done.output and "are left out" in done.output
    assert '<html lang="de">' in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (["--focus", "Alibabba"], "did you mean 'Alibaba'"),
        (["--predicate", "likes"], "'likes' is none of accuses, acquires"),
        (["--status", "true"], "'true' is none of actual, alleged"),
        (["--class", "Firm"], "'Firm' is none of Company"),
        (["--since", "yesterday"], "does not match the format"),
        (["--graph", "nowhere"], "build one with"),
        (["--query", "SELECT {"], "line 1"),
        (["--query", "ratings-of"], "needs entity"),
        (["--query", "ratings-of", "--param", "entity"], "write NAME=VALUE"),
    ],
)
def test_wrong_options_are_explained(folder: Path, tmp_path: Path, arguments: list[str], answer: str) -> None:
    given = ["view", str(tmp_path / "g.html"), "--graph", str(folder), *arguments]
    done = CliRunner().invoke(main, given)
    assert done.exit_code == 2 and answer in done.output


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (["--query", "CONSTRUCT WHERE { ?a kg:restricts ?b }"], "2 entities, 1 relations"),
        (["--query", "ratings-of", "--param", "entity=Alibaba"], "2 entities, 1 relations"),
    ],
)
def test_a_query_defines_the_picture(folder: Path, tmp_path: Path, arguments: list[str], answer: str) -> None:
    done = CliRunner().invoke(main, ["view", str(tmp_path / "g.html"), "--graph", str(folder), *arguments])
    assert done.exit_code == 0 and answer in done.output


def test_nothing_that_fits_is_said(folder: Path, tmp_path: Path) -> None:
    given = ["view", str(tmp_path / "g.html"), "--graph", str(folder), "--since", "2099-01-01"]
    assert "no claim fits" in CliRunner().invoke(main, given).output
