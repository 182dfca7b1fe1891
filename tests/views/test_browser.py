"""The page in a browser: every control does what it says, and nothing of an article runs."""

from __future__ import annotations

import pytest

from kg.graph.store import GraphStore
from kg.views.options import ViewOptions
from tests.views.conftest import Opened, Reader
from tests.views.hostile import TEXTS, hostile_graph

pytestmark = pytest.mark.browser

EDGE = "kg.data.edges.find((edge) => edge.predicate === '{}' && edge.status === '{}').id"
NODE = "kg.data.entities.find((one) => one.name === '{}').id"


def untick(opened: Opened, kind: str, value: str) -> None:
    opened.page.locator(f"input[data-kind='{kind}'][data-value='{value}']").uncheck(force=True)


def test_opens_without_fault_and_shows_names_and_relations(graph: GraphStore, reader: Reader) -> None:
    opened = reader.open(graph)
    labels = opened.page.evaluate("kg.nodes.map((node) => node.label)")
    assert {"Alibaba", "HONOR", "Weißes Haus"} <= set(labels)
    assert "partners with" in opened.page.evaluate("kg.edges.map((edge) => edge.label)")
    assert opened.faults == []


def test_the_canvas_is_painted(graph: GraphStore, reader: Reader) -> None:
    opened = reader.open(graph)
    colours = opened.page.evaluate(
        "(() => { const c = document.querySelector('#graph canvas');"
        "const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data; const seen = new Set();"
        "for (let i = 0; i < d.length; i += 4) if (d[i + 3]) seen.add(d[i] + ',' + d[i + 1] + ',' + d[i + 2]);"
        "return seen.size; })()"
    )
    assert colours > 20


def test_click_on_a_line_shows_sentence_and_article(graph: GraphStore, reader: Reader) -> None:
    opened = reader.open(graph)
    edge = opened.page.evaluate(EDGE.format("restricts", "actual"))
    opened.click_canvas(f"kg.network.body.edges[{edge}].edgeType.getPoint(0.5)")
    opened.page.locator("#panel blockquote").wait_for()
    for words in ("KFTC", "restricts", "Die KFTC verhängte Datenaustausch-Beschränkungen", "Alibaba: Neuer Deal",
                  "Börsenblick", "Sep 27, 2025", "honor-deal", "topic: Datenaustausch", "90%"):  # fmt: skip
        assert words in opened.panel
    assert opened.page.locator("#panel mark.subject").inner_text() == "KFTC"
    assert opened.page.locator("#panel mark.trigger").count() == 1
    assert opened.faults == []


def test_a_relation_that_does_not_hold_is_struck(graph: GraphStore, reader: Reader) -> None:
    opened = reader.open(graph)
    opened.page.evaluate(f"kg.selectEdge({EDGE.format('partnersWith', 'negated')})")
    assert opened.page.locator("#panel h2 s").inner_text() == "partners with"
    assert "negated" in opened.panel


def test_click_on_a_node_shows_names_and_claims(graph: GraphStore, reader: Reader) -> None:
    opened = reader.open(graph)
    opened.click_canvas(f"kg.network.getPosition({opened.page.evaluate(NODE.format('Alibaba'))})")
    opened.page.locator("#panel h2").wait_for()
    for words in (
        "Alibaba Group",
        "country: CN",
        "+2.5 %",
        "revenue",
        "5,000",
        "according to Financial Times",
    ):
        assert words in opened.panel


def test_double_click_leaves_the_surroundings(graph: GraphStore, reader: Reader) -> None:
    opened = reader.open(graph)
    opened.click_canvas(f"kg.network.getPosition({opened.page.evaluate(NODE.format('KFTC'))})", clicks=2)
    opened.page.wait_for_timeout(300)
    assert opened.shown == {"KFTC", "Gemeinschaftsunternehmen Grand Opus"}
    opened.page.locator("#all").click()
    assert {"HONOR", "Meituan"} <= opened.shown


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Alib", "Alibaba"),
        ("alibaba group", "Alibaba"),
        ("muller", "Jörg Müller"),
        ("weisses haus", "Weißes Haus"),
    ],
)
def test_search_finds_names(graph: GraphStore, reader: Reader, typed: str, found: str) -> None:
    opened = reader.open(graph)
    opened.page.keyboard.press("/")
    opened.page.keyboard.type(typed)
    opened.page.keyboard.press("Enter")
    assert opened.page.locator("#panel h2").inner_text() == found


def test_search_says_when_nothing_fits(graph: GraphStore, reader: Reader) -> None:
    opened = reader.open(graph)
    opened.page.fill("#search", "Zzz")
    assert opened.page.locator("#hits").inner_text() == "No name fits"


