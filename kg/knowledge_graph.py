"""The graph as an object: the few verbs that a notebook needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx
import rdflib
from pyoxigraph import NamedNode

from kg.closing import Closing
from kg.display import facts
from kg.graph.build import BuildOptions, BuildReport
from kg.graph.build import build as build_graph
from kg.graph.labels import labels_for
from kg.graph.network import to_networkx
from kg.graph.rdflib_view import rdflib_view
from kg.graph.statements import StoredStatement, read_statements
from kg.graph.stats import Stats, stats
from kg.graph.store import GraphStore, is_address
from kg.graph.to_rdflib import rdflib_graph
from kg.query.names import find_entity
from kg.query.result import Result, Triples
from kg.query.run import run
from kg.views import facts as facts_of
from kg.views.options import ViewOptions
from kg.views.plots.options import PlotOptions
from kg.views.statements import Statements

if TYPE_CHECKING:
    from spacy.language import Language

    from kg.views.notebook import Plot, View


class KnowledgeGraph(Closing):
    """A graph in a folder, open for reading.

    Made by :func:`kg.build` or :func:`kg.open`. Use it as a context manager, or close it.
    """

    def __init__(self, folder: Path | str, report: BuildReport | None = None) -> None:
        self.folder = folder if isinstance(folder, str) and is_address(folder) else Path(folder)
        #: what the build did; None for a graph that was only opened
        self.report = report
        self.store = GraphStore.read(self.folder)

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

    def view(
        self, focus: str | None = None, *, hops: int = 2, max_nodes: int = 150, lang: str = "en", **limits: Any
    ) -> View:
        """Return an interactive picture, which shows itself in a notebook; ``.save("graph.html")`` writes it.

        ``limits`` are further fields of ``kg.views.options.ViewOptions``: ``predicates``, ``classes``,
        ``statuses``, ``since``, ``until``, ``min_sources``, ``title``.
        """
        from kg.views.notebook import View

        return View.of(self.store, ViewOptions(focus=focus, hops=hops, max_nodes=max_nodes, lang=lang, **limits))

    def plot(self, kind: str, entity: str | None = None, *, lang: str = "en", **limits: Any) -> Plot:
        """Return a chart (timeline, ratings, degree, sources, money); ``.save("chart.png")`` writes it.

        ``limits`` are further fields of ``kg.views.plots.options.PlotOptions``: ``since``, ``until``, ``top``.
        """
        from kg.views.notebook import Plot

        return Plot.of(self.store, kind, PlotOptions(entity=entity, lang=lang, **limits))

    def rdflib_view(self) -> rdflib.Dataset:
        """Return the graph as a dataset of rdflib that reads it in place, for as long as it is open."""
        return rdflib_view(self.store)

    def to_rdflib(self) -> rdflib.Graph:
        """Return a copy of the merged graph for rdflib."""
        return rdflib_graph(self.store.quads())

    def _repr_html_(self) -> str:
        counts = self.stats()
        days = " to ".join(day for day in (counts.first_published, counts.last_published) if day)
        return facts([
            ("articles", f"{counts.articles} {f'({days})' if days else ''}".rstrip()),
            ("statements", _most(counts.by_status)),
            ("entities", _most(counts.by_class)),
            ("predicates", _most(counts.by_predicate)),
        ])  # fmt: skip

    def __repr__(self) -> str:
        return f"<KnowledgeGraph in {self.folder}: {sum(1 for _ in self.store.articles())} articles>"


class EntityView:
    """One entity of a graph."""

    def __init__(self, store: GraphStore, iri: str) -> None:
        self._store = store
        self.iri = iri

    @property
    def name(self) -> str:
        """The name to show."""
        return labels_for(self._store, [NamedNode(self.iri)]).get(self.iri, self.iri)

    @property
    def type(self) -> str:
        """The name of its class."""
        return facts_of.class_of(self._store, self.iri)

    @property
    def names(self) -> list[str]:
        """All its names, the one to show first."""
        return facts_of.names(self._store, self.iri)

    @property
    def identifiers(self) -> dict[str, str]:
        """What identifies it elsewhere: country, ISIN, address in Wikidata, …"""
        return dict(facts_of.identifiers(self._store, self.iri))

    def claims(self, *, predicate: str | None = None, status: str | None = None) -> Statements:
        """Return the statements about the entity, as subject or object."""
        found = (one for one in read_statements(self._store) if self.iri in (one.subject, one.object))
        wanted = [one for one in found if predicate in (None, one.predicate) and status in (None, one.status)]
        return Statements(wanted, self._store)

    def _repr_html_(self) -> str:
        name, *others = self.names
        known = [("class", self.type), *([("also", ", ".join(others))] if others else []), *self.identifiers.items()]
        counts = Counter(one.predicate for one in self.claims())
        return f"<h4>{escape(name)}</h4>{facts([*known, ('claims', _most(dict(counts.most_common())))])}"

    def __repr__(self) -> str:
        return f"<{self.name} {self.iri}>"


def _most(counts: Mapping[str, int], shown: int = 8) -> str:
    """Return a total and the largest parts of it."""
    parts = [f"{count} {name}" for name, count in list(counts.items())[:shown]]
    rest = ["…"] if len(counts) > shown else []
    return f"{sum(counts.values())}: {', '.join([*parts, *rest])}" if counts else "0"


def language_model(lang: str = "de") -> Language:
    """Return the spaCy pipeline of a language that travels with the program.

    ``nlp.add_pipe("kg_claims")`` adds the extractor; then ``doc._.claims``. Raises ``UnknownLanguage`` where there
    is no model.
    """
    # registers the component also where the package is not installed
    import kg.claims.component  # noqa: F401
    from kg.language.pipeline import load_pipeline  # loads spaCy, which a reader of graphs does not need

    return load_pipeline(lang).nlp


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
