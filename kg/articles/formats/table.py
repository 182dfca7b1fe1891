"""CSV and TSV files: one article per row, the first row names the columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from contextlib import suppress

from kg.articles.article import Article
from kg.articles.encoding import encoding_of
from kg.articles.failure import ReadError, ReadFailure
from kg.articles.options import ReadOptions
from kg.articles.record import FIELDS, article_from, id_by_content, renamed
from kg.articles.source import Source

_SAMPLE = 1 << 16
_DELIMITERS = ",;\t|"


def read(source: Source, options: ReadOptions) -> Iterator[Article | ReadFailure]:
    """Yield an article or a failure for each row."""
    # the csv module knows one limit for all its readers
    csv.field_size_limit(max(csv.field_size_limit(), options.max_bytes))
    with source.open() as stream:
        sample = stream.peek(_SAMPLE)
        text = io.TextIOWrapper(stream, encoding_of(sample, source.name), errors="replace", newline="")
        rows = csv.reader(text, delimiter=_delimiter(sample.decode(text.encoding, "replace")))
        yield from _read_rows(rows, source, options)


def _read_rows(rows: Iterator[list[str]], source: Source, options: ReadOptions) -> Iterator[Article | ReadFailure]:
    try:
        header = _header(next(rows, []), options)
        for number, row in enumerate(rows, start=2):
            if not any(row):
                continue
            try:
                yield _article(header, row, source, options)
            except ReadError as error:
                yield error.at(f"{source.name}, row {number}")
    except csv.Error as error:
        raise ReadError(f"is not a readable table ({error})", "write it as CSV with quotes around texts") from error


def _header(names: Sequence[str], options: ReadOptions) -> list[str]:
    """Return the columns' names; those of an article's fields may be written in any case."""
    header = [name.lower() if name.lower() in FIELDS else name for name in (n.strip() for n in names)]
    text = options.columns.get("text", "text")
    if text not in header:
        raise ReadError(
            f'has no column "{text}" (its columns: {", ".join(header)[:200]})',
            'tell which column holds the text: --column "text=Inhalt"',
        )
    return header


def _article(header: Sequence[str], row: Sequence[str], source: Source, options: ReadOptions) -> Article:
    fields = renamed(dict(zip(header, row, strict=False)), options.columns)
    return article_from(fields, id_by_content(source.id, fields), options)


def _delimiter(sample: str) -> str:
    """Return the sign that separates the columns of the first line."""
    first_line = sample.partition("\n")[0]
    with suppress(csv.Error):
        return csv.Sniffer().sniff(first_line, _DELIMITERS).delimiter
    return max(_DELIMITERS, key=first_line.count)
