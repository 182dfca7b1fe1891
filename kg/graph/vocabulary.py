"""The vocabulary, read from the ontology's Turtle files: classes, predicates, qualifiers, status.

The files are the single source: a property that a user adds there can be claimed, mapped and queried.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Store, Triple

from kg.graph.namespaces import KG, OWL, RDF, RDFS, SCHEMA, SKOS, VOCABULARY_GRAPH, local_name
from kg.resources import ontology_folder

Term = NamedNode | BlankNode | Literal | Triple
Labels = Mapping[str, str]

#: Turtle in the ontology folder that is no part of the vocabulary
_SHAPES = "shapes.ttl"


@dataclass(frozen=True, slots=True)
class Predicate:
    """A property whose use by an article makes a claim."""

    name: str
    node: NamedNode
    #: True where the object is an entity, False where it is a number, a date or a code
    takes_entity: bool
    symmetric: bool
    #: names of the classes whose members (or those of their subclasses) may stand as subject
    domain: tuple[str, ...]
    #: names of the classes for the object; names of datatypes for a value
    range: tuple[str, ...]
    qualifiers: tuple[str, ...]
    #: language → label
    labels: Labels


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A property that makes a statement more exact."""

    name: str
    node: NamedNode
    #: local names of the datatypes: ("decimal",), ("langString",), ("date", "gYearMonth", …)
    datatypes: tuple[str, ...]
    labels: Labels


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the ontology defines, by local name."""

    #: class → its direct superclasses within the vocabulary
    classes: Mapping[str, tuple[str, ...]]
    predicates: Mapping[str, Predicate]
    qualifiers: Mapping[str, Qualifier]
    status: Mapping[str, NamedNode]
    #: IRI → language → label, for everything that has one
    labels: Mapping[str, Labels]
    #: the vocabulary as quads of its own graph, without blank nodes
    quads: tuple[Quad, ...]

    @classmethod
    def load(cls, folder: Path | None = None) -> Vocabulary:
        """Read the Turtle files of a folder; without one, of the folder that ships with the program.

        Raises:
            SyntaxError: a file is not Turtle.
        """
        paths = sorted((folder or ontology_folder()).glob("*.ttl"))
        return _Reader(path for path in paths if path.name != _SHAPES).vocabulary()

    def class_node(self, name: str) -> NamedNode:
        """Return the IRI of a class; raises KeyError for one that the ontology does not define."""
        if name not in self.classes:
            raise KeyError(name)
        return KG(name)

    def ancestors(self, name: str) -> frozenset[str]:
        """Return a class with everything above it.

        >>> sorted(shipped_vocabulary().ancestors("Company"))
        ['Company', 'Organization']
        """
        above = (self.ancestors(parent) for parent in self.classes.get(name, ()))
        return frozenset({name}).union(*above)


@cache
def shipped_vocabulary() -> Vocabulary:
    """Return the vocabulary that ships with the program, read once."""
    return Vocabulary.load()


class _Reader:
    """Look things up in the ontology's triples."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._store = Store()
        for path in paths:
            self._store.load(path=str(path), format=RdfFormat.TURTLE)

    def vocabulary(self) -> Vocabulary:
        """Collect everything the ontology defines."""
        relations = self._below(KG.entityRelation) | self._below(KG.valueRelation)
        predicates = [self._predicate(node) for node in _in_order(relations)]
        qualifiers = [self._qualifier(node) for node in _in_order(self._below(KG.qualifier))]
        return Vocabulary(
            classes=self._classes(),
            predicates={predicate.name: predicate for predicate in predicates},
            qualifiers={qualifier.name: qualifier for qualifier in qualifiers},
            status={local_name(node.value): node for node in self._subjects(RDF.type, KG.Status)},
            labels=self._all_labels(),
            quads=tuple(sorted(self._quads(), key=str)),
        )

    def _predicate(self, node: NamedNode) -> Predicate:
        return Predicate(
            name=local_name(node.value),
            node=node,
            takes_entity=node in self._below(KG.entityRelation),
            symmetric=OWL.SymmetricProperty in self._objects(node, RDF.type),
            domain=self._names(node, RDFS.domain),
            range=self._names(node, RDFS.range),
            qualifiers=tuple(sorted(self._qualifier_name(q) for q in self._nodes(node, KG.qualifiedBy))),
            labels=self._labels(node),
        )

    def _qualifier(self, node: NamedNode) -> Qualifier:
        return Qualifier(self._qualifier_name(node), node, self._names(node, RDFS.range), self._labels(node))

    def _qualifier_name(self, node: NamedNode) -> str:
        """Return the name under which claims carry a qualifier: its notation, or its local name."""
        notations = [term.value for term in self._objects(node, SKOS.notation) if isinstance(term, Literal)]
        return min(notations, default=local_name(node.value))

    def _classes(self) -> dict[str, tuple[str, ...]]:
        """Return the classes of entities: those that no statement or status is made of."""
        own = set(self._subjects(RDF.type, OWL.Class)) - {KG.Statement, KG.Status}
        return {local_name(node.value): self._parents(node, own) for node in _in_order(own)}

    def _parents(self, node: NamedNode, known: set[NamedNode]) -> tuple[str, ...]:
        parents = [parent for parent in self._nodes(node, RDFS.subClassOf) if parent in known]
        return tuple(local_name(parent.value) for parent in _in_order(parents))

    def _below(self, top: NamedNode) -> set[NamedNode]:
        """Return the properties below a super-property, without it."""
        found: set[NamedNode] = set()
        ahead = [top]
        while ahead:
            new = set(self._subjects(RDFS.subPropertyOf, ahead.pop())) - found
            found |= new
            ahead.extend(new)
        return found

    def _names(self, node: NamedNode, property_: NamedNode) -> tuple[str, ...]:
        """Return the local names of a domain or range, the members of a union one by one."""
        terms = self._objects(node, property_)
        members = [member for term in terms for member in self._members(term)]
        return tuple(local_name(member.value) for member in members)

    def _members(self, term: Term) -> Iterator[NamedNode]:
        if isinstance(term, NamedNode):
            yield term
        elif isinstance(term, BlankNode):
            for items in self._objects(term, OWL.unionOf):
                yield from self._list(items)

    def _list(self, head: Term) -> Iterator[NamedNode]:
        while isinstance(head, BlankNode):
            (first,), (head,) = self._objects(head, RDF.first), self._objects(head, RDF.rest)
            if isinstance(first, NamedNode):
                yield first

    def _all_labels(self) -> dict[str, Labels]:
        nodes = {*self._labelled(RDFS.label), *self._labelled(SKOS.prefLabel)}
        return {node.value: self._labels(node) for node in _in_order(nodes)}

    def _labelled(self, property_: NamedNode) -> Iterator[NamedNode]:
        subjects = (quad.subject for quad in self._store.quads_for_pattern(None, property_, None))
        return (subject for subject in subjects if isinstance(subject, NamedNode))

    def _labels(self, node: NamedNode) -> dict[str, str]:
        terms = [*self._objects(node, RDFS.label), *self._objects(node, SKOS.prefLabel)]
        return {term.language or "": term.value for term in terms if isinstance(term, Literal)}

    def _quads(self) -> Iterator[Quad]:
        """Yield the triples without blank nodes; unions become schema:domainIncludes and rangeIncludes."""
        for quad in self._store:
            if not isinstance(quad.subject, BlankNode) and not isinstance(quad.object, BlankNode):
                yield Quad(quad.subject, quad.predicate, quad.object, VOCABULARY_GRAPH)
        for property_, includes in ((RDFS.domain, SCHEMA.domainIncludes), (RDFS.range, SCHEMA.rangeIncludes)):
            for quad in self._store.quads_for_pattern(None, property_, None):
                for member in self._members(quad.object):
                    yield Quad(quad.subject, includes, member, VOCABULARY_GRAPH)

    def _objects(self, node: NamedNode | BlankNode, property_: NamedNode) -> list[Term]:
        return [quad.object for quad in self._store.quads_for_pattern(node, property_, None)]

    def _nodes(self, node: NamedNode, property_: NamedNode) -> list[NamedNode]:
        return [term for term in self._objects(node, property_) if isinstance(term, NamedNode)]

    def _subjects(self, property_: NamedNode, value: NamedNode) -> list[NamedNode]:
        quads = self._store.quads_for_pattern(None, property_, value)
        return [quad.subject for quad in quads if isinstance(quad.subject, NamedNode)]


def _in_order(nodes: Iterable[NamedNode]) -> list[NamedNode]:
    return sorted(nodes, key=lambda node: node.value)
