"""Running queries: kinds of answers, errors that point at the place, limits of time and reach."""

from __future__ import annotations

import socket
import time

import pytest

from kg.graph.store import GraphStore
from kg.query.errors import (
    QueryError,
    QuerySyntaxError,
    QueryTimeoutError,
    ServiceRefusedError,
    UnknownQueryError,
)
from kg.query.result import Result, Triples
from kg.query.run import check, run
from tests.graph.newsroom import newsroom


def test_prefixes_are_known(graph: GraphStore):
    result = run(graph, "SELECT ?a ?b { ?a kg:restricts ?b }")
    assert result.rows == [("KFTC", "Gemeinschaftsunternehmen Grand Opus")]


def test_own_prefixes_win(graph: GraphStore):
    result = run(
        graph, "PREFIX kg: <http://www.w3.org/2004/02/skos/core#> SELECT ?n { entity:honor kg:prefLabel ?n }"
    )
    assert result.rows == [("HONOR",)]


def test_ask(graph: GraphStore):
    assert run(graph, "ASK { entity:alibaba kg:partnersWith entity:honor }")
    assert not run(graph, "ASK { entity:alibaba kg:acquires entity:honor }")


def test_construct(graph: GraphStore):
    answer = run(graph, "CONSTRUCT { ?b kg:restrictedBy ?a } WHERE { ?a kg:restricts ?b }")
    assert isinstance(answer, Triples)
    assert len(answer) == 1


def test_queries_see_the_merged_graph_and_each_article(graph: GraphStore):
    everywhere = "SELECT ?article { GRAPH ?article { entity:alibaba a kg:Company } }"
    assert len(run(graph, "SELECT * { entity:alibaba a ?class }")) == 1
    assert len(run(graph, everywhere)) == 3


def test_a_file_is_run(graph: GraphStore, tmp_path):
    path = tmp_path / "mine.rq"
    path.write_text(
        "# param who (entity): it\nSELECT ?x { VALUES ?who { UNDEF } ?who kg:restricts ?x }", encoding="utf-8"
    )
    assert len(run(graph, str(path), {"who": "KFTC"})) == 1


def test_a_missing_file_is_named(graph: GraphStore):
    with pytest.raises(QueryError, match=r"cannot read nothing\.rq: No such file"):
        run(graph, "nothing.rq")


def test_a_word_is_the_name_of_a_query(graph: GraphStore):
    with pytest.raises(UnknownQueryError, match="kg queries lists them all"):
        run(graph, "restriction")


def test_limit(graph: GraphStore):
    limited = run(graph, "SELECT * { ?s ?p ?o }", limit=3)
    assert len(limited) == 3 and limited.truncated
    assert not run(graph, "SELECT * { ?s kg:restricts ?o }", limit=1).truncated
    assert run(graph, "DESCRIBE entity:alibaba", limit=2).truncated


@pytest.mark.parametrize(
    ("sparql", "line", "column", "problem"),
    [
        ("SELECT ?s WHERE {\n  ?s foo:bar ?o }", 2, 13, "the prefix of 'foo:bar' is not known"),
        ('SELECT * { ?s ?p "ÄÖÜ" ?? }', 1, 25, "'?' does not belong here"),
        ('SELECT * {\n ?s ?p "🙂" ?? }', 2, 13, "'?' does not belong here"),
        ("SELECT * WHERE { ?s ?p }", 1, 25, "something is missing here"),
        ("SELECT * { ?s ?p ?o", 1, 20, "something is missing here"),
        ("SELECT ?s (COUNT(?o) AS ?n) { ?s ?p ?o }", 1, 41, "The SELECT contains a variable that is unbound"),
        ("DELETE WHERE { ?s ?p ?o }", 1, 3, None),
        ("INSERT DATA { <urn:a> <urn:b> 1 }", 1, 10, None),
    ],
)
def test_errors_point_at_the_place(graph: GraphStore, sparql, line, column, problem):
    with pytest.raises(QuerySyntaxError) as caught:
        run(graph, sparql)
    error = caught.value
    assert (error.line, error.column) == (line, column) or problem is None
    assert problem is None or error.problem == problem
    shown, pointer = str(error).split("\n")[1:]
    assert shown == f"  {sparql.splitlines()[error.line - 1]}"
    assert pointer.index("^") == error.column + 1


