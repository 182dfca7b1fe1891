"""A disk that breaks (EIO) or fills up (ENOSPC) in the middle of writing, and a process that is killed there.

The user gets one sentence, readers see the state before or after, the next run ends right. A small library stands
between the program and the C library, so that writing fails from some call on: the store, the record, the search index
and Python's own files all go through it. Without a C compiler the tests are skipped.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from kg.graph.build import build, remove, rewrite
from kg.graph.record import Record, RecordError
from tests.graph.hashes import hash_of

ROOT = Path(__file__).parents[2]
#: a fault and what the user may be told of it
_FAILS = "the disk fails or is full; check it, and run the command again: what is done is kept"
SAID = {
    "broken": (_FAILS,),
    "full": ("no space is left on the disk; free some and run the command again: what is done is kept", _FAILS),
}
#: faults at a number of calls that write
FAULTS = [
    ("broken", 0),
    ("broken", 60),
    ("broken", 150),
    ("full", 0),
    ("full", 100),
    ("kill", 30),
    ("kill", 90),
    ("kill", 170),
]
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


def failing(library: Path, disk: Path, fault: str, from_call: int, command: Sequence[str | Path]) -> str:
    """Run a command while writing below a folder fails from a call on; return what it says on standard error."""
    faulty = {
        "LD_PRELOAD": str(library), "FAULTY_DISK": str(disk), "FAULTY_FROM": str(from_call), "FAULTY_WITH": fault,
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "kg", *map(str, command)],
        env={**os.environ, "PYTHONPATH": str(ROOT), **faulty}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if fault == "kill":
        assert done.returncode == -signal.SIGKILL, (done.returncode, done.stderr)
    else:
        assert done.returncode == 2, (done.returncode, done.stderr)
        assert len(done.stderr.splitlines()) == 1 and done.stderr.startswith("Error: ")
        assert any(sentence in done.stderr for sentence in SAID[fault])
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


@pytest.mark.parametrize(("fault", "from_call"), FAULTS)
def test_build(
    tmp_path: Path, library: Path, news: tuple[Path, Path], one: Path, two: Path, fault: str, from_call: int
) -> None:
    graph = copied(one, tmp_path / "graph")
    failing(library, graph, fault, from_call, ["build", news[1], "--into", graph])
    assert hash_of(graph) in (hash_of(one), hash_of(two))
    build(news, graph)
    assert hash_of(graph) == hash_of(two)


@pytest.mark.parametrize(("fault", "from_call"), FAULTS)
def test_remove(tmp_path: Path, library: Path, one: Path, two: Path, fault: str, from_call: int) -> None:
    graph = copied(two, tmp_path / "graph")
    failing(library, graph, fault, from_call, ["remove", "sap", "--into", graph])
    assert hash_of(graph) in (hash_of(one), hash_of(two))
    remove("sap", graph)
    assert hash_of(graph) == hash_of(one)


@pytest.mark.parametrize(("fault", "from_call"), FAULTS)
def test_link(tmp_path: Path, library: Path, two: Path, linked: Path, fault: str, from_call: int) -> None:
    graph = copied(two, tmp_path / "graph")
    failing(library, graph, fault, from_call, ["link", "same", "Alibaba", "SAP", "--graph", graph])
    assert hash_of(graph) in (hash_of(two), hash_of(linked))
    shutil.copy(linked / "decisions.tsv", graph)
    rewrite(graph)
    assert hash_of(graph) == hash_of(linked) != hash_of(two)


@pytest.mark.parametrize("fault", ["broken", "full", "kill"])
@pytest.mark.parametrize("format_", ["turtle", "nquads", "csv", "graphml"])
def test_export(tmp_path: Path, library: Path, two: Path, format_: str, fault: str) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    (disk / "out").write_text("old")
    said = failing(library, disk, fault, 0, ["export", format_, disk / "out", "--graph", two])
    assert (disk / "out").read_text() == "old"
    if fault != "kill":
        assert f"{disk / 'out'}: {SAID[fault][0]}" in said and [path.name for path in disk.iterdir()] == ["out"]


def test_a_record_on_a_failing_disk_is_not_called_broken(tmp_path: Path, library: Path, one: Path) -> None:
    """Whoever moved the record away, as one does with a broken one, would lose all that was extracted."""
    graph = copied(one, tmp_path / "graph")
    said = failing(library, graph / "record.sqlite", "broken", 0, ["remove", "honor", "--into", graph])
    assert "move it away" not in said
    (graph / "record.sqlite").write_bytes(b"no database at all" * 1000)
    with pytest.raises(RecordError, match="move it away"):
        Record(graph)
