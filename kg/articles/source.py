"""Where articles come from: a file, a compressed file, or standard input."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

STANDARD_INPUT = "-"

Opener = Callable[[Path], Any]

#: suffix of a compressed file → what opens it for reading bytes
OPENERS: Mapping[str, Opener] = MappingProxyType(
    {".gz": gzip.GzipFile, ".bz2": bz2.BZ2File, ".xz": lzma.LZMAFile, ".lzma": lzma.LZMAFile}
)


@dataclass(frozen=True, slots=True)
class Source:
    """One input: how to name it, how to open it, and what format its name promises."""

    #: as shown to the user
    name: str
    #: id of an article that has none of its own: the file's name without its suffixes
    id: str
    #: lower case, with dot, without the suffix of the compression: ".txt"; None where the content decides
    suffix: str | None
    open: Callable[[], io.BufferedReader] = field(repr=False, compare=False)
    #: address that it was fetched from
    url: str | None = None


def file_source(path: Path) -> Source:
    """Describe a file.

    >>> source = file_source(Path("news/honor-deal.txt.gz"))
    >>> source.id, source.suffix
    ('honor-deal', '.txt')
    """
    opener = OPENERS.get(path.suffix.lower())
    inner = Path(path.stem) if opener else Path(path.name)
    return Source(printable(str(path)), printable(inner.stem), inner.suffix.lower(), lambda: _open(path, opener))


def pipe_source(path: Path) -> Source:
    """Describe a named pipe: its content tells the format."""
    return Source(printable(str(path)), printable(path.name), None, lambda: _open(path, None))


def standard_input() -> Source:
    """Describe standard input: its content tells the format."""
    return Source("standard input", "stdin", None, _open_standard_input)


def printable(name: str) -> str:
    """Replace what cannot be printed or encoded in a file's name.

    >>> printable("two\\nlines")
    'two_lines'
    """
    return "".join(char if char.isprintable() else "_" for char in name)


def _open(path: Path, opener: Opener | None) -> io.BufferedReader:
    return io.BufferedReader(opener(path)) if opener else path.open("rb")


def _open_standard_input() -> io.BufferedReader:
    # a reader of its own, so that closing it leaves the process's standard input open
    return io.BufferedReader(io.FileIO(sys.stdin.fileno(), closefd=False))
