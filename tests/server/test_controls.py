"""The controls of the workbench that lead from page to page: links, forms, downloads, keys, the field for the token."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from kg.articles.article import Article
from kg.server.options import ServeOptions
from tests.graph.newsroom import Story, claim, entity
from tests.server.conftest import Tab, tab_of, write
from tests.views.conftest import chromium as chromium
from tests.views.conftest import serious

pytestmark = pytest.mark.browser


def bought(number: int) -> Story:
    """Return an article in which one more company buys the same one."""
    article = Article(f"s{number}", f"Firma {number} kauft Mitte.", title=f"Kauf {number}")
    return Story(article, [claim(article, entity(f"Firma {number}"), "acquires", entity("Mitte"))])


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
        tab.home = tab.home.partition("?")[0]
        tab.open("/entity/alibaba")
        assert serious(tab.page) == []
        for token in ("falsch", "geheim"):
            assert tab.page.get_by_role("alert").count() == (token == "geheim")
            tab.page.keyboard.type(token)
            tab.page.get_by_role("button", name="Open").click()
        tab.page.wait_for_url("**/entity/alibaba")
        assert tab.page.locator("h1").inner_text() == "Alibaba" and tab.faults == []


def test_lists_of_values_numbers_and_dates_in_the_form_of_a_query(tab: Tab) -> None:
    tab.open("/query?name=entities")
    tab.page.locator("select[name='p.type']").select_option("Regulator")
    tab.page.fill("input[name='p.least']", "1")
    tab.page.fill("input[name='p.since']", "2025-01-01")
    tab.page.locator("#parameters").get_by_role("button", name="Run").click()
    tab.page.wait_for_url("**p.type=Regulator**")
    answer = tab.page.locator(".answer").inner_text()
    assert "KFTC" in answer and "Alibaba" not in answer
    assert tab.page.locator("select[name='p.type']").input_value() == "Regulator"
    tab.open("/query?name=trace&p.subject=KFTC")
    tab.page.locator("select[name='p.predicate']").select_option("restricts")
    tab.page.locator("#parameters").get_by_role("button", name="Run").click()
    tab.page.wait_for_url("**p.predicate=restricts**")
    assert "Datenaustausch" in tab.page.locator(".answer").inner_text() and tab.faults == []


@pytest.mark.parametrize("name", ["CSV", "TSV", "JSON", "JSON Lines", "Markdown", "Turtle", "JSON-LD"])
def test_every_download(tab: Tab, name: str) -> None:
    tab.open("/query?sparql=CONSTRUCT+{?a+kg:restricts+?b}+{?a+kg:restricts+?b}")
    with tab.page.expect_download() as download:
        tab.page.locator(".downloads").get_by_role("link", name=name, exact=True).click()
    assert "kftc" in Path(download.value.path()).read_text().lower() and tab.faults == []


def test_between_table_and_graph(tab: Tab) -> None:
    tab.open("/query?name=partnerships&view=graph")
    frame = tab.page.frame_locator("iframe")
    frame.locator("#panel .ranked").get_by_role("button", name="Alibaba", exact=True).click()
    frame.get_by_role("link", name="Open its page").wait_for()
    tab.page.locator(".answer").get_by_role("link", name="Table").click()
    tab.page.locator(".answer td").first.wait_for()
    tab.page.locator(".answer").get_by_role("link", name="HONOR").first.click()
    tab.page.wait_for_url("**/entity/honor")
    assert tab.faults == []


def test_the_explorer_loads_surroundings_and_a_name_from_elsewhere_by_keyboard(tab: Tab) -> None:
    tab.open("/explore?focus=KFTC&hops=1")
    tab.page.locator("#panel .ranked").get_by_role("button", name="Gemeinschaftsunternehmen Grand Opus").click()
    tab.page.get_by_role("link", name="Load its surroundings").click()
    tab.page.wait_for_url("**/explore?focus=*grand-opus")
    tab.page.keyboard.press("/")
    tab.page.keyboard.type("meit")
    tab.page.locator("#hits .beyond[aria-selected=true]").wait_for()
    tab.page.keyboard.press("Enter")
    tab.page.wait_for_url("**/explore?focus=*meituan")
    tab.page.locator("header").get_by_role("link", name="Queries").click()
    tab.page.wait_for_url("**/query")
    assert tab.faults == []


def test_a_name_of_two_entities_asks_which(tab: Tab) -> None:
    tab.open("/explore?focus=Merck")
    tab.page.locator(".results a").first.click()
    tab.page.wait_for_url("**/explore?focus=*merck*")
    assert tab.page.locator("#graph").is_visible()


def test_entities_of_one_class(tab: Tab) -> None:
    tab.open("/entities")
    tab.page.get_by_label("Kind").get_by_role("link", name="regulator").click()
    tab.page.wait_for_url("**?class=Regulator")
    assert tab.page.locator(".results .name").all_inner_texts() == ["KFTC"]
    tab.page.locator(".results .name").click()
    tab.page.wait_for_url("**/entity/kftc")
    assert tab.faults == []


def test_from_an_entity_to_its_neighbours_claims_and_articles(tab: Tab) -> None:
    for choose, path in (
        (".ranked .name", "**/entity/**"),
        (".foot .more", "**/statement/**"),
        (".foot .source a", "**/article/**"),
        ("h2 .action", "**/explore?focus=**"),
    ):
        tab.open("/entity/alibaba")
        tab.page.locator(choose).first.click()
        tab.page.wait_for_url(path)
    assert tab.faults == []


def test_the_first_page_leads_to_what_it_shows(tab: Tab) -> None:
    for choose, path in (
        (".figures a >> nth=0", "**/articles"),
        (".figures a >> nth=1", "**/entities"),
        (".ranked .name >> nth=0", "**/entity/**"),
        (".articles .title >> nth=0", "**/article/**"),
        (".questions a >> nth=0", "**/query?name=*"),
        ("h2 .action >> nth=0", "**/explore"),
    ):
        tab.open("/")
        tab.page.locator(choose).click()
        tab.page.wait_for_url(path)
    assert tab.faults == []


def test_a_click_on_a_hit_opens_its_page(tab: Tab) -> None:
    tab.open("/")
    tab.page.fill("#search", "kft")
    tab.page.locator("#hits li", has_text="KFTC").click()
    tab.page.wait_for_url("**/entity/kftc")
    assert tab.faults == []


def test_the_number_behind_words_lights_up_its_claim(tab: Tab) -> None:
    tab.open("/article/honor-deal")
    number = tab.page.locator(".text .ref").first
    number.click()
    assert tab.page.locator(".claims .card.lit .badge").all_inner_texts() == [number.inner_text()]
    tab.open("/article/honor-deal#claim-2")
    tab.page.locator("#claim-2.lit").wait_for()
    assert tab.page.locator(".claims .card.lit .badge").all_inner_texts() == ["2"] and tab.faults == []


def test_many_claims_come_in_pages(chromium: Browser, tmp_path: Path) -> None:
    stories = [bought(number) for number in range(130)]
    with tab_of(chromium, ServeOptions(write(tmp_path / "graph", stories), port=0)) as tab:
        tab.open("/entity/mitte")
        tab.page.get_by_role("link", name="110 more").click()
        tab.page.get_by_role("link", name="Next").click()
        tab.page.wait_for_url("**page=2**")
        assert tab.page.locator(".wide .card").count() == 60
        tab.page.get_by_role("link", name="Previous").click()
        tab.page.wait_for_url("**page=1**")
        tab.open("/articles")
        tab.page.get_by_role("link", name="Next").click()
        assert tab.page.locator(".articles li").count() == 30 and tab.faults == []


def test_the_page_of_a_fault_leads_home(tab: Tab) -> None:
    tab.open("/entity/nobody")
    tab.page.get_by_role("link", name="To the first page").click()
    tab.page.wait_for_url(tab.home)


def test_the_first_stop_leads_past_the_head(tab: Tab) -> None:
    tab.open("/articles")
    tab.page.keyboard.press("Tab")
    tab.page.keyboard.press("Enter")
    tab.page.keyboard.press("Tab")
    assert tab.page.evaluate("document.activeElement.closest('main') !== null") and tab.faults == []
