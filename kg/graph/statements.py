"""Read statements back from a graph as plain values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from pyoxigraph import DefaultGraph, Literal, NamedNode

from kg.graph.namespaces import KG, OA, PROV, RDF, RDFS, local_name
from kg.graph.store import GraphStore
from kg.graph.vocabulary import shipped_vocabulary

#: statements that are read at a time
BATCH = 200
_MERGED = DefaultGraph()
Terms = Mapping[NamedNode, list[NamedNode | Literal]]


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """The words of an article that carry a statement, with their place in its text."""

    article: str
    start: int
    end: int
    text: str
    #: the word that triggered the claim; equal offsets where there is none
    trigger_start: int = 0
    trigger_end: int = 0


@dataclass(frozen=True, slots=True)
class StoredStatement:
    """A statement as it stands in the graph; entities by IRI, numbers and dates as written there."""

    iri: str
    subject: str
    predicate: str
    #: IRI of the object; None where there is a value or neither
    object: str | None
    value: str | None
    status: str
    confidence: float
    #: the words that carry it, in the order of the text; never empty in a sound graph
    quotes: tuple[Quote, ...]
    qualifiers: Mapping[str, str]
    #: IRIs of the named sources, sorted
    attributed_to: tuple[str, ...]
    #: unnamed sources in the words of the article, sorted
    unnamed_sources: tuple[str, ...]
    #: names of the frames or constructions that found it, sorted
    methods: tuple[str, ...]

    @property
    def article(self) -> str:
        """IRI of the article that makes it; empty where evidence is missing."""
        return self.quotes[0].article if self.quotes else ""


def read_statements(graph: GraphStore, article: str | None = None) -> Iterator[StoredStatement]:
    """Yield the statements of one article, or of all, one at a time."""
    nodes = iter(graph.statements(article))
    while batch := list(islice(nodes, BATCH)):
        _prefetch(graph, batch)
        for node in batch:
            yield read_statement(graph, node)


def _prefetch(graph: GraphStore, nodes: list[NamedNode]) -> None:
    """Ask for statements with their evidence, a level at a time; of no use where the graph is on this machine."""
    if graph.remote is None:
        return
    for properties in ((OA.hasTarget, PROV.wasGeneratedBy), (OA.hasSelector,), ()):
        graph.prefetch(nodes)
        nodes = [found for node in nodes for name in properties for found in _nodes(_terms(graph, node), name)]


def statements_about(graph: GraphStore, iri: str) -> Iterator[NamedNode]:
    """Yield the statements that have an entity as subject or object, each once."""
    seen: set[NamedNode] = set()
    for role in (RDF.subject, RDF.object):
        for quad in graph.raw.quads_for_pattern(None, role, NamedNode(iri), _MERGED):
            if isinstance(quad.subject, NamedNode) and quad.subject not in seen:
                seen.add(quad.subject)
                yield quad.subject


def read_statement(graph: GraphStore, node: NamedNode) -> StoredStatement:
    """Return one statement.

    Raises:
        LookupError: the graph holds no complete statement of that address.
    """
    terms = _terms(graph, node)
    try:
        subject, predicate, status = (_values(terms, name)[0] for name in (RDF.subject, RDF.predicate, KG.status))
    except IndexError:
        raise LookupError(f"the graph holds no complete statement {node.value}") from None
    return StoredStatement(
        iri=node.value,
        subject=subject,
        predicate=local_name(predicate),
        object=next(iter(_values(terms, RDF.object)), None),
        value=next(iter(_values(terms, KG.value)), None),
        status=local_name(status),
        confidence=float(next(iter(_values(terms, KG.confidence)), "0")),
        quotes=tuple(sorted(_quotes(graph, terms))),
        qualifiers=_qualifiers(terms),
        attributed_to=tuple(sorted(_values(terms, KG.attributedTo))),
        unnamed_sources=tuple(sorted(_values(terms, KG.attributedToUnnamed))),
        methods=tuple(sorted(_methods(graph, terms))),
    )


def _terms(graph: GraphStore, node: NamedNode) -> Terms:
    terms: dict[NamedNode, list[NamedNode | Literal]] = {}
    for quad in graph.raw.quads_for_pattern(node, None, None, _MERGED):
        if isinstance(quad.object, (NamedNode, Literal)):
            terms.setdefault(quad.predicate, []).append(quad.object)
    return terms


def _values(terms: Terms, property_: NamedNode) -> list[str]:
    return [term.value for term in terms.get(property_, ())]


def _nodes(terms: Terms, property_: NamedNode) -> list[NamedNode]:
    return [term for term in terms.get(property_, ()) if isinstance(term, NamedNode)]


def _qualifiers(terms: Terms) -> dict[str, str]:
    known = shipped_vocabulary().qualifiers.values()
    return {qualifier.name: min(_values(terms, qualifier.node)) for qualifier in known if qualifier.node in terms}


def _methods(graph: GraphStore, terms: Terms) -> Iterator[str]:
    for activity in _nodes(terms, PROV.wasGeneratedBy):
        yield from _values(_terms(graph, activity), RDFS.label)


def _quotes(graph: GraphStore, terms: Terms) -> Iterator[Quote]:
    for target in _nodes(terms, OA.hasTarget):
        evidence = _terms(graph, target)
        selectors = [_terms(graph, selector) for selector in _nodes(evidence, OA.hasSelector)]
        found = {name: value for one in selectors for name in one for value in _values(one, name)[:1]}
        yield Quote(
            article=_values(evidence, OA.hasSource)[0],
            start=int(found[OA.start]),
            end=int(found[OA.end]),
            text=found[OA.exact],
            trigger_start=int(next(iter(_values(evidence, KG.triggerStart)), "0")),
            trigger_end=int(next(iter(_values(evidence, KG.triggerEnd)), "0")),
        )
