"""One reader per format, all of the same shape: ``read(source, options)`` yields articles and failures."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from kg.articles.article import Article
from kg.articles.failure import ReadError, ReadFailure
from kg.articles.formats import feed, json_array, json_lines, parquet, plain_text, table, web_page
from kg.articles.options import ReadOptions
from kg.articles.source import Source

Reader = Callable[[Source, ReadOptions], Iterator[Article | ReadFailure]]

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        ".txt": plain_text.read,
        ".md": plain_text.read,
        ".jsonl": json_lines.read,
        ".ndjson": json_lines.read,
        ".json": json_array.read,
        ".csv": table.read,
        ".tsv": table.read,
        ".parquet": parquet.read,
        ".html": web_page.read,
        ".htm": web_page.read,
        ".xhtml": web_page.read,
        ".rss": feed.read,
        ".atom": feed.read,
        ".xml": feed.read,
    }
)

_PEEK = 512
#: how the content of a stream without a name begins → the suffix it stands for
_BEGINNINGS = (
    (b"{", ".jsonl"),
    (b"[{", ".json"),
    (b"<!doctype html", ".html"),
    (b"<html", ".html"),
    (b"<?xml", ".xml"),
    (b"<rss", ".rss"),
    (b"par1", ".parquet"),
)


def reader_for(source: Source) -> Reader:
    """Return the reader of a source's format; raise ``ReadError`` if there is none."""
    if source.suffix is None:
        return _read_detected
    if source.suffix in READERS:
        return READERS[source.suffix]
    raise ReadError(
        f"is of a format without a reader ({source.suffix or 'no suffix'})",
        f"convert it to one of {' '.join(READERS)}",
        "unsupported",
    )


def _read_detected(source: Source, options: ReadOptions) -> Iterator[Article | ReadFailure]:
    with source.open() as stream:
        read = READERS[detect_suffix(stream.peek(_PEEK))]
        yield from read(replace(source, open=lambda: stream), options)


def detect_suffix(head: bytes) -> str:
    """Return the suffix that the first bytes of a stream stand for; text unless they tell otherwise.

    >>> detect_suffix(b'{"text": "..."}')
    '.jsonl'
    """
    start = head.removeprefix(codecs.BOM_UTF8).lstrip().lower()
    return next((suffix for beginning, suffix in _BEGINNINGS if start.startswith(beginning)), ".txt")
