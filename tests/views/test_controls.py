"""The controls of the page that lead from one thing to the next: buttons, arrows, Escape, the way back."""

from __future__ import annotations

import pytest

from kg.graph.store import GraphStore
from tests.views.conftest import Opened, Reader

pytestmark = pytest.mark.browser

TITLE = "#panel h2"
SCALE = "kg.network.getScale()"


def choose(opened: Opened, name: str) -> None:
    """Choose an entity in the list of those with most claims."""
    opened.page.locator("#panel .ranked").get_by_role("button", name=name, exact=True).click()


def test_the_most_connected_lead_to_their_panel_and_escape_leads_back(graph: GraphStore, reader: Reader) -> None:
    opened = reader.open(graph)
    choose(opened, "Alibaba")
    assert opened.page.locator(TITLE).inner_text() == "Alibaba"
    opened.page.keyboard.press("Escape")
    assert opened.page.locator("#panel .ranked").count() == 1 and opened.faults == []


def test_surroundings_by_button_and_escape(graph: GraphStore, reader: Reader) -> None:
    opened = reader.open(graph)
    everything = opened.shown
    opened.page.evaluate("kg.selectNode(kg.data.entities.find((one) => one.name === 'KFTC').id)")
    opened.page.locator("#panel button.action").first.click()
    assert opened.shown == {"KFTC", "Gemeinschaftsunternehmen Grand Opus"}
    opened.page.keyboard.press("Escape")
    opened.page.keyboard.press("Escape")
    assert opened.shown == everything and opened.faults == []


def test_both_ends_of_a_relation_lead_on(graph: GraphStore, reader: Reader) -> None:
    opened = reader.open(graph)
    opened.page.evaluate("kg.selectEdge(kg.data.edges.find((one) => one.predicate === 'restricts').id)")
    opened.page.locator(TITLE).get_by_role("button", name="Gemeinschaftsunternehmen Grand Opus").click()
    assert opened.page.locator(TITLE).inner_text() == "Gemeinschaftsunternehmen Grand Opus"
    assert opened.faults == []


def test_from_the_list_to_a_relation_and_into_the_picture(graph: GraphStore, reader: Reader) -> None:
    opened = reader.open(graph)
    opened.page.locator("#show-list").click()
    opened.page.locator("#list").get_by_role("button", name="restricts").click()
    assert "KFTC" in opened.page.locator(TITLE).inner_text()
    opened.page.locator("#list").get_by_role("button", name="KFTC").first.click()
    opened.page.locator("#panel").get_by_role("button").filter(has_text="graph").click()
    assert opened.page.locator("#graph").is_visible() and opened.faults == []


def test_zoom(graph: GraphStore, reader: Reader) -> None:
    opened, scales = reader.open(graph), list[float]()
    for place in ("#zoom-in", "#zoom-out"):
        before = opened.page.evaluate(SCALE)
        opened.page.locator(place).click()
        opened.page.wait_for_timeout(800)
        scales.append(opened.page.evaluate(SCALE) / before)
    assert scales[0] > 1 > scales[1] and opened.faults == []


def test_arrows_mark_hits_and_escape_closes_them(graph: GraphStore, reader: Reader) -> None:
    opened = reader.open(graph)
    opened.page.keyboard.press("/")
    opened.page.keyboard.type("a")
    marked = opened.page.locator("#hits [aria-selected=true]")
    ids = [marked.get_attribute("id")]
    for key in ("ArrowDown", "ArrowUp", "ArrowUp"):
        opened.page.keyboard.press(key)
        ids.append(marked.get_attribute("id"))
    rows = opened.page.locator("#hits li").count()
    assert ids == ["hit0", "hit1", "hit0", f"hit{rows - 1}"]
    opened.page.keyboard.press("Escape")
    assert opened.page.locator("#hits").is_hidden() and opened.faults == []


def test_the_later_end_of_the_time_slider(graph: GraphStore, reader: Reader) -> None:
    opened = reader.open(graph)
    opened.page.locator("input[data-key=until]").fill("0")
    assert "KFTC" in opened.shown and "Jörg Müller" not in opened.shown
    assert opened.faults == []


def test_a_changed_address_changes_the_picture(graph: GraphStore, reader: Reader) -> None:
    opened = reader.open(graph)
    opened.page.evaluate("location.hash = 'no-class=Regulator'")
    opened.page.wait_for_timeout(300)
    assert "KFTC" not in opened.shown and opened.faults == []
