"""Controls of the workbench that other tests leave out: hits by keyboard, the editor's fold, the field for the token."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from kg.server.options import ServeOptions
from tests.server.conftest import Tab, tab_of
from tests.views.conftest import chromium as chromium

pytestmark = pytest.mark.browser


def test_hits_are_walked_and_closed_by_keyboard(tab: Tab) -> None:
    tab.open("/")
    tab.page.keyboard.press("/")
    tab.page.keyboard.type("a")
    tab.page.locator("#hits li").nth(1).wait_for()
    marked, ids = tab.page.locator("#hits [aria-selected=true]"), []
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp"):
        tab.page.keyboard.press(key)
        ids.append(marked.get_attribute("id"))
    assert ids == ["hit0", "hit1", "hit0", f"hit{tab.page.locator('#hits li').count() - 1}"]
    tab.page.keyboard.press("Escape")
    assert tab.page.locator("#hits").is_hidden() and tab.faults == []


def test_the_editor_unfolds_beside_a_form(tab: Tab) -> None:
    tab.open("/query?name=ratings-of&p.entity=Alibaba")
    editor = tab.page.locator("details.editor")
    assert editor.get_attribute("open") is None
    editor.locator("summary").click()
    assert tab.page.locator("#sparql").is_visible() and tab.faults == []


def test_the_token_opens_the_door(chromium: Browser, folder: Path) -> None:
    with tab_of(chromium, ServeOptions(folder, port=0, token="geheim")) as tab:
        door = tab.home.partition("?")[0]
        tab.page.goto(door)
        tab.page.fill("input[name=token]", "geheim")
        tab.page.get_by_role("button").click()
        tab.page.locator("#search").wait_for()
        assert all(one.startswith(("console: Failed", "console: [DOM]", f"request: {door}")) for one in tab.faults)
