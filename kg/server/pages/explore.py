"""The explorer: the picture of ``kg view``, with its options in the address and links to the other pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from contextlib import nullcontext

from werkzeug.wrappers import Response

from kg.graph.vocabulary import shipped_vocabulary
from kg.query.errors import AmbiguousNameError, QueryError
from kg.server.context import Context
from kg.server.pages.query import asked_of
from kg.server.templates import page
from kg.views.options import Served, ViewOptions
from kg.views.page import render
from kg.views.picture import Picture
from kg.views.projection import project

#: the most entities that one picture holds
MOST = 50_000


def explore(context: Context) -> Response:
    """Show the picture that the address asks for."""
    try:
        options = view_options(context)
        with context.asker.place() if options.query else nullcontext():
            picture = project(context.edition.store, options)
    except AmbiguousNameError as error:
        return page(context, "choose", status=300, name=error.name, choices=error.choices)
    except QueryError as error:
        return page(context, "fault", status=400, code=400, problem=str(error))
    return _picture(context, picture, options)


def _picture(context: Context, picture: Picture, options: ViewOptions) -> Response:
    html = render(picture, options)
    response = Response(html.encode("utf-8", "replace"), mimetype="text/html")
    # the page itself holds the rest of the policy, with the hashes of its scripts
    response.headers["Content-Security-Policy"] = "object-src 'none'; base-uri 'none'; frame-ancestors 'self'"
    response.headers["Cache-Control"] = "no-cache"
    return response


def view_options(context: Context) -> ViewOptions:
    """Read the options from the address; names that the ontology does not know are passed over.

    Raises QueryError where the address holds a query that is none.
    """
    arguments, known = context.request.args, shipped_vocabulary()
    asked = asked_of(context)
    return ViewOptions(
        focus=arguments.get("focus", "").strip() or None,
        hops=context.number("hops", 1, 6),
        predicates=_names(arguments.getlist("predicate"), known.predicates),
        classes=_names(arguments.getlist("class"), known.classes),
        statuses=_names(arguments.getlist("status"), known.status),
        since=_date(arguments.get("since", "")),
        until=_date(arguments.get("until", "")),
        min_sources=context.number("min-sources", 1, 1000),
        max_nodes=context.number("max-nodes", 150, MOST),
        lang=context.language,
        query=asked.query,
        parameters=dict(asked.given),
        limits=context.asker.limits,
        served=Served(context.theme, embedded=_embedded(arguments.get("embed", ""))),
    )


def _embedded(text: str) -> str:
    return text if text in ("picture", "panel") else ""


def _names(given: Collection[str], known: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(name for name in given if name in known)


def _date(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
