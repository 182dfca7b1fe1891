"""The entity that a chart is about."""

from __future__ import annotations

from dataclasses import dataclass

from kg.graph.labels import labels_for
from kg.graph.store import GraphStore
from kg.query.names import find_entity
from kg.views.plots.options import PlotError, PlotOptions


@dataclass(frozen=True, slots=True)
class Subject:
    """An entity by address and name."""

    iri: str
    name: str

    @classmethod
    def find(cls, graph: GraphStore, options: PlotOptions, kind: str) -> Subject:
        """Return the entity that the options name.

        Raises ``PlotError`` where they name none, and the errors of ``find_entity``.
        """
        if not options.entity:
            raise PlotError(f"a {kind} chart is about one entity; name it with --entity, for instance --entity Alibaba")
        node = find_entity(graph, options.entity)
        return cls(node.value, labels_for(graph, [node]).get(node.value, node.value))
