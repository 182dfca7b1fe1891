"""The SPARQL 1.1 protocol, for reading: GET and POST, results in the format that the client asks for."""

from __future__ import annotations

from collections.abc import Sequence

from werkzeug.exceptions import BadRequest, Forbidden, NotAcceptable, UnsupportedMediaType
from werkzeug.utils import redirect
from werkzeug.wrappers import Request, Response
from werkzeug.wsgi import wrap_file

from kg.query.errors import QueryError, QueryMemoryError, QuerySizeError, QueryTimeoutError
from kg.query.isolated import Question
from kg.server.asking import BusyError
from kg.server.context import Context
from kg.server.negotiation import HTML, RDF, ROWS, wanted

_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"
#: what goes beyond a limit is refused, not wrong
_REFUSED = (QueryTimeoutError, QueryMemoryError, QuerySizeError, BusyError)
_DESCRIPTION = """\
@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
[] a sd:Service ;
  sd:endpoint <> ;
  sd:supportedLanguage sd:SPARQL11Query ;
  sd:resultFormat <http://www.w3.org/ns/formats/SPARQL_Results_JSON>, <http://www.w3.org/ns/formats/SPARQL_Results_XML>,
    <http://www.w3.org/ns/formats/SPARQL_Results_CSV>, <http://www.w3.org/ns/formats/SPARQL_Results_TSV>,
    <http://www.w3.org/ns/formats/Turtle>, <http://www.w3.org/ns/formats/N-Triples>,
    <http://www.w3.org/ns/formats/RDF_XML>, <http://www.w3.org/ns/formats/JSON-LD> .
"""


def endpoint(context: Context) -> Response:
    """Answer a request to the endpoint."""
    request = context.request
    if request.method == "GET" and "query" not in request.args:
        return _described(request)
    sparql = _sparql(request)
    rows, triples = wanted_pair(request)
    question = Question(
        sparql,
        rows or ROWS["json"],
        triples or RDF["turtle"],
        _graphs(request, "default-graph-uri"),
        _graphs(request, "named-graph-uri"),
    )
    try:
        answered = context.asker.ask(context.edition, question)
    except QueryError as error:
        later = {"Retry-After": "10"} if isinstance(error, BusyError) else {}
        return Response(f"{error}\n", 503 if isinstance(error, _REFUSED) else 400, later, mimetype="text/plain")
    kind = triples if answered.is_triples else rows
    if kind is None:
        answered.body.close()
        raise NotAcceptable(f"this query answers with {'triples' if answered.is_triples else 'rows'}")
    response = Response(wrap_file(request.environ, answered.body), mimetype=kind, direct_passthrough=True)
    response.headers["Vary"] = "Accept"
    return response


def wanted_pair(request: Request) -> tuple[str | None, str | None]:
    """Return the formats for rows and for triples; which is needed shows only with the answer.

    Raises:
        NotAcceptable: neither is to the client's taste.
    """
    name = request.values.get("format", "")
    if name in ROWS or name in RDF:
        return ROWS.get(name), RDF.get(name)
    rows, triples = wanted(request, ROWS), wanted(request, RDF)
    if rows is None and triples is None:
        raise NotAcceptable(f"this endpoint answers with {', '.join([*ROWS.values(), *RDF.values()])}")
    return rows, triples


def _described(request: Request) -> Response:
    """Describe the endpoint to programs; people get the editor."""
    if request.accept_mimetypes.best_match([RDF["turtle"], HTML], default=RDF["turtle"]) == HTML:
        return redirect("/query")
    return Response(_DESCRIPTION, mimetype=RDF["turtle"])


def _sparql(request: Request) -> str:
    """Return the one query of a request."""
    kind = request.mimetype
    if request.method == "POST" and kind == _QUERY:
        return _text(request.get_data())
    if (request.method == "POST" and kind == "application/sparql-update") or "update" in request.values:
        raise Forbidden("this endpoint is for reading: it takes queries, no updates")
    if request.method == "POST" and kind != _FORM:
        raise UnsupportedMediaType(f"send {_FORM} with query=…, or {_QUERY}")
    found = request.values.getlist("query")
    if len(found) != 1:
        raise BadRequest(f"a request holds one query, this one {len(found)}")
    return found[0]


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadRequest("the query is not in UTF-8") from error


def _graphs(request: Request, name: str) -> Sequence[str]:
    return request.values.getlist(name)
