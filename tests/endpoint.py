"""A real SPARQL server for tests: the ``oxigraph`` program on a port of this machine."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROGRAM = shutil.which("oxigraph") or shutil.which("oxigraph", path=str(Path(sys.executable).parent))


@contextmanager
def serving(nquads: Path, store: Path) -> Iterator[str]:
    """Load N-Quads into a store, serve it, and give the address of its endpoint."""
    assert PROGRAM is not None
    subprocess.run([PROGRAM, "load", "--location", store, "--file", nquads], check=True, capture_output=True)
    port = _free_port()
    command = [PROGRAM, "serve-read-only", "--location", store, "--bind", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            _wait_for(port)
            yield f"http://127.0.0.1:{port}/query"
        finally:
            server.terminate()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int) -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError(port)
