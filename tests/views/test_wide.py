"""Large pictures: where nodes stand, and the overview drawn with WebGL in a browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

import networkx as nx
import numpy as np
import pytest
from playwright.sync_api import Browser, Error, Page, sync_playwright

from kg.views.page import render
from kg.views.picture import Article, Claim, Edge, Node, Picture
from kg.views.wide import WIDE, is_wide
from kg.views.wide_layout import place_wide
from tests.views.conftest import serious
from tests.views.hostile import TEXTS

COUNT = WIDE + 100
SHOWN = "kg.visible.nodes.size"
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def picture_of(network: nx.Graph[int]) -> Picture:
    """Return a picture whose names include every hostile text; node n is said to sue node m in article 0 or 1."""
    articles = tuple(Article(f"http://x/{n}", f"a{n}", "Titel", f"Blatt {n}", f"2025-0{n + 1}-01", f"http://x/{n}")
                     for n in range(2))  # fmt: skip
    names = {n: TEXTS[n] if n < len(TEXTS) else f"Firma {n}" for n in network}
    nodes = tuple(Node(n, f"http://x/n{n}", names[n], "Company" if n % 3 else "Person", (), (), network.degree[n])
                  for n in network)  # fmt: skip
    ties = sorted(network.edges)
    claims = tuple(
        Claim(a, "sues", b, None, "planned" if number % 5 == 0 else "actual", 0.9, (), (), number % 2,
              (((names[a], "subject"), (" verklagt ", "trigger"), (names[b], "object")),))
        for number, (a, b) in enumerate(ties)
    )  # fmt: skip
    edges = tuple(Edge(a, b, "sues", claims[number].status, False, (number,), 1) for number, (a, b) in enumerate(ties))
    return Picture(nodes, edges, claims, articles)


@pytest.fixture(scope="module")
def picture() -> Picture:
    return picture_of(nx.barabasi_albert_graph(COUNT, 1, seed=3))


NETWORKS = {
    "none": nx.empty_graph(0),
    "one": nx.empty_graph(1),
    "strangers": nx.empty_graph(40),
    "star": nx.star_graph(300),
    "two parts": nx.disjoint_union(nx.cycle_graph(80), nx.complete_graph(60)),
    "news": nx.barabasi_albert_graph(1_500, 1, seed=4),
    "a node tied to itself": nx.Graph([(0, 0), (0, 1)]),
}


@pytest.mark.parametrize("name", NETWORKS)
def test_every_node_has_a_place_of_its_own_and_always_the_same(name: str) -> None:
    places = place_wide(picture_of(NETWORKS[name]))
    assert len(places) == len(NETWORKS[name]) and np.isfinite(np.array(places)).all()
    assert len(set(places)) == len(places)
    assert places == place_wide(picture_of(NETWORKS[name]))


def test_what_is_related_stands_near() -> None:
    network = nx.disjoint_union_all([nx.barabasi_albert_graph(120, 2, seed=n) for n in range(6)])
    network.add_edges_from((120 * n, 120 * (n + 1)) for n in range(5))
    places = np.array(place_wide(picture_of(network)))
    near = np.mean([np.linalg.norm(places[a] - places[b]) for a, b in network.edges])
    far = np.mean(np.linalg.norm(places[np.random.default_rng(1).permutation(len(places))] - places, axis=1))
    assert near < far / 2


def test_small_pictures_are_drawn_as_before(picture: Picture) -> None:
    assert is_wide(picture)
    few = replace(picture, nodes=picture.nodes[:20], edges=(), claims=())
    assert not is_wide(few) and "vis" in render(few) and 'id="library"' not in render(few)


@pytest.fixture(scope="module")
def with_webgl() -> Iterator[Browser]:
    """A headless Chromium that draws WebGL in software."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(
                executable_path=path, args=["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
            )
        except Error:
            pytest.skip("no Chromium on this machine")
        yield browser
        browser.close()


def note(faults: list[str], url: str) -> None:
    if not url.startswith(("file:", "data:")):
        faults.append(f"request: {url}")


