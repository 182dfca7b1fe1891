"""Snapshots of a store: what readers open while a writer goes on.

A snapshot is a folder of hard links (it takes milliseconds and hardly any space) that is never written
to again. The newest is the one to read; older ones go as soon as nobody holds them.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO

if sys.platform != "win32":
    import fcntl


class Snapshots:
    """The snapshots in one folder, named by a rising number."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def newest(self) -> Path | None:
        """Return the folder of the newest snapshot; None where there is none."""
        return max(self._all(), default=None, key=lambda path: int(path.name))

    def publish(self, backup: Callable[[str], None]) -> Path:
        """Let ``backup`` write a snapshot, make it the newest, and drop those that nobody reads."""
        newest = self.newest()
        path = self.folder / str(int(newest.name) + 1 if newest else 1)
        unfinished = self.folder / f"{path.name}.part"
        shutil.rmtree(unfinished, ignore_errors=True)
        self.folder.mkdir(parents=True, exist_ok=True)
        backup(str(unfinished))
        unfinished.rename(path)
        self._drop_older_than(path)
        return path

    def hold(self) -> tuple[Path, IO[bytes]] | None:
        """Return the newest snapshot with an open file that keeps it alive until it is closed."""
        while (path := self.newest()) is not None:
            handle = self._lock_file(path).open("ab")
            if lock(handle, shared=True) and path.is_dir():
                return path, handle
            handle.close()
        return None

    def _all(self) -> list[Path]:
        return [path for path in self.folder.glob("*") if path.name.isdigit() and path.is_dir()]

    def _lock_file(self, path: Path) -> Path:
        return path.with_suffix(".lock")

    def _drop_older_than(self, newest: Path) -> None:
        for path in self._all():
            if path != newest:
                self._drop(path)

    def _drop(self, path: Path) -> None:
        with self._lock_file(path).open("ab") as handle:
            if lock(handle, shared=False):
                shutil.rmtree(path, ignore_errors=True)
                self._lock_file(path).unlink(missing_ok=True)


def lock(handle: IO[bytes], *, shared: bool) -> bool:
    """Lock a file without waiting; a system without such locks does not remove open files either."""
    if sys.platform == "win32":
        return True
    try:
        fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
