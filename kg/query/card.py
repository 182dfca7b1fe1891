"""All that a graph knows of one entity, as a value: names, identifiers, sources, claims by status, neighbours."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pyoxigraph import DefaultGraph, Literal, NamedNode

from kg.graph.bearers import known_bearers
from kg.graph.labels import labels_for
from kg.graph.namespaces import ENTITY, KG, OWL, RDF, SCHEMA, SKOS, local_name
from kg.graph.statements import StoredStatement, read_statement, statements_about
from kg.graph.store import GraphStore
from kg.query.names import find_entity

_MERGED = DefaultGraph()
#: in the order in which claims are told
STATUSES = ("actual", "planned", "possible", "alleged", "negated")
_IDENTIFIERS = ("isin", "lei", "wkn", "ticker", "country", "industry", "homepage")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which claims of an entity to tell; empty for all."""

    predicates: Collection[str] = ()
    statuses: Collection[str] = ()
    since: dt.date | None = None
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """An article that speaks of the entity."""

    iri: str
    title: str = ""
    publisher: str = ""
    published: str = ""
    #: address of the earlier article whose text it repeats
    reprint_of: str = ""


@dataclass(frozen=True, slots=True)
class EntityCard:
    """What a graph knows of one entity."""

    iri: str
    name: str
    type: str
    #: other names, sorted
    names: tuple[str, ...]
    #: addresses of names that were joined with it
    joined: tuple[str, ...]
    #: addresses in other data sets
    elsewhere: tuple[str, ...]
    #: kind → values: isin, ticker, country, homepage, …
    identifiers: Mapping[str, tuple[str, ...]]
    #: newest first
    sources: tuple[Source, ...]
    #: in the order of status, predicate and parties
    claims: tuple[StoredStatement, ...]
    #: address → number of actual claims that connect the two, the most connected first
    neighbours: Mapping[str, int]
    #: address → name, of known entities that bear its name, where the articles do not tell which is meant
    alternatives: Mapping[str, str] = field(default_factory=dict)
    #: address → name, for all entities and publishers that come up
    labels: Mapping[str, str] = field(repr=False, default_factory=dict)

    @property
    def independent_sources(self) -> int:
        """Number of articles that repeat no other one of them."""
        own = {source.iri for source in self.sources}
        return sum(source.reprint_of not in own for source in self.sources)

    def to_dict(self) -> dict[str, Any]:
        """Return the card as JSON values."""
        return {
            "id": self.iri,
            "name": self.name,
            "class": self.type,
            "names": list(self.names),
            "joined": list(self.joined),
            "sameAs": list(self.elsewhere),
            "mayBe": [{"id": iri, "name": name} for iri, name in self.alternatives.items()],
            "identifiers": {kind: list(values) for kind, values in self.identifiers.items()},
            "sources": [_source_dict(source) for source in self.sources],
            "independentSources": self.independent_sources,
            "claims": [self._claim(one) for one in self.claims],
            "neighbours": [
                {"id": iri, "name": self.labels.get(iri, iri), "claims": count}
                for iri, count in self.neighbours.items()
            ],
        }

    def _claim(self, one: StoredStatement) -> dict[str, Any]:
        sources = [self.labels.get(iri, iri) for iri in one.attributed_to] + list(one.unnamed_sources)
        return {
            "id": one.iri,
            "subject": self.labels.get(one.subject, one.subject),
            "predicate": one.predicate,
            "object": self.labels.get(one.object, one.object) if one.object else one.value,
            "status": one.status,
            "qualifiers": dict(one.qualifiers),
            "attributedTo": sources,
            "evidence": [{"article": quote.article, "text": quote.text} for quote in one.quotes],
        }


