"""Write an answer: for a terminal, a spreadsheet, a program, or a page of text."""

from __future__ import annotations

import csv
import html
import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import TextIO

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, serialize

from kg.graph.namespaces import PREFIXES, RDF, XSD
from kg.query.result import Cell, Result, Term, Triples

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")
_GRAPH_FORMATS: Mapping[str, RdfFormat] = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
}


class FormatError(ValueError):
    """An answer cannot be written in a format."""


def write(answer: Result | Triples, format_: str, out: TextIO, *, iris: bool = False, width: int = 0) -> None:
    """Write an answer in one of `FORMATS`.

    Things stand by name, with ``iris`` by address; ``json`` (SPARQL results) and the RDF formats always
    hold addresses. A ``table`` is cut to ``width`` characters a line, 0 for no limit.

    Raises:
        FormatError: there is no such format, or an RDF format was asked of rows.
    """
    if format_ in _GRAPH_FORMATS:
        _write_graph(answer, format_, out)
    elif format_ in _ROW_FORMATS:
        result = answer.as_rows() if isinstance(answer, Triples) else answer
        _ROW_FORMATS[format_](result, out, iris, width)
    else:
        raise FormatError(f"there is no format {format_!r}; formats are {', '.join(FORMATS)}")


def _write_graph(answer: Result | Triples, format_: str, out: TextIO) -> None:
    if isinstance(answer, Result):
        raise FormatError(f"{format_} takes the triples of CONSTRUCT; for rows use {', '.join(_ROW_FORMATS)}")
    data = serialize(answer.triples, format=_GRAPH_FORMATS[format_], prefixes=PREFIXES)
    out.write((data or b"").decode())


def _write_table(result: Result, out: TextIO, iris: bool, width: int) -> None:
    rows = [[_plain(value) for value in row] for row in result.cells(iris=iris)]
    widths = _column_widths([list(result.columns), *rows], width)
    ruler = ["─" * size for size in widths]
    for row in (list(result.columns), ruler, *rows):
        padded = (_fitted(text, size) for text, size in zip(row, widths, strict=True))
        out.write("  ".join(padded).rstrip() + "\n")


def _column_widths(rows: list[list[str]], width: int) -> list[int]:
    """Return the widths of the columns; where the line is too long, the widest give way."""
    widths = [max(_width(text) for text in column) for column in zip(*rows, strict=True)]
    room = width - 2 * (len(widths) - 1)
    while width and widths and sum(widths) > room and max(widths) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


_NARROWEST = 8


def _width(text: str) -> int:
    """Return the columns that text takes on a terminal."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in text)
    return len(text) + wide - sum(unicodedata.combining(sign) > 0 for sign in text)


def _fitted(text: str, size: int) -> str:
    if _width(text) > size:
        while _width(text) > size - 1:
            text = text[:-1]
        text += "…"
    return text + " " * (size - _width(text))


def _plain(value: Cell) -> str:
    """Return a cell as one line that moves no cursor and turns no text around."""
    return "" if value is None else _CONTROL.sub(" ", str(value))


def _write_csv(result: Result, out: TextIO, iris: bool, width: int) -> None:
    _write_separated(result, csv.writer(out, lineterminator="\r\n").writerows, iris)


def _write_tsv(result: Result, out: TextIO, iris: bool, width: int) -> None:
    def lines(rows: Iterable[Iterable[str]]) -> None:
        out.writelines("\t".join(_CONTROL.sub(" ", text) for text in row) + "\n" for row in rows)

    _write_separated(result, lines, iris)


def _write_separated(result: Result, write_rows: Callable[[Iterable[Iterable[str]]], object], iris: bool) -> None:
    write_rows([result.columns])
    write_rows(["" if value is None else str(value) for value in row] for row in result.cells(iris=iris))


def _write_jsonl(result: Result, out: TextIO, iris: bool, width: int) -> None:
    for row in result.to_dicts(iris=iris):
        out.write(json.dumps(row, ensure_ascii=False, default=str) + "\n")


def _write_markdown(result: Result, out: TextIO, iris: bool, width: int) -> None:
    rows = [[_markdown(value) for value in row] for row in result.cells(iris=iris)]
    for row in (list(result.columns), ["---"] * len(result.columns), *rows):
        out.write(f"| {' | '.join(row)} |\n")


def _markdown(value: Cell) -> str:
    text = html.escape(_plain(value), quote=False)
    return re.sub(r"([\\`*_|\[\]])", r"\\\1", text)


def _write_json(result: Result, out: TextIO, iris: bool, width: int) -> None:
    json.dump(results_json(result), out, ensure_ascii=False, indent=1)
    out.write("\n")


def results_json(result: Result) -> dict[str, object]:
    """Return the rows in the SPARQL 1.1 Query Results JSON Format."""
    if result.is_boolean:
        return {"head": {}, "boolean": bool(result)}
    bindings = [
        {name: _term_json(term) for name, term in zip(result.columns, row, strict=True) if term is not None}
        for row in result.terms
    ]
    return {"head": {"vars": list(result.columns)}, "results": {"bindings": bindings}}


def _term_json(term: Term) -> dict[str, str]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if not isinstance(term, Literal):
        raise FormatError(f"SPARQL results in JSON have no place for {term}")
    value = {"type": "literal", "value": term.value}
    if term.language:
        return {**value, "xml:lang": term.language}
    return value if term.datatype in (XSD.string, RDF.langString) else {**value, "datatype": term.datatype.value}


_ROW_FORMATS: Mapping[str, Callable[[Result, TextIO, bool, int], None]] = {
    "table": _write_table,
    "csv": _write_csv,
    "tsv": _write_tsv,
    "json": _write_json,
    "jsonl": _write_jsonl,
    "markdown": _write_markdown,
}
#: every format that `write` takes
FORMATS = (*_ROW_FORMATS, *_GRAPH_FORMATS)
