"""The first page, search, and the lists of entities and articles."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from kg.graph.vocabulary import shipped_vocabulary
from kg.server.addresses import page_of
from kg.server.cards import article_page, cards
from kg.server.context import Context
from kg.server.edition import Known, Listed
from kg.server.finding import find_articles, find_claims, find_entities
from kg.server.templates import as_json, page
from kg.server.wording import word

PER_PAGE = 100
#: claims that a search shows
_SENTENCES = 30
#: questions of the library that the first page offers
_QUESTIONS = ("partnerships", "ratings-of", "planned-not-done", "accusations-and-denials", "money-flows", "share-moves")


def home(context: Context) -> Response:
    """Show what the graph holds and where to begin."""
    edition = context.edition
    questions = [context.library[name] for name in _QUESTIONS if name in context.library]
    return page(
        context,
        "home",
        stats=edition.stats,
        entities=list(edition.entities.values())[:14],
        articles=edition.articles[:8],
        article_page=article_page,
        questions=questions,
    )


def search(context: Context) -> Response:
    """Show the entities and articles that fit what the visitor typed; one exact name leads to its page."""
    text = context.request.args.get("q", "")
    entities = find_entities(context.edition, text, 200)
    if context.request.args.get("go") and entities:
        return redirect(page_of(entities[0].iri))
    articles = find_articles(context.edition, text, 100)
    claims = list(cards(context.edition, find_claims(context.edition, text, _SENTENCES), context.language))
    return page(context, "search", text=text, entities=entities, articles=articles, claims=claims,
                article_page=article_page)  # fmt: skip


def suggest(context: Context) -> Response:
    """Return names for the search field."""
    found = find_entities(context.edition, context.request.args.get("q", ""), 12)
    label = partial(word, "class", language=context.language)
    return as_json(
        [
            {"name": one.name, "type": one.type, "label": label(one.type), "iri": one.iri, "page": page_of(one.iri)}
            for one in found
        ]
    )


def entities(context: Context) -> Response:
    """List the entities, or those of one class."""
    everything = context.edition.entities.values()
    chosen = context.request.args.get("class", "")
    ancestors = shipped_vocabulary().ancestors
    known = set(shipped_vocabulary().classes)
    wanted = [one for one in everything if chosen not in known or chosen in ancestors(one.type)]
    counts: dict[str, int] = {}
    for one in everything:
        counts[one.type] = counts.get(one.type, 0) + 1
    classes = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return page(context, "entities", classes=classes, chosen=chosen, total=len(wanted), **_portion(context, wanted))


def articles(context: Context) -> Response:
    """List the articles, the newest first."""
    listed = context.edition.articles
    return page(context, "articles", total=len(listed), article_page=article_page, **_portion(context, listed))


def _portion(context: Context, items: Sequence[Known] | Sequence[Listed]) -> dict[str, Any]:
    """Return the items of the page asked for, and which pages there are."""
    pages = max(1, -(-len(items) // PER_PAGE))
    current = context.number("page", 1, pages)
    return {"items": items[(current - 1) * PER_PAGE : current * PER_PAGE], "current": current, "pages": pages}
