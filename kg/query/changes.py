"""What changed between two days: what is new, what became of plans and rumours, what is told otherwise."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from kg.graph.labels import labels_for
from kg.graph.namespaces import KG, XSD
from kg.graph.statements import read_statement
from kg.graph.store import GraphStore
from kg.graph.vocabulary import shipped_vocabulary
from kg.query.names import find_entity
from kg.query.relations import Told, told
from kg.query.result import Result, Term

#: subject, predicate, target: what a claim is about, whatever its status
Subject = tuple[str, str, str]

_COLUMNS = ("change", "subject", "relation", "target", "status", "before", "published", "articles", "article", "quote")


@dataclass(frozen=True, slots=True)
class Change:
    """A claim that was not made before, with the first article that makes it."""

    #: "new", or "status" where it was told before with another status
    kind: str
    told: Told
    #: status that it had been told with before, sorted
    before: tuple[str, ...]
    #: articles in the time looked at that make it
    articles: int


def changes(
    graph: GraphStore, since: dt.date, until: dt.date | None = None, *, entity: str | None = None
) -> list[Change]:
    """Return the claims of articles published after ``since`` and up to ``until`` that none before makes.

    A claim told before with another status – planned and now actual, actual and now negated – is a change of
    status. Claims without a day count as told before. ``entity``, a name or address, keeps its claims only.

    Raises:
        ParameterError: the name stands for no entity, or for several.
    """
    about = find_entity(graph, entity).value if entity else None
    first, last = since.isoformat(), (until or dt.date.max).isoformat()
    claims: dict[Subject, list[Told]] = defaultdict(list)
    for one in told(graph):
        if one.day <= last and about in (None, one.subject, one.target):
            claims[_subject(one)].append(one)
    found = [change for told_ in claims.values() for change in _changes(told_, first)]
    return sorted(found, key=lambda change: (change.told.day, change.told))


def changes_table(graph: GraphStore, found: Sequence[Change], limit: int | None = None) -> Result:
    """Return changes as rows, with the words of the first article."""
    rows = [_row(graph, change) for change in found[:limit]]
    labels = labels_for(graph, (term for row in rows for term in row))
    return Result(_COLUMNS, rows, labels, limit is not None and len(found) > limit)


def _changes(claims: Sequence[Told], since: str) -> Iterator[Change]:
    before = {one.status for one in claims if one.day <= since}
    fresh: Mapping[str, list[Told]] = defaultdict(list)
    for one in claims:
        if one.day > since and one.status not in before:
            fresh[one.status].append(one)
    for told_ in fresh.values():
        articles = len({one.article for one in told_})
        yield Change("status" if before else "new", min(told_), tuple(sorted(before)), articles)


def _subject(one: Told) -> Subject:
    """Return what a claim is about; of a symmetric relation, the same in both directions."""
    predicate = shipped_vocabulary().predicates.get(one.predicate)
    if predicate is not None and predicate.symmetric:
        return (min(one.subject, one.target), one.predicate, max(one.subject, one.target))
    return (one.subject, one.predicate, one.target)


def _row(graph: GraphStore, change: Change) -> tuple[Term | None, ...]:
    one = change.told
    target = NamedNode(one.target) if one.is_link else Literal(one.target) if one.target else None
    quotes = read_statement(graph, NamedNode(one.statement)).quotes
    return (
        Literal(change.kind), NamedNode(one.subject), KG(one.predicate), target, KG(one.status),
        Literal(", ".join(change.before)) if change.before else None, _day(one.day),
        Literal(change.articles), NamedNode(one.article), Literal(quotes[0].text if quotes else ""),
    )  # fmt: skip


def _day(day: str) -> Literal | None:
    return Literal(day, datatype=XSD.date) if day else None
