"""The relations of a graph, read with one query: for what looks at all of them at once."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from kg.graph.namespaces import local_name
from kg.graph.store import GraphStore

_TOLD = """SELECT ?statement ?subject ?predicate ?object ?value ?status ?article ?day {
?statement a kg:Statement ; rdf:subject ?subject ; rdf:predicate ?predicate ; kg:status ?status ;
  oa:hasTarget/oa:hasSource ?article .
OPTIONAL { ?statement rdf:object ?object } OPTIONAL { ?statement kg:value ?value }
OPTIONAL { ?article schema:datePublished ?day } }"""


@dataclass(frozen=True, slots=True, order=True)
class Told:
    """A statement in short, with the article that makes it."""

    #: ISO day of publication; empty where the article has none
    day: str
    article: str
    statement: str
    subject: str
    #: local name: "partnersWith"
    predicate: str
    #: IRI of the object, or the value as text; empty where there is neither
    target: str
    status: str
    #: True where the target is an entity
    is_link: bool


def told(graph: GraphStore, status: Collection[str] = ()) -> Iterator[Told]:
    """Yield the statements of a graph, of some status or of any, once for each article and telling."""
    for row in graph.select(_TOLD):
        subject, predicate, state, article = (row[name] for name in ("subject", "predicate", "status", "article"))
        target = row["object"] or row["value"]
        if not (isinstance(subject, NamedNode) and isinstance(predicate, NamedNode) and isinstance(state, NamedNode)):
            continue
        one = Told(
            _text(row["day"]), _text(article), _text(row["statement"]), subject.value, local_name(predicate.value),
            _text(target), local_name(state.value), isinstance(row["object"], NamedNode),
        )  # fmt: skip
        if not status or one.status in status:
            yield one


def _text(term: object) -> str:
    return term.value if isinstance(term, (NamedNode, Literal)) else ""
