"""JSON Lines: one record per line; a bad line is reported with its number, the others are read."""

from __future__ import annotations

import codecs
import io
import json
from collections.abc import Iterator
from typing import Any

from kg.articles.article import Article
from kg.articles.encoding import decode
from kg.articles.failure import ReadError, ReadFailure
from kg.articles.options import ReadOptions
from kg.articles.record import article_from, id_by_content, renamed
from kg.articles.source import Source
from kg.articles.streams import read_lines, read_whole, too_long

#: a line holds the text, its escapes and the other fields
_LINE_FACTOR = 2


def read(source: Source, options: ReadOptions) -> Iterator[Article | ReadFailure]:
    """Yield an article or a failure for each line that is not blank."""
    with source.open() as stream:
        for number, line in read_lines(_as_utf8(stream, options), options.max_bytes * _LINE_FACTOR):
            place = f"{source.name}, line {number}"
            try:
                if line is None:
                    raise too_long(options.max_bytes)
                if line.strip():
                    yield _article(line, place, source, options)
            except ReadError as error:
                yield error.at(place)


def _article(line: bytes, place: str, source: Source, options: ReadOptions) -> Article:
    record = renamed(parse_record(decode(line, place)), options.columns)
    return article_from(record, id_by_content(source.id, record), options)


def parse_record(line: str) -> dict[str, Any]:
    """Parse one JSON object; raise ``ReadError`` for anything else."""
    record = parse_json(line)
    if not isinstance(record, dict):
        raise ReadError("is not a JSON object", 'write {"text": "..."}')
    return record


def parse_json(text: str) -> Any:
    """Parse JSON; raise ``ReadError`` where it is broken or nested without end."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}" if error.lineno > 1 else f"column {error.colno}"
        raise ReadError(f"is not valid JSON ({error.msg} at {where})", "correct it") from error
    except (ValueError, RecursionError) as error:
        raise ReadError(f"is not usable JSON ({error})", "correct it") from error


def _as_utf8(stream: io.BufferedReader, options: ReadOptions) -> io.BufferedReader:
    """Recode UTF-16, whose line ends are not single bytes, and drop the mark of UTF-8."""
    head = stream.peek(4)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = decode(read_whole(stream, options.max_file_bytes), "")
        return io.BufferedReader(io.BytesIO(text.encode("utf-8", "replace")))
    if head.startswith(codecs.BOM_UTF8):
        stream.read(len(codecs.BOM_UTF8))
    return stream
