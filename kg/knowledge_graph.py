"""The graph as an object: the few verbs that a notebook needs."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self

import networkx as nx
import rdflib

from kg.graph.build import BuildOptions, BuildReport
from kg.graph.build import build as build_graph
from kg.graph.labels import labels_for
from kg.graph.network import to_networkx
from kg.graph.statements import StoredStatement, read_statements
from kg.graph.stats import Stats, stats
from kg.graph.store import GraphStore
from kg.graph.to_rdflib import rdflib_graph
from kg.query.names import find_entity
from kg.query.result import Result, Triples
from kg.query.run import run

if TYPE_CHECKING:
    from types import TracebackType


class KnowledgeGraph:
    """A graph in a folder, open for reading.

    Made by :func:`kg.build` or :func:`kg.open`. Use it as a context manager, or close it.
    """

    def __init__(self, folder: Path | str, report: BuildReport | None = None) -> None:
        self.folder = Path(folder)
        #: what the build did; None for a graph that was only opened
        self.report = report
        self.store = GraphStore.read(self.folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the folder."""
        self.store.close()

    def query(
        self, query: str, /, *, limit: int | None = None, timeout: float | None = None, **given: object
    ) -> Result | Triples:
        """Answer a named query, an ``.rq`` file or SPARQL text; ``given`` are the query's parameters.

        Raises ``kg.query.errors.QueryError`` where query, parameter or time is at fault.
        """
        return run(self.store, query, given, limit=limit, timeout=timeout)

    def entity(self, name: str) -> EntityView:
        """Return an entity by name, alias or address.

        Raises ``AmbiguousNameError`` or ``UnknownNameError``, both with the nearest choices.
        """
        return EntityView(self.store, find_entity(self.store, name).value)

    def statements(self) -> Iterator[StoredStatement]:
        """Yield every statement of the graph."""
        return read_statements(self.store)

    def stats(self) -> Stats:
        """Count articles, statements, entities and predicates."""
        return stats(self.store)

    def to_networkx(self, *, status: Collection[str] = ("actual",)) -> nx.MultiDiGraph[str]:
        """Return the entities and the statements between them as a network."""
        return to_networkx(self.store, status=status)

    def to_rdflib(self) -> rdflib.Graph:
        """Return a copy of the merged graph for rdflib."""
        return rdflib_graph(self.store.quads())

    def _repr_html_(self) -> str:
        return "<br>".join(str(self.stats()).splitlines())


class EntityView:
    """One entity of a graph."""

    def __init__(self, store: GraphStore, iri: str) -> None:
        self._store = store
        self.iri = iri

    @property
    def name(self) -> str:
        """The name to show."""
        from pyoxigraph import NamedNode

        return labels_for(self._store, [NamedNode(self.iri)]).get(self.iri, self.iri)

    def claims(self, *, predicate: str | None = None, status: str | None = None) -> list[StoredStatement]:
        """Return the statements about the entity, as subject or object."""
        return [
            s
            for s in read_statements(self._store)
            if self.iri in (s.subject, s.object) and predicate in (None, s.predicate) and status in (None, s.status)
        ]

    def __repr__(self) -> str:
        return f"<{self.name} {self.iri}>"


def build(paths: str | Path | Sequence[str | Path], into: str | Path = "graph", *, workers: int = 1) -> KnowledgeGraph:
    """Read articles into the graph in a folder and open it.

    Raises ``StoreLockedError`` where another process writes to the folder.
    """
    given = [paths] if isinstance(paths, str | Path) else list(paths)
    report = build_graph(given, into, BuildOptions(workers=workers))
    return KnowledgeGraph(into, report)


def open_graph(folder: str | Path = "graph") -> KnowledgeGraph:
    """Open the graph in a folder for reading; raises ``NoGraphError`` where there is none."""
    return KnowledgeGraph(folder)
