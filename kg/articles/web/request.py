"""One request over HTTP, within limits of time and size."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from kg.articles.failure import ReadError
from kg.articles.streams import too_long
from kg.articles.web.addresses import Target
from kg.articles.web.options import WebOptions

if TYPE_CHECKING:
    from urllib3.response import BaseHTTPResponse

_CHUNK = 1 << 16
_REDIRECTS = (301, 302, 303, 307, 308)
#: name under which the program presents itself, also to robots.txt
AGENT = "newskg"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def location(self) -> str | None:
        """Where a redirect leads."""
        return self.headers.get("location") if self.status in _REDIRECTS else None

    @property
    def said(self) -> str:
        """The status in words.

        >>> Answer(404, {}, b"").said
        '404 Not Found'
        """
        known = self.status in HTTPStatus._value2member_map_
        return f"{self.status} {HTTPStatus(self.status).phrase}" if known else str(self.status)


def get(target: Target, options: WebOptions, max_bytes: int, headers: Mapping[str, str] | None = None) -> Answer:
    """Ask for a target; follow no redirect.

    Raises ``ReadError`` where the server cannot be reached, is too slow, or says too much.
    """
    import urllib3  # not needed by most commands

    deadline = time.monotonic() + options.total_timeout
    try:
        response = _open(target, options, {**_headers(target), **(headers or {})})
        try:
            body = _body(response, deadline, max_bytes)
        finally:
            response.close()
    except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
        if isinstance(error, urllib3.exceptions.TimeoutError) and not _is_refusal(error):
            raise _too_slow() from error
        raise ReadError(f"cannot be fetched ({_reason(error)})", "check the address and the network") from error
    found = {name.lower(): value for name, value in response.headers.items()}
    return Answer(response.status, found, body)


def _open(target: Target, options: WebOptions, headers: Mapping[str, str]) -> BaseHTTPResponse:
    """Connect to the address that was judged, whatever its name resolves to now."""
    import urllib3

    timeout = urllib3.Timeout(connect=options.timeout, read=options.timeout)
    pool: urllib3.HTTPConnectionPool
    if target.scheme == "https":
        pool = urllib3.HTTPSConnectionPool(target.address, target.port, timeout=timeout,
                                           server_hostname=target.host, assert_hostname=target.host)  # fmt: skip
    else:
        pool = urllib3.HTTPConnectionPool(target.address, target.port, timeout=timeout)
    return pool.request("GET", target.path, headers=headers, redirect=False, retries=False, preload_content=False)


def _headers(target: Target) -> dict[str, str]:
    return {
        "Host": target.authority,
        "User-Agent": f"{AGENT}/{_version()} (+https://w3id.org/newskg)",
        "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/plain, */*;q=0.1",
        "Accept-Encoding": "gzip, deflate",
    }


def _version() -> str:
    try:
        return version("newskg")
    except PackageNotFoundError:
        return "0"


def _body(response: BaseHTTPResponse, deadline: float, max_bytes: int) -> bytes:
    parts, size = [], 0
    for part in response.stream(_CHUNK, decode_content=True):
        size += len(part)
        if size > max_bytes:
            raise too_long(max_bytes)
        if time.monotonic() > deadline:
            raise _too_slow()
        parts.append(part)
    return b"".join(parts)


def _too_slow() -> ReadError:
    return ReadError("answers too slowly", "try again later, or save the page and give the file")


def _is_refusal(error: Exception) -> bool:
    """Tell whether no connection came about at all: a kind of timeout for the library, not for users."""
    import urllib3

    return isinstance(error, urllib3.exceptions.NewConnectionError)


def _reason(error: Exception) -> str:
    """Return the last part of a message: what went wrong, without the objects it went wrong in."""
    return str(getattr(error, "reason", None) or error).rpartition(": ")[2].strip(" )>'\"") or type(error).__name__
