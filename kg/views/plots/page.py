"""A chart as a page: the drawing, and the table behind it. It runs no script and asks for nothing."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from xml.etree import ElementTree

import jinja2
from markupsafe import Markup

from kg.views.plots.chart import Chart, mark
from kg.views.plots.look import INK
from kg.views.plots.words import plain, short, texts
from kg.views.style import ASSETS

_SVG = "http://www.w3.org/2000/svg"
_HINT = 160
_CELL = 600
#: attributes of elements that a drawing needs; a declaration of another kind is dropped
_LOOKS = re.compile(r"fill|stroke|opacity|font-|text-anchor|clip-")


def page(chart: Chart, drawing: bytes, lang: str) -> str:
    """Return the page of a chart that was drawn as SVG."""
    environment = jinja2.Environment(autoescape=True, loader=jinja2.FileSystemLoader(ASSETS))
    sheet = (ASSETS / "plot.css").read_text(encoding="utf-8")
    words = texts(lang)
    return environment.get_template("plot.html.j2").render(
        lang=lang,
        title=plain(chart.title),
        style=Markup(sheet),
        policy=f"default-src 'none'; style-src {_hash(sheet)}; base-uri 'none'; form-action 'none'",
        drawing=Markup(_inline(chart, drawing)),
        columns=[words[key] for key in chart.columns],
        rows=[["" if value is None else short(value, _CELL) for value in row] for row in chart.rows],
        left_out=words["left_out"].format(count=chart.left_out) if chart.left_out else "",
        words=words,
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _inline(chart: Chart, drawing: bytes) -> str:
    """Return the SVG fit for a strict page: no style, nothing but shapes and text, marks that lead to their rows."""
    ElementTree.register_namespace("", _SVG)
    ElementTree.register_namespace("xlink", "http://www.w3.org/1999/xlink")
    root = ElementTree.fromstring(drawing)
    _drop(root, {"metadata", "style"})
    for element in root.iter():
        _unstyle(element)
    for number, element in _marks(root):
        _lead(element, number, chart)
    root.set("role", "group")  # not "img", whose links would be hidden
    root.set("aria-label", plain(chart.title))
    for size in ("width", "height"):
        root.attrib.pop(size, None)
    return ElementTree.tostring(root, encoding="unicode")


def _drop(root: ElementTree.Element, names: set[str]) -> None:
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag.rpartition("}")[2] in names:
                parent.remove(child)


def _unstyle(element: ElementTree.Element) -> None:
    """Turn a style into attributes, which the page's policy allows; text takes the reader's colour."""
    for declaration in element.attrib.pop("style", "").split(";"):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        if _LOOKS.match(name):
            element.set(name, "currentColor" if value.lower() == INK else value)
    if element.tag.endswith("}text") and "fill" not in element.attrib:
        element.set("fill", "currentColor")


def _marks(root: ElementTree.Element) -> Iterator[tuple[int, ElementTree.Element]]:
    for element in list(root.iter(f"{{{_SVG}}}g")):
        prefix, _, number = element.get("id", "").partition("-")
        if mark(0).startswith(f"{prefix}-") and number.isdecimal():
            yield int(number), element


def _lead(element: ElementTree.Element, number: int, chart: Chart) -> None:
    """Make a mark a link to its row that tells the row when the mouse rests on it."""
    link = ElementTree.Element(f"{{{_SVG}}}a", {"href": f"#row-{number}"})
    hint = ElementTree.SubElement(link, f"{{{_SVG}}}title")
    hint.text = short(" · ".join(plain(value) for value in chart.rows[number] if value not in (None, "")), _HINT)
    link.extend(list(element))
    for child in list(element):
        element.remove(child)
    element.append(link)
