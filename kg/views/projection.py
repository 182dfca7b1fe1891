"""From a graph to a picture: entities as nodes, claims between them as edges, values with their entity."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from kg.graph.statements import StoredStatement
from kg.graph.store import GraphStore
from kg.graph.vocabulary import shipped_vocabulary
from kg.views import facts
from kg.views.options import ViewOptions
from kg.views.picture import Article, Claim, Edge, Node, Picture
from kg.views.quotes import pieces
from kg.views.selection import Selection, select


def project(graph: GraphStore, options: ViewOptions | None = None) -> Picture:
    """Return the picture of a graph.

    Raises the errors of ``find_entity`` for a focus that stands for no entity or for several.
    """
    return _Projection(graph, select(graph, options or ViewOptions())).picture()


@dataclass(frozen=True)
class _Projection:
    """Gives entities and articles small numbers, so that no text of an article is ever an id."""

    graph: GraphStore
    selection: Selection

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        return {iri: number for number, iri in enumerate(self.selection.entities)}

    @cached_property
    def article_numbers(self) -> Mapping[str, int]:
        return {iri: number for number, iri in enumerate(self.selection.articles)}

    @cached_property
    def names(self) -> Mapping[str, list[str]]:
        """All names of the drawn entities and of the sources that claims name."""
        named = {source for one in self.selection.statements for source in one.attributed_to}
        return {iri: facts.names(self.graph, iri) for iri in sorted(named.union(self.numbers))}

    def picture(self) -> Picture:
        claims = tuple(self._claim(one) for one in self.selection.statements)
        articles = tuple(self.selection.articles.values())
        edges = tuple(_edges(claims, articles))
        degrees = Counter(end for edge in edges for end in {edge.source, edge.target})
        nodes = tuple(self._node(iri, number, degrees[number]) for iri, number in self.numbers.items())
        focus = self.numbers.get(self.selection.focus or "")
        return Picture(nodes, edges, claims, articles, self.selection.left_out, focus)

    def _node(self, iri: str, number: int, degree: int) -> Node:
        name, *aliases = self.names[iri]
        return Node(
            id=number,
            iri=iri,
            name=name,
            type=facts.class_of(self.graph, iri),
            aliases=tuple(aliases),
            identifiers=tuple(facts.identifiers(self.graph, iri)),
            degree=degree,
        )

    def _claim(self, one: StoredStatement) -> Claim:
        subject, object_ = self.names[one.subject], self.names[one.object] if one.object else ()
        said_by = [self.names[iri][0] for iri in one.attributed_to]
        return Claim(
            subject=self.numbers[one.subject],
            predicate=one.predicate,
            object=self.numbers[one.object] if one.object else None,
            value=one.value,
            status=one.status,
            confidence=one.confidence,
            qualifiers=tuple(sorted(one.qualifiers.items())),
            said_by=(*said_by, *one.unnamed_sources),
            article=self.article_numbers[one.article],
            quotes=tuple(pieces(quote, subject, object_) for quote in one.quotes),
        )


def _edges(claims: Iterable[Claim], articles: tuple[Article, ...]) -> Iterator[Edge]:
    """Yield one edge for all claims of a predicate and status between two entities."""
    symmetric = {name for name, known in shipped_vocabulary().predicates.items() if known.symmetric}
    told: dict[tuple[int, int, str, str], list[int]] = defaultdict(list)
    originals: dict[tuple[int, int, str, str], set[str]] = defaultdict(set)
    for number, claim in enumerate(claims):
        if claim.object is None:
            continue
        ends = claim.subject, claim.object
        source, target = sorted(ends) if claim.predicate in symmetric else ends
        key = source, target, claim.predicate, claim.status
        told[key].append(number)
        originals[key].add(articles[claim.article].original)
    for key in sorted(told):
        yield Edge(*key, key[2] in symmetric, tuple(told[key]), len(originals[key]))
