"""Zip archives: each file in one is a source of its own. Nothing is unpacked to disk, so no name in it is a path."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import IO, Any

from kg.articles.failure import ReadFailure
from kg.articles.source import Source, printable

Opener = Callable[[IO[bytes]], Any]

SUFFIX = ".zip"
#: suffix of a compressed file → what opens it inside an archive
_OPENERS: Mapping[str, Opener] = MappingProxyType(
    {".gz": gzip.open, ".bz2": bz2.open, ".xz": lzma.open, ".lzma": lzma.open}
)
#: files in an archive; more are left unread
_MOST = 100_000
_ENCRYPTED = 0x1


def archive_sources(path: Path) -> Iterator[Source | ReadFailure]:
    """Yield the files of an archive, sorted by name, without hidden ones; open each before asking for the next."""
    name = printable(str(path))
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        yield ReadFailure(name, f"is no readable archive ({error})", "pack it again")
        return
    with archive:
        members = sorted((one for one in archive.infolist() if _counts(one)), key=lambda one: one.filename)
        yield from (_source(archive, name, member) for member in members[:_MOST])
    if len(members) > _MOST:
        yield ReadFailure(name, f"holds more than {_MOST:,} files", "unpack it and give the folder")


def _counts(member: zipfile.ZipInfo) -> bool:
    parts = PurePosixPath(member.filename).parts
    hidden = any(part.startswith((".", "__MACOSX")) and part != ".." for part in parts)
    return not member.is_dir() and not hidden


def _source(archive: zipfile.ZipFile, name: str, member: zipfile.ZipInfo) -> Source | ReadFailure:
    shown = f"{name}/{printable(member.filename)}"
    if member.flag_bits & _ENCRYPTED:
        return ReadFailure(shown, "is encrypted", "unpack it")
    inner = PurePosixPath(member.filename)
    opener = _OPENERS.get(inner.suffix.lower())
    last = PurePosixPath(inner.stem) if opener else inner
    return Source(shown, printable(last.stem), last.suffix.lower(), lambda: _open(archive, member, opener))


def _open(archive: zipfile.ZipFile, member: zipfile.ZipInfo, opener: Opener | None) -> io.BufferedReader:
    """Open a file of an archive for reading; its size is limited where it is read."""
    try:
        stream = archive.open(member)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise OSError(str(error)) from error
    unpacked: Any = opener(stream) if opener else stream
    return io.BufferedReader(unpacked)
