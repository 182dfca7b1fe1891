"""Which format a client gets: what it asks for by name, or the best of what it accepts."""

from __future__ import annotations

from collections.abc import Mapping

from werkzeug.exceptions import NotAcceptable
from werkzeug.wrappers import Request

#: short name → media type, the preferred one first
RDF: Mapping[str, str] = {
    "turtle": "text/turtle",
    "jsonld": "application/ld+json",
    "ntriples": "application/n-triples",
    "rdfxml": "application/rdf+xml",
}
ROWS: Mapping[str, str] = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
}
#: more general types that clients ask for → what they get
_GENERAL = {
    "application/json": "application/sparql-results+json",
    "application/xml": "application/sparql-results+xml",
    "text/xml": "application/sparql-results+xml",
    "text/plain": "application/n-triples",
}
HTML = "text/html"


def wanted(request: Request, formats: Mapping[str, str], *others: str) -> str | None:
    """Return the media type to answer with: one of the formats, or of the others; None where none will do.

    The ``format`` parameter goes before the Accept header; without either the first one is taken.

    Raises:
        NotAcceptable: the parameter names no format.
    """
    if name := request.values.get("format"):
        if name not in formats:
            raise NotAcceptable(f"there is no format {name!r}; formats are {', '.join(formats)}")
        return formats[name]
    offered = [*others, *formats.values()]
    general = [kind for kind, special in _GENERAL.items() if special in offered]
    if not request.headers.get("Accept"):
        return offered[0]
    best = request.accept_mimetypes.best_match([*offered, *general])
    return _GENERAL.get(best, best) if best else None
