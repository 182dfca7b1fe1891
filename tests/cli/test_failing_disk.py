"""A disk that fails in the middle (EIO): one sentence, readers see the state before or after, the next run ends right.

A small library stands between the program and the C library, so that writing fails from some call on: the store, the
record, the search index and Python's own files all go through it. Without a C compiler the tests are skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from kg.graph.build import build, remove, rewrite
from kg.graph.record import Record, RecordError
from tests.graph.hashes import hash_of

ROOT = Path(__file__).parents[2]
FAILING = "the disk fails; check it, and run the command again: what is done is kept"
KOOPERATION = "---\nlang: de\npublished: 2025-09-27\n---\nAlibaba verkündete eine Kooperation mit HONOR.\n"
KLAGE = "---\nlang: de\npublished: 2025-09-28\n---\nSAP verklagt Oracle. Alibaba kooperiert mit BMW.\n"


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that lets writing fail."""
    if not sys.platform.startswith("linux") or (compiler := shutil.which("cc") or shutil.which("gcc")) is None:
        pytest.skip("there is no C compiler for Linux here")
    out = tmp_path_factory.mktemp("library") / "faulty_disk.so"
    source = Path(__file__).with_name("faulty_disk.c")
    subprocess.run([compiler, "-shared", "-fPIC", "-o", out, source, "-ldl", "-lpthread"], check=True)
    return out


def failing(library: Path, disk: Path, from_call: int, command: Sequence[str | Path]) -> str:
    """Run a command while writing below a folder fails from a call on; return what it says on standard error."""
    fault = {"LD_PRELOAD": str(library), "FAULTY_DISK": str(disk), "FAULTY_FROM": str(from_call)}
    done = subprocess.run(
        [sys.executable, "-m", "kg", *map(str, command)],
        env={**os.environ, "PYTHONPATH": str(ROOT), **fault}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2, (done.returncode, done.stderr)
    assert len(done.stderr.splitlines()) == 1 and done.stderr.startswith("Error: ")
    return done.stderr


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two articles."""
    folder = tmp_path_factory.mktemp("news")
    (folder / "honor.md").write_text(KOOPERATION)
    (folder / "sap.md").write_text(KLAGE)
    return folder / "honor.md", folder / "sap.md"


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory, news: tuple[Path, Path]) -> Path:
    """The graph of the first article."""
    folder = tmp_path_factory.mktemp("one") / "graph"
    build([news[0]], folder)
    return folder


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory, news: tuple[Path, Path]) -> Path:
    """The graph of both articles."""
    folder = tmp_path_factory.mktemp("two") / "graph"
    build(news, folder)
    return folder


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory, two: Path) -> Path:
    """That graph with a decision on two names."""
    folder = copied(two, tmp_path_factory.mktemp("linked") / "graph")
    command = [sys.executable, "-m", "kg", "link", "same", "Alibaba", "SAP", "--graph", folder]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=True)
    return folder


def copied(graph: Path, to: Path) -> Path:
    return Path(shutil.copytree(graph, to))


@pytest.mark.parametrize("from_call", [0, 120, 200])
def test_build(tmp_path: Path, library: Path, news: tuple[Path, Path], one: Path, two: Path, from_call: int) -> None:
    graph = copied(one, tmp_path / "graph")
    assert FAILING in failing(library, graph, from_call, ["build", news[1], "--into", graph])
    assert hash_of(graph) in (hash_of(one), hash_of(two))
    build(news, graph)
    assert hash_of(graph) == hash_of(two)


@pytest.mark.parametrize("from_call", [60, 150])
def test_remove(tmp_path: Path, library: Path, one: Path, two: Path, from_call: int) -> None:
    graph = copied(two, tmp_path / "graph")
    assert FAILING in failing(library, graph, from_call, ["remove", "sap", "--into", graph])
    assert hash_of(graph) in (hash_of(one), hash_of(two))
    remove("sap", graph)
    assert hash_of(graph) == hash_of(one)


@pytest.mark.parametrize("from_call", [0, 60, 150])
def test_link(tmp_path: Path, library: Path, two: Path, linked: Path, from_call: int) -> None:
    graph = copied(two, tmp_path / "graph")
    assert FAILING in failing(library, graph, from_call, ["link", "same", "Alibaba", "SAP", "--graph", graph])
    assert hash_of(graph) in (hash_of(two), hash_of(linked))
    shutil.copy(linked / "decisions.tsv", graph)
    rewrite(graph)
    assert hash_of(graph) == hash_of(linked) != hash_of(two)


@pytest.mark.parametrize("format_", ["turtle", "nquads", "csv", "graphml"])
def test_export(tmp_path: Path, library: Path, two: Path, format_: str) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    (disk / "out").write_text("old")
    assert f"{disk / 'out'}: {FAILING}" in failing(library, disk, 0, ["export", format_, disk / "out", "--graph", two])
    assert [path.name for path in disk.iterdir()] == ["out"] and (disk / "out").read_text() == "old"


def test_a_record_on_a_failing_disk_is_not_called_broken(tmp_path: Path, library: Path, one: Path) -> None:
    """Whoever moved the record away, as one does with a broken one, would lose all that was extracted."""
    graph = copied(one, tmp_path / "graph")
    said = failing(library, graph / "record.sqlite", 0, ["remove", "honor", "--into", graph])
    assert FAILING in said and "move it away" not in said
    (graph / "record.sqlite").write_bytes(b"no database at all" * 1000)
    with pytest.raises(RecordError, match="move it away"):
        Record(graph)
