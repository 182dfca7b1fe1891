"""The page by axe-core: no serious fault, whatever it shows."""

from __future__ import annotations

import pytest

from kg.graph.store import GraphStore
from kg.views.options import ViewOptions
from tests.views.conftest import Reader, serious

pytestmark = pytest.mark.browser

STATES = {
    "overview": "0",
    "entity": "kg.selectNode(0)",
    "relation": "kg.selectEdge(kg.data.edges[0].id)",
    "list": "kg.show('list')",
    "surroundings": "kg.showAround(1)",
}


@pytest.mark.parametrize("fragment", ["", "#theme=dark"])
@pytest.mark.parametrize("state", STATES)
def test_no_serious_fault(graph: GraphStore, reader: Reader, state: str, fragment: str) -> None:
    opened = reader.open(graph, ViewOptions(lang="de"), fragment)
    opened.page.evaluate(STATES[state])
    assert serious(opened.page) == []


def test_no_serious_fault_while_searching(graph: GraphStore, reader: Reader) -> None:
    opened = reader.open(graph)
    opened.page.fill("#search", "a")
    assert serious(opened.page) == []


def test_a_relation_that_a_query_made_says_so(graph: GraphStore, reader: Reader) -> None:
    query = "CONSTRUCT { ?a <http://x.example/rivalOf> ?b } WHERE { ?a kg:worksFor ?c . ?c kg:partnersWith ?b }"
    opened = reader.open(graph, ViewOptions(query=query))
    opened.page.evaluate("kg.selectEdge(0)")
    assert "made by the query" in opened.panel and opened.faults == []
    opened.page.locator("#show-list").click()
    assert "rivalOf" in opened.page.locator("#list").inner_text() and opened.faults == []
