"""The graph as the workbench reads it: one snapshot with what is derived from it, and the newest one of a folder."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pyoxigraph import DefaultGraph, Literal, NamedNode

from kg.graph.namespaces import KG, RDF, SKOS, local_name
from kg.graph.snapshots import Snapshots
from kg.graph.stats import Stats, stats
from kg.graph.store import GraphStore
from kg.graph.vocabulary import shipped_vocabulary
from kg.views import facts
from kg.views.picture import Article

_MERGED = DefaultGraph()


@dataclass(frozen=True, slots=True)
class Known:
    """An entity in a list."""

    iri: str
    name: str
    type: str
    aliases: tuple[str, ...]
    #: number of claims about it
    claims: int


@dataclass(frozen=True, slots=True)
class Listed:
    """An article in a list."""

    article: Article
    claims: int


class Edition:
    """One snapshot of a graph; lists are made when first asked for and kept."""

    def __init__(self, store: GraphStore) -> None:
        self.store = store

    @property
    def snapshot(self) -> Path:
        """The folder that other processes may read."""
        assert self.store.snapshot is not None
        return self.store.snapshot

    @cached_property
    def stats(self) -> Stats:
        return stats(self.store)

    @cached_property
    def entities(self) -> Mapping[str, Known]:
        """All entities by address, the one with most claims first."""
        names, aliases = self._labels(SKOS.prefLabel), self._labels(SKOS.altLabel)
        types, told = self._classes(), self._told()
        known = (
            Known(iri, own[0], types[iri], tuple(sorted({*own[1:], *aliases.get(iri, ())})), told[iri])
            for iri, own in names.items()
            if iri in types
        )
        return {one.iri: one for one in sorted(known, key=lambda one: (-one.claims, one.name, one.iri))}

    @cached_property
    def articles(self) -> tuple[Listed, ...]:
        """All articles, the newest first."""
        listed = (
            Listed(facts.article(self.store, iri), sum(1 for _ in self.store.statements(iri)))
            for iri in self.store.articles()
        )
        return tuple(sorted(listed, key=lambda one: (one.article.published, one.article.id), reverse=True))

    def _labels(self, property_: NamedNode) -> dict[str, list[str]]:
        labels: dict[str, list[str]] = {}
        for quad in self.store.raw.quads_for_pattern(None, property_, None, _MERGED):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
                labels.setdefault(quad.subject.value, []).append(quad.object.value)
        return {iri: sorted(set(names)) for iri, names in labels.items() if not iri.startswith(KG)}

    def _classes(self) -> dict[str, str]:
        return {
            quad.subject.value: name
            for name in shipped_vocabulary().classes
            for quad in self.store.raw.quads_for_pattern(None, RDF.type, KG(name), _MERGED)
            if isinstance(quad.subject, NamedNode)
        }

    def _told(self) -> Counter[str]:
        ends = (
            quad.object.value
            for role in (RDF.subject, RDF.object)
            for quad in self.store.raw.quads_for_pattern(None, role, None, _MERGED)
            if isinstance(quad.object, NamedNode)
        )
        return Counter(ends)


class Editions:
    """The newest edition of a graph in a folder: a build beside the server shows as soon as it is published."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._current = Edition(GraphStore.read(folder))

    def current(self) -> Edition:
        """Return the newest edition; raises NoGraphError where the graph is gone."""
        with self._lock:
            newest = Snapshots(self._folder / "snapshots").newest()
            if newest is not None and newest != self._current.snapshot:
                # whoever still reads the old one keeps it alive
                self._current = Edition(GraphStore.read(self._folder))
            return self._current


def name_of(edition: Edition, iri: str) -> str:
    """Return the name of an entity, or the end of its address."""
    known = edition.entities.get(iri)
    return known.name if known else local_name(iri)
