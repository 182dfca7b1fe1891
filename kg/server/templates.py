"""From values to pages. Everything that goes into a template is escaped."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import jinja2
from markupsafe import Markup
from werkzeug.wrappers import Response

from kg.graph.vocabulary import shipped_vocabulary
from kg.server import wording
from kg.server.addresses import is_web, page_of
from kg.server.context import Context
from kg.views.style import ASSETS as VIEW_ASSETS
from kg.views.style import class_style, style

_HERE = Path(__file__).parent
ASSETS = _HERE / "assets"
#: files that the pages share with the pictures
SHARED = (VIEW_ASSETS / "script" / "hits.js",)
NAVIGATION = (("entities", "/entities"), ("articles", "/articles"), ("explore", "/explore"), ("query", "/query"))


@cache
def texts() -> Mapping[str, Mapping[str, str]]:
    """Return what the pages say, by language and key."""
    return tomllib.loads((ASSETS / "texts.toml").read_text(encoding="utf-8"))


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        autoescape=True,
        loader=jinja2.FileSystemLoader(_HERE / "templates"),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def page(context: Context, template: str, /, *, status: int = 200, **values: Any) -> Response:
    """Return a page."""
    html = _environment().get_template(f"{template}.html.j2").render(**_common(context), **values)
    response = Response(html.encode("utf-8", errors="replace"), status, mimetype="text/html")
    response.headers["Vary"] = "Accept, Accept-Language, Cookie"
    response.headers["Cache-Control"] = "no-cache"
    return response


def _common(context: Context) -> dict[str, Any]:
    language = context.language
    return {
        "language": language,
        "other_language": "en" if language == "de" else "de",
        "theme": context.theme,
        "path": context.request.path,
        "navigation": NAVIGATION,
        "typed": context.request.args.get("q", ""),
        "say": partial(say, language),
        "word": partial(_word, language),
        "number": partial(_number, language),
        "day": partial(_day, language),
        "page_of": page_of,
        "is_web": is_web,
        "outline": _outline,
        "breakable": breakable,
        "with_language": _with(context, "lang"),
        "with_page": _with(context, "page"),
    }


def say(language: str, key: str, **values: object) -> str:
    """Return a text of the pages; values go in for words in braces."""
    return texts()[language][key].format(**values)


def _word(language: str, kind: str, name: str) -> str:
    return wording.word(kind, name, language)


def _number(language: str, value: float) -> str:
    return wording.number(value, language)


def _day(language: str, text: str) -> str:
    return wording.day(text, language)


def _outline(class_: str) -> str:
    return str(style()["shapes"][class_style(class_)["shape"]])


def breakable(name: str) -> Markup:
    """Return a name that may break before its capitals, so that narrow columns get narrow heads.

    >>> str(breakable("previousTargetPrice"))
    'previous<wbr>Target<wbr>Price'
    """
    return Markup("<wbr>").join(re.split(r"(?<=[a-z])(?=[A-Z])", name))


@cache
def style_sheet() -> str:
    """Return the style of all pages; colours of classes and statuses come from the views' table."""
    both = (VIEW_ASSETS / "colors.css", ASSETS / "workbench.css")
    looks = {f".c-{name}": class_style(name) for name in shipped_vocabulary().classes}
    looks |= {f".s-{name}": look for name, look in style()["status"].items()}
    rules = (f"{rule} {{ color: light-dark({look['color'][0]}, {look['color'][1]}); }}" for rule, look in looks.items())
    return "\n".join([*(path.read_text(encoding="utf-8") for path in both), *rules])


def _with(context: Context, key: str) -> Any:
    """Return a function that gives this page's address with one parameter changed."""

    def changed(value: object) -> str:
        parameters = [(name, text) for name, text in context.request.args.items(multi=True)
                      if name not in (key, "token")]  # fmt: skip
        return "?" + urlencode([*parameters, (key, value)], errors="replace")

    return changed


def as_json(data: object, status: int = 200) -> Response:
    """Return data as JSON."""
    body = json.dumps(data, ensure_ascii=False).encode("utf-8", "replace")
    return Response(body, status, mimetype="application/json")
