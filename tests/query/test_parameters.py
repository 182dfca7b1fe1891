"""Parameters: what each type takes, what it refuses, and that no value gets out of its place."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from kg.graph.namespaces import KG
from kg.graph.store import GraphStore
from kg.query.errors import AmbiguousNameError, ParameterError, QueryError, UnknownNameError
from kg.query.library import NamedQuery, Parameter, ParameterType
from kg.query.names import find_entity, nearest_names
from kg.query.parameters import as_term, bind
from kg.query.run import run
from tests.graph.newsroom import ALIBABA, ALIBABA_CLOUD, FT, HONOR, KFTC, MERCK_DE, MERCK_US, MUELLER, memo


@pytest.mark.parametrize(
    ("name", "entity"),
    [
        ("Alibaba", ALIBABA),
        ("Alibaba Cloud", ALIBABA_CLOUD),
        ("Alibaba Group", ALIBABA),
        ("ALIBABA", ALIBABA),
        ("honor", HONOR),
        ("FT", FT),
        ("Wettbewerbsbehörde KFTC", KFTC),
        ("wettbewerbsbehoerde kftc", KFTC),
        ("Jörg Müller", MUELLER),
        ("JOERG MUELLER", MUELLER),
        ("Merck KGaA", MERCK_DE),
        ("Merck & Co.", MERCK_US),
        ("HONOR GmbH", HONOR),
        (ALIBABA.iri, ALIBABA),
        (f"<{ALIBABA.iri}>", ALIBABA),
        ("entity:alibaba", ALIBABA),
    ],
)
def test_names_aliases_and_iris_lead_to_the_entity(graph: GraphStore, name, entity):
    assert find_entity(graph, name).value == entity.iri


def test_an_ambiguous_name_lists_the_choices(graph: GraphStore):
    with pytest.raises(AmbiguousNameError, match=r"Merck KGaA \(Company\)") as caught:
        find_entity(graph, "Merck")
    assert {choice.iri for choice in caught.value.choices} == {MERCK_DE.iri, MERCK_US.iri}


@pytest.mark.parametrize(
    ("name", "near"), [("Alibuba", "Alibaba"), ("Honnor", "HONOR"), ("Jorg Muler", "Jörg Müller")]
)
def test_an_unknown_name_suggests_the_nearest(graph: GraphStore, name, near):
    with pytest.raises(UnknownNameError, match=f"did you mean '{near}'") as caught:
        find_entity(graph, name)
    assert caught.value.nearest == tuple(nearest_names(graph, name))


@pytest.mark.parametrize(
    "name", ["", " ", "https://example.org/unknown", "entity:unknown", "tatsächlich", "\x00", "<>"]
)
def test_what_names_nothing_is_refused(graph: GraphStore, name):
    with pytest.raises(UnknownNameError):
        find_entity(graph, name)


@pytest.mark.parametrize(
    ("type_", "value", "expected"),
    [
        ("entity", "HONOR", f"<{HONOR.iri}>"),
        ("article", "memo", f"<{memo().iri}>"),
        ("article", memo().iri, f"<{memo().iri}>"),
        ("predicate", "partnersWith", f"<{KG('partnersWith').value}>"),
        ("predicate", "kg:PARTNERSWITH", f"<{KG('partnersWith').value}>"),
        ("class", "company", f"<{KG('Company').value}>"),
        ("status", "planned", f"<{KG('planned').value}>"),
        ("date", "2025-11-25", '"2025-11-25"^^<http://www.w3.org/2001/XMLSchema#date>'),
        ("date", "2025-11", '"2025-11-01"^^<http://www.w3.org/2001/XMLSchema#date>'),
        ("date", "2025", '"2025-01-01"^^<http://www.w3.org/2001/XMLSchema#date>'),
        ("date", dt.date(2025, 1, 2), '"2025-01-02"^^<http://www.w3.org/2001/XMLSchema#date>'),
        ("integer", 3, '"3"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        ("number", "1e9", '"1000000000"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
        ("text", 'x" }', '"x\\" }"'),
    ],
)
def test_values_become_terms(graph: GraphStore, type_: ParameterType, value, expected):
    assert str(as_term(graph, Parameter("x", type_), value)) == expected


@pytest.mark.parametrize(
    ("type_", "value", "message"),
    [
        ("article", "nothing", "holds no article 'nothing'"),
        ("predicate", "partners", "no predicate 'partners'; did you mean partnersWith"),
        ("class", "Firma", "no class 'Firma'"),
        ("status", "sicher", "no status 'sicher'"),
        ("date", "gestern", "not a date such as"),
        ("date", "2025-13", "not a date such as"),
        ("date", "2025-02-30", "not a date such as"),
        ("integer", "2.5", "not a whole number"),
        ("number", "viel", "not a number"),
        ("number", "inf", "not a number"),
    ],
)
def test_values_of_another_type_are_refused(graph: GraphStore, type_: ParameterType, value, message):
    with pytest.raises(ParameterError, match=message):
        as_term(graph, Parameter("x", type_), value)


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        ({}, "partners-of needs entity=…"),
        ({"entity": None}, "partners-of needs entity=…"),
        ({"entity": "HONOR", "wann": "2025"}, "no parameter wann; it takes entity, since"),
    ],
)
def test_missing_and_unknown_parameters_are_named(graph: GraphStore, parameters, message):
    with pytest.raises(ParameterError, match=message):
        run(graph, "partners-of", parameters)


def test_a_typed_query_takes_no_parameters(graph: GraphStore):
    with pytest.raises(ParameterError, match="it takes none"):
        run(graph, "SELECT * { ?s ?p ?o }", {"entity": "HONOR"})


TEXT_QUERY = NamedQuery.parse("text", "# param x (text): words\nSELECT ?x { VALUES ?x { UNDEF } }")
HOSTILE = [
    '" } INSERT DATA { <urn:a> <urn:b> "c',
    "\\",
    '\\" } #',
    "}\n} SELECT * {",
    "\\u0022 } UNION { ?s ?p ?x",
    "?x }",
    "\\1 \\g<0>",
    "UNDEF } VALUES ?x { UNDEF",
    "\x00\x01\x7f\u2028\ufeff",
    "'''\"\"\"",
]


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_values_stay_values(graph: GraphStore, value):
    assert run(graph, TEXT_QUERY, {"x": value}).rows == [(value,)]


@given(st.text())
def test_any_text_comes_back_as_it_went_in(value):
    assert run(GraphStore(), TEXT_QUERY, {"x": value}).rows == [(value,)]


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize(
    ("query", "name"), [("partners-of", "entity"), ("new-since", "since"), ("trace", "subject")]
)
def test_hostile_names_and_dates_are_refused(graph: GraphStore, query, name, value):
    before = graph.canonical_hash()
    with pytest.raises(QueryError):
        run(graph, query, {name: value})
    assert graph.canonical_hash() == before


def test_a_value_that_looks_like_another_slot_is_not_filled(graph: GraphStore):
    query = NamedQuery.parse(
        "two",
        "# param a (text): first\n# param b (text): second\n"
        "SELECT ?a ?b { VALUES ?a { UNDEF } VALUES ?b { UNDEF } }",
    )
    inner = "VALUES ?b { UNDEF }"
    assert run(graph, query, {"a": inner, "b": "x"}).rows == [(inner, "x")]


def test_terms_are_taken_as_they_are(graph: GraphStore):
    assert 'VALUES ?x { "Ä"@de }' in bind(graph, TEXT_QUERY, {"x": Literal("Ä", language="de")})


@pytest.mark.parametrize(
    ("given", "lines"),
    [
        ({}, ["?s ?p ?o .  # only without entity"]),
        ({"entity": NamedNode("https://example.org/a")}, ["?s ?p ?entity .  # only with entity"]),
    ],
)
def test_lines_that_are_there_only_with_or_without_a_value(given: dict[str, NamedNode], lines: list[str]) -> None:
    query = NamedQuery.parse(
        "only",
        "# param entity (entity, optional): it\n"
        "SELECT * {\nVALUES ?entity { UNDEF }\n"
        "?s ?p ?entity .  # only with entity\n?s ?p ?o .  # only without entity\n}",
    )
    assert [line for line in bind(GraphStore(), query, given).splitlines() if "only" in line] == lines


def test_words_of_a_value_remove_no_line() -> None:
    query = NamedQuery.parse(
        "only", "# param x (text): it\n# param y (text, optional): it\n"
        "SELECT ?x {\nVALUES ?x { UNDEF }\nVALUES ?y { UNDEF }\n}",
    )  # fmt: skip
    assert '" # only with y"' in bind(GraphStore(), query, {"x": " # only with y"})
