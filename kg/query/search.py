"""Full text over names, aliases and the words behind claims: ranked hits with the claims behind them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.graph.labels import labels_for
from kg.graph.namespaces import OA, RDF, SKOS
from kg.graph.search_index import Found, SearchIndex
from kg.graph.statements import StoredStatement, read_statement
from kg.graph.store import GraphStore
from kg.graph.words import lemma
from kg.language.normalise import fold
from kg.query.errors import QueryError

_MERGED = DefaultGraph()
#: names and quotes that are looked at for one hit shown: a thing has several names, a sentence several claims
_SPARE = 8
#: names, aliases, or quotes that are fetched from an endpoint at most
_MOST = 20_000
#: the letters of a word that stand in all its forms and spellings, in most cases
_BEGINNING = re.compile(r"(?!.?(?:ae|oe|ue|ss))[a-z0-9](?:(?!ae|oe|ue|ss)[a-z0-9]){1,3}")
_PART = re.compile(r'"([^"]+)"|(\S+)')


class NoIndexError(QueryError):
    """The graph has no search index."""

    def __init__(self) -> None:
        super().__init__("this graph has no search index; kg build makes one for a graph in a folder")


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: an entity by name, or a sentence that carries claims."""

    #: address of the entity; None for a sentence
    entity: str | None
    #: the entity's name, or the words
    text: str
    score: float
    #: the claims about the entity, or those that the sentence states
    claims: Sequence[StoredStatement]
    #: number of all claims behind it; ``claims`` may hold fewer
    total: int


def search(graph: GraphStore, words: str, *, limit: int = 10, claims: int = 3) -> list[Hit]:
    """Return what fits all words best, at most ``limit`` hits with ``claims`` claims each.

    A word fits as spelt or folded ("Mueller"), as another form of it ("verhängte" – "verhängt"), as the last part
    of a compound ("Strafe" – "Geldstrafe") or as a beginning; words in double quotes fit as they stand together.
    Names go before sentences that fit equally well, and what more articles say before what fewer do.

    Behind an endpoint, where there is no index, what may fit is fetched and ranked here.

    Raises:
        NoIndexError: the graph is in memory, or was built by an earlier version.
    """
    expression = match_expression(words)
    if not expression:
        return []
    with _index(graph, words) as index:
        found = index.find(expression, limit * _SPARE)
    hits = sorted(_hits(graph, found, claims), key=lambda hit: (-hit.score, hit.text, hit.entity or ""))
    return hits[:limit]


def match_expression(words: str) -> str:
    """Return the FTS5 expression for what somebody types; nothing in it is taken as an operator.

    >>> match_expression('Kartellamt "Die Post"')
    '({spelt}: "kartellamt"* OR {lemmas heads}: "kartellamt") AND ({spelt}: "die post")'
    """
    parts = ((fold(phrase), None) if phrase else (fold(word), lemma(word)) for phrase, word in _PART.findall(words))
    return " AND ".join(_part(spelt, basic) for spelt, basic in parts if spelt)


def _index(graph: GraphStore, words: str) -> SearchIndex:
    index = SearchIndex.read(graph.folder) if graph.folder else None
    if index is None and graph.remote is not None:
        index = SearchIndex(None)
        index.put([("", _fetched(graph, words))])
    if index is None:
        raise NoIndexError
    return index


def _fetched(graph: GraphStore, words: str) -> Iterator[Quad]:
    """Yield the names and quotes of a remote graph that may fit: that hold the beginnings of all words."""
    beginnings = {found[0] for part in words.split() if (found := _BEGINNING.match(part.strip('"').lower()))}
    tests = "".join(f" FILTER(CONTAINS(LCASE(STR(?text)), {Literal(one)}))" for one in sorted(beginnings))
    for property_ in (SKOS.prefLabel, SKOS.altLabel, OA.exact):
        for row in graph.select(f"SELECT ?node ?text {{ ?node {property_} ?text{tests} }} LIMIT {_MOST}"):
            if isinstance(node := row["node"], NamedNode) and isinstance(text := row["text"], Literal):
                yield Quad(node, property_, text)


def _part(spelt: str, basic: str | None) -> str:
    if basic is None:
        return f'({{spelt}}: "{spelt}")'
    return f'({{spelt}}: "{spelt}"* OR {{lemmas heads}}: "{basic or spelt}")'


def _hits(graph: GraphStore, found: Iterable[Found], claims: int) -> Iterator[Hit]:
    by_thing = sorted(found, key=_thing)
    for (kind, thing), group in groupby(by_thing, _thing):
        same = list(group)
        best = max(one.score * (1 + math.log(one.articles)) for one in same)
        if kind == "name":
            yield from _entity_hit(graph, thing, best, claims)
        else:
            yield from _quote_hit(graph, thing, [one.doc.node for one in same], best, claims)


def _thing(found: Found) -> tuple[str, str]:
    doc = found.doc
    return (doc.kind, doc.node if doc.kind == "name" else doc.text)


def _entity_hit(graph: GraphStore, iri: str, score: float, claims: int) -> Iterator[Hit]:
    node = NamedNode(iri)
    about = _subjects(graph, node, RDF.subject) | _subjects(graph, node, RDF.object)
    name = labels_for(graph, [node]).get(iri)
    if name is not None:
        yield Hit(iri, name, score * 2, _statements(graph, about, claims), len(about))


def _quote_hit(graph: GraphStore, text: str, evidence: Iterable[str], score: float, claims: int) -> Iterator[Hit]:
    stating = {one for iri in evidence for one in _subjects(graph, NamedNode(iri), OA.hasTarget)}
    if stating:
        yield Hit(None, text, score, _statements(graph, stating, claims), len(stating))


def _subjects(graph: GraphStore, node: NamedNode, property_: NamedNode) -> set[NamedNode]:
    quads = graph.raw.quads_for_pattern(None, property_, node, _MERGED)
    return {quad.subject for quad in quads if isinstance(quad.subject, NamedNode)}


def _statements(graph: GraphStore, nodes: Iterable[NamedNode], limit: int) -> list[StoredStatement]:
    """Return some statements, surest first."""
    chosen = sorted(nodes, key=lambda node: node.value)[: limit * _SPARE]
    read = sorted((read_statement(graph, node) for node in chosen), key=lambda one: (-one.confidence, one.iri))
    return read[:limit]
