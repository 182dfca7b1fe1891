"""JSON files: one record, or an array of records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kg.articles.article import Article
from kg.articles.encoding import decode
from kg.articles.failure import ReadError, ReadFailure
from kg.articles.formats.json_lines import parse_json
from kg.articles.options import ReadOptions
from kg.articles.record import article_from, id_by_content, renamed
from kg.articles.source import Source
from kg.articles.streams import read_whole


def read(source: Source, options: ReadOptions) -> Iterator[Article | ReadFailure]:
    """Yield an article or a failure for each record."""
    with source.open() as stream:
        content = parse_json(decode(read_whole(stream, options.max_file_bytes), source.name))
    records = content if isinstance(content, list) else [content]
    for number, record in enumerate(records, start=1):
        try:
            yield _article(record, source, options)
        except ReadError as error:
            yield error.at(f"{source.name}, record {number}")


def _article(record: Any, source: Source, options: ReadOptions) -> Article:
    if not isinstance(record, dict):
        raise ReadError("is not a JSON object", 'write {"text": "..."}')
    fields = renamed(record, options.columns)
    return article_from(fields, id_by_content(source.id, fields), options)
