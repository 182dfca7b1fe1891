"""How many articles an input holds, found as cheaply as can be, so that a bar can tell the time left."""

from __future__ import annotations

import lzma
import zlib
from collections.abc import Iterable
from pathlib import Path

from kg.articles.article import Article
from kg.articles.failure import ReadError
from kg.articles.find import find_sources, is_web_address
from kg.articles.formats import reader_for
from kg.articles.options import ReadOptions
from kg.articles.source import STANDARD_INPUT, Source

#: suffixes of files that hold one article
ONE_EACH = frozenset({".txt", ".md", ".html", ".htm", ".xhtml"})
_LINES = frozenset({".jsonl", ".ndjson"})


def count_articles(paths: Iterable[str | Path], options: ReadOptions | None = None) -> int | None:
    """Return about how many articles some paths hold; None where they can be read only once, or over the network.

    A file of text or HTML counts as one, JSON Lines by their lines; files of other formats are read.
    """
    total = 0
    for path in paths:
        if str(path) == STANDARD_INPUT or is_web_address(path):
            return None
        for source in find_sources(path):
            if isinstance(source, Source):
                if source.suffix is None:
                    return None
                total += _count(source, options or ReadOptions())
    return total


def _count(source: Source, options: ReadOptions) -> int:
    if source.suffix in ONE_EACH:
        return 1
    try:
        if source.suffix in _LINES:
            with source.open() as stream:
                return sum(not line.isspace() for line in stream)
        return sum(isinstance(item, Article) for item in reader_for(source)(source, options))
    except (ReadError, OSError, EOFError, zlib.error, lzma.LZMAError):
        return 0  # whoever reads it tells what is wrong
