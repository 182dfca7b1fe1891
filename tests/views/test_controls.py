"""The controls of the page that lead from one thing to the next: buttons, arrows, Escape, the way back."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.graph.store import GraphStore
from kg.views.options import ViewOptions
from tests.graph.newsroom import Story, claim, entity
from tests.views.conftest import Opened, Reader

pytestmark = pytest.mark.browser

TITLE = "#panel h2"
SCALE = "kg.network.getScale()"


def busy_graph(claims: int) -> GraphStore:
    """Return a graph in which so many companies buy one."""
    graph, middle = GraphStore(), entity("Mitte")
    for number in range(claims):
        article = Article(f"b{number}", f"Firma {number} kauft Mitte.", url=f"https://blatt.example/{number}")
        Story(article, [claim(article, entity(f"Firma {number}"), "acquires", middle)]).into(graph)
    return graph


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


VIEW = "JSON.stringify([kg.network.getViewPosition(), kg.network.getScale()])"


@pytest.mark.parametrize("key", ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "+", "-"])
def test_the_graph_moves_by_keyboard_and_0_leads_back(graph: GraphStore, reader: Reader, key: str) -> None:
    opened = reader.open(graph)
    opened.page.locator("#graph").press("0")
    before = opened.page.evaluate(VIEW)
    opened.page.locator("#graph").press(key)
    assert opened.page.evaluate(VIEW) != before
    opened.page.locator("#graph").press("0")
    assert opened.page.evaluate(VIEW) == before and opened.faults == []


def test_the_graph_is_one_stop_of_the_tab_key_with_a_name_and_a_ring(graph: GraphStore, reader: Reader) -> None:
    opened, stops = reader.open(graph), list[str]()
    opened.page.locator(".reset").focus()
    for key in ("Tab", "Tab", "Shift+Tab"):
        opened.page.keyboard.press(key)
        stops.append(opened.page.evaluate("document.activeElement.id"))
    assert stops == ["graph", "zoom-in", "graph"]
    ring = "getComputedStyle(document.getElementById('graph'), '::after').borderTopStyle"
    assert opened.page.evaluate(ring) == "solid"
    assert "Arrow keys" in (opened.page.locator("#graph").get_attribute("aria-label") or "")


def test_wheel_drag_and_a_click_on_nothing(graph: GraphStore, reader: Reader) -> None:
    opened = reader.open(graph)
    choose(opened, "Alibaba")
    box = opened.page.locator("#graph").bounding_box()
    assert box is not None
    corner = (box["x"] + 6, box["y"] + 6)
    before = opened.page.evaluate(VIEW)
    opened.page.mouse.move(*corner)
    opened.page.mouse.wheel(0, 240)
    opened.page.wait_for_timeout(300)
    zoomed = opened.page.evaluate(VIEW)
    opened.page.mouse.down()
    opened.page.mouse.move(corner[0] + 80, corner[1] + 40, steps=4)
    opened.page.mouse.up()
    assert len({before, zoomed, opened.page.evaluate(VIEW)}) == 3
    opened.page.mouse.click(*corner)
    assert opened.page.locator("#panel .ranked").count() == 1 and opened.faults == []


def test_the_cross_closes_the_panel(graph: GraphStore, reader: Reader) -> None:
    opened = reader.open(graph)
    choose(opened, "KFTC")
    opened.page.get_by_role("button", name="Close").click()
    assert opened.page.locator("#panel .ranked").count() == 1 and opened.faults == []


def test_a_click_on_a_hit_chooses_it(graph: GraphStore, reader: Reader) -> None:
    opened = reader.open(graph)
    opened.page.fill("#search", "ali")
    opened.page.locator("#hits li", has_text="Alibaba Cloud").click()
    assert opened.page.locator(TITLE).inner_text() == "Alibaba Cloud" and opened.faults == []


def test_only_by_mouse_and_by_keyboard(graph: GraphStore, reader: Reader) -> None:
    opened = reader.open(graph)
    row = opened.page.locator(".filter", has=opened.page.locator("[data-kind=predicate][data-value=restricts]"))
    row.hover()
    row.get_by_role("button", name="only restricts").click()
    assert opened.shown == {"KFTC", "Gemeinschaftsunternehmen Grand Opus"}
    opened.page.locator(".reset").click()
    box = opened.page.locator("[data-kind=status][data-value=possible]")
    box.focus()
    opened.page.keyboard.press("Tab")
    opened.page.keyboard.press("Enter")
    assert opened.shown == {"Alibaba", "Meituan"} and opened.faults == []


def test_the_time_slider_goes_from_day_to_day_by_keyboard(graph: GraphStore, reader: Reader) -> None:
    opened = reader.open(graph)
    slider = opened.page.locator("input[data-key=from]")
    first = slider.get_attribute("aria-valuetext")
    slider.press("ArrowRight")
    assert slider.get_attribute("aria-valuetext") != first and "from=" in opened.page.url
    assert opened.page.evaluate("document.activeElement.dataset.key") == "from"
    slider.press("End")
    assert "from=2025-12-01" in opened.page.url
    slider.press("Home")
    assert slider.get_attribute("aria-valuetext") == first and "from=" not in opened.page.url
    assert opened.faults == []


def test_the_panel_and_the_list_show_more(reader: Reader) -> None:
    opened = reader.open(busy_graph(320), ViewOptions(max_nodes=500))
    choose(opened, "Mitte")
    assert opened.page.locator("#panel .card").count() == 60
    opened.page.locator("#panel").get_by_role("button", name="Show 60 more").click()
    assert opened.page.locator("#panel .card").count() == 120
    opened.page.locator("#show-list").click()
    assert opened.page.locator("#list tbody tr").count() == 301
    opened.page.locator("#list").get_by_role("button", name="Show 20 more").click()
    assert opened.page.locator("#list tbody tr").count() == 320 and opened.faults == []


def test_an_article_of_the_web_opens_in_a_tab_of_its_own(reader: Reader) -> None:
    opened = reader.open(busy_graph(1))
    choose(opened, "Mitte")
    link = opened.page.locator("#panel .source a")
    assert link.get_attribute("href") == "https://blatt.example/0"
    assert (link.get_attribute("target"), link.get_attribute("rel")) == ("_blank", "noopener noreferrer")


def test_the_page_follows_the_system_from_light_to_dark(graph: GraphStore, reader: Reader) -> None:
    opened = reader.open(graph)
    fill = "document.querySelector('[data-kind=class]').parentElement.querySelector('path').getAttribute('fill')"
    light = opened.page.evaluate(fill)
    opened.page.emulate_media(color_scheme="dark")
    opened.page.wait_for_timeout(500)
    assert opened.page.evaluate(fill) != light and opened.faults == []
