"""What every page needs: the request, the graph as it is now, and how the visitor wants to read it."""

from __future__ import annotations

from dataclasses import dataclass

from werkzeug.wrappers import Request

from kg.query.library import QueryLibrary
from kg.server.asking import Asker
from kg.server.edition import Edition
from kg.views.options import LANGUAGES

THEMES = ("light", "dark")


@dataclass(frozen=True, slots=True)
class Context:
    """One request on its way to an answer."""

    request: Request
    edition: Edition
    asker: Asker
    library: QueryLibrary
    #: "de" or "en"
    language: str
    #: "light", "dark", or "" for what the system has
    theme: str

    def number(self, name: str, default: int, most: int) -> int:
        """Return a whole number of the address between 1 and ``most``; what is none counts as the default."""
        text = self.request.args.get(name, "")
        return min(max(int(text), 1), most) if text.isascii() and text.isdigit() and len(text) < 9 else default


def language_of(request: Request) -> str:
    """Return the language that the visitor chose, or that the browser asks for."""
    for chosen in (request.args.get("lang"), request.cookies.get("lang")):
        if chosen in LANGUAGES:
            return chosen
    return request.accept_languages.best_match(LANGUAGES, default="en") or "en"


def theme_of(request: Request) -> str:
    """Return the colours that the visitor chose."""
    chosen = request.cookies.get("theme", "")
    return chosen if chosen in THEMES else ""
