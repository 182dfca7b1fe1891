"""Writing files whole or not at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


@contextmanager
def writing(path: Path) -> Iterator[IO[bytes]]:
    """Open a file for writing that takes its place when all is written.

    Where something goes wrong on the way, what stood there before still stands, and nothing else does. A device or a
    pipe is written to as it is. Raises ``OSError`` that names the file.
    """
    target = path.resolve() if path.is_symlink() else path
    if target.exists() and not target.is_file():
        with _named(path), target.open("wb") as out:
            yield out
        return
    part = target.with_name(f".{target.name[:80]}.{secrets.token_hex(4)}.part")
    with _named(path):
        try:
            with part.open("xb") as out:
                yield out
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)


def write_file(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; raises ``OSError`` that names the file."""
    with writing(path) as out:
        out.write(data)


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Let a fault of the disk name the file that was asked for."""
    try:
        yield
    except OSError as error:
        if error.errno is None:
            raise
        raise type(error)(error.errno, os.strerror(error.errno), str(path)) from error
