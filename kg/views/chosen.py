"""What the answer to a query asks a picture to show.

Statements that the answer names are shown. So are the claims behind each triple of a CONSTRUCT, those between the
entities of one row of a SELECT (the entities that the query was asked about count as named in it), and, where every
row names one entity only, those between all of them. A triple that no claim stands behind becomes a relation of the
query's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeGuard

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Triple

from kg.graph.namespaces import KG, SKOS, STATEMENT, local_name
from kg.graph.statements import StoredStatement, read_statement, statements_about
from kg.graph.store import GraphStore
from kg.graph.vocabulary import shipped_vocabulary
from kg.query.library import NamedQuery
from kg.query.parameters import as_term
from kg.query.result import Result, Triples
from kg.query.run import find_query, run
from kg.views.options import ViewOptions

_MERGED = DefaultGraph()
#: more entities than this are not paired with each other where the rows name one each
_PAIRED = 2_000
#: rows or triples that a picture takes from an answer
_ROWS = 50_000
Term = NamedNode | BlankNode | Literal | Triple | None


@dataclass(frozen=True, slots=True)
class Chosen:
    """Entities and statements to draw."""

    #: addresses in the order in which the answer names them
    entities: tuple[str, ...]
    statements: tuple[StoredStatement, ...]


def choose(graph: GraphStore, query: str | NamedQuery, options: ViewOptions) -> Chosen:
    """Return what a query's answer names; raises QueryError."""
    named = query if isinstance(query, NamedQuery) else find_query(query)
    answer = run(graph, named, options.parameters, limit=_ROWS, limits=options.limits)
    choice = _Choice(graph, tuple(_asked(graph, named, options.parameters)))
    return choice.of_triples(answer) if isinstance(answer, Triples) else choice.of_rows(answer)


def _asked(graph: GraphStore, query: NamedQuery, given: Mapping[str, object]) -> Iterator[NamedNode]:
    """Yield the entities that a query is asked about."""
    for parameter in query.parameters:
        if parameter.type == "entity" and parameter.name in given:
            term = as_term(graph, parameter, given[parameter.name])
            if isinstance(term, NamedNode):
                yield term


class _Choice:
    """Collects entities and statements, each once, in the order of the answer."""

    def __init__(self, graph: GraphStore, asked: tuple[NamedNode, ...] = ()) -> None:
        self._graph = graph
        #: entities that count as named in every row
        self._asked = asked
        self._entities: dict[str, bool] = {}
        self._statements: dict[str, StoredStatement] = {}
        self._about: dict[str, list[StoredStatement]] = {}

    def of_triples(self, triples: Triples) -> Chosen:
        for triple in triples:
            self._entities_in((triple.subject, triple.object))
            self._statements_in((triple.subject, triple.object))
            if self._is_entity(triple.subject) and self._is_entity(triple.object):
                self._relation(triple.subject.value, triple.predicate.value, triple.object.value)
        return self._chosen()

    def of_rows(self, rows: Result) -> Chosen:
        told = False
        for row in rows.terms:
            entities, statements = self._entities_in((*row, *self._asked)), self._statements_in(row)
            told = told or statements or len(entities) > 1
            if not statements:
                self._between(entities)
        if not told:
            named = [iri for iri, is_entity in self._entities.items() if is_entity]
            self._among(named[:_PAIRED])
        return self._chosen()

    def _chosen(self) -> Chosen:
        return Chosen(tuple(iri for iri, yes in self._entities.items() if yes), tuple(self._statements.values()))

    def _is_entity(self, term: object) -> TypeGuard[NamedNode]:
        if not isinstance(term, NamedNode) or term.value.startswith(KG):
            return False
        if term.value not in self._entities:
            named = self._graph.raw.quads_for_pattern(term, SKOS.prefLabel, None, _MERGED)
            self._entities[term.value] = next(named, None) is not None
        return self._entities[term.value]

    def _entities_in(self, terms: Iterable[Term]) -> list[str]:
        return list(dict.fromkeys(t.value for t in terms if isinstance(t, NamedNode) and self._is_entity(t)))

    def _statements_in(self, terms: Iterable[Term]) -> bool:
        """Take the statements among the terms, with their parties; tell whether there are any."""
        nodes = [term for term in terms if isinstance(term, NamedNode) and term.value.startswith(STATEMENT)]
        for node in nodes:
            self._take(read_statement(self._graph, node))
        return bool(nodes)

    def _take(self, one: StoredStatement) -> None:
        self._statements[one.iri] = one
        for end in filter(None, (one.subject, one.object)):
            self._is_entity(NamedNode(end))

    def _claims(self, iri: str) -> list[StoredStatement]:
        if iri not in self._about:
            nodes = statements_about(self._graph, iri)
            self._about[iri] = [read_statement(self._graph, node) for node in nodes]
        return self._about[iri]

    def _between(self, entities: Sequence[str]) -> None:
        for first, second in combinations(entities, 2):
            for one in self._claims(first):
                if second in (one.subject, one.object):
                    self._take(one)

    def _among(self, entities: Sequence[str]) -> None:
        known = set(entities)
        for iri in entities:
            for one in self._claims(iri):
                if one.object in known and one.subject in known:
                    self._take(one)

    def _relation(self, subject: str, predicate: str, object_: str) -> None:
        """Take the claims behind a triple, or the triple itself where there are none."""
        found = list(self._behind(subject, predicate, object_))
        for one in found:
            self._take(one)
        if not found:
            self._take(_derived(subject, predicate, object_))

    def _behind(self, subject: str, predicate: str, object_: str) -> Iterator[StoredStatement]:
        name = predicate.removeprefix(KG)
        known = shipped_vocabulary().predicates.get(name)
        for one in self._claims(subject):
            ends = (one.subject, one.object)
            turned = known is not None and known.symmetric and ends == (object_, subject)
            if one.predicate == name and (ends == (subject, object_) or turned):
                yield one


def _derived(subject: str, predicate: str, object_: str) -> StoredStatement:
    """Return a relation that a query made: no article says it and no words carry it."""
    return StoredStatement(
        iri=f"{subject} {predicate} {object_}", subject=subject, predicate=local_name(predicate), object=object_,
        value=None, status="actual", confidence=1.0, quotes=(), qualifiers={}, attributed_to=(), unnamed_sources=(),
        methods=(),
    )  # fmt: skip
