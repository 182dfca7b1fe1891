"""The W3C reconciliation API under ``/reconcile``; programs of this machine, such as OpenRefine, may read it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from werkzeug.exceptions import BadRequest, NotFound
from werkzeug.wrappers import Response

from kg.server import reconciliation
from kg.server.context import Context
from kg.server.options import is_loopback
from kg.server.templates import as_json

Json = dict[str, Any]
_PREVIEW_POLICY = "default-src 'none'; frame-ancestors 'self' http://127.0.0.1:* http://localhost:*"


def service(context: Context) -> Response:
    """Answer a batch of queries, or a request for values; without either, describe the service."""
    values = context.request.values
    if "queries" in values:
        return _answered(context, lambda: reconciliation.answer(_json(values["queries"]), context.edition.store))
    if "extend" in values:
        return _answered(context, lambda: reconciliation.extend(_json(values["extend"]), context.edition.store))
    root = context.request.url_root.rstrip("/")
    return _allowed(context, as_json(reconciliation.manifest(f"{root}/reconcile", f"{root}/entity/{{{{id}}}}")))


def suggest(context: Context) -> Response:
    """Complete the name of an entity, a class or a property."""
    kind, prefix = context.request.path.rpartition("/")[2], context.request.args.get("prefix", "")
    if kind not in _SUGGESTED:
        raise NotFound(f"there is nothing to suggest for {kind!r}: {', '.join(_SUGGESTED)}")
    return _allowed(context, as_json(_SUGGESTED[kind](prefix, context)))


_SUGGESTED: Mapping[str, Callable[[str, Context], Json]] = {
    "entity": lambda prefix, context: reconciliation.suggest_entities(prefix, context.edition.store),
    "type": lambda prefix, _: reconciliation.suggest_types(prefix),
    "property": lambda prefix, _: reconciliation.suggest_properties(prefix),
}


def propose(context: Context) -> Response:
    """Name the properties that entities can be extended with."""
    limit = context.number("limit", 100, 1000)
    found = reconciliation.propose_properties(context.request.args.get("type", ""), limit)
    return _allowed(context, as_json(found))


def preview(context: Context) -> Response:
    """Show an entity in a small frame."""
    page = reconciliation.preview(context.request.args.get("id", ""), context.edition.store)
    if page is None:
        raise NotFound("the graph does not hold this entity")
    response = Response(page.encode("utf-8", "replace"), mimetype="text/html")
    response.headers["Content-Security-Policy"] = _PREVIEW_POLICY
    return response


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadRequest(f"this is no JSON: {error}") from error


def _answered(context: Context, answer: Callable[[], Json]) -> Response:
    try:
        return _allowed(context, as_json(answer()))
    except reconciliation.ReconciliationError as error:
        return _allowed(context, as_json({"status": "error", "message": str(error)}, 400))


def _allowed(context: Context, response: Response) -> Response:
    """Let pages of programs on this machine read the answer."""
    origin = context.request.headers.get("Origin", "")
    if is_loopback(urlsplit(origin).hostname or ""):
        response.headers["Access-Control-Allow-Origin"] = origin
    response.headers["Vary"] = "Origin"
    return response
