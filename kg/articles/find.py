"""From paths as users give them (files, folders, globs, ``-``) to sources."""

from __future__ import annotations

import errno
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from kg.articles.archive import SUFFIX, archive_sources
from kg.articles.failure import ReadError, ReadFailure
from kg.articles.source import STANDARD_INPUT, Source, file_source, pipe_source, printable, standard_input

#: gets what stands at an address; raises ReadError
Fetch = Callable[[str], Source]

_GLOB = re.compile(r"[*?\[]")
_WEB = re.compile(r"https?://", re.IGNORECASE)


def find_sources(path: str | Path, fetch: Fetch | None = None) -> Iterator[Source | ReadFailure]:
    """Yield the sources that one path names, in sorted order; ``fetch`` gets those with an address of the web.

    A folder gives all its files, those of its folders included; what begins with a dot is skipped, and
    a folder that is reached twice (a symlink loop) is read once.
    """
    if str(path) == STANDARD_INPUT:
        yield standard_input()
    elif is_web_address(path):
        yield _fetched(str(path), fetch)
    else:
        yield from _checked(path)


def is_web_address(path: str | Path) -> bool:
    """Tell an address of the web from a path."""
    return _WEB.match(str(path)) is not None


def _fetched(url: str, fetch: Fetch | None) -> Source | ReadFailure:
    if fetch is None:
        return ReadFailure(printable(url), "is a web address", "save the page and give the file", "unsupported")
    try:
        return fetch(url)
    except ReadError as error:
        return error.at(printable(url))


def _checked(path: str | Path) -> Iterator[Source | ReadFailure]:
    """Yield what a path leads to; a name that no file can have leads nowhere."""
    if "\0" in str(path):
        yield _no_path(path, "it holds a NUL character")
        return
    try:
        Path(path).lstat()
    except FileNotFoundError:
        pass
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            yield _no_path(path, "it is too long")
            return
    yield from _find(Path(path))


def _no_path(path: str | Path, why: str) -> ReadFailure:
    return ReadFailure(printable(str(path))[:200], f"is no path ({why})", "check it")


def _find(path: Path) -> Iterator[Source | ReadFailure]:
    if path.is_dir():
        yield from _walk(path, set())
    elif path.suffix.lower() == SUFFIX and path.is_file():
        yield from archive_sources(path)
    elif path.is_fifo():
        yield pipe_source(path)
    elif path.exists() or path.is_symlink():
        yield _file(path)
    elif _GLOB.search(str(path)):
        yield from _matches(path)
    else:
        yield ReadFailure(printable(str(path)), "does not exist", "check the path")


def _file(path: Path) -> Source | ReadFailure:
    if path.is_file():
        return file_source(path)
    name = printable(str(path))
    if path.is_symlink() and not path.exists():
        return ReadFailure(name, "is a link that leads nowhere", "remove it, or restore what it points to")
    return ReadFailure(name, "is neither a file nor a folder", "give a file of text", "unsupported")


def _matches(pattern: Path) -> Iterator[Source | ReadFailure]:
    root = Path(pattern.anchor)
    found = sorted(root.glob(str(pattern.relative_to(root))))
    if not found:
        yield ReadFailure(printable(str(pattern)), "matches no file", "check the pattern and the folder")
    for path in found:
        if not path.name.startswith("."):
            yield from _find(path)


def _walk(folder: Path, visited: set[Path]) -> Iterator[Source | ReadFailure]:
    try:
        real = folder.resolve()
        entries = [] if real in visited else sorted(folder.iterdir())
    except (OSError, RuntimeError) as error:
        yield ReadFailure(printable(str(folder)), f"cannot be listed ({error})", "allow reading the folder")
        return
    visited.add(real)
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _walk(entry, visited)
        elif entry.suffix.lower() == SUFFIX and entry.is_file():
            yield from archive_sources(entry)
        else:
            yield _file(entry)
