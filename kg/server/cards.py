"""A claim as a page shows it: who says what of whom, in which words, in which article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from kg.graph.statements import StoredStatement
from kg.server.addresses import page_of
from kg.server.edition import Edition
from kg.server.wording import qualifier_texts, value_text, word
from kg.views import facts
from kg.views.picture import Article, Piece
from kg.views.quotes import pieces

#: statuses in the order in which pages list them
STATUSES = ("actual", "planned", "possible", "alleged", "negated")


@dataclass(frozen=True, slots=True)
class Named:
    """Something with a page; an unnamed source has none."""

    name: str
    page: str = ""
    type: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A claim, ready for a template."""

    iri: str
    page: str
    subject: Named
    predicate: str
    relation: str
    #: None where there is a value or neither
    object: Named | None
    value: str
    status: str
    confidence: float
    qualifiers: tuple[tuple[str, str], ...]
    said_by: tuple[Named, ...]
    quotes: tuple[tuple[Piece, ...], ...]
    article: Article
    article_page: str
    methods: tuple[str, ...]


def cards(edition: Edition, statements: Iterable[StoredStatement], language: str) -> Iterator[Card]:
    """Yield a card for each statement."""
    articles: dict[str, Article] = {}
    for one in statements:
        if one.article not in articles:
            articles[one.article] = facts.article(edition.store, one.article)
        yield _card(edition, one, articles[one.article], language)


def named(edition: Edition, iri: str) -> Named:
    """Return an entity as a link."""
    known = edition.entities.get(iri)
    return Named(known.name, page_of(iri), known.type) if known else Named(iri, page_of(iri))


def _card(edition: Edition, one: StoredStatement, article: Article, language: str) -> Card:
    subject = _names(edition, one.subject)
    object_ = _names(edition, one.object) if one.object else []
    return Card(
        iri=one.iri,
        page=page_of(one.iri),
        subject=named(edition, one.subject),
        predicate=one.predicate,
        relation=word("predicate", one.predicate, language),
        object=named(edition, one.object) if one.object else None,
        value=value_text(one.predicate, one.value, one.qualifiers, language) if one.value is not None else "",
        status=one.status,
        confidence=one.confidence,
        qualifiers=tuple(qualifier_texts(one.qualifiers, one.value is not None, language)),
        said_by=(
            *(named(edition, iri) for iri in one.attributed_to),
            *(Named(text) for text in one.unnamed_sources),
        ),
        quotes=tuple(pieces(quote, subject, object_) for quote in one.quotes),
        article=article,
        article_page=article_page(article),
        methods=one.methods,
    )


def article_page(article: Article) -> str:
    """Return the path of an article's page."""
    return f"/article/{quote(article.id, safe='', errors='replace')}" if article.id else page_of(article.iri)


def _names(edition: Edition, iri: str) -> list[str]:
    known = edition.entities.get(iri)
    return [known.name, *known.aliases] if known else []
