"""The interactive page: one HTML file that asks nothing of any network.

The data and options are those of a pyvis network; the page around them is our own template, because the stock one
loads files from elsewhere and writes some titles as markup.
"""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup
from pyvis.network import Network

from kg.graph.store import GraphStore
from kg.views.layout import place
from kg.views.projection import Edge, Picture, ViewOptions, project

_ASSETS = Path(__file__).parent / "assets"

#: colour and shape by class
STYLE = {
    "Company": ("#2f6fde", "dot"),
    "JointVenture": ("#7a4fd0", "diamond"),
    "Regulator": ("#c2410c", "square"),
    "GovernmentBody": ("#b45309", "square"),
    "MediaOutlet": ("#0f766e", "triangle"),
    "StockExchange": ("#0e7490", "hexagon"),
    "MarketIndex": ("#0891b2", "hexagon"),
    "Union": ("#be123c", "triangleDown"),
    "Person": ("#15803d", "dot"),
    "Place": ("#64748b", "dot"),
    "Product": ("#a21caf", "star"),
    "Event": ("#ca8a04", "star"),
    "Legislation": ("#57534e", "square"),
    "Topic": ("#4d7c0f", "diamond"),
    "Organization": ("#475569", "dot"),
}
#: dashes and colour by status
STATUS = {
    "actual": (False, "#8a94a6"),
    "planned": ([10, 6], "#2f6fde"),
    "possible": ([2, 5], "#8250df"),
    "alleged": ([2, 5], "#c2410c"),
    "negated": ([14, 4, 2, 4], "#be123c"),
}


def write_page(graph: GraphStore, out: Path, options: ViewOptions | None = None) -> Picture:
    """Write the picture of a graph as one HTML file and return what it shows.

    Raises the errors of ``find_entity`` for an unknown focus, and ``OSError`` where the file cannot be written.
    """
    options = options or ViewOptions()
    picture = project(graph, options)
    out.write_bytes(render(picture, options).encode("utf-8"))
    return picture


def render(picture: Picture, options: ViewOptions) -> str:
    """Return the page of a picture."""
    network = _network(picture)
    data = {
        "nodes": network.nodes,
        "edges": network.edges,
        "entities": picture.nodes,
        "claims": picture.claims,
        "articles": picture.articles,
        "leftOut": picture.left_out,
        "colors": {name: color for name, (color, _) in STYLE.items()},
        "statuses": {name: color for name, (_, color) in STATUS.items()},
    }
    environment = jinja2.Environment(
        autoescape=True, loader=jinja2.FileSystemLoader(_ASSETS), keep_trailing_newline=True
    )
    return environment.get_template("page.html.j2").render(
        title=options.title,
        style=_asset("page.css"),
        vis=_vis_network(),
        script=_asset("page.js"),
        data=embedded(data),
    )


def _network(picture: Picture) -> Network:
    network = Network(directed=True)
    positions = place(picture)
    for node in picture.nodes:
        color, shape = STYLE.get(node["class"], STYLE["Organization"])
        x, y = positions[node["id"]]
        size = 8 + 3.2 * min(node["degree"], 40) ** 0.5
        network.add_node(node["id"], label=_short(node["name"]), color=color, shape=shape, size=size, x=x, y=y)
    for number, edge in enumerate(picture.edges):
        network.add_edge(edge.source, edge.target, id=number, **_edge_style(edge))
        network.edges[-1]["claims"] = edge.claims
        network.edges[-1]["status"] = edge.status
        network.edges[-1]["predicate"] = edge.predicate
    return network


def _edge_style(edge: Edge) -> dict[str, Any]:
    dashes, color = STATUS[edge.status]
    label = f"✗ {edge.predicate}" if edge.status == "negated" else edge.predicate
    return {"label": label, "dashes": dashes, "color": color, "width": min(1 + len(edge.articles), 6)}


def _short(name: str, limit: int = 40) -> str:
    return name if len(name) <= limit else name[: limit - 1] + "…"


def embedded(data: object) -> Markup:
    """Return JSON that can stand inside a script element: no character of it can end the element.

    >>> str(embedded("</script>"))
    '"\\\\u003c/script\\\\u003e"'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)


def _asset(name: str) -> Any:
    return Markup((_ASSETS / name).read_text(encoding="utf-8"))


def _vis_network() -> Any:
    """Return vis-network as the installed pyvis carries it."""
    source = files("pyvis") / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
    text = source.read_text(encoding="utf-8").replace("</script", "<\\/script")
    return Markup(text)