def entity_card(graph: GraphStore, name: str, wanted: Wanted | None = None) -> EntityCard:
    """Return what a graph knows of the entity of a name, an alias or an address.

    Raises the errors of `find_entity` for a name that stands for none or for several entities.
    """
    node = find_entity(graph, name)
    statements = sorted((read_statement(graph, one) for one in statements_about(graph, node.value)), key=_order)
    sources = _sources(graph, statements)
    claims = tuple(_chosen(statements, wanted or Wanted(), {source.iri: source.published for source in sources}))
    facts = _facts(graph, node)
    labels = labels_for(graph, _nodes(node, statements))
    own = facts[OWL.sameAs.value]
    shown = labels.get(node.value, node.value)
    return EntityCard(
        node.value,
        shown,
        ", ".join(sorted(map(local_name, facts[RDF.type.value]))),
        tuple(sorted(set(facts[SKOS.altLabel.value]))),
        tuple(sorted(iri for iri in own if iri.startswith(ENTITY))),
        tuple(sorted(iri for iri in own if not iri.startswith(ENTITY))),
        {kind: tuple(sorted(set(facts[KG(kind).value]))) for kind in _IDENTIFIERS if KG(kind).value in facts},
        sources,
        claims,
        _neighbours(node, statements),
        known_bearers(graph.folder, node.value, shown),
        labels,
    )


def _order(one: StoredStatement) -> tuple[int, str, str, str, str]:
    return STATUSES.index(one.status), one.predicate, one.subject, one.object or "", one.iri


def _facts(graph: GraphStore, node: NamedNode) -> defaultdict[str, list[str]]:
    facts: defaultdict[str, list[str]] = defaultdict(list)
    for quad in graph.raw.quads_for_pattern(node, None, None, _MERGED):
        if isinstance(quad.object, (NamedNode, Literal)):
            facts[quad.predicate.value].append(quad.object.value)
    return facts


def _nodes(node: NamedNode, statements: Iterable[StoredStatement]) -> list[NamedNode]:
    iris = {node.value}
    for one in statements:
        iris |= {one.subject, *one.attributed_to, *([one.object] if one.object else [])}
    return [NamedNode(iri) for iri in sorted(iris)]


def _chosen(
    statements: Iterable[StoredStatement], wanted: Wanted, published: Mapping[str, str]
) -> Iterator[StoredStatement]:
    for one in statements:
        days = [published.get(quote.article, "") for quote in one.quotes]
        fits = not wanted.predicates or one.predicate in wanted.predicates
        told = not wanted.statuses or one.status in wanted.statuses
        if fits and told and any(_within(day, wanted) for day in days):
            yield one


def _within(day: str, wanted: Wanted) -> bool:
    """Tell whether a day of publication is asked for; one that is not known fits only if none is."""
    since = not wanted.since or day >= wanted.since.isoformat()
    return since and (not wanted.until or "" < day <= wanted.until.isoformat())


def _neighbours(node: NamedNode, statements: Iterable[StoredStatement]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for one in statements:
        if one.object and one.status == "actual":
            counts.update({one.subject, one.object} - {node.value})
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


# -- sources ----------------------------------------------------------------------------------------------


def _sources(graph: GraphStore, statements: Iterable[StoredStatement]) -> tuple[Source, ...]:
    articles = {quote.article for one in statements for quote in one.quotes}
    found = [_source(graph, NamedNode(iri)) for iri in articles]
    return tuple(sorted(sorted(found, key=lambda s: s.iri), key=lambda s: s.published, reverse=True))


def _source(graph: GraphStore, node: NamedNode) -> Source:
    facts = _facts(graph, node)
    publishers = labels_for(graph, map(NamedNode, facts[SCHEMA.publisher.value]))
    return Source(
        node.value,
        min(facts[SCHEMA.headline.value], default=""),
        min(publishers.values(), default=""),
        min(facts[SCHEMA.datePublished.value], default=""),
        min(facts[KG.reprintOf.value], default=""),
    )


def _source_dict(source: Source) -> dict[str, str]:
    told = {
        "id": source.iri,
        "title": source.title,
        "publisher": source.publisher,
        "published": source.published,
        "reprintOf": source.reprint_of,
    }
    return {key: value for key, value in told.items() if value}
