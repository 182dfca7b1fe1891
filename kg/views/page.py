"""The interactive page: one HTML file that asks nothing of any network.

The data and options are those of a pyvis network; the page around them is our own template, because the stock one
loads files from elsewhere and writes some titles as markup.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, fields
from importlib.resources import files
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup
from pyvis.network import Network

from kg.files import write_file
from kg.graph.store import GraphStore
from kg.views.layout import place
from kg.views.options import LANGUAGES, Served, ViewOptions
from kg.views.picture import Article, Claim, Edge, Node, Picture
from kg.views.projection import project
from kg.views.style import ASSETS, class_style, style, texts, words
from kg.views.wide import drawing, is_wide, library

#: the parts of the page's script, in the order in which they build on each other
SCRIPTS = (
    "words",
    "theme",
    "model",
    "names",
    "canvas",
    "moving",
    "cards",
    "panel",
    "list",
    "filters",
    "hits",
    "search",
    "state",
)
#: the same for a large picture
WIDE_SCRIPTS = tuple(part for name in SCRIPTS for part in (("shapes", "overview") if name == "canvas" else (name,)))
#: characters of a name that the picture shows; the panel shows all
_LABEL = 34
#: shapes of one size cover different areas: factors that make them look alike
_AREA = {"square": 0.85, "diamond": 1.15, "star": 1.3, "triangle": 1.1, "triangleDown": 1.1}
#: options of vis-network that do not depend on the reader's colours
_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    # the page writes the labels itself, where there is room for them
    "nodes": {"borderWidth": 2, "borderWidthSelected": 3, "scaling": {"label": {"drawThreshold": 1_000_000}}},
    "edges": {
        "scaling": {"label": {"enabled": False, "drawThreshold": 1_000_000}},
        "arrowStrikethrough": False,
        "hoverWidth": 1,
        "selectionWidth": 1,
    },
    "interaction": {
        "hover": True,
        "multiselect": False,
        "tooltipDelay": 200,
        # the page moves the picture itself
        "keyboard": {"enabled": False},
    },
}


def write_page(graph: GraphStore, out: Path, options: ViewOptions | None = None) -> Picture:
    """Write the picture of a graph as one HTML file and return what it shows.

    Raises QueryError for an unknown focus or a query that is none, LibraryMissingError for a large picture without
    pydeck, and ``OSError`` where the file cannot be written.
    """
    options = options or ViewOptions()
    picture = project(graph, options)
    write_file(out, render(picture, options).encode("utf-8", errors="replace"))
    return picture


def render(picture: Picture, options: ViewOptions | None = None) -> str:
    """Return the page of a picture."""
    options = options or ViewOptions()
    environment = jinja2.Environment(
        autoescape=True, loader=jinja2.FileSystemLoader(ASSETS), keep_trailing_newline=True
    )
    wide = is_wide(picture)
    parts = {
        "style": _asset("colors.css") + _asset("page.css"),
        "library": library(picture) if wide else _vis_network(),
        "script": _script(WIDE_SCRIPTS if wide else SCRIPTS),
    }
    return environment.get_template("page.html.j2").render(
        title=options.title,
        lang=options.lang,
        policy=_policy(**parts, served=options.served),
        served=options.served,
        wide=wide,
        texts=texts(),
        data=embedded(_data(picture, options)),
        **{name: Markup(text) for name, text in parts.items()},
    )


def embedded(data: object) -> Markup:
    """Return JSON that can stand inside a script element: no character of it can end the element.

    >>> str(embedded("</script>"))
    '"\\\\u003c/script\\\\u003e"'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)


def _policy(style: str, library: str, script: str, served: Served | None) -> str:
    """Return the content security policy: nothing from anywhere, and only these very scripts and styles.

    A page of the workbench may also ask the workbench for names.
    """
    return (
        f"default-src 'none'; script-src {_hash(library)} {_hash(script)}; style-src {_hash(style)}; "
        f"img-src data:; base-uri 'none'; form-action 'none'{'; connect-src ' + repr('self') if served else ''}"
    )


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"


