"""A fetched page as a source, like a file."""

from __future__ import annotations

import io
import re
from email.message import Message
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from kg.articles.options import ReadOptions
from kg.articles.source import Source, printable
from kg.articles.web.cache import Page
from kg.articles.web.fetch import Fetcher

#: media type → suffix of the format
_TYPES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "application/json": ".json",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/rdf+xml": ".rss",
    "application/xml": ".xml",
    "text/xml": ".xml",
}
#: what servers say of bytes that they know nothing about
_UNKNOWN = frozenset({"", "application/octet-stream", "binary/octet-stream"})
#: formats that name their encoding themselves
_SELF_TOLD = frozenset({".rss", ".atom", ".xml"})


def web_source(url: str, fetcher: Fetcher, options: ReadOptions) -> Source:
    """Fetch an address; raises ``ReadError`` where that fails."""
    page = fetcher.fetch(url, options.max_file_bytes)
    suffix, charset = _kind(page)
    body = page.body if suffix in _SELF_TOLD else _as_utf8(page.body, charset)
    return Source(printable(url), _id(page.url), suffix, lambda: io.BufferedReader(io.BytesIO(body)), page.url)


def _kind(page: Page) -> tuple[str | None, str | None]:
    """Return the suffix that a page's type stands for, and its encoding.

    Where the server does not know the type, the name in the address tells it, else the content.
    """
    message = Message()
    message["content-type"] = page.headers.get("content-type", "")
    stated = message.get_content_type() if page.headers.get("content-type") else ""
    if stated not in _UNKNOWN:
        return _TYPES.get(stated, stated), message.get_content_charset()
    named = PurePosixPath(urlsplit(page.url).path).suffix.lower()
    return named if named in _TYPES.values() else None, None


def _as_utf8(body: bytes, charset: str | None) -> bytes:
    """Recode bytes from the encoding that the server names; leave them where it is wrong."""
    try:
        return body.decode(charset).encode("utf-8") if charset else body
    except (LookupError, UnicodeError):
        return body


def _id(url: str) -> str:
    """Return a short name: host and last part of the path.

    >>> _id("https://www.boersenblick.example/2025/alibaba-honor.html?x=1")
    'boersenblick.example-alibaba-honor'
    """
    parts = urlsplit(url)
    last = PurePosixPath(unquote(parts.path)).stem
    words = f"{(parts.hostname or '').removeprefix('www.')}-{last}".strip("-")
    return re.sub(r"[^\w.-]+", "-", printable(words))[:100]
