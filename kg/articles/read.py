"""Reading articles from whatever the user gives: one call, one stream, nothing stops it."""

from __future__ import annotations

import lzma
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kg.articles.article import Article
from kg.articles.failure import ReadError, ReadFailure
from kg.articles.find import find_sources
from kg.articles.formats import reader_for
from kg.articles.identity import Identities
from kg.articles.options import MAX_BYTES, ReadOptions
from kg.articles.source import Source
from kg.articles.web.fetch import Fetcher
from kg.articles.web.source import web_source


def read_articles(
    paths: Iterable[str | Path],
    options: ReadOptions | None = None,
    *,
    max_bytes: int = MAX_BYTES,
    columns: Mapping[str, str] | None = None,
) -> Iterator[Article | ReadFailure]:
    """Read articles one by one; yield a ``ReadFailure`` for each input that gives none, and go on.

    ``paths`` are files, folders (with all their folders), globs, addresses of the web, or ``-`` for
    standard input. The suffix tells the format: ``.txt`` and ``.md`` (front matter allowed), ``.jsonl``,
    ``.json``, ``.csv``, ``.tsv``, ``.parquet``, ``.html``, ``.rss``, ``.atom``, ``.xml`` (feeds, NewsML-G2,
    NITF), each also as ``.gz``, ``.xz`` or ``.bz2`` or in a ``.zip``.

    ``options`` hold all limits; without them, ``max_bytes`` is the limit for one article, and ``columns``
    names the columns of a table, or the keys of JSON records, that are called otherwise than the article's
    fields: ``{"text": "Inhalt"}``.

    No two articles have one id: see ``Identities``. Warnings (guessed encoding, no date) go to the
    logger ``kg.articles``.
    """
    options = options or ReadOptions(max_bytes=max_bytes, columns=dict(columns or {}))
    return (item for _, item in read_with_sources(paths, options))


def read_with_sources(
    paths: Iterable[str | Path], options: ReadOptions | None = None
) -> Iterator[tuple[str, Article | ReadFailure]]:
    """Read articles as `read_articles` does, each with the name of the file or stream that it comes from."""
    options = options or ReadOptions()
    identities, fetcher = Identities(), Fetcher(options.web)
    for path in paths:
        for source in find_sources(path, lambda url: web_source(url, fetcher, options)):
            if isinstance(source, ReadFailure):
                yield source.source, source
            else:
                yield from ((source.name, item) for item in _distinct(source, options, identities))


def _distinct(source: Source, options: ReadOptions, identities: Identities) -> Iterator[Article | ReadFailure]:
    for item in _read(source, options):
        if isinstance(item, ReadFailure):
            yield item
            continue
        try:
            yield identities.admit(item)
        except ReadError as error:
            yield error.at(source.name)


def _read(source: Source, options: ReadOptions) -> Iterator[Article | ReadFailure]:
    """Read one source to its end or to its first fault; what came before the fault counts."""
    try:
        yield from reader_for(source)(source, options)
    except ReadError as error:
        yield error.at(source.name)
    except PermissionError:
        yield ReadFailure(source.name, "may not be read", "give yourself permission: chmod u+r")
    except (EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile) as error:
        yield ReadFailure(source.name, f"is damaged ({error})", "make the compressed file again")
    except OSError as error:
        yield ReadFailure(source.name, f"cannot be read ({error.strerror or error})", "check the file")