def _data(picture: Picture, options: ViewOptions) -> dict[str, Any]:
    classes = sorted({node.type for node in picture.nodes})
    return {
        **(drawing(picture) if is_wide(picture) else _drawing(picture)),
        "entities": [_plain(node) for node in picture.nodes],
        "claims": [_plain(claim) for claim in picture.claims],
        "articles": [_plain(article) for article in picture.articles],
        "leftOut": picture.left_out,
        "focus": picture.focus,
        "title": options.title,
        "lang": options.lang,
        "served": asdict(options.served) if options.served else None,
        "looks": {
            "class": {name: class_style(name) for name in classes},
            "status": style()["status"],
            "shapes": style()["shapes"],
        },
        "words": words(LANGUAGES),
        "texts": texts(),
    }


def _plain(value: Node | Claim | Article) -> dict[str, Any]:
    """Return a value's fields; unlike ``asdict`` it copies nothing, which counts where there are many."""
    return {one.name: getattr(value, one.name) for one in fields(value)}


def _drawing(picture: Picture) -> dict[str, Any]:
    network = _network(picture)
    return {"nodes": network.nodes, "edges": network.edges, "options": network.options}


def _network(picture: Picture) -> Network:
    """Return the picture as pyvis holds it; ids are numbers, never words of an article."""
    network = Network(directed=True)
    network.set_options(json.dumps(_OPTIONS))
    positions = place(picture)
    for node in picture.nodes:
        x, y = positions[node.id]
        network.add_node(node.id, label=_short(node.name), x=x, y=y, **_node_look(node))
    bends = _bends(picture.edges)
    for number, (edge, bend) in enumerate(zip(picture.edges, bends, strict=True)):
        network.add_edge(edge.source, edge.target, id=number, **_edge_look(edge, bend))
        network.edges[-1] |= asdict(edge)
    return network


def _node_look(node: Node) -> dict[str, Any]:
    look = class_style(node.type)
    size = _AREA.get(look["shape"], 1.0) * (10 + 3.2 * node.degree**0.5)
    return {"shape": look["shape"], "color": look["color"][0], "size": round(size, 1)}


def _edge_look(edge: Edge, bend: float) -> dict[str, Any]:
    look = style()["status"][edge.status]
    arrows = {} if edge.symmetric else {"to": {"enabled": True, "scaleFactor": 0.55}}
    struck = {"middle": {"enabled": True, "type": "bar", "scaleFactor": 0.9}} if edge.status == "negated" else {}
    return {
        "label": edge.predicate,
        "dashes": look["dashes"] or False,
        "color": look["color"][0],
        "width": width(edge.sources),
        "arrows": arrows | struck,
        "smooth": {
            "enabled": bend != 0,
            "type": "curvedCW" if bend > 0 else "curvedCCW",
            "roundness": abs(bend),
        },
    }


def width(sources: int) -> float:
    """Return the width of a line in pixels: more with each independent source, up to a limit.

    >>> width(1), width(3), width(100)
    (1.3, 3.1, 6.0)
    """
    return round(min(0.4 + 0.9 * sources, 6.0), 1)


def _bends(edges: tuple[Edge, ...]) -> list[float]:
    """Return how much each line bends, so that several between the same two nodes fan out.

    A line from the higher to the lower number runs the other way, so its bend is turned.
    """
    pairs = [frozenset((edge.source, edge.target)) for edge in edges]
    total, seen, bends = Counter(pairs), Counter[frozenset[int]](), []
    for edge, pair in zip(edges, pairs, strict=True):
        place_in_fan = seen[pair] - (total[pair] - 1) / 2
        seen[pair] += 1
        turned = 1 if edge.source <= edge.target else -1
        bends.append(round(turned * place_in_fan * min(0.3, 1.1 / total[pair]), 3))
    return bends


def _short(name: str) -> str:
    return name if len(name) <= _LABEL else name[: _LABEL - 1].rstrip() + "…"


def _asset(name: str) -> str:
    return (ASSETS / name).read_text(encoding="utf-8")


def _script(names: Sequence[str]) -> str:
    """Return the page's script; its parts see each other and nothing else sees them."""
    parts = "\n".join(_asset(f"script/{name}.js") for name in names)
    return f'"use strict";\n(() => {{\n{parts}}})();\n'


def _vis_network() -> str:
    """Return vis-network as the installed pyvis carries it."""
    source = files("pyvis") / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
    return source.read_text(encoding="utf-8").replace("</script", "<\\/script")
