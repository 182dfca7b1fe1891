"""The page of a chart: nothing of an article runs in it, and it asks for nothing."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Literal
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser

from kg.articles.article import Article
from kg.graph.store import GraphStore
from kg.views.plots.draw import make_chart, render, write_plot
from kg.views.plots.options import KINDS, PlotOptions
from tests.graph.newsroom import Story, claim, entity
from tests.views.conftest import serious
from tests.views.hostile import TEXTS

HOSTILE = [*TEXTS, "$\\frac{1}{$", "a\x00b\x1b[31m", "\U0001f600 中文", "%s\\n{0}"]


@pytest.fixture(scope="module")
def hostile() -> GraphStore:
    """A graph with each text as name, publisher, address, rating and currency."""
    graph, middle = GraphStore(), entity("Mitte")
    for number, text in enumerate(HOSTILE):
        article = Article(f"h{number}", f"{text} kauft Mitte.", title=text, publisher=text, url=f"u{number}",
                          published=dt.date(2025, 9, 1))  # fmt: skip
        other = entity(f"{text} {number}", "Company", text)
        bought = claim(article, other, "acquires", middle, amount=5e6 + number, currency=text, date="2025-08-01")
        rated = claim(article, other, "rates", middle, rating=text, targetPrice=10 + number, currency=text)
        Story(article, [bought, rated]).into(graph)
    return graph


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("format_", ["html", "png"])
def test_hostile_texts_are_drawn(hostile: GraphStore, kind: str, format_: str) -> None:
    chart = make_chart(hostile, kind, PlotOptions(entity="Mitte"))
    assert chart.rows and render(chart, format_)


@pytest.mark.parametrize("kind", KINDS)
def test_pages_hold_no_script_no_style_attribute_and_no_address_to_load(hostile: GraphStore, kind: str) -> None:
    text = render(make_chart(hostile, kind, PlotOptions(entity="Mitte")), "html").decode()
    assert "<script" not in text and not re.search(r"<[^>]*\s(style|src|onerror)=", text)
    assert set(re.findall(r'href="([^"])', text)) <= {"#"}
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", text)


def test_the_drawing_in_a_page_is_xml(hostile: GraphStore) -> None:
    text = render(make_chart(hostile, "degree"), "html").decode()
    drawing = text[text.index("<svg") : text.index("</svg>") + len("</svg>")]
    assert ElementTree.fromstring(drawing).get("role") == "group"


@pytest.mark.browser
@pytest.mark.parametrize("kind", KINDS)
def test_pages_open_without_fault_and_marks_lead_to_rows(
    hostile: GraphStore, chromium: Browser, tmp_path: Path, kind: str
) -> None:
    out = tmp_path / "chart.html"
    chart = write_plot(hostile, kind, out, PlotOptions(entity="Mitte"))
    page, faults = chromium.new_page(), []
    page.on("console", lambda message: faults.append(message.text))
    page.on("dialog", lambda dialog: (faults.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: faults.append(request.url) if not request.url.startswith("file:") else None)
    page.goto(out.as_uri())
    assert page.locator("tbody tr").count() == len(chart.rows)
    page.locator("#mark-0 a").first.dispatch_event("click")
    page.wait_for_function("location.hash === '#row-0'")
    assert page.evaluate("document.querySelector('#mark-0').getBoundingClientRect().height") > 0
    assert faults == []
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_no_serious_fault_of_accessibility(
    hostile: GraphStore, kind: str, scheme: Literal["light", "dark"], chromium: Browser, tmp_path: Path
) -> None:
    out = tmp_path / "chart.html"
    write_plot(hostile, kind, out, PlotOptions(entity="Mitte"))
    page = chromium.new_page(color_scheme=scheme)
    page.goto(out.as_uri())
    assert serious(page) == []
