"""An index over the names of a graph: from a name that somebody has to the entities it may stand for, with scores."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from pyoxigraph import DefaultGraph, Literal, NamedNode
from rapidfuzz import fuzz, process

from kg.entities.resolving.candidates import beginnings, keys_of, whole_names
from kg.entities.resolving.comparison import Comparison, Finding, compare
from kg.entities.resolving.names import name_form
from kg.entities.resolving.profile import Identity, Profile
from kg.graph.namespaces import KG, OWL, RDF, SKOS, local_name
from kg.graph.store import GraphStore
from kg.language.normalise import fold

_MERGED = DefaultGraph()
_IDENTIFIERS = ("isin", "lei", "wkn", "ticker")
#: what a similar spelling without any named relation may reach at most
_SPELLING = 0.45
_LEAST_RATIO = 75


@dataclass(frozen=True, slots=True)
class Entry:
    """An entity of the graph as the index knows it."""

    iri: str
    name: str
    type: str
    #: all its names, its own first
    names: tuple[str, ...]
    countries: frozenset[str]
    identifiers: frozenset[tuple[str, str]]
    #: addresses in other data sets
    same_as: tuple[str, ...]
    #: number of statements it is subject or object of
    claims: int

    @property
    def profile(self) -> Profile:
        """The entity as the scorer takes it."""
        identity = Identity(self.type, self.iri)
        return Profile(identity, self.type, self.names, frozenset(), self.countries, self.identifiers)


@dataclass(frozen=True, slots=True)
class Match:
    """An entity that a name may stand for."""

    entry: Entry
    comparison: Comparison


class EntityIndex:
    """The entities of one graph by name; it does not see what is written to the graph later."""

    def __init__(self, graph: GraphStore) -> None:
        self.entries = {entry.iri: entry for entry in _entries(graph)}
        self._by_key: dict[str, set[str]] = defaultdict(set)
        self._shorter: dict[str, set[str]] = defaultdict(set)
        self._longer: dict[str, set[str]] = defaultdict(set)
        self._folded: dict[str, set[str]] = defaultdict(set)
        for entry in self.entries.values():
            for name in entry.names:
                self._folded[fold(name)].add(entry.iri)
            self._file(entry)
        self._spellings = sorted(self._folded)

    def _file(self, entry: Entry) -> None:
        profile = entry.profile
        for key in keys_of(profile):
            self._by_key[key].add(entry.iri)
        for key in whole_names(profile):
            self._shorter[key].add(entry.iri)
        for key in beginnings(profile):
            self._longer[key].add(entry.iri)

    @classmethod
    def of(cls, graph: GraphStore) -> EntityIndex:
        """Return the index of a graph, made once as long as the graph does not grow or shrink."""
        known = _indexes.get(graph)
        if known is None or known[0] != len(graph):
            known = _indexes[graph] = (len(graph), cls(graph))
        return known[1]

    def match(
        self,
        name: str,
        types: Collection[str] = (),
        countries: Collection[str] = (),
        identifiers: Collection[tuple[str, str]] = (),
    ) -> list[Match]:
        """Return the entities that a name may stand for, best first.

        ``types`` are classes of the ontology, any if empty; an identifier alone finds its bearer, too.
        """
        found = []
        for iri in self._candidates(name, identifiers):
            entry = self.entries[iri]
            if not types or entry.type in types or entry.profile.family in types:
                profile = _asked(name, entry.type, frozenset(countries), frozenset(identifiers))
                found.append(Match(entry, _compared(profile, entry)))
        found = [match for match in found if match.comparison.score > 0]
        return sorted(found, key=lambda m: (-m.comparison.score, -m.entry.claims, m.entry.iri))

    def beginning(self, prefix: str) -> list[Entry]:
        """Return the entities with a name, or a word in a name, that begins so; most claims first."""
        wanted = fold(prefix)
        if not wanted:
            return []
        found = {
            iri
            for spelling in self._spellings
            if spelling.startswith(wanted) or f" {wanted}" in spelling
            for iri in self._folded[spelling]
        }
        return sorted((self.entries[iri] for iri in found), key=lambda e: (-e.claims, e.name, e.iri))

    def _candidates(self, name: str, identifiers: Collection[tuple[str, str]]) -> set[str]:
        found = {entry.iri for entry in self.entries.values() if entry.identifiers & set(identifiers)}
        if not name.strip():
            return found
        for type_ in ("Organization", "Person", "Product"):
            asked = _asked(name, type_)
            for key in keys_of(asked):
                found |= self._by_key.get(key, set())
            for key in beginnings(asked):
                found |= self._shorter.get(key, set())
            for key in whole_names(asked):
                found |= self._longer.get(key, set())
        near = process.extract(fold(name), self._spellings, scorer=fuzz.WRatio, limit=10, score_cutoff=_LEAST_RATIO)
        return found.union(*(self._folded[spelling] for spelling, *_ in near))


_indexes: WeakKeyDictionary[GraphStore, tuple[int, EntityIndex]] = WeakKeyDictionary()


def _asked(
    name: str,
    type_: str,
    countries: frozenset[str] = frozenset(),
    identifiers: frozenset[tuple[str, str]] = frozenset(),
) -> Profile:
    return Profile(Identity(type_, name_form(name).key), type_, (name,), frozenset(), countries, identifiers)


def _compared(asked: Profile, entry: Entry) -> Comparison:
    """Compare by the named features; without a relation of the names, by an identifier or the mere letters."""
    comparison = compare(asked, entry.profile)
    if comparison.findings:
        return comparison
    name = asked.names[0]
    best, ratio = max(((own, fuzz.WRatio(fold(name), fold(own))) for own in entry.names), key=lambda pair: pair[1])
    findings = []
    if ratio >= _LEAST_RATIO:
        findings.append(Finding("letters", round(_SPELLING * ratio / 100, 4), f"{name!r} looks like {best!r}"))
    shared = asked.identifiers & entry.identifiers
    if shared:
        findings.append(Finding("identifier agrees", 0.9, ", ".join(f"{k} {v}" for k, v in sorted(shared))))
    return Comparison(tuple(findings))


def _entries(graph: GraphStore) -> Iterator[Entry]:
    counts = _claim_counts(graph)
    for quad in graph.raw.quads_for_pattern(None, SKOS.prefLabel, None, _MERGED):
        node, label = quad.subject, quad.object
        if isinstance(node, NamedNode) and isinstance(label, Literal) and not node.value.startswith(KG):
            yield _entry(graph, node, label.value, counts.get(node.value, 0))


def _claim_counts(graph: GraphStore) -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for role in (RDF.subject, RDF.object):
        for quad in graph.raw.quads_for_pattern(None, role, None, _MERGED):
            if isinstance(quad.object, NamedNode):
                counts[quad.object.value] += 1
    return counts


def _entry(graph: GraphStore, node: NamedNode, name: str, claims: int) -> Entry:
    aliases = sorted(set(_values(graph, node, SKOS.altLabel)) - {name})
    identifiers = {(kind, value) for kind in _IDENTIFIERS for value in _values(graph, node, KG(kind))}
    return Entry(
        node.value,
        name,
        local_name(min(_values(graph, node, RDF.type), default="")),
        (name, *aliases),
        frozenset(_values(graph, node, KG.country)),
        frozenset(identifiers),
        tuple(sorted(_values(graph, node, OWL.sameAs))),
        claims,
    )


def _values(graph: GraphStore, node: NamedNode, property_: NamedNode) -> Iterable[str]:
    for quad in graph.raw.quads_for_pattern(node, property_, None, _MERGED):
        if isinstance(quad.object, (Literal, NamedNode)):
            yield quad.object.value
