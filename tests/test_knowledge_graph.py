"""The graph as an object: what a notebook shows of it, and that nothing an article says is markup there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser

import kg
from kg.graph.store import GraphStore
from kg.query.errors import QueryError
from kg.views.plots.options import PlotError
from tests.graph.newsroom import newsroom
from tests.views.conftest import chromium as chromium
from tests.views.hostile import TEXTS, hostile_graph


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[kg.KnowledgeGraph]:
    """Three connected stories in a folder."""
    folder = tmp_path_factory.mktemp("graph")
    with GraphStore.open(folder) as store:
        for story in newsroom():
            story.into(store)
    with kg.open(folder) as opened:
        yield opened


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[kg.KnowledgeGraph]:
    """A graph whose every text tries to get out of its place."""
    folder = tmp_path_factory.mktemp("hostile")
    with GraphStore.open(folder) as store:
        hostile_graph(store)
    with kg.open(folder) as opened:
        yield opened


class Tags(HTMLParser):
    """The elements and attributes of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {tag, *(f"@{name}" for name, _ in attrs)}


def test_the_graph_tells_its_size(graph: kg.KnowledgeGraph) -> None:
    html = graph._repr_html_()
    assert "3 (2025-09-27 to 2025-12-01)" in html and "18 actual" in html and "3 articles" in repr(graph)


def test_an_entity_tells_what_is_known_of_it(graph: kg.KnowledgeGraph) -> None:
    alibaba = graph.entity("Alibaba Group")
    assert (alibaba.name, alibaba.type, alibaba.identifiers) == ("Alibaba", "Company", {"country": "CN"})
    assert "Alibaba Group" in alibaba._repr_html_() and "partnersWith" in alibaba._repr_html_()


def test_claims_are_a_table_with_names_and_marked_words(graph: kg.KnowledgeGraph) -> None:
    claims = graph.entity("Alibaba").claims(predicate="rates")
    assert claims._repr_html_().count("<tr>") == 2
    assert '<mark title="trigger">JPMorgan</mark> bekräftigte' in claims._repr_html_()
    assert list(claims.to_pandas()["subject"]) == ["JPMorgan"]
    assert [one.predicate for one in claims] == ["rates"]


def test_said_by_names_the_sources(graph: kg.KnowledgeGraph) -> None:
    alleged = graph.entity("Alibaba").claims(status="alleged").to_pandas()
    assert list(alleged["said by"]) == ["Financial Times, Weißes Haus"]


def test_a_network_has_names(graph: kg.KnowledgeGraph) -> None:
    network = graph.to_networkx()
    names = {network.nodes[end]["label"] for edge in network.edges for end in edge[:2]}
    assert {"Alibaba", "HONOR"} <= names


def test_a_view_shows_itself_and_is_saved(graph: kg.KnowledgeGraph, tmp_path: Path) -> None:
    view = graph.view(focus="Alibaba", hops=1, statuses=["actual"])
    assert repr(view).startswith("<View of ") and Tags(view._repr_html_()).found == {
        "iframe", "@sandbox", "@title", "@width", "@height", "@style", "@srcdoc",
    }  # fmt: skip
    assert view.save(tmp_path / "g.html").read_text(encoding="utf-8") == view.html


@pytest.mark.parametrize(("name", "start"), [("a.png", b"\x89PNG"), ("a.svg", b"<?xml"), ("a.html", b"<!doctype")])
def test_a_plot_shows_itself_and_is_saved(
    graph: kg.KnowledgeGraph, tmp_path: Path, name: str, start: bytes
) -> None:
    plot = graph.plot("timeline", "Alibaba")
    assert plot.save(tmp_path / name).read_bytes().startswith(start)
    assert plot._repr_png_().startswith(b"\x89PNG") and len(plot.to_pandas()) == len(plot.chart.rows)


def test_what_is_unknown_is_explained(graph: kg.KnowledgeGraph, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="did you mean 'Alibaba'"):
        graph.view(focus="Alibabba")
    with pytest.raises(PlotError, match="end the name with"):
        graph.plot("degree").save(tmp_path / "a.gif")


def test_hostile_texts_are_no_markup(hostile: kg.KnowledgeGraph) -> None:
    pieces = [hostile._repr_html_(), hostile.view()._repr_html_()]
    entities = [hostile.entity(row[0].value) for row in hostile.query("entities").terms]
    assert len(entities) > len(TEXTS)
    for entity in entities:
        pieces += [entity._repr_html_(), entity.claims()._repr_html_()]
    plain = {"table", "thead", "tbody", "tr", "th", "td", "h4", "p", "mark", "@title"}
    frame = {"iframe", "@sandbox", "@width", "@height", "@style", "@srcdoc"}
    assert set().union(*(Tags(piece).found for piece in pieces)) <= plain | frame
    assert not re.search(r"<(img|script)", "".join(pieces))


@pytest.mark.browser
def test_a_view_works_in_the_frame_of_a_notebook(hostile: kg.KnowledgeGraph, chromium: Browser) -> None:
    page, faults = chromium.new_page(), []
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", lambda dialog: (faults.append(dialog.message), dialog.dismiss()))
    page.set_content(hostile.view()._repr_html_())
    frame = page.frame_locator("iframe")
    frame.locator("#graph canvas").first.wait_for()
    assert faults == []
    page.close()