@pytest.mark.parametrize(
    ("kind", "value", "gone"),
    [
        ("class", "Regulator", "KFTC"),
        ("predicate", "worksFor", "Jörg Müller"),
        ("status", "alleged", "Volksbefreiungsarmee"),
        ("source", "Nachrichtenagentur", "Jörg Müller"),
    ],
)
def test_the_legend_filters(graph: GraphStore, reader: Reader, kind: str, value: str, gone: str) -> None:
    opened = reader.open(graph)
    assert gone in opened.shown
    untick(opened, kind, value)
    assert gone not in opened.shown and "Alibaba" in opened.shown
    opened.page.locator(".reset").click()
    assert gone in opened.shown


def test_only_one_status(graph: GraphStore, reader: Reader) -> None:
    opened = reader.open(graph)
    opened.page.evaluate("document.querySelector('[data-kind=status][data-value=possible]').closest('.filter')"
                         ".querySelector('.only').click()")  # fmt: skip
    assert opened.shown == {"Alibaba", "Meituan"}


def test_the_time_slider_limits_the_articles(graph: GraphStore, reader: Reader) -> None:
    opened = reader.open(graph)
    opened.page.locator("input[data-key=from]").fill("1000")
    assert "Jörg Müller" in opened.shown and "KFTC" not in opened.shown
    assert "from=2025-12-01" in opened.page.url


def test_the_address_holds_the_state(graph: GraphStore, reader: Reader) -> None:
    opened = reader.open(graph)
    untick(opened, "status", "negated")
    untick(opened, "source", "Marktbrief")
    opened.page.evaluate(f"kg.selectNode({NODE.format('HONOR')})")
    opened.page.locator("#language").click()
    again = reader.open(graph, fragment="#" + opened.page.url.partition("#")[2])
    assert again.shown == opened.shown and again.panel == opened.panel
    assert "kooperiert mit" in again.panel


@pytest.mark.parametrize(
    "fragment", ["#node=999", "#edge=x", "#around=-1", "#no-status=<img>", "#lang=xx", "#%zz", "#view=<b>"]
)
def test_a_wrong_address_does_no_harm(graph: GraphStore, reader: Reader, fragment: str) -> None:
    opened = reader.open(graph, fragment=fragment)
    assert "Alibaba" in opened.shown and opened.faults == []


def test_the_list_says_the_same_in_words(graph: GraphStore, reader: Reader) -> None:
    opened = reader.open(graph)
    opened.page.locator("#show-list").click()
    rows = opened.page.locator("#list tbody tr")
    assert rows.count() == len(opened.page.evaluate("kg.data.claims"))
    words = opened.page.locator("#list").inner_text().split()
    assert "KFTC restricts Gemeinschaftsunternehmen Grand Opus Sep 27, 2025 Börsenblick" in " ".join(words)
    rows.get_by_role("button", name="KFTC").first.click()
    assert opened.page.locator("#panel h2").inner_text() == "KFTC"


def test_german_and_english(graph: GraphStore, reader: Reader) -> None:
    opened = reader.open(graph, ViewOptions(lang="de"))
    assert opened.page.locator("html").get_attribute("lang") == "de"
    assert "kooperiert mit" in opened.page.evaluate("kg.edges.map((edge) => edge.label)")
    opened.page.locator("#language").click()
    assert "partners with" in opened.page.evaluate("kg.edges.map((edge) => edge.label)")


def test_light_and_dark(graph: GraphStore, reader: Reader) -> None:
    opened = reader.open(graph)
    ground = "getComputedStyle(document.body).backgroundColor"
    light = opened.page.evaluate(ground)
    opened.page.locator("#theme").click()
    assert opened.page.evaluate(ground) != light
    assert "theme=dark" in opened.page.url


def test_every_control_has_a_name(graph: GraphStore, reader: Reader) -> None:
    opened = reader.open(graph)
    nameless = opened.page.evaluate(
        "[...document.querySelectorAll('button, input')].filter((e) => !(e.getAttribute('aria-label')"
        " || e.textContent.trim() || (e.closest('label') && e.closest('label').textContent.trim()))).length"
    )
    assert nameless == 0


def test_what_is_left_out_is_said(graph: GraphStore, reader: Reader) -> None:
    opened = reader.open(graph, ViewOptions(max_nodes=5))
    assert "less connected entities are left out" in opened.page.locator("#note").inner_text()


def test_hostile_texts_stay_inert(reader: Reader) -> None:
    opened = reader.open(hostile_graph(), ViewOptions(title=TEXTS[0]))
    for number in range(len(TEXTS) + 1):
        opened.page.evaluate(f"kg.selectNode({number})")
    for number in range(len(TEXTS)):
        opened.page.evaluate(f"kg.selectEdge({number})")
    opened.page.locator("#show-list").click()
    opened.page.fill("#search", "a")
    assert opened.page.locator("img, iframe, object, #panel script, #list script, [onerror]").count() == 0
    assert opened.page.locator("a:not([href^='http'])").count() == 0
    assert opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert opened.faults == []


def test_an_empty_graph_is_an_empty_page(reader: Reader) -> None:
    opened = reader.open(GraphStore())
    assert opened.shown == set() and opened.faults == []
