"""The answer to a query: rows that name things, with the terms behind them."""

from __future__ import annotations

import datetime as dt
import html
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.frames import data_frame
from kg.graph.namespaces import XSD, compact

if TYPE_CHECKING:
    import pandas

Term = NamedNode | BlankNode | Literal | Triple
#: a cell as Python knows it: text, number, truth, day, or nothing
Cell = str | int | float | bool | dt.date | None

_SHOWN = 200


@dataclass(frozen=True)
class Result:
    """The rows of a SELECT query, or the one row of an ASK query.

    ``rows`` hold names and Python values; ``terms`` hold what the graph has.
    """

    columns: tuple[str, ...]
    terms: Sequence[tuple[Term | None, ...]]
    #: IRI → name to show
    labels: Mapping[str, str] = field(default_factory=dict, repr=False)
    #: True where a limit cut rows off
    truncated: bool = False
    #: True for the one row that answers ASK
    is_boolean: bool = False

    @cached_property
    def rows(self) -> list[tuple[Cell, ...]]:
        """The rows as Python values, entities by name."""
        return self.cells()

    def cells(self, *, iris: bool = False) -> list[tuple[Cell, ...]]:
        """Return the rows as Python values; with ``iris``, things by address instead of name."""
        labels = {} if iris else self.labels
        return [tuple(cell(term, labels, iris=iris) for term in row) for row in self.terms]

    def to_dicts(self, *, iris: bool = False) -> list[dict[str, Cell]]:
        """Return one dictionary a row; columns without a value are left out."""
        rows = (zip(self.columns, row, strict=True) for row in self.cells(iris=iris))
        return [{name: value for name, value in row if value is not None} for row in rows]

    def to_pandas(self, *, iris: bool = False) -> pandas.DataFrame:
        """Return the rows as a data frame; raises PandasMissingError."""
        return data_frame(self.cells(iris=iris), self.columns)

    def __len__(self) -> int:
        return len(self.terms)

    def __iter__(self) -> Iterator[tuple[Cell, ...]]:
        return iter(self.rows)

    def __bool__(self) -> bool:
        """Tell whether there is an answer; for ASK, tell the answer."""
        return bool(self.rows[0][0]) if self.is_boolean else len(self.terms) > 0

    def _repr_html_(self) -> str:
        """Return a table for notebooks; nothing in it can run."""
        head = "".join(f"<th>{html.escape(name)}</th>" for name in self.columns)
        body = "".join(self._html_row(number) for number in range(min(len(self), _SHOWN)))
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table><p>{self._count()}</p>"

    def _html_row(self, number: int) -> str:
        titles = (term.value if isinstance(term, NamedNode) else "" for term in self.terms[number])
        cells = zip(self.rows[number], titles, strict=True)
        return f"<tr>{''.join(_html_cell(value, title) for value, title in cells)}</tr>"

    def _count(self) -> str:
        shown = f", the first {_SHOWN} shown" if len(self) > _SHOWN else ""
        return f"{len(self)} row{'' if len(self) == 1 else 's'}{shown}"


@dataclass(frozen=True)
class Triples:
    """The triples of a CONSTRUCT or DESCRIBE query."""

    triples: Sequence[Triple]
    truncated: bool = False

    def __len__(self) -> int:
        return len(self.triples)

    def __iter__(self) -> Iterator[Triple]:
        return iter(self.triples)

    def as_rows(self, labels: Mapping[str, str] | None = None) -> Result:
        """Return the triples as rows of three columns."""
        rows = [(triple.subject, triple.predicate, triple.object) for triple in self.triples]
        return Result(("subject", "predicate", "object"), rows, labels or {}, self.truncated)


def cell(term: Term | None, labels: Mapping[str, str], *, iris: bool = False) -> Cell:
    """Return a term as a Python value.

    >>> cell(Literal("2.50", datatype=XSD.decimal), {}), cell(NamedNode(XSD("date").value), {})
    (2.5, 'xsd:date')
    """
    if isinstance(term, NamedNode):
        return term.value if iris else labels.get(term.value) or compact(term.value)
    if isinstance(term, Literal):
        return _literal_value(term)
    return None if term is None else str(term)


def _literal_value(literal: Literal) -> Cell:
    """Return a literal's value; one that its datatype does not allow stays text."""
    text, datatype = literal.value, literal.datatype
    try:
        if datatype in (XSD.integer, XSD.decimal, XSD.double, XSD.float):
            number = float(text)
            return int(text) if datatype == XSD.integer else int(number) if number.is_integer() else number
        if datatype == XSD.date:
            return dt.date.fromisoformat(text)
    except ValueError:
        return text
    return text == "true" if datatype == XSD.boolean else text


def _html_cell(value: Cell, title: str) -> str:
    hint = f' title="{html.escape(title)}"' if title else ""
    return f"<td{hint}>{'' if value is None else html.escape(str(value))}</td>"
