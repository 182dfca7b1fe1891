"""The command that draws charts."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main


@pytest.mark.parametrize(
    ("arguments", "status", "answer"),
    [
        (["timeline", "t.html", "--entity", "Alibaba"], 0, "marks: "),
        (["degree", "d.png", "--top", "3"], 0, "more are not drawn"),
        (["money", "m.svg", "--since", "2099-01-01"], 0, "nothing in the graph fits"),
        (["timeline", "t.html"], 2, "name it with --entity"),
        (["timeline", "t.html", "--entity", "Alibabba"], 2, "did you mean 'Alibaba'"),
        (["degree", "d.gif"], 2, "end the name with .html, .svg, .png"),
        (["pie", "p.png"], 2, "'timeline', 'ratings'"),
        (["degree", "nowhere/d.png"], 2, "nowhere/d.png: No such file or directory"),
    ],
)
def test_plot(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], status: int, answer: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["plot", *arguments, "--graph", str(folder)])
    assert (done.exit_code, answer in done.output) == (status, True), done.output
    assert (tmp_path / arguments[1]).exists() == (status == 0)
