"""The reconciliation service: answers that follow the specification, and the right entity first."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import ValidationError, validate

from kg.graph.store import GraphStore
from kg.server import reconciliation as service
from tests.graph.newsroom import entity, newsroom
from tests.server import recon_schemas as schemas


@pytest.fixture(scope="module")
def graph() -> GraphStore:
    store = GraphStore()
    for story in newsroom():
        story.into(store)
    return store


def ask(graph: GraphStore, name: str, **more: Any) -> list[dict[str, Any]]:
    """Send one query and return its candidates, after both have been held against the schemas."""
    batch = {"q0": {"query": name, **more}}
    validate(batch, schemas.QUERY_BATCH)
    answer = service.answer(batch, graph)
    validate(answer, schemas.RESULT_BATCH)
    found: list[dict[str, Any]] = answer["q0"]["result"]
    return found


def test_the_manifest_follows_the_specification() -> None:
    manifest = service.manifest("http://127.0.0.1:8000/reconcile")
    validate(manifest, schemas.MANIFEST)
    assert manifest["view"]["url"] == "https://w3id.org/newskg/entity/{{id}}"
    assert manifest["preview"]["url"] == "http://127.0.0.1:8000/reconcile/preview?id={{id}}"


@pytest.mark.parametrize(
    ("name", "first", "match"),
    [
        ("Alibaba", "Alibaba", True),
        ("ALIBABA GROUP HOLDING LTD.", "Alibaba", True),
        ("Alibaba Cloud", "Alibaba Cloud", True),
        ("Jörg Müller", "Jörg Müller", True),
        ("Dr. Joerg Mueller", "Jörg Müller", True),
        ("Jorg Muller", "Jörg Müller", True),
        ("PLA", "Volksbefreiungsarmee", True),
        ("White House", "Weißes Haus", True),
        ("Honer", "HONOR", False),
        ("J. Müller", "Jörg Müller", False),
        ("Meituan Dianping", "Meituan", False),
    ],
)
def test_the_right_entity_comes_first(graph: GraphStore, name: str, first: str, match: bool) -> None:
    best = ask(graph, name)[0]
    assert (best["name"], best["match"]) == (first, match)


def test_a_name_of_two_entities_matches_neither(graph: GraphStore) -> None:
    found = ask(graph, "Merck")
    assert {one["name"] for one in found[:2]} == {"Merck KGaA", "Merck & Co."}
    assert not any(one["match"] for one in found)


def test_an_unknown_name_has_no_match(graph: GraphStore) -> None:
    assert not any(one["match"] for one in ask(graph, "Wacker Neuson"))


def test_classes_restrict_the_candidates(graph: GraphStore) -> None:
    assert ask(graph, "KFTC", type="Regulator")[0]["name"] == "KFTC"
    assert ask(graph, "KFTC", type=["https://w3id.org/newskg/ontology#Organization"])[0]["name"] == "KFTC"
    assert ask(graph, "KFTC", type="Person") == []


def test_a_country_speaks_for_and_against(graph: GraphStore) -> None:
    here = ask(graph, "Alibaba", properties=[{"pid": "country", "v": "CN"}])[0]["score"]
    there = ask(graph, "Alibaba", properties=[{"pid": "country", "v": ["DE"]}])[0]["score"]
    assert there < 85 <= here


def test_features_tell_the_reasons(graph: GraphStore) -> None:
    features = ask(graph, "Alibaba", properties=[{"pid": "country", "v": {"id": "CN"}}])[0]["features"]
    assert features == [{"id": "same name", "value": 0.95}, {"id": "country agrees", "value": 0.05}]


def test_the_limit_holds(graph: GraphStore) -> None:
    assert len(ask(graph, "Merck", limit=1)) == 1


@pytest.mark.parametrize(
    ("batch", "problem"),
    [
        (["Alibaba"], "a batch of queries is an object"),
        ({"q0": "Alibaba"}, "is no object"),
        ({"q0": {"query": " "}}, "needs a text"),
        ({"q0": {"query": 5}}, "needs a text"),
        ({"q0": {"query": "A", "properties": ["DE"]}}, "a property has a pid and a v"),
        ({"q0": {"query": "A", "limit": "many"}}, "limit is a number"),
        ({f"q{n}": {"query": "A"} for n in range(500)}, "too many"),
    ],
)
def test_a_broken_batch_is_refused_with_the_reason(graph: GraphStore, batch: Any, problem: str) -> None:
    with pytest.raises(service.ReconciliationError, match=problem):
        service.answer(batch, graph)


@given(name=st.text(max_size=60))
def test_no_name_breaks_the_service(graph: GraphStore, name: str) -> None:
    try:
        answer = service.answer({"q0": {"query": name}}, graph)
    except service.ReconciliationError:
        assert not name.strip()
    else:
        validate(answer, schemas.RESULT_BATCH)


def test_suggestions_follow_the_specification(graph: GraphStore) -> None:
    entities = service.suggest_entities("ali", graph)
    validate(entities, schemas.SUGGESTED_ENTITIES)
    assert [one["name"] for one in entities["result"]] == ["Alibaba", "Alibaba Cloud"]
    assert [one["name"] for one in service.suggest_entities("cloud", graph)["result"]] == ["Alibaba Cloud"]
    assert service.suggest_entities("", graph) == {"result": []}
    types = service.suggest_types("reg")
    validate(types, schemas.SUGGESTED_TYPES)
    assert {"id": "Regulator", "name": "Regulator"} in types["result"]
    properties = service.suggest_properties("is")
    validate(properties, schemas.SUGGESTED_PROPERTIES)
    assert "isin" in [one["id"] for one in properties["result"]]


def test_extension_gives_values(graph: GraphStore) -> None:
    request = {"ids": ["alibaba", "nobody"], "properties": [{"id": "country"}, {"id": "alias"}]}
    answer = service.extend(request, graph)
    validate(answer, schemas.EXTENSION)
    assert answer["rows"]["alibaba"] == {"country": [{"str": "CN"}], "alias": [{"str": "Alibaba Group"}]}
    assert answer["rows"]["nobody"] == {"country": [], "alias": []}
    with pytest.raises(service.ReconciliationError, match="no property 'sales'"):
        service.extend({"ids": [], "properties": [{"id": "sales"}]}, graph)


def test_a_preview_shows_the_entity_and_runs_nothing() -> None:
    from tests.graph.newsroom import agency_note, claim

    store, story = GraphStore(), agency_note()
    rogue = entity("<script>alert(1)</script> AG")
    story.claims.append(claim(story.article, rogue, "partnersWith", entity("Meituan")))
    story.into(store)
    page = service.preview(rogue.iri.removeprefix("https://w3id.org/newskg/entity/"), store)
    assert page is not None
    assert "&lt;script&gt;" in page and "<script" not in page
    assert service.preview("nobody", store) is None


def test_the_schemas_refuse_what_the_specification_refuses() -> None:
    for batch in ({"q0": {}}, {"q0": {"query": "a", "typ": "b"}}, {"q0": {"query": "a", "type_strict": "some"}}):
        with pytest.raises(ValidationError):
            validate(batch, schemas.QUERY_BATCH)
    with pytest.raises(ValidationError):
        validate({"q0": {"result": [{"id": "a", "name": "b"}]}}, schemas.RESULT_BATCH)
    with pytest.raises(ValidationError):
        validate({"versions": ["0.1"], "name": "", "identifierSpace": "", "schemaSpace": ""}, schemas.MANIFEST)
