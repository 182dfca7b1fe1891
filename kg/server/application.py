"""The workbench as a WSGI application: from a request to a page."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlencode
from wsgiref.types import StartResponse, WSGIEnvironment

from werkzeug.exceptions import HTTPException, NotFound
from werkzeug.routing import Map, Rule
from werkzeug.utils import redirect
from werkzeug.wrappers import Request, Response

from kg.query.library import QueryLibrary
from kg.server import sparql
from kg.server.asking import Asker
from kg.server.context import Context, language_of, theme_of
from kg.server.edition import Editions
from kg.server.guard import Guard, protect
from kg.server.options import ServeOptions
from kg.server.pages import explore, home, query, reconcile, things
from kg.server.templates import ASSETS, SHARED, page, style_sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

View = Callable[[Context], Response]
READ = ("GET", "HEAD")
#: where people show the token
DOOR = "/enter"
#: path, what answers there, methods
ROUTES: tuple[tuple[str, View, Sequence[str]], ...] = (
    ("/", home.home, READ),
    ("/search", home.search, READ),
    ("/suggest", home.suggest, READ),
    ("/entities", home.entities, READ),
    ("/articles", home.articles, READ),
    ("/explore", explore.explore, READ),
    ("/query", query.query, READ),
    ("/resource", things.resource, READ),
    ("/entity/<path:rest>", things.thing_at_path, READ),
    ("/statement/<path:rest>", things.thing_at_path, READ),
    ("/article/<path:rest>", things.thing_at_path, READ),
    ("/publisher/<path:rest>", things.thing_at_path, READ),
    ("/sparql", sparql.endpoint, (*READ, "POST")),
    ("/reconcile", reconcile.service, (*READ, "POST")),
    ("/reconcile/suggest/<kind>", reconcile.suggest, READ),
    ("/reconcile/preview", reconcile.preview, READ),
    ("/reconcile/extend/propose", reconcile.propose, READ),
)
#: files that pages load, by name
_FILES = {path.name: path for path in [*sorted(ASSETS.glob("*")), *SHARED] if path.suffix in (".css", ".js", ".svg")}


class _Request(Request):
    max_content_length = 1 << 20
    max_form_memory_size = 1 << 20


class Workbench:
    """Answers requests about the graph in a folder.

    Raises NoGraphError at once where there is none, and OpenServerError where strangers could come in.
    """

    def __init__(self, options: ServeOptions) -> None:
        options.check()
        self.options = options
        self._editions = Editions(options.graph)
        self._asker = Asker(options.limits)
        self._library = QueryLibrary.shipped(*([options.library] if options.library else []))
        self._guard = Guard(options)
        self._views: Mapping[str, View] = {path: view for path, view, _ in ROUTES}
        rules = [Rule(path, endpoint=path, methods=methods) for path, _, methods in ROUTES]
        rules.append(Rule(DOOR, endpoint=DOOR, methods=(*READ, "POST")))
        self._map = Map([*rules, Rule("/static/<name>", endpoint="static", methods=READ)], strict_slashes=False,
                        merge_slashes=False)  # fmt: skip

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        request = _Request(environ)
        response = self._answer(request)
        protect(response)
        return response(environ, start_response)

    def _answer(self, request: Request) -> Response:
        try:
            self._guard.check(request)
            endpoint, values = self._map.bind_to_environ(request.environ).match()
            if endpoint == "static":
                return _file(str(values["name"]))
            context = self._context(request)
            if endpoint == DOOR:
                return self._door(context)
            if not self._guard.lets_in(request):
                return _locked(context)
            response = self._views[endpoint](context)
            self._guard.remember(request, response)
            if request.args.get("lang") == context.language:
                response.set_cookie("lang", context.language, samesite="Lax")
            return response
        except HTTPException as error:
            return self._fault(request, error)

    def _door(self, context: Context) -> Response:
        """Ask for the token; lead on who has it."""
        request = context.request
        target = _own_path(request.values.get("to", ""))
        if self._guard.lets_in(request):
            response = redirect(target, 303)
            self._guard.remember(request, response)
            return response
        if request.method == "POST":
            return redirect(f"{DOOR}?{urlencode({'wrong': 1, 'to': target})}", 303)
        return page(context, "locked", target=target, wrong="wrong" in request.args)

    def _context(self, request: Request) -> Context:
        return Context(request, self._editions.current(), self._asker, self._library, language_of(request),
                       theme_of(request))  # fmt: skip

    def _fault(self, request: Request, error: HTTPException) -> Response:
        """Return an error as a page to people and as a line to programs."""
        response = error.get_response(request.environ)
        if not isinstance(response, Response) or response.status_code < 400:
            return response
        if "text/html" not in request.headers.get("Accept", "") or response.status_code in (421, 403):
            text = Response(f"{error.description}\n", response.status_code, mimetype="text/plain")
        else:
            text = page(self._context(request), "fault", status=response.status_code, problem=error.description or "",
                        code=response.status_code)  # fmt: skip
        for name in ("Allow", "Retry-After"):
            if name in response.headers:
                text.headers[name] = response.headers[name]
        return text


def _own_path(target: str) -> str:
    """Return where to go on: a page of the workbench, whatever an address asks for.

    >>> _own_path("/entity/alibaba?status=planned"), _own_path("//evil.example"), _own_path("https://evil.example")
    ('/entity/alibaba?status=planned', '/', '/')
    """
    is_own = target.startswith("/") and not target.startswith(("//", "/\\")) and target.isprintable()
    return target if is_own and not target.startswith(DOOR) else "/"


def _locked(context: Context) -> Response:
    """Lead people to the door; tell programs what to send."""
    request = context.request
    if "text/html" in request.headers.get("Accept", "") and request.method in READ:
        kept = [(name, text) for name, text in request.args.items(multi=True) if name != "token"]
        target = request.path + (f"?{urlencode(kept, errors='replace')}" if kept else "")
        wrong = {"wrong": 1} if "token" in request.args else {}
        return redirect(f"{DOOR}?{urlencode({**wrong, 'to': target}, errors='replace')}", 303)
    response = Response("send the token: Authorization: Bearer TOKEN\n", 401, mimetype="text/plain")
    response.headers["WWW-Authenticate"] = "Bearer"
    return response


def _file(name: str) -> Response:
    if name not in _FILES:
        raise NotFound(f"there is no file {name}")
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    content = style_sheet().encode() if name == "workbench.css" else _FILES[name].read_bytes()
    response = Response(content, mimetype=kind)
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    return response
