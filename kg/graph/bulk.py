"""Read all statements of a graph at once, property by property: several times as fast as one by one.

The whole of them stands in memory meanwhile; to go through a graph that is larger than that, use ``read_statements``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import DefaultGraph, Literal, NamedNode

from kg.graph.namespaces import KG, OA, PROV, RDF, RDFS, local_name
from kg.graph.statements import Quote, StoredStatement
from kg.graph.store import GraphStore
from kg.graph.vocabulary import shipped_vocabulary

_MERGED = DefaultGraph()
One = Mapping[str, str]
Many = Mapping[str, list[str]]


def all_statements(graph: GraphStore) -> list[StoredStatement]:
    """Return every complete statement of the merged graph."""
    return list(_Reader(graph).statements())


@dataclass(frozen=True)
class _Reader:
    """The values of each property by what has them."""

    graph: GraphStore

    def statements(self) -> Iterator[StoredStatement]:
        subjects, predicates, statuses = (self._one(name) for name in (RDF.subject, RDF.predicate, KG.status))
        objects, values, confidences = (self._one(name) for name in (RDF.object, KG.value, KG.confidence))
        sources, unnamed = self._many(KG.attributedTo), self._many(KG.attributedToUnnamed)
        made, labels = self._many(PROV.wasGeneratedBy), self._many(RDFS.label)
        for iri, subject in subjects.items():
            if iri in predicates and iri in statuses:
                yield StoredStatement(
                    iri=iri,
                    subject=subject,
                    predicate=local_name(predicates[iri]),
                    object=objects.get(iri),
                    value=values.get(iri),
                    status=local_name(statuses[iri]),
                    confidence=float(confidences.get(iri, "0")),
                    quotes=tuple(sorted(self._quotes.get(iri, ()))),
                    qualifiers=self._qualifiers.get(iri, {}),
                    attributed_to=tuple(sorted(sources.get(iri, ()))),
                    unnamed_sources=tuple(sorted(unnamed.get(iri, ()))),
                    methods=tuple(sorted(label for one in made.get(iri, ()) for label in labels.get(one, ()))),
                )

    def _pairs(self, property_: NamedNode) -> Iterator[tuple[str, str]]:
        for quad in self.graph.raw.quads_for_pattern(None, property_, None, _MERGED):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, (NamedNode, Literal)):
                yield quad.subject.value, quad.object.value

    def _one(self, property_: NamedNode) -> One:
        return dict(self._pairs(property_))

    def _many(self, property_: NamedNode) -> Many:
        found: dict[str, list[str]] = {}
        for subject, value in self._pairs(property_):
            found.setdefault(subject, []).append(value)
        return found

    @cached_property
    def _qualifiers(self) -> Mapping[str, Mapping[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for qualifier in shipped_vocabulary().qualifiers.values():
            for iri, values in self._many(qualifier.node).items():
                found.setdefault(iri, {})[qualifier.name] = min(values)
        return found

    @cached_property
    def _quotes(self) -> Mapping[str, list[Quote]]:
        sources, selectors = self._one(OA.hasSource), self._many(OA.hasSelector)
        starts, ends, words = (self._one(name) for name in (OA.start, OA.end, OA.exact))
        first, last = self._one(KG.triggerStart), self._one(KG.triggerEnd)
        found: dict[str, list[Quote]] = {}
        for iri, target in self._pairs(OA.hasTarget):
            here = {name: table[one] for name, table in (("start", starts), ("end", ends), ("exact", words))
                    for one in selectors.get(target, ()) if one in table}  # fmt: skip
            quote = Quote(sources[target], int(here["start"]), int(here["end"]), here["exact"],
                          int(first.get(target, "0")), int(last.get(target, "0")))  # fmt: skip
            found.setdefault(iri, []).append(quote)
        return found
