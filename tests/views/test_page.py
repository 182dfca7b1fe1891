"""The interactive page: what it shows, and that nothing of an article can run in it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from kg.articles.article import Article
from kg.claims.claim import Claim, Evidence, Party
from kg.entities.linking import link
from kg.graph.mapping import article_node, article_quads
from kg.graph.store import GraphStore
from kg.language.gazetteer import shipped_authority
from kg.views.page import embedded, write_page

HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(2)</script>",
    "javascript:alert(3)",
    "\u202eevil",
    "x" * 10_000,
]
TEXT = "Alibaba verkündete eine Kooperation mit HONOR."


def graph_of(*names: str) -> GraphStore:
    graph = GraphStore()
    for number, name in enumerate(names):
        article = Article(f"a{number}", TEXT, title=name)
        evidence = Evidence(0, len(TEXT), TEXT, 26, 37)
        claim = Claim(
            article.id,
            Party("Alibaba", "Company"),
            "partnersWith",
            Party(name, "Company"),
            None,
            "actual",
            evidence,
            "test",
        )
        linked = link({article.id: (claim,)}, shipped_authority())[article.id]
        graph.put_article(article_node(article).value, article_quads(article, linked))
    return graph


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("no Chromium on this machine")
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium, args=flags)
        yield found
        found.close()


def test_embedded_json_cannot_end_its_element() -> None:
    assert "</script" not in str(embedded(HOSTILE))


def test_page_names_no_other_address(tmp_path: Path) -> None:
    write_page(graph_of("HONOR"), tmp_path / "g.html")
    page = (tmp_path / "g.html").read_text(encoding="utf-8")
    assert 'src="http' not in page and 'href="http' not in page


@pytest.mark.browser
def test_click_on_an_edge_shows_sentence_and_article(browser: Browser, tmp_path: Path) -> None:
    write_page(graph_of("HONOR"), tmp_path / "g.html")
    page, faults, requests = browser.new_page(), [], []
    page.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda e: faults.append(str(e)))
    page.on("request", lambda r: requests.append(r.url))
    page.goto((tmp_path / "g.html").as_uri())
    page.wait_for_function("window.kg !== undefined")
    page.wait_for_timeout(300)
    middle = page.evaluate(
        "(() => { const p = kg.network.getPositions(); const [a, b] = Object.values(p);"
        "const m = kg.network.canvasToDOM({x: (a.x + b.x) / 2, y: (a.y + b.y) / 2});"
        "return kg.network.getEdgeAt(m) === undefined ? null : [m.x, m.y]; })()"
    )
    if middle is None:
        page.evaluate("kg.selectEdge(0)")
    else:
        box = page.locator("#graph").bounding_box()
        assert box is not None
        page.mouse.click(box["x"] + middle[0], box["y"] + middle[1])
        page.wait_for_timeout(400)
    panel = page.locator("#panel").inner_text()
    assert "partnersWith" in panel and TEXT in panel and "/a0" in panel
    assert faults == []
    assert all(url.startswith("file:") for url in requests)
    page.close()


@pytest.mark.browser
def test_search_finds_a_name(browser: Browser, tmp_path: Path) -> None:
    write_page(graph_of("HONOR"), tmp_path / "g.html")
    page = browser.new_page()
    page.goto((tmp_path / "g.html").as_uri())
    page.fill("#search", "Alibaba")
    page.press("#search", "Enter")
    page.wait_for_function("document.querySelector('#panel h3') !== null")
    assert page.locator("#panel h3").inner_text() == "Alibaba"
    page.close()


@pytest.mark.browser
def test_hostile_names_stay_inert(browser: Browser, tmp_path: Path) -> None:
    write_page(graph_of(*HOSTILE), tmp_path / "g.html")
    page, dialogs = browser.new_page(), []
    page.on("dialog", lambda d: (dialogs.append(d.message), d.dismiss()))
    page.goto((tmp_path / "g.html").as_uri())
    page.wait_for_function("window.kg !== undefined")
    for number in range(len(HOSTILE) + 1):
        page.evaluate(f"kg.selectNode({number})")
    assert dialogs == []
    assert page.locator("#panel img, #panel script").count() == 0
    page.close()
