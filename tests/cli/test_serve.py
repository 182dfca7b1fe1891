"""The command that serves the workbench, as a process that is started and stopped."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main


@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM])
def test_serves_until_it_is_told_to_stop(folder: Path, told: signal.Signals) -> None:
    command = [sys.executable, "-c", "from kg.cli import main; main()", "serve", "--graph", str(folder), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as running:
        assert running.stderr is not None
        try:
            address = running.stderr.readline().split()[0]
            with urllib.request.urlopen(f"{address}entity/kftc", timeout=20) as answer:
                assert b"KFTC" in answer.read()
        finally:
            running.send_signal(told)
        assert running.wait(20) == 0
        assert running.stderr.read() == ""


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--host", "0.0.0.0"], "give a --token"),
        (["--graph", "nowhere"], "build one with"),
        (["--port", "99999"], "not in the range"),
    ],
)
def test_wrong_use_is_explained(folder: Path, arguments: list[str], words: str) -> None:
    done = CliRunner().invoke(main, ["serve", "--graph", str(folder), *arguments])
    assert done.exit_code == 2 and words in done.output


def test_a_taken_port_is_named(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = CliRunner().invoke(main, ["serve", "--graph", str(folder), "--port", str(port)])
    assert done.exit_code == 2 and f"127.0.0.1:{port}" in done.output and "--port" in done.output
