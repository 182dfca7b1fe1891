"""What a graph knows of an entity or an article beside its claims."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import DefaultGraph, Literal, NamedNode

from kg.graph.namespaces import KG, OWL, RDF, SCHEMA, SKOS, local_name
from kg.graph.store import GraphStore
from kg.views.picture import Article

_MERGED = DefaultGraph()
#: property → name of the fact
IDENTIFIERS = {
    KG.country: "country",
    KG.industry: "industry",
    KG.isin: "isin",
    KG.wkn: "wkn",
    KG.lei: "lei",
    KG.ticker: "ticker",
    KG.homepage: "homepage",
    OWL.sameAs: "sameAs",
}


def values(graph: GraphStore, iri: str, property_: NamedNode) -> list[str]:
    """Return the literals and addresses that a node has for a property, sorted."""
    quads = graph.raw.quads_for_pattern(NamedNode(iri), property_, None, _MERGED)
    return sorted({quad.object.value for quad in quads if isinstance(quad.object, (Literal, NamedNode))})


def first(graph: GraphStore, iri: str, property_: NamedNode) -> str:
    """Return the first value of a property, or nothing."""
    return next(iter(values(graph, iri, property_)), "")


def class_of(graph: GraphStore, iri: str) -> str:
    """Return the class of an entity."""
    return next((local_name(one) for one in values(graph, iri, RDF.type)), "Organization")


def names(graph: GraphStore, iri: str) -> list[str]:
    """Return an entity's own name and then the others, sorted."""
    own, other = values(graph, iri, SKOS.prefLabel), values(graph, iri, SKOS.altLabel)
    return list(dict.fromkeys([*own, *other])) or [iri]


def identifiers(graph: GraphStore, iri: str) -> Iterator[tuple[str, str]]:
    """Yield what identifies an entity elsewhere: country, industry, securities numbers, address in Wikidata."""
    for property_, name in IDENTIFIERS.items():
        for value in values(graph, iri, property_):
            yield name, value


def article(graph: GraphStore, iri: str) -> Article:
    """Return an article as a source."""
    publisher = first(graph, iri, SCHEMA.publisher)
    return Article(
        iri=iri,
        id=first(graph, iri, SCHEMA.identifier),
        title=first(graph, iri, SCHEMA.headline),
        publisher=first(graph, publisher, SCHEMA("name")) if publisher else "",
        published=first(graph, iri, SCHEMA.datePublished),
        original=_original(graph, iri),
    )


def _original(graph: GraphStore, iri: str) -> str:
    """Follow reprints back to the text they repeat."""
    seen = {iri}
    while (earlier := first(graph, iri, KG.reprintOf)) and earlier not in seen:
        seen.add(earlier)
        iri = earlier
    return iri