def test_an_unknown_function_is_an_error_not_a_traceback(graph: GraphStore):
    with pytest.raises(QueryError, match="is not supported"):
        run(graph, "SELECT (kg:nothing(?s) AS ?x) { ?s ?p ?o }")


SERVICES = [
    "SELECT * { SERVICE <http://localhost:9/> { ?s ?p ?o } }",
    "SELECT * { service silent <http://localhost:9/> { ?s ?p ?o } }",
    "SELECT * { SERVICE ?where { ?s ?p ?o } }",
    "SELECT * { SERVICE # comment\n SILENT # more\n kg:x { ?s ?p ?o } }",
    "SELECT * { SERVICEkg:x { ?s ?p ?o } }",
    "SELECT * { ?s ?p true SERVICE<http://localhost:9/> { ?s ?p ?o } }",
    'SELECT * { ?s ?p "x"SERVICE$where { ?s ?p ?o } }',
    "SELECT * { { SELECT * { SERVICE <http://localhost:9/> { ?s ?p ?o } } } }",
]


@pytest.mark.parametrize("sparql", SERVICES)
def test_no_query_reaches_the_network(graph: GraphStore, sparql, monkeypatch):
    monkeypatch.setattr(socket, "socket", None)
    with pytest.raises(ServiceRefusedError, match="use no network"):
        run(graph, sparql)


@pytest.mark.parametrize(
    "sparql",
    [
        'SELECT * { ?s ?p ?o FILTER(CONTAINS(STR(?o), "service")) }',
        "SELECT ?service { ?service ?p ?o }",
        "SELECT * { ?s kg:service ?o }",
        "# about a service\nSELECT * { ?s ?p ?o }",
    ],
)
def test_the_word_service_is_no_crime(sparql):
    check(sparql)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("graph")
    with GraphStore.open(path) as store:
        for story in newsroom():
            story.into(store)
    return path


ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def test_a_runaway_query_is_ended(folder):
    with GraphStore.read(folder) as reader:
        start = time.monotonic()
        with pytest.raises(QueryTimeoutError, match=r"no answer within 0\.5 s"):
            run(reader, ENDLESS, timeout=0.5)
        assert time.monotonic() - start < 5


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?s ?n { ?s skos:prefLabel ?n OPTIONAL { ?s kg:country ?c } } ORDER BY ?s",
        "ASK { entity:alibaba kg:partnersWith entity:honor }",
        "DESCRIBE entity:alibaba",
    ],
)
def test_answers_within_a_time_are_the_same_answers(folder, query):
    with GraphStore.read(folder) as reader:
        plain, timed = run(reader, query), run(reader, query, timeout=20)
        if isinstance(plain, Result):
            assert timed == plain
        else:
            assert set(timed) == set(plain)


def test_errors_within_a_time_are_the_same_errors(folder):
    with GraphStore.read(folder) as reader:
        for sparql in ("SELECT ?s {\n ?s foo:x ?o }", "SELECT (kg:nothing(1) AS ?x) {}"):
            with pytest.raises(QueryError) as plain:
                run(reader, sparql)
            with pytest.raises(QueryError) as timed:
                run(reader, sparql, timeout=20)
            assert str(timed.value) == str(plain.value)
            assert type(timed.value) is type(plain.value)


def test_a_writer_may_ask_with_a_timeout_too(tmp_path):
    with GraphStore.open(tmp_path) as writer:
        newsroom()[0].into(writer)
        assert len(run(writer, "SELECT * { ?a kg:restricts ?b }", timeout=20)) == 1


def test_a_timeout_needs_a_folder(graph: GraphStore):
    with pytest.raises(QueryError, match="in memory only"):
        run(graph, "ASK {}", timeout=1)
