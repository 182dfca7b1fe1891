"""The store: a graph per article, and the merged graph that queries see.

Invariant: the default graph holds exactly the triples of the named graphs, each once. It holds after
every call and, because each call is one transaction, after a kill at any moment.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import IO, cast

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, QuerySolutions, Store, Triple

from kg.closing import Closing
from kg.graph.canonical import canonical_hash
from kg.graph.namespaces import KG, PREFIXES, RDF, SCHEMA, VOCABULARY_GRAPH
from kg.graph.remote import RemoteStore
from kg.graph.snapshots import Snapshots, lock
from kg.graph.vocabulary import shipped_vocabulary

#: articles written in one transaction by `GraphStore.put_articles`
BATCH = 200
#: new articles from which on they are loaded in bulk, which is faster for many and slower for few
_BULK = 50
_MERGED = DefaultGraph()

Contribution = tuple[str, Iterable[Quad]]


class StoreLockedError(RuntimeError):
    """Another process is writing to the graph in ``folder``."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"another process is writing to {folder}; wait for it, or write to another folder")
        self.folder = folder


class NoGraphError(FileNotFoundError):
    """There is no graph in ``folder``."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"there is no graph in {folder}; build one with: kg build ARTICLES --into {folder}")
        self.folder = folder


class ReadOnlyError(RuntimeError):
    """A graph that was opened for reading cannot be changed."""


class GraphStore(Closing):
    """The quads of a graph, in memory or in a folder.

    In a folder, ``store/`` belongs to the one writer and ``snapshots/`` to any number of readers: a reader
    sees the graph as of the writer's last `publish` or `close`. What a writer had written when it was killed is
    seen once the next writer publishes.
    """

    def __init__(self) -> None:
        self._store = Store()
        self._folder: Path | None = None
        self._snapshots: Snapshots | None = None
        self._held: IO[bytes] | None = None
        self._snapshot: Path | None = None
        self._writable = True
        self._put_vocabulary()

    @classmethod
    def open(cls, folder: Path | str) -> GraphStore:
        """Open the graph in a folder for writing; an empty or missing folder becomes a new graph.

        Raises:
            StoreLockedError: another process is writing to it.
        """
        self = cls.__new__(cls)
        self._folder = Path(folder)
        self._folder.mkdir(parents=True, exist_ok=True)
        self._snapshots = Snapshots(self._folder / "snapshots")
        self._snapshot, self._writable = None, True
        self._store, self._held = _exclusive(self._folder)
        self._put_vocabulary()
        if self._snapshots.newest() is None:
            self.publish()
        return self

    @classmethod
    def read(cls, folder: Path | str) -> GraphStore:
        """Open the newest snapshot of the graph in a folder; a writer may be at work meanwhile.

        The address of a SPARQL endpoint in place of a folder opens the graph behind it.

        Raises:
            NoGraphError: the folder holds no graph.
        """
        if is_address(folder):
            return cls._behind(str(folder))
        path = Path(folder)
        held = Snapshots(path / "snapshots").hold()
        if held is None:
            raise NoGraphError(path)
        self = cls.__new__(cls)
        self._folder, self._snapshots, self._writable = path, None, False
        self._snapshot, self._held = held
        self._store = Store.read_only(str(self._snapshot))
        return self

    @classmethod
    def _behind(cls, address: str) -> GraphStore:
        self = cls.__new__(cls)
        self._folder, self._snapshots, self._writable = None, None, False
        self._snapshot, self._held = None, None
        # offers what readers use of a store
        self._store = cast(Store, RemoteStore(address))
        return self

    def __len__(self) -> int:
        """Return the number of quads, the merged graph included."""
        return len(self._store)

    def __contains__(self, iri: object) -> bool:
        """Tell whether an article contributes to the graph, by its IRI."""
        try:
            return isinstance(iri, str) and self._store.contains_named_graph(NamedNode(iri))
        except ValueError:
            return False

    @property
    def raw(self) -> Store:
        """The Oxigraph store itself; write through `GraphStore` only, it keeps the merged graph right."""
        return self._store

    @property
    def folder(self) -> Path | None:
        """The folder of the graph; None for one in memory or behind an endpoint."""
        return self._folder

    @cached_property
    def names(self) -> dict[str, str | None]:
        """Names of things that were looked up before, by IRI; forgotten when something is written."""
        return {}

    @property
    def remote(self) -> RemoteStore | None:
        """The endpoint that the graph is read from; None for a graph on this machine."""
        return self._store if isinstance(self._store, RemoteStore) else None

    def prefetch(self, nodes: Iterable[NamedNode]) -> None:
        """Announce nodes that will be read soon; saves time where each question goes over a network."""
        if self.remote is not None:
            self.remote.prefetch(nodes)

    @property
    def snapshot(self) -> Path | None:
        """The folder that another process may read this graph from; None for a graph in memory."""
        if self._snapshots is not None:
            self.publish()
            return self._snapshots.newest()
        return self._snapshot

    def close(self) -> None:
        """Publish what was written and let go of the folder; the store is of no use afterwards."""
        if self._writable:
            self.publish()
        self._store = Store()
        self._snapshots, self._writable = None, False
        if self._held is not None:
            self._held.close()
            self._held = None

    # ---- writing ----

    def put_article(self, iri: str, quads: Iterable[Quad]) -> bool:
        """Write what an article contributes, in place of what it did before; tell whether that differs.

        Raises:
            ValueError: a quad belongs to another graph.
            ReadOnlyError: the graph was opened for reading.
        """
        return self.put_articles([(iri, quads)]) == 1

    def put_articles(self, articles: Iterable[Contribution], batch: int = BATCH) -> int:
        """Write many articles, ``batch`` of them in one transaction; return how many differ from before."""
        return sum(self._put_batch(chunk) for chunk in _chunks(articles, batch))

    def load_articles(self, articles: Iterable[Contribution]) -> int:
        """Write many articles that the graph does not hold yet, all in one transaction, the fastest way.

        Raises:
            ValueError: the graph holds articles already; use `put_articles`.
        """
        if any(True for _ in self.articles()):
            raise ValueError("the graph holds articles already: put_articles replaces them one by one")
        written: set[str] = set()
        self._begin()
        self._store.bulk_extend(_once(articles, written))
        return len(written)

    def remove_article(self, iri: str) -> bool:
        """Remove an article with everything that no other one states; tell whether it was there."""
        graph = NamedNode(iri)
        if not self._store.contains_named_graph(graph):
            return False
        self._begin()
        self._store.update(f"{self._removal(graph, self._own(graph))} ;\nDROP SILENT GRAPH {graph}")
        return True

    def publish(self) -> None:
        """Let readers see what is written so far."""
        if self._snapshots is None or (self._snapshots.newest() is not None and not self._marker.exists()):
            return
        self._store.flush()
        self._snapshots.publish(self._store.backup)
        self._marker.unlink(missing_ok=True)

    # ---- reading ----

    def articles(self) -> Iterator[str]:
        """Yield the IRIs of the articles that contribute to the graph."""
        for graph in self._store.named_graphs():
            if isinstance(graph, NamedNode) and graph != VOCABULARY_GRAPH:
                yield graph.value

    def article(self, id_or_iri: str) -> str | None:
        """Return the IRI of an article, given that or its short id; None for one that is not there."""
        if id_or_iri in self:
            return id_or_iri
        named = self._store.quads_for_pattern(None, SCHEMA.identifier, Literal(id_or_iri), _MERGED)
        return min((quad.subject.value for quad in named if isinstance(quad.subject, NamedNode)), default=None)

    def quads(self, iri: str | None = None) -> Iterator[Quad]:
        """Yield the quads of one graph; without ``iri``, those of the merged graph."""
        return self._store.quads_for_pattern(None, None, None, NamedNode(iri) if iri else _MERGED)

    def statements(self, iri: str | None = None) -> Iterator[NamedNode]:
        """Yield the statements of one article; without ``iri``, of all."""
        graph = NamedNode(iri) if iri else _MERGED
        for quad in self._store.quads_for_pattern(None, RDF.type, KG.Statement, graph):
            if isinstance(quad.subject, NamedNode):
                yield quad.subject

    def select(self, sparql: str) -> QuerySolutions:
        """Answer a SELECT query over the merged graph, its prefixes known; for queries of the program's own.

        Raises:
            TypeError: it is another kind of query.
        """
        answer = self._store.query(sparql, prefixes=PREFIXES)
        if not isinstance(answer, QuerySolutions):
            raise TypeError("select takes a SELECT query")
        return answer

    def canonical_hash(self) -> str:
        """Return a hash that two graphs share exactly if they hold the same quads."""
        return canonical_hash(self._store)

    # ---- inside ----

    @property
    def _marker(self) -> Path:
        """A file that stands beside the store while readers do not yet see all of it."""
        assert self._folder is not None
        return self._folder / "unpublished"

    def _begin(self) -> None:
        if not self._writable:
            raise ReadOnlyError("this graph is open for reading; open it for writing to change it")
        self.names.clear()
        if self._folder is not None and not self._marker.exists():
            self._marker.touch()

    def _put_vocabulary(self) -> None:
        self.put_article(VOCABULARY_GRAPH.value, shipped_vocabulary().quads)

    def _put_batch(self, articles: list[Contribution]) -> int:
        """Write new articles in one step, each changed one in a step of its own; count both."""
        new: dict[NamedNode, list[Quad]] = {}
        changed: dict[NamedNode, list[Quad]] = {}
        for iri, given in articles:
            graph, quads = NamedNode(iri), _checked(iri, given)
            if self._store.contains_named_graph(graph):
                changed[graph] = quads
            else:
                new[graph] = quads
        differing = {graph: quads for graph, quads in changed.items() if not self._holds(graph, quads)}
        if new or differing:
            self._begin()
        write = self._store.extend if len(new) < _BULK else self._store.bulk_extend
        write(quad for quads in new.values() for quad in _with_merged(quads))
        for graph, quads in differing.items():
            self._store.update(self._replacement(graph, quads))
        return len(new) + len(differing)

    def _holds(self, graph: NamedNode, quads: list[Quad]) -> bool:
        return self._own(graph) == set(quads)

    def _own(self, graph: NamedNode) -> set[Quad]:
        return set(self._store.quads_for_pattern(None, None, None, graph))

    def _replacement(self, graph: NamedNode, quads: list[Quad]) -> str:
        """Return the update that takes out of both graphs what an article no longer states, and adds what is new."""
        own = self._own(graph)
        return f"{self._removal(graph, own.difference(quads))} ;\n{_insertion(graph, set(quads) - own)}"

    def _removal(self, graph: NamedNode, quads: Collection[Quad]) -> str:
        """Return the update that takes quads of an article out of its graph, and those it alone states out of both."""
        alone = _ntriples(quad.triple for quad in quads if not self._stated_elsewhere(quad))
        return f"DELETE DATA {{\n{alone} GRAPH {graph} {{\n{_ntriples(quad.triple for quad in quads)}}} }}"

    def _stated_elsewhere(self, quad: Quad) -> bool:
        same = self._store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
        return any(other.graph_name not in (quad.graph_name, _MERGED) for other in same)


def is_address(folder: Path | str) -> bool:
    """Tell the address of an endpoint from a folder."""
    return isinstance(folder, str) and folder.startswith(("http://", "https://"))


def _exclusive(folder: Path) -> tuple[Store, IO[bytes]]:
    """Return the store for the one writer, and the open file that keeps others out.

    The store has a lock of its own, but tidies its old logs before it asks for it: two that open it at once trip.
    """
    turn = (folder / "writing.lock").open("ab")
    try:
        if not lock(turn, shared=False):
            raise StoreLockedError(folder)
        return Store(str(folder / "store")), turn
    except BaseException as error:
        turn.close()
        if isinstance(error, OSError) and "lock" in str(error).lower():
            raise StoreLockedError(folder) from error
        raise


def _checked(iri: str, quads: Iterable[Quad]) -> list[Quad]:
    graph, checked = NamedNode(iri), list(quads)
    stray = next((quad for quad in checked if quad.graph_name != graph), None)
    if stray is not None:
        raise ValueError(f"a quad of {iri} belongs to {stray.graph_name}: {stray}")
    return checked


def _once(articles: Iterable[Contribution], written: set[str]) -> Iterator[Quad]:
    """Yield the quads of articles for both graphs, noting their IRIs; raises ValueError at a repeated one."""
    for iri, quads in articles:
        if iri in written:
            raise ValueError(f"{iri} comes twice")
        written.add(iri)
        yield from _with_merged(_checked(iri, quads))


def _with_merged(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Yield each quad for its own graph and for the merged one."""
    for quad in quads:
        yield quad
        yield Quad(quad.subject, quad.predicate, quad.object)


def _insertion(graph: NamedNode, quads: Iterable[Quad]) -> str:
    triples = _ntriples(quad.triple for quad in quads)
    return f"INSERT DATA {{\n{triples} GRAPH {graph} {{\n{triples}}} }}"


def _ntriples(triples: Iterable[Triple]) -> str:
    return "".join(f"{triple} .\n" for triple in triples)


def _chunks(articles: Iterable[Contribution], size: int) -> Iterator[list[Contribution]]:
    iterator = iter(articles)
    while chunk := list(islice(iterator, size)):
        yield chunk
