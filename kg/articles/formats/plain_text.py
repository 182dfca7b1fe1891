"""Text and Markdown files: one article each, with front matter or without."""

from __future__ import annotations

from collections.abc import Iterator

from kg.articles.article import Article
from kg.articles.encoding import decode
from kg.articles.front_matter import split_front_matter
from kg.articles.options import ReadOptions
from kg.articles.record import article_from, renamed
from kg.articles.source import Source
from kg.articles.streams import read_whole


def read(source: Source, options: ReadOptions) -> Iterator[Article]:
    """Yield the file's article; its text is what stands behind the front matter."""
    with source.open() as stream:
        data = read_whole(stream, options.max_bytes)
    fields, text = split_front_matter(decode(data, source.name))
    yield article_from({"url": source.url, **renamed(fields, {}), "text": text}, source.id, options)
