"""The commands that look for words, ways and changes, as a user types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main
from tests.graph.newsroom import searched_folder


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three stories in a folder, with their index."""
    return searched_folder(tmp_path_factory.mktemp("graph"))


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (["search", "Wettbewerbsbehörde"], "KFTC  <https://w3id.org/newskg/entity/kftc>"),
        (["search", "Datenaustausch"], "KFTC restricts Gemeinschaftsunternehmen Grand Opus [actual]"),
        (["path", "KFTC", "Shinsegae"], "KFTC – Gemeinschaftsunternehmen Grand Opus – Shinsegae"),
        (["central", "--limit", "1", "--format", "csv"], "Alibaba,"),
        (["communities", "--format", "csv"], "group,around,entity,neighbours"),
        (["changes", "2025-11-30", "--format", "csv"], "new,Meituan,sues,Alibaba,actual,,2025-12-01,1,"),
    ],
)
def test_commands_print_what_they_find(graph: Path, command: list[str], expected: str):
    result = CliRunner().invoke(main, [*command, "--graph", str(graph)])
    assert result.exit_code == 0, result.output
    assert expected in result.output


@pytest.mark.parametrize("command", [["search", "Alibaba"], ["path", "KFTC", "HONOR"]])
def test_json_is_for_programs(graph: Path, command: list[str]):
    result = CliRunner().invoke(main, [*command, "--graph", str(graph), "--format", "json"])
    assert json.loads(result.output)


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (["path", "KFTC", "Nobody"], "no entity is named 'Nobody'"),
        (["path", "KFTC", "Merck KGaA"], "no chain of these claims"),
        (["changes", "gestern"], "does not match the format"),
    ],
)
def test_what_cannot_be_found_is_said(graph: Path, command: list[str], message: str):
    result = CliRunner().invoke(main, [*command, "--graph", str(graph)])
    assert result.exit_code == 2
    assert message in result.output
