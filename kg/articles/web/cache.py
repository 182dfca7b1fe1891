"""What was fetched, kept on disk: one file with the facts and one with the bytes for each address."""

from __future__ import annotations

import hashlib
import json
import logging
import os
import tempfile
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

_log = logging.getLogger(__name__)
#: headers that are kept: those by which a server tells whether a page has changed, and what it is
_KEPT = ("content-type", "etag", "last-modified")


@dataclass(frozen=True, slots=True)
class Page:
    """A fetched page."""

    #: address after redirects
    url: str
    headers: Mapping[str, str]
    body: bytes
    #: seconds since 1970
    fetched: float

    @property
    def conditions(self) -> dict[str, str]:
        """Headers that ask for the page only if it has changed."""
        pairs = (("If-None-Match", self.headers.get("etag")), ("If-Modified-Since", self.headers.get("last-modified")))
        return {name: value for name, value in pairs if value}


class Cache:
    """Pages in a folder. What cannot be read or written there is fetched again, never an error."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, url: str) -> Page | None:
        """Return the page of an address, or None."""
        path = self._path(url)
        try:
            facts = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
            body = path.with_suffix(".body").read_bytes()
            if facts.pop("digest") != _digest(body):
                return None
            return Page(**facts, body=body)
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return None

    def put(self, url: str, page: Page) -> None:
        """Keep a page; the facts are written last, so that half a page is none."""
        facts = {k: v for k, v in asdict(page).items() if k != "body"} | {"digest": _digest(page.body)}
        path = self._path(url)
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            _replace(path.with_suffix(".body"), page.body)
            _replace(path.with_suffix(".json"), json.dumps(facts).encode())
        except OSError as error:
            _log.warning("%s: cannot keep what was fetched (%s)", self._folder, error.strerror)

    def _path(self, url: str) -> Path:
        """Return the file of an address: a digest, so that no address names a path."""
        return self._folder / _digest(url.encode("utf-8", "surrogatepass"))


def kept(headers: Mapping[str, str]) -> dict[str, str]:
    """Return the headers that are worth keeping."""
    return {name: headers[name] for name in _KEPT if name in headers}


def now() -> float:
    """Return the time as pages note it."""
    return time.time()


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
