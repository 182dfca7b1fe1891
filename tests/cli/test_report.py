"""The report of a build tells what became of each article."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from kg.cli import main

GERMAN = "BMW arbeitet mit Alibaba zusammen."
ENGLISH = "The company said on Friday that it will work with the other company, and that the deal is worth a lot."


def build(folder: Path, *options: str) -> tuple[int, list[dict[str, Any]]]:
    given = ["build", str(folder / "in"), "--into", str(folder / "g"), "--report", str(folder / "r.jsonl"), *options]
    done = CliRunner().invoke(main, given)
    lines = (folder / "r.jsonl").read_text(encoding="utf-8").splitlines()
    return done.exit_code, [json.loads(line) for line in lines]


def told(lines: list[dict[str, Any]]) -> dict[str, str]:
    return {Path(line["article"]).name: line["what"] for line in lines if "article" in line}


def test_each_article_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name, text in {"good": GERMAN, "also": "Der Dax gab nach.", "english": ENGLISH, "empty": ""}.items():
        (tmp_path / "in" / f"{name}.txt").write_text(text, encoding="utf-8")
    status, lines = build(tmp_path)
    assert status == 1
    assert told(lines) == {"empty.txt": "failed", "english": "skipped", "good": "extracted", "also": "extracted"}
    by_name = {Path(line["article"]).name: line for line in lines if "article" in line}
    assert by_name["good"]["claims"] == 1 and by_name["good"]["seconds"] > 0
    assert by_name["good"]["source"] == str(tmp_path / "in" / "good.txt")
    assert by_name["empty.txt"]["reason"] == "is empty; remove it, or give it a text"
    assert "no pipeline" in by_name["english"]["reason"]
    counts = {"articles": 2, "extracted": 2, "failed": 1, "skipped": 1, "claims": 2}
    assert {name: lines[-1]["build"][name] for name in counts} == counts


def test_building_again_tells_what_is_unchanged_and_gone(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("one", "two"):
        (tmp_path / "in" / f"{name}.txt").write_text(f"{GERMAN} {name}", encoding="utf-8")
    assert build(tmp_path)[0] == 0
    (tmp_path / "in" / "two.txt").unlink()
    status, lines = build(tmp_path)
    assert (status, told(lines)) == (0, {"one": "unchanged", "two": "removed"})


def test_with_workers_too(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "one.txt").write_text(GERMAN, encoding="utf-8")
    status, lines = build(tmp_path, "--workers", "2")
    assert (status, told(lines)) == (0, {"one": "extracted"})


def test_strict_builds_nothing_where_an_article_fails(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GERMAN, encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    given = [str(tmp_path / name) for name in ("good.txt", "empty.txt")]
    done = CliRunner().invoke(main, ["build", *given, "--into", str(tmp_path / "g"), "--strict"])
    assert done.exit_code == 1
    assert done.output == f"Error: {tmp_path / 'empty.txt'}: is empty; remove it, or give it a text\n"
    assert not (tmp_path / "g").exists()
