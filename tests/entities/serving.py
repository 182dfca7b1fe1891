"""Starting the reconciliation service of the tests in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.request import urlopen


@contextmanager
def serving(fault: str = "") -> Iterator[str]:
    """Yield the address of a running service."""
    command = [sys.executable, "-m", "tests.entities.recon_server", *([fault] if fault else [])]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        finally:
            process.kill()


def batches(url: str) -> list[dict[str, Any]]:
    """Return the batches that a service was sent."""
    with urlopen(f"{url}/seen") as response:
        found: list[dict[str, Any]] = json.load(response)
    return found
