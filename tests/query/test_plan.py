"""How a query is understood, and the function that names things."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.graph.store import GraphStore
from kg.query.errors import ParameterError, ServiceRefusedError
from kg.query.library import QueryLibrary
from kg.query.plan import explain
from kg.query.run import run
from tests.graph.newsroom import newsroom
from tests.query.given import given_for


def test_patterns_stand_with_the_triples_that_fit(graph: GraphStore):
    lines = list(explain(graph, "SELECT ?b { ?a kg:restricts ?b . ?a skos:prefLabel 'KFTC' } LIMIT 5"))
    assert "      ?a kg:restricts ?b  1" in lines
    assert "Slice 0 to 5" in lines
    assert lines[-1].startswith("1 rows in ")


def test_a_pattern_in_a_graph_is_counted_there(graph: GraphStore):
    lines = list(explain(graph, "SELECT ?g { GRAPH ?g { { ?a kg:partnersWith ?b } UNION { ?a kg:sues ?b } } }"))
    assert [line.strip() for line in lines if "?a kg:" in line and "SELECT" not in line] == [
        "?a kg:partnersWith ?b  2",
        "?a kg:sues ?b  1",
    ]


@pytest.mark.parametrize("query", QueryLibrary.shipped(), ids=lambda query: query.name)
def test_every_named_query_can_be_explained(graph: GraphStore, query):
    given = given_for(query)
    assert any(line.strip() == "BGP" for line in explain(graph, query, given))


def test_what_is_wrong_with_a_query_is_said_here_too(graph: GraphStore):
    with pytest.raises(ParameterError):
        list(explain(graph, "partners-of"))
    with pytest.raises(ServiceRefusedError):
        list(explain(graph, "SELECT * { SERVICE <http://x.example/> { ?a ?b ?c } }"))


_NAMES = "SELECT (kg:label(?thing) AS ?name) { VALUES ?thing { %s } }"


@pytest.mark.parametrize(
    ("thing", "name"),
    [
        ("entity:kftc", "KFTC"),
        (f"<{newsroom()[0].iri}>", "Alibaba: Neuer Deal mit HONOR"),
        ("kg:partnersWith", "partners with"),
        ("'a text'", "a text"),
        ("<https://nothing.example/>", None),
    ],
)
def test_things_have_names_in_queries(graph: GraphStore, thing: str, name: str | None):
    assert run(graph, _NAMES % thing).rows == [(name,)]


def test_the_function_works_where_time_is_limited_and_for_order(tmp_path: Path):
    with GraphStore.open(tmp_path) as store:
        newsroom()[0].into(store)
    query = "SELECT ?b { ?a kg:participatesIn ?x BIND(kg:label(?a) AS ?b) } ORDER BY DESC(?b)"
    result = CliRunner().invoke(main, ["query", query, "--graph", str(tmp_path), "--timeout", "20", "--format", "csv"])
    assert result.output.split() == ["b", "Shinsegae", "Alibaba"]


def test_the_command_explains(tmp_path: Path):
    GraphStore.open(tmp_path).close()
    result = CliRunner().invoke(main, ["query", "partnerships", "--explain", "--graph", str(tmp_path)])
    assert (result.exit_code, "0 rows in" in result.output) == (0, True)
