"""What is told of one entity: names, identifiers, sources, neighbours, claims by status; and what can be left out."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import pytest

from kg.graph.mapping import article_quads
from kg.graph.store import GraphStore
from kg.query.card import Wanted, entity_card
from kg.query.errors import UnknownNameError
from kg.query.names import find_entity
from kg.query.show import describe_entity
from tests.graph.newsroom import ALIBABA, HONOR, Story, agency_note, claim, honor_deal, memo

JOINED = "https://w3id.org/newskg/entity/company/alibaba-group"
THERE = "http://www.wikidata.org/entity/Q1359568"


def text(graph: GraphStore, name: str, wanted: Wanted | None = None) -> str:
    return "\n".join(describe_entity(graph, name, wanted=wanted))


def test_a_card_holds_all_that_is_known(graph: GraphStore):
    card = entity_card(graph, "Alibaba")
    assert (card.name, card.type, card.names) == ("Alibaba", "Company", ("Alibaba Group",))
    assert card.identifiers == {"country": ("CN",)}
    assert [source.published for source in card.sources] == ["2025-12-01", "2025-11-19", "2025-09-27"]
    assert card.sources[1].publisher == "Marktbrief"
    assert list(card.neighbours.items())[:2] == [(HONOR.iri, 2), ("https://w3id.org/newskg/entity/meituan", 2)]
    assert [one.status for one in card.claims] == sorted(
        (one.status for one in card.claims), key=("actual", "planned", "possible", "alleged", "negated").index
    )


def test_the_text_tells_it_in_order(graph: GraphStore):
    told = text(graph, "Alibaba")
    marks = ["address:", "also: Alibaba Group", "sources: 3 articles", "neighbours: HONOR (2)"]
    marks += ["actual (", "negated (1)"]
    places = [told.index(mark) for mark in marks]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("wanted", "claims"),
    [
        (Wanted(statuses=("alleged",)), {"suppliesTo"}),
        (Wanted(predicates=("rates", "denies")), {"rates", "denies"}),
        (Wanted(since=dt.date(2025, 12, 1), predicates=("sues", "accuses")), {"sues"}),
        (Wanted(until=dt.date(2025, 10, 1), statuses=("planned",)), {"investsIn", "publishesResultsOn"}),
        (Wanted(since=dt.date(2026, 1, 1)), set()),
    ],
)
def test_claims_are_chosen(graph: GraphStore, wanted: Wanted, claims: set[str]):
    assert {one.predicate for one in entity_card(graph, "Alibaba", wanted).claims} == claims


def test_a_card_is_json(graph: GraphStore):
    data = json.loads(json.dumps(entity_card(graph, "KFTC").to_dict()))
    assert data["claims"][0]["predicate"] == "restricts" and data["claims"][0]["evidence"][0]["text"]
    assert data["sources"][0]["title"] == "Alibaba: Neuer Deal mit HONOR"


def test_a_reprint_is_no_source_of_its_own():
    store = GraphStore()
    first, again = honor_deal(), agency_note()
    first.into(store)
    store.put_article(again.iri, article_quads(again.article, again.claims, reprint_of=first.iri))
    card = entity_card(store, "HONOR")
    assert (len(card.sources), card.independent_sources) == (2, 1)
    assert "sources: 2 articles, 1 of them reprints" in text(store, "HONOR")


def test_addresses_of_joined_names_lead_to_the_entity():
    store, story = GraphStore(), memo()
    one = replace(ALIBABA, same_as=(JOINED, THERE))
    Story(story.article, [claim(story.article, one, "partnersWith", HONOR)]).into(store)
    card = entity_card(store, JOINED)
    assert (card.iri, card.joined, card.elsewhere) == (ALIBABA.iri, (JOINED,), (THERE,))
    assert find_entity(store, "wd:Q1359568").value == ALIBABA.iri
    assert "joined from: entity:company/alibaba-group" in text(store, "Alibaba")
    assert "same as: wd:Q1359568" in text(store, "Alibaba")
    with pytest.raises(UnknownNameError):
        find_entity(store, "wd:Q1")
