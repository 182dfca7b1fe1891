"""Saved web pages: the main text and what the page says about itself."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec

from kg.articles.article import Article
from kg.articles.encoding import decode
from kg.articles.failure import ReadError
from kg.articles.formats.page_metadata import page_metadata
from kg.articles.options import ReadOptions
from kg.articles.record import article_from
from kg.articles.source import Source
from kg.articles.streams import read_whole


def read(source: Source, options: ReadOptions) -> Iterator[Article]:
    """Yield the page's article.

    The main text is found by trafilatura (the extra ``html``); title, date, author, publisher and
    address come from the page's JSON-LD, OpenGraph and meta elements. An id in front of a record is
    the file's name.
    """
    with source.open() as stream:
        data = read_whole(stream, options.max_bytes)
    page = decode(data, source.name)
    yield article_from({"url": source.url, **page_metadata(page), "text": main_text(page)}, source.id, options)


def main_text(page: str) -> str:
    """Return the text of a page without navigation and advertising, one paragraph per line.

    Raises ``ReadError`` where trafilatura is not installed or finds no text.
    """
    if find_spec("trafilatura") is None:
        raise ReadError("is a web page, which needs trafilatura", 'install it: pip install "newskg[html]"')
    text = _extract(page)
    if not text:
        raise ReadError("holds no main text", "save the article's text as .txt")
    return text


def _extract(page: str) -> str | None:
    import trafilatura

    try:
        text: str | None = trafilatura.extract(page, include_comments=False, include_tables=False, favor_precision=True)
    except (ValueError, RecursionError) as error:
        raise ReadError(f"is not a readable page ({error})", "save the article's text as .txt") from error
    return text
