"""Statements as a table with names, for notebooks."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from kg.display import marked, table
from kg.frames import data_frame
from kg.graph.labels import labels_for
from kg.graph.statements import StoredStatement
from kg.graph.store import GraphStore

if TYPE_CHECKING:
    import pandas

_COLUMNS = ("subject", "predicate", "object", "status", "said by", "words", "article")
_SHOWN = 100


class Statements(list[StoredStatement]):
    """Statements with the names of what they speak of, as a table in a notebook."""

    def __init__(self, statements: Iterable[StoredStatement], store: GraphStore) -> None:
        super().__init__(statements)
        nodes = {iri for one in self for iri in (one.subject, one.object, *one.attributed_to) if iri}
        #: address → name
        self.labels = labels_for(store, [NamedNode(iri) for iri in sorted(nodes)])

    def to_pandas(self) -> pandas.DataFrame:
        """Return one row a statement, with names in place of addresses; raises PandasMissingError."""
        return data_frame([self._row(one) for one in self], _COLUMNS)

    def _row(self, one: StoredStatement) -> tuple[str, ...]:
        target = self.labels.get(one.object, one.object) if one.object else one.value or ""
        quote = one.quotes[0].text if one.quotes else ""
        said_by = [self.labels.get(iri, iri) for iri in one.attributed_to] + list(one.unnamed_sources)
        subject = self.labels.get(one.subject, one.subject)
        return subject, one.predicate, target, one.status, ", ".join(said_by), quote, one.article

    def _repr_html_(self) -> str:
        rows = [[escape(cell) for cell in self._row(one)[:-2]] + [_marked_quote(one)] for one in self[:_SHOWN]]
        more = f", the first {_SHOWN} shown" if len(self) > _SHOWN else ""
        return f"{table(_COLUMNS[:-1], rows)}<p>{len(self)} statement{'' if len(self) == 1 else 's'}{more}</p>"


def _marked_quote(one: StoredStatement) -> str:
    if not one.quotes:
        return ""
    quote = one.quotes[0]
    return marked(quote.text, [(quote.trigger_start - quote.start, quote.trigger_end - quote.start, "trigger")])
