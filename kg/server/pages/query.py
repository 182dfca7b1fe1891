"""The query editor with the library beside it; answers as a table, as a graph, or to download."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from pyoxigraph import Literal, NamedNode
from werkzeug.wrappers import Response

from kg.graph.namespaces import KG, STATEMENT, compact
from kg.graph.vocabulary import shipped_vocabulary
from kg.query.errors import QueryError
from kg.query.library import NamedQuery
from kg.query.parameters import bind
from kg.query.result import Result, Term, Triples, cell
from kg.query.tables import FormatError, write
from kg.server.addresses import page_of
from kg.server.context import Context
from kg.server.templates import page

#: rows that the page shows
SHOWN = 500
#: format → media type, ending of the file's name
DOWNLOADS = {
    "csv": ("text/csv", "csv"),
    "tsv": ("text/tab-separated-values", "tsv"),
    "json": ("application/sparql-results+json", "json"),
    "jsonl": ("application/x-ndjson", "jsonl"),
    "markdown": ("text/markdown", "md"),
    "turtle": ("text/turtle", "ttl"),
    "jsonld": ("application/ld+json", "jsonld"),
}
_EXAMPLE = "SELECT ?who ?whom {\n  ?who kg:partnersWith ?whom\n}\nORDER BY ?who\nLIMIT 100"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address of the page asks."""

    #: None where nothing is asked yet
    query: NamedQuery | None
    given: Mapping[str, str]

    @property
    def is_complete(self) -> bool:
        """Tell whether every value that the query needs is there."""
        return self.query is not None and all(p.name in self.given for p in self.query.parameters if p.required)

    @property
    def address(self) -> str:
        """The part of an address that asks the same."""
        if self.query is None:
            return ""
        named = [("name", self.query.name)] if self.query.title else [("sparql", self.query.sparql)]
        return urlencode([*named, *((f"p.{name}", value) for name, value in self.given.items())], errors="replace")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the table."""

    text: str
    page: str = ""
    is_number: bool = False


def asked_of(context: Context) -> Asked:
    """Read the query and its values from the address; raises QueryError."""
    arguments = context.request.args
    given = {key[2:]: value.strip() for key, value in arguments.items() if key.startswith("p.") and value.strip()}
    if name := arguments.get("name", ""):
        return Asked(context.library[name], given)
    sparql = arguments.get("sparql", "")
    return Asked(NamedQuery("query", sparql) if sparql.strip() else None, {})


def query(context: Context) -> Response:
    """Show the editor and, where something is asked, the answer."""
    asked, problem, answer, seconds = Asked(None, {}), "", None, 0.0
    download = context.request.args.get("format", "")
    try:
        asked = asked_of(context)
        if asked.query is not None and asked.is_complete:
            start = time.monotonic()
            answer = context.asker.run(context.edition, asked.query, asked.given, None if download else SHOWN)
            seconds = time.monotonic() - start
        if answer is not None and download in DOWNLOADS:
            return _download(answer, download, asked.query.name if asked.query else "query")
    except (QueryError, FormatError) as error:
        problem = str(error)
    return page(
        context,
        "query",
        status=400 if problem else 200,
        asked=asked,
        sparql=_sparql(context, asked),
        problem=problem,
        library=list(context.library),
        table=_table(context, answer),
        seconds=seconds,
        downloads=[name for name in DOWNLOADS if isinstance(answer, Triples) or name not in ("turtle", "jsonld")],
        as_graph=context.request.args.get("view") == "graph",
        classes=sorted(shipped_vocabulary().classes),
        statuses=sorted(shipped_vocabulary().status),
        predicates=sorted(shipped_vocabulary().predicates),
    )


def _sparql(context: Context, asked: Asked) -> str:
    """Return the SPARQL for the editor: that of a named query with its values filled in."""
    if asked.query is None:
        return _EXAMPLE
    if not asked.is_complete:
        return asked.query.sparql
    try:
        return bind(context.edition.store, asked.query, asked.given)
    except QueryError:
        return asked.query.sparql


@dataclass(frozen=True, slots=True)
class Table:
    """An answer to show."""

    columns: tuple[str, ...]
    rows: list[list[Cell]]
    truncated: bool
    #: True for the one cell that answers ASK
    is_boolean: bool


def _table(context: Context, answer: Result | Triples | None) -> Table | None:
    if answer is None:
        return None
    result = answer.as_rows() if isinstance(answer, Triples) else answer
    rows = [[_cell(context, result, term) for term in row] for row in result.terms]
    return Table(result.columns, rows, result.truncated, result.is_boolean)


def _cell(context: Context, result: Result, term: Term | None) -> Cell:
    if isinstance(term, NamedNode):
        return Cell(_name(context, result, term), _page(term))
    if isinstance(term, Literal):
        value = cell(term, {})
        return Cell(term.value, is_number=isinstance(value, (int, float)) and not isinstance(value, bool))
    return Cell("" if term is None else str(term))


def _name(context: Context, result: Result, term: NamedNode) -> str:
    if term.value in context.edition.store:
        return next((one.article.title for one in context.edition.articles if one.article.iri == term.value), "") or (
            term.value
        )
    if term.value.startswith(STATEMENT):
        return f"{compact(term.value)[:18]}…"
    known = context.edition.entities.get(term.value)
    return known.name if known else result.labels.get(term.value) or compact(term.value)


def _page(term: NamedNode) -> str:
    return "" if term.value.startswith(KG) else page_of(term.value)


def _download(answer: Result | Triples, format_: str, name: str) -> Response:
    """Return the answer as a file; raises FormatError where the answer cannot be written so."""
    kind, ending = DOWNLOADS[format_]
    out = io.StringIO(newline="")
    write(answer, format_, out, iris=format_ in ("jsonl",))
    response = Response(out.getvalue().encode("utf-8", "replace"), mimetype=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{_file_name(name)}.{ending}"'
    return response


def _file_name(name: str) -> str:
    return "".join(_plain(name)) or "query"


def _plain(name: str) -> Iterator[str]:
    return (sign for sign in name if sign.isascii() and (sign.isalnum() or sign in "-_"))
