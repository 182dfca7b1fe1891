"""What a page shows, as plain values: entities by number, claims by their place in a list."""

from __future__ import annotations

from dataclasses import dataclass

#: a piece of a quote and what it is: "", "subject", "object" or "trigger"
Piece = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Node:
    """An entity."""

    id: int
    iri: str
    name: str
    type: str
    #: other names, sorted
    aliases: tuple[str, ...]
    #: kind and value: ("country", "CN"), ("isin", "KYG017191142"), ("sameAs", "http://…")
    identifiers: tuple[tuple[str, str], ...]
    #: number of drawn relations
    degree: int


@dataclass(frozen=True, slots=True)
class Article:
    """A source of claims."""

    iri: str
    id: str
    title: str
    publisher: str
    #: ISO date; empty where unknown
    published: str
    #: address of the article whose text this one repeats, or its own
    original: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What one article says."""

    subject: int
    predicate: str
    #: number of the entity; None where there is a value or neither
    object: int | None
    value: str | None
    status: str
    confidence: float
    qualifiers: tuple[tuple[str, str], ...]
    #: names of who says so, after the article
    said_by: tuple[str, ...]
    #: place in the picture's list of articles
    article: int
    #: the quotes, each in pieces
    quotes: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """All claims of one predicate and status between two entities."""

    source: int
    target: int
    predicate: str
    status: str
    #: True where the claim reads the same both ways
    symmetric: bool
    claims: tuple[int, ...]
    #: number of independent articles
    sources: int


@dataclass(frozen=True, slots=True)
class Picture:
    """Entities, relations, claims and articles, ready for a page."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    claims: tuple[Claim, ...]
    articles: tuple[Article, ...]
    #: entities beyond the limit, the least connected ones
    left_out: int = 0
    #: number of the entity in the middle, where there is one
    focus: int | None = None