@dataclass
class Overview:
    """The large page in a browser, with all that went wrong in it."""

    page: Page
    faults: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def written(picture: Picture, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wide") / "wide.html"
    out.write_text(render(picture), encoding="utf-8")
    return out


@pytest.fixture
def overview(with_webgl: Browser, written: Path) -> Iterator[Overview]:
    opened = Overview(with_webgl.new_page(viewport={"width": 1280, "height": 860}))
    page, faults = opened.page, opened.faults
    page.set_default_timeout(120_000)
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", lambda dialog: (faults.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: note(faults, request.url))
    page.goto(written.as_uri(), timeout=120_000)
    assert page.evaluate("kg.handles.drawn") > 0
    wait_for_webgl(page)
    yield opened
    page.close()


@pytest.mark.browser
def test_the_overview_in_a_browser(overview: Overview) -> None:
    walk(overview.page)
    assert overview.faults == []


@pytest.mark.browser
def test_no_serious_fault_of_accessibility(overview: Overview) -> None:
    for act in ("0", "kg.selectNode(77)", "kg.selectEdge(5)", "kg.showAround(77)", "kg.show('list')",
                "kg.show('graph')"):  # fmt: skip
        for scheme in SCHEMES:
            overview.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            overview.page.evaluate(act)
            overview.page.wait_for_timeout(600)
            assert serious(overview.page) == [], (act, scheme)
    assert overview.faults == []


@pytest.mark.browser
def test_mouse_and_keys_move_the_overview(overview: Overview) -> None:
    page, box = overview.page, overview.page.locator("#graph").bounding_box()
    assert box is not None
    view, seen = "JSON.stringify([kg.onScreen(5), kg.onScreen(900)])", set[str]()
    for key in ("0", "+", "ArrowLeft", "ArrowUp", "-", "ArrowDown"):
        page.locator("#graph").press(key)
        seen.add(page.evaluate(view))
    page.locator("#zoom-out").click()
    seen.add(page.evaluate(view))
    page.mouse.move(box["x"] + 300, box["y"] + 300)
    page.mouse.wheel(0, 200)
    page.wait_for_timeout(300)
    seen.add(page.evaluate(view))
    page.mouse.down()
    page.mouse.move(box["x"] + 360, box["y"] + 330, steps=4)
    page.mouse.up()
    seen.add(page.evaluate(view))
    assert len(seen) == 9 and overview.faults == []


@pytest.mark.browser
def test_lines_and_nothing_are_clicked_in_the_overview(overview: Overview) -> None:
    page = overview.page
    page.evaluate("kg.showAround(kg.data.entities.find((one) => one.degree === 1 && one.id > 20).id)")
    line = page.evaluate("[...kg.visible.edges.keys()][0]")
    ends = [page.evaluate(f"kg.onScreen(kg.data.edges[{line}].{end})") for end in ("from", "to")]
    box = page.locator("#graph").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + (ends[0]["x"] + ends[1]["x"]) / 2, box["y"] + (ends[0]["y"] + ends[1]["y"]) / 2)
    page.wait_for_function(f"location.hash.includes('edge={line}')")  # a click waits for a second one
    assert page.locator("#panel .pill, #panel h2").count() > 0
    page.get_by_role("button", name="Close").click()
    assert "edge=" not in page.url
    page.evaluate("kg.selectEdge([...kg.visible.edges.keys()][0])")
    page.mouse.click(box["x"] + 4, box["y"] + 4)
    page.wait_for_function("!location.hash.includes('edge=')")
    assert overview.faults == []


def wait_for_webgl(page: Page) -> None:
    """The library takes the place of the first picture."""
    page.locator("#graph .plainly").wait_for(state="hidden")
    assert page.evaluate("kg.handles.webgl >= kg.handles.drawn")


def click(page: Page, node: int, clicks: int = 1) -> None:
    point, box = page.evaluate(f"kg.onScreen({node})"), page.locator("#graph").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + point["x"], box["y"] + point["y"], click_count=clicks)


def walk(page: Page) -> None:
    """Use every control."""
    for number, text in enumerate(TEXTS):
        page.evaluate(f"kg.selectNode({number})")
        assert page.locator("#panel h2").text_content() == text
    assert page.locator("img, iframe, object, [onerror]").count() == 0
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("firma 77")
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").inner_text() == "Firma 77"
    assert page.locator("#panel mark.trigger").first.inner_text().strip() == "verklagt"
    page.keyboard.press("Escape")
    click(page, 77)
    assert page.locator("#panel h2").inner_text() == "Firma 77"
    click(page, 77, clicks=2)
    assert page.evaluate(SHOWN) == page.evaluate("kg.data.entities[77].degree + 1")
    page.locator("#all").click()
    assert page.evaluate(SHOWN) == COUNT
    page.locator("input[data-kind='class'][data-value='Person']").uncheck(force=True)
    assert page.evaluate(SHOWN) < COUNT * 0.7
    page.locator(".reset").click()
    page.locator("input[data-key=from]").fill("1000")
    assert "from=2025-02-01" in page.url
    page.locator(".reset").click()
    before = page.evaluate("kg.onScreen(5)")
    page.locator("#zoom-in").click()
    page.locator("#graph").press("ArrowRight")
    assert page.evaluate("kg.onScreen(5)") != before
    page.locator("#theme").click()
    page.locator("#language").click()
    page.locator("#show-list").click()
    assert page.locator("#list tbody tr").count() > 100
    page.locator("#show-graph").click()
    assert "lang=de" in page.url and "theme=dark" in page.url
