"""A full disk, a disk that takes no writing: one sentence, and nothing that was there is lost.

The tests make small disks of their own in a namespace of their own; where the system forbids that, they are skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
KG = f"{sys.executable} -m kg"
#: output waits in a buffer, as it does for users, whatever the environment of the tests says
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": ""}
FULL = "no space is left on the disk; free some and run the command again"


def small_disk(folder: Path, script: str, size: str = "200m") -> subprocess.CompletedProcess[str]:
    """Run a shell script in a folder that has a disk of its own at ``disk``."""
    unshare = shutil.which("unshare")
    if unshare is None:
        pytest.skip("there is no unshare on this machine")
    (folder / "disk").mkdir()
    mount = f"mount -t tmpfs -o size={size} none disk 2>/dev/null || exit 77"
    done = subprocess.run(
        [unshare, "--user", "--map-root-user", "--mount", "sh", "-c", f"{mount}\n{script}"],
        cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode == 77 or "unshare failed" in done.stderr:
        pytest.skip("this system lets no one make a disk")
    assert "Traceback" not in done.stderr, done.stderr
    return done


def test_a_build_on_a_full_disk_is_finished_when_there_is_room(tmp_path: Path) -> None:
    build = f"{KG} build {SEEDS} --into disk/graph"
    again = f"mount -o remount,size=200m disk; {build} 2>/dev/null; {KG} stats --graph disk/graph"
    done = small_disk(tmp_path, f"{build} 2>&1 | tail -1\n{again}", size="1m")
    assert FULL in done.stdout
    assert "20 articles (" in done.stdout and "20 articles, 2025-03-27 to 2025-11-19" in done.stdout


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of one article."""
    folder = tmp_path_factory.mktemp("graph") / "graph"
    given = [sys.executable, "-m", "kg", "build", str(SEEDS / "alibaba-honor-agentur.md"), "--into", str(folder)]
    subprocess.run(given, cwd=ROOT, env=ENVIRONMENT, capture_output=True, check=True)
    return folder


@pytest.mark.parametrize(
    "command", ["view disk/out", "plot degree disk/out.png", "export turtle disk/out", "export nquads disk/out"]
)
def test_output_on_a_full_disk_leaves_what_was_there(tmp_path: Path, graph: Path, command: str) -> None:
    out = command.split()[-1]
    fill = f"echo old > {out}; dd if=/dev/zero of=disk/fill bs=1k 2>/dev/null"
    run = f"{KG} {command} --graph {graph}; echo status $?; cat {out}; ls -A disk"
    done = small_disk(tmp_path, f"{fill}; {run}", size="40k")
    assert f"{out}: {FULL}" in done.stderr
    assert done.stdout.splitlines() == ["status 2", "old", "fill", Path(out).name]


@pytest.mark.parametrize("command", ["build {seeds} --into disk/graph", "plot degree disk/out.png --graph {graph}"])
def test_a_disk_that_takes_no_writing(tmp_path: Path, graph: Path, command: str) -> None:
    given = command.format(seeds=SEEDS, graph=graph)
    done = small_disk(tmp_path, f"mount -o remount,ro disk; {KG} {given}; echo status $?")
    assert "the disk takes no writing; give another folder" in done.stderr and done.stdout == "status 2\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("command", ["stats", "export turtle", "query partnerships"])
def test_standard_output_that_is_full(graph: Path, command: str) -> None:
    with Path("/dev/full").open("wb") as full:
        given = [sys.executable, "-m", "kg", *command.split(), "--graph", str(graph)]
        done = subprocess.run(
            given, cwd=ROOT, env=ENVIRONMENT, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert FULL in done.stderr.decode() and b"Traceback" not in done.stderr and done.returncode == 2
