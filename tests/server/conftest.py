"""A workbench over three stories, and one over texts that try to get out; asked directly and through a browser."""

from __future__ import annotations

import html
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from werkzeug.test import Client, TestResponse

from kg.graph.record import Record
from kg.graph.search_index import SearchIndex
from kg.graph.store import GraphStore
from kg.query.isolated import MEGABYTE, Limits
from kg.server.application import Workbench
from kg.server.options import ServeOptions
from kg.server.serve import address, server
from tests.graph.newsroom import Story, newsroom
from tests.views.conftest import chromium  # noqa: F401 - a fixture
from tests.views.hostile import hostile_stories

HTML = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


def write(folder: Path, stories: list[Story]) -> Path:
    """Write stories to a graph with its record, and return the folder."""
    with GraphStore.open(folder) as store, Record(folder) as record, SearchIndex(folder) as index:
        for story in stories:
            story.into(store)
        index.put([(story.iri, store.quads(story.iri)) for story in stories])
        record.put([(story.article, ()) for story in stories], "test")
    return folder


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("graph"), newsroom())


@pytest.fixture(scope="session")
def hostile_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("hostile"), hostile_stories())


@dataclass
class Visitor:
    """Asks a workbench without a network."""

    options: ServeOptions
    #: one who has cookies, as a browser has
    remembers: bool = False
    client: Client = field(init=False)

    def __post_init__(self) -> None:
        self.client = Client(Workbench(self.options), use_cookies=self.remembers)

    def read(self, path: str) -> str:
        """Return the words of a page without its markup."""
        text = self.get(path).text
        return html.unescape(" ".join(re.sub(r"<[^>]*>", "", text).split()))

    def get(self, path: str, accept: str = HTML, host: str = "127.0.0.1:7878", **headers: str) -> TestResponse:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.get(path, headers={"Accept": accept, "Host": host, **named})


@pytest.fixture(scope="session")
def visitor(folder: Path) -> Visitor:
    limits = Limits(seconds=10, memory=128 * MEGABYTE, size=MEGABYTE)
    return Visitor(ServeOptions(folder, limits=limits))


@dataclass
class Tab:
    """A page in the browser, with all that went wrong in it."""

    page: Page
    home: str
    #: messages of the console, errors, dialogs, and requests to anywhere else
    faults: list[str] = field(default_factory=list)

    def open(self, path: str) -> None:
        self.page.goto(self.home + path.removeprefix("/"))

    @property
    def words(self) -> str:
        """What the page says."""
        return self.page.locator("body").inner_text()


@contextmanager
def tab_of(browser: Browser, options: ServeOptions) -> Iterator[Tab]:
    """Serve a graph on a free port and open a tab."""
    running = server(options)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    context = browser.new_context(viewport={"width": 1360, "height": 860}, locale="en")
    context.set_default_timeout(120_000)
    tab = Tab(context.new_page(), address(options, running))
    tab.page.on("console", lambda message: tab.faults.append(f"console: {message.text}"))
    tab.page.on("pageerror", lambda error: tab.faults.append(f"error: {error}"))
    tab.page.on("dialog", lambda dialog: (tab.faults.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    context.on("request", lambda request: _note(tab, request.url))
    try:
        yield tab
    finally:
        context.close()
        running.shutdown()
        running.server_close()


def _note(tab: Tab, url: str) -> None:
    if not url.startswith((tab.home, "data:")):
        tab.faults.append(f"request: {url}")


@pytest.fixture
def tab(chromium: Browser, folder: Path) -> Iterator[Tab]:  # noqa: F811
    with tab_of(chromium, ServeOptions(folder, port=0)) as opened:
        yield opened


@pytest.fixture
def hostile_tab(chromium: Browser, hostile_folder: Path) -> Iterator[Tab]:  # noqa: F811
    with tab_of(chromium, ServeOptions(hostile_folder, port=0)) as opened:
        yield opened
