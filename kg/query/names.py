"""From a name that somebody types to the entity it stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeGuard

from pyoxigraph import DefaultGraph, Literal, NamedNode
from rapidfuzz import fuzz, process

from kg.graph.namespaces import KG, OWL, PREFIXES, RDF, SKOS, local_name
from kg.graph.store import GraphStore
from kg.language.normalise import fold, name_key
from kg.query.errors import AmbiguousNameError, Choice, UnknownNameError

_MERGED = DefaultGraph()
_LANGUAGES = (None, "de", "en")


def find_entity(graph: GraphStore, name: str) -> NamedNode:
    """Return the entity of a name, an alias or an IRI (full, in ``<>``, or with a known prefix).

    Its own name goes before an alias, the exact spelling before a folded one ("Mueller" for "Müller"),
    that before one without legal form ("SAP" for "SAP SE").

    Raises:
        AmbiguousNameError: several entities fit equally well.
        UnknownNameError: none fits.
    """
    node = _as_iri(name)
    if node is not None and (bearer := _bearer(graph, node)) is not None:
        return bearer
    for found in _tiers(graph, name):
        if len(found) == 1:
            return found.pop()
        if found:
            raise AmbiguousNameError(name, [choice_of(graph, node) for node in sorted(found, key=str)])
    raise UnknownNameError(name, nearest_names(graph, name))


def nearest_names(graph: GraphStore, name: str, limit: int = 3) -> list[str]:
    """Return the names in the graph that look most like ``name``, best first."""
    names = sorted({label for _, label in _labelled(graph, SKOS.prefLabel)})
    near = process.extract(fold(name), names, scorer=fuzz.WRatio, processor=fold, limit=limit, score_cutoff=70)
    return [found for found, *_ in near]


def choice_of(graph: GraphStore, node: NamedNode) -> Choice:
    """Describe an entity so that a person can tell it from others."""
    return Choice(node.value, _first(graph, node, SKOS.prefLabel), local_name(_first(graph, node, RDF.type)))


def _as_iri(name: str) -> NamedNode | None:
    prefix, colon, rest = name.partition(":")
    known = PREFIXES.get(prefix)
    iri = known + rest if colon and known else name.removeprefix("<").removesuffix(">")
    try:
        return NamedNode(iri)
    except ValueError:
        return None


def _bearer(graph: GraphStore, node: NamedNode) -> NamedNode | None:
    """Return what an address stands for: itself, or the one entity that it was joined with."""
    if any(True for _ in graph.raw.quads_for_pattern(node, None, None, _MERGED)):
        return node
    joined = {quad.subject for quad in graph.raw.quads_for_pattern(None, OWL.sameAs, node, _MERGED)}
    bearers = [one for one in joined if isinstance(one, NamedNode)]
    return bearers[0] if len(bearers) == 1 else None


def _tiers(graph: GraphStore, name: str) -> Iterator[set[NamedNode]]:
    for property_ in (SKOS.prefLabel, SKOS.altLabel):
        yield _spelt(graph, property_, name)
    keys: tuple[Callable[[str], str], ...] = (fold, name_key)
    for key in keys:
        for property_ in (SKOS.prefLabel, SKOS.altLabel):
            wanted = key(name)
            yield {node for node, label in _labelled(graph, property_) if wanted and key(label) == wanted}


def _spelt(graph: GraphStore, property_: NamedNode, name: str) -> set[NamedNode]:
    """Return the entities with exactly this label, found by the store's index."""
    labels = [Literal(name, language=language) for language in _LANGUAGES]
    quads = (quad for label in labels for quad in graph.raw.quads_for_pattern(None, property_, label, _MERGED))
    return {quad.subject for quad in quads if _is_entity(quad.subject)}


def _labelled(graph: GraphStore, property_: NamedNode) -> Iterator[tuple[NamedNode, str]]:
    for quad in graph.raw.quads_for_pattern(None, property_, None, _MERGED):
        if isinstance(quad.subject, NamedNode) and _is_entity(quad.subject) and isinstance(quad.object, Literal):
            yield quad.subject, quad.object.value


def _is_entity(node: object) -> TypeGuard[NamedNode]:
    """Tell entities from the concepts of the vocabulary, which have labels too."""
    return isinstance(node, NamedNode) and not node.value.startswith(KG)


def _first(graph: GraphStore, node: NamedNode, property_: NamedNode) -> str:
    objects = (quad.object for quad in graph.raw.quads_for_pattern(node, property_, None, _MERGED))
    return min((term.value for term in objects if isinstance(term, (Literal, NamedNode))), default="")
