"""Parquet files: one article per row; only the columns of an article's fields are read, some rows at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from kg.articles.article import Article
from kg.articles.failure import ReadError, ReadFailure
from kg.articles.options import ReadOptions
from kg.articles.record import FIELDS, article_from, id_by_content, renamed
from kg.articles.source import Source

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

#: rows held in memory at a time
_BATCH = 64


def read(source: Source, options: ReadOptions) -> Iterator[Article | ReadFailure]:
    """Yield an article or a failure for each row; needs pyarrow (the extra ``parquet``)."""
    if find_spec("pyarrow") is None:
        raise ReadError("is a Parquet file, which needs pyarrow", 'install it: pip install "newskg[parquet]"')
    import pyarrow

    with source.open() as stream:
        try:
            yield from _rows(stream, source, options)
        except (pyarrow.ArrowException, OSError, ValueError) as error:
            reason = str(error).partition("\n")[0][:200]
            raise ReadError(f"is not a readable Parquet file ({reason})", "write it again") from error


def _rows(stream: Any, source: Source, options: ReadOptions) -> Iterator[Article | ReadFailure]:
    import pyarrow.parquet

    file = pyarrow.parquet.ParquetFile(stream)
    columns = _columns(file, options)
    number = 0
    for batch in file.iter_batches(_BATCH, columns=columns):
        for row in batch.to_pylist():
            number += 1
            try:
                yield _article(row, source, options)
            except ReadError as error:
                yield error.at(f"{source.name}, row {number}")


def _columns(file: ParquetFile, options: ReadOptions) -> Sequence[str]:
    """Return the columns to read; raise ``ReadError`` where none holds the text."""
    names = file.schema_arrow.names
    text = options.columns.get("text", "text")
    if text not in names:
        raise ReadError(
            f'has no column "{text}" (its columns: {", ".join(names)[:200]})',
            'tell which column holds the text: --column "text=Inhalt"',
        )
    wanted = {options.columns.get(field, field) for field in FIELDS}
    return [name for name in names if name in wanted]


def _article(row: dict[str, Any], source: Source, options: ReadOptions) -> Article:
    fields = {name: _plain(value) for name, value in renamed(row, options.columns).items()}
    return article_from(fields, id_by_content(source.id, fields), options)


def _plain(value: object) -> object:
    """Return a value as the other formats have it: days and times as text, bytes as text."""
    if isinstance(value, bytes):
        return value.decode("utf-8", errors="replace")
    return value if value is None or isinstance(value, str | int | list) else str(value)
