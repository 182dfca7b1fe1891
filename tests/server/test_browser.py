"""The workbench in a browser: every control does what it says, nothing of an article runs, nothing goes out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.server.conftest import Tab
from tests.views.conftest import serious
from tests.views.hostile import TEXTS

pytestmark = pytest.mark.browser

PAGES = [
    "/",
    "/search?q=ali",
    "/entities",
    "/articles",
    "/entity/alibaba",
    "/article/honor-deal",
    "/article/memo",
    "/publisher/marktbrief",
    "/query",
    "/query?name=ratings-of&p.entity=Alibaba",
    "/query?name=partnerships&view=graph",
    "/query?sparql=SELECT+*+{",
    "/explore",
    "/explore?focus=Alibaba&hops=1",
    "/entity/nobody",
]


@pytest.mark.parametrize("path", PAGES)
def test_pages_open_without_fault(tab: Tab, path: str) -> None:
    tab.open(path)
    tab.page.wait_for_load_state("networkidle")
    assert [fault for fault in tab.faults if "status of 40" not in fault] == []
    assert tab.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_no_serious_fault_of_accessibility(tab: Tab, path: str, theme: str) -> None:
    tab.page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    tab.open(path)
    tab.page.wait_for_load_state("networkidle")
    assert serious(tab.page) == []


def test_the_search_field_suggests_names(tab: Tab) -> None:
    tab.open("/")
    tab.page.keyboard.press("/")
    tab.page.keyboard.type("honor")
    tab.page.locator("#hits li").first.wait_for()
    tab.page.keyboard.press("ArrowDown")
    tab.page.keyboard.press("Enter")
    tab.page.wait_for_url("**/entity/honor")
    assert tab.page.locator("h1").inner_text() == "HONOR"


def test_the_search_field_finds_headlines_too(tab: Tab) -> None:
    tab.open("/")
    tab.page.fill("#search", "vorwürfe")
    tab.page.press("#search", "Enter")
    tab.page.get_by_role("link", name="Vorwürfe gegen Alibaba").click()
    tab.page.wait_for_url("**/article/memo")


def test_from_the_first_page_to_everything(tab: Tab) -> None:
    for name, path in (("Entities", "/entities"), ("Articles", "/articles"), ("Queries", "/query"),
                       ("Explorer", "/explore")):  # fmt: skip
        tab.open("/")
        tab.page.locator("header").get_by_role("link", name=name).click()
        tab.page.wait_for_url(f"**{path}")
    tab.page.locator("header .home").click()
    tab.page.wait_for_url("**/")
    assert tab.faults == []


def test_claims_of_one_status(tab: Tab) -> None:
    tab.open("/entity/alibaba")
    tab.page.get_by_label("Status").get_by_role("link", name="possible").click()
    tab.page.wait_for_url("**?status=possible")
    assert "acquires" in tab.words and "competes with" not in tab.page.locator(".wide").inner_text()


def test_a_claim_and_its_words_light_up_together(tab: Tab) -> None:
    tab.open("/article/honor-deal")
    card = tab.page.locator(".claims .card", has_text="restricts")
    card.click()
    lit = "".join(tab.page.locator(".told.lit").all_inner_texts())
    assert lit == "Die KFTC verhängte Datenaustausch-Beschränkungen für das Joint Venture"
    tab.page.locator(".told", has_text="verkündete Alibaba").click()
    assert tab.page.locator(".claims .card.lit", has_text="partners with").count() == 1
    assert "lit" not in (card.get_attribute("class") or "").split()


def test_from_a_claim_to_its_page_and_its_data(tab: Tab) -> None:
    tab.open("/article/honor-deal")
    tab.page.locator(".claims .card", has_text="restricts").get_by_role("link", name="Open the claim").click()
    tab.page.wait_for_url("**/statement/*")
    assert "restricts" in tab.words and "restricts-frame" in tab.words
    turtle = "[...document.querySelectorAll('.data a')].find((a) => a.textContent === 'Turtle').href"
    with tab.page.expect_response("**/statement/*format=turtle") as answer:
        tab.page.evaluate(f"fetch({turtle})")
    assert answer.value.headers["content-type"].startswith("text/turtle")


def test_a_query_of_the_library_from_form_to_picture(tab: Tab) -> None:
    tab.open("/query")
    tab.page.fill("#narrow", "rating")
    assert tab.page.locator(".library li:visible").count() < 6
    tab.page.get_by_role("link", name="Ratings of a share over time").click()
    tab.page.wait_for_load_state()  # what is typed before the script listens suggests nothing
    tab.page.locator("input[data-entity]").first.fill("Aliba")
    tab.page.locator("#names option").first.wait_for(state="attached")
    tab.page.locator("input[data-entity]").first.fill("Alibaba")
    tab.page.locator("#parameters").get_by_role("button", name="Run").click()
    tab.page.locator(".answer td").first.wait_for()
    assert "JPMorgan" in tab.page.locator(".answer").inner_text()
    with tab.page.expect_download() as download:
        tab.page.get_by_role("link", name="CSV").click()
    assert "JPMorgan" in Path(download.value.path()).read_text()
    tab.page.locator(".answer").get_by_role("link", name="Graph").click()
    frame = tab.page.frame_locator("iframe")
    frame.locator("#panel", has_text="JPMorgan").wait_for()
    assert tab.faults == []


def test_sparql_typed_into_the_editor(tab: Tab) -> None:
    tab.open("/query")
    tab.page.fill("#sparql", "SELECT ?a { ?a kg:restricts ?b } # wer")
    assert tab.page.locator("#colours .k").all_inner_texts() == ["SELECT"]
    assert tab.page.locator("#colours").inner_text().strip() == "SELECT ?a { ?a kg:restricts ?b } # wer"
    tab.page.press("#sparql", "Control+Enter")
    tab.page.locator(".answer td").first.wait_for()
    assert tab.page.locator(".answer td").all_inner_texts() == ["KFTC"]
    tab.page.fill("#sparql", "SELECT ?a {")
    tab.page.locator("#editor").get_by_role("button", name="Run").click()
    assert "line 1, column" in tab.page.get_by_role("alert").inner_text()


def test_the_explorer_leads_on(tab: Tab) -> None:
    tab.open("/explore?focus=KFTC&hops=1")
    shown = "kg.nodes.map((node) => kg.data.entities[node.id].name)"
    assert set(tab.page.evaluate(shown)) == {"KFTC", "Gemeinschaftsunternehmen Grand Opus"}
    tab.page.keyboard.press("/")
    tab.page.keyboard.type("meit")
    tab.page.locator("#hits li", has_text="Meituan").click()
    tab.page.wait_for_url("**/explore?focus=*meituan")
    assert "Meituan" in tab.page.evaluate(shown)
    tab.page.evaluate("kg.selectNode(0)")
    tab.page.get_by_role("link", name="Open its page").click()
    tab.page.wait_for_url("**/entity/meituan")
    assert tab.faults == []


def test_a_click_in_the_small_picture_opens_a_page(tab: Tab) -> None:
    tab.open("/entity/kftc")
    tab.page.wait_for_load_state("networkidle")
    frame = next(one for one in tab.page.frames if "embed" in one.url)
    assert frame.evaluate("typeof kg") == "object"
    box = tab.page.locator("iframe").bounding_box()
    point = frame.evaluate("kg.network.canvasToDOM(kg.network.getPosition(1))")
    assert box is not None
    tab.page.mouse.click(box["x"] + point["x"], box["y"] + point["y"])
    tab.page.wait_for_url("**/entity/gemeinschaftsunternehmen-grand-opus")


def test_language_and_colours_stay_from_page_to_page(tab: Tab) -> None:
    tab.open("/entity/alibaba")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = tab.page.evaluate(ground)
    tab.page.locator("header").get_by_role("link", name="Deutsch").click()
    tab.page.locator("#theme").click()
    tab.open("/articles")
    assert tab.page.locator("html").get_attribute("lang") == "de" and "Aussagen" in tab.words
    assert tab.page.evaluate(ground) != light
    tab.open("/explore")
    assert tab.page.evaluate(ground) != light and "Alles zeigen" in tab.words
    tab.page.locator("#language").click()
    tab.page.locator("#theme").click()
    tab.open("/articles")
    assert tab.page.locator("html").get_attribute("lang") == "en" and tab.page.evaluate(ground) == light


def test_pages_can_be_walked_with_the_keyboard(tab: Tab) -> None:
    tab.open("/article/honor-deal")
    tab.page.keyboard.press("Tab")
    assert tab.page.evaluate("document.activeElement.className") == "skip"
    tab.page.locator(".claims .card").first.focus()
    tab.page.keyboard.press("Enter")
    assert tab.page.locator(".told.lit").count() > 0


THINGS = ("/entity/", "/article/", "/publisher/", "/resource?")


def hostile_paths() -> list[str]:
    """Return every kind of page that can show the texts; the addresses of things are found by following links."""
    typed = [f"/search?q={json.dumps(text)[1:-1]}" for text in TEXTS if len(text) < 100]
    queries = ["/query?sparql=SELECT+*+{+?a+?b+?c+}+ORDER+BY+?c", "/query?name=entities", "/query?name=partnerships",
               "/query?sparql=<img+src=x+onerror=alert(1)>", "/query?name=</script><script>alert(1)</script>",
               "/query?name=ratings-of&p.entity=<img+src=x+onerror=alert(1)>"]  # fmt: skip
    pictures = ["/explore", "/explore?embed=panel", "/explore?focus=<img+src=x+onerror=alert(1)>"]
    odd = ["/entity/<img src=x onerror=alert(1)>", "/resource?iri=javascript:alert(1)", "/?lang=<b>&page=<b>"]
    return ["/", "/entities", "/articles", *typed, *queries, *pictures, *odd]


def inert(tab: Tab, path: str) -> None:
    """Open a page and find nothing in it that an article put there."""
    tab.open(path)
    assert tab.page.locator("img, object, embed, [onerror], script:not([src]):not(#data)").count() == (
        2 if "/explore" in path and tab.page.locator("#graph").count() else 0
    )
    own = "a => a.getAttribute('href').match(/^(https?:|[/?#]|$)/i) === null"
    assert tab.page.evaluate(f"[...document.querySelectorAll('a[href]')].filter({own}).length") == 0
    assert tab.page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")
    assert [fault for fault in tab.faults if "status of 40" not in fault] == []


def test_hostile_texts_stay_inert_in_every_page(hostile_tab: Tab) -> None:
    found: set[str] = set()
    for path in hostile_paths():
        inert(hostile_tab, path)
        links = "[...document.querySelectorAll('main a[href^=\"/\"]')].map((a) => a.getAttribute('href'))"
        found |= {one for one in hostile_tab.page.evaluate(links) if one.startswith(THINGS)}
    assert len(found) > 2 * len(TEXTS)
    for path in sorted(one for one in found if "format=" not in one):
        inert(hostile_tab, path)
    links = "[...document.querySelectorAll('a[href^=\"/statement\"]')].map((a) => a.getAttribute('href'))"
    for path in hostile_tab.page.evaluate(links):
        inert(hostile_tab, path)
