"""The graph that the tests of the views draw, and the browser that opens their pages."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Error, Page, sync_playwright

from kg.graph.store import GraphStore
from kg.views.options import ViewOptions
from kg.views.page import write_page
from tests.graph.newsroom import newsroom

_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def graph() -> GraphStore:
    """Three connected stories in memory."""
    store = GraphStore()
    for story in newsroom():
        story.into(store)
    return store


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A headless Chromium; tests are skipped where there is none."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=path, args=_FLAGS)
        except Error:
            pytest.skip("no Chromium on this machine")
        yield browser
        browser.close()


@dataclass
class Opened:
    """A page in the browser, with all that went wrong in it."""

    page: Page
    #: messages of the console, errors, dialogs, and requests that leave the file
    faults: list[str] = field(default_factory=list)

    @property
    def panel(self) -> str:
        """What the panel says."""
        return self.page.locator("#panel").inner_text()

    @property
    def shown(self) -> set[str]:
        """The names of the nodes that the picture shows."""
        return set(self.page.evaluate("kg.nodes.map((node) => kg.data.entities[node.id].name)"))

    def click_canvas(self, where: str, clicks: int = 1) -> None:
        """Click with the mouse where a point of the picture, a JavaScript expression, lies on the screen."""
        point = self.page.evaluate(f"kg.network.canvasToDOM({where})")
        box = self.page.locator("#graph").bounding_box()
        assert box is not None
        self.page.mouse.click(box["x"] + point["x"], box["y"] + point["y"], click_count=clicks)


class Reader:
    """Opens pages of graphs."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self._browser = browser
        self._folder = folder

    def open(self, graph: GraphStore, options: ViewOptions | None = None, fragment: str = "") -> Opened:
        """Write the page of a graph and open it."""
        out = self._folder / "graph.html"
        write_page(graph, out, options)
        page = self._browser.new_page(viewport={"width": 1400, "height": 860})
        page.set_default_timeout(120_000)
        opened = Opened(page)
        page.on("console", lambda message: opened.faults.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: opened.faults.append(f"error: {error}"))
        page.on(
            "dialog", lambda dialog: (opened.faults.append(f"dialog: {dialog.message}"), dialog.dismiss())
        )
        page.on("request", lambda request: _note(opened, request.url))
        page.goto(out.as_uri() + fragment)
        assert page.evaluate("typeof window.kg") == "object", opened.faults
        return opened


def serious(page: Page) -> list[tuple[str, str]]:
    """Return the serious faults that axe-core finds in a page at rest, each with its element."""
    page.emulate_media(reduced_motion="reduce")
    page.wait_for_timeout(400)  # colours that glide have arrived
    found = Axe().run(page).response["violations"]
    return [(one["id"], node["html"][:200]) for one in found if one["impact"] in ("serious", "critical")
            for node in one["nodes"]]  # fmt: skip


def _note(opened: Opened, url: str) -> None:
    if not url.startswith(("file:", "data:")):
        opened.faults.append(f"request: {url}")


@pytest.fixture
def reader(chromium: Browser, tmp_path: Path) -> Iterator[Reader]:
    """Opens pages and closes them after the test."""
    yield Reader(chromium, tmp_path)
    for context in chromium.contexts:
        context.close()
