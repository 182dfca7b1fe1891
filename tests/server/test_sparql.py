"""The SPARQL 1.1 protocol: requests and answers as rows of a table."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from urllib.parse import quote, urlencode
from xml.etree import ElementTree

import pytest
import rdflib

from kg.query.isolated import MEGABYTE, Limits
from kg.server.options import ServeOptions
from tests.graph.newsroom import honor_deal
from tests.server.conftest import Visitor

WHO = "SELECT ?a { ?a kg:restricts ?b }"
KFTC = "https://w3id.org/newskg/entity/kftc"
BUILD = "CONSTRUCT { ?a kg:restricts ?b } WHERE { ?a kg:restricts ?b }"
CROSS = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


def ask(visitor: Visitor, query: str, accept: str = "*/*", **more: str) -> str:
    answer = visitor.get(f"/sparql?{urlencode({'query': query, **more})}", accept)
    assert answer.status_code == 200, answer.text
    return answer.text


def rows(text: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(text)["results"]["bindings"]
    return found


def test_three_ways_to_send_a_query(visitor: Visitor) -> None:
    headers = {"Host": "localhost"}
    answers = [
        visitor.client.get("/sparql", query_string={"query": WHO}, headers=headers),
        visitor.client.post("/sparql", data={"query": WHO}, headers=headers),
        visitor.client.post("/sparql", data=WHO, content_type="application/sparql-query", headers=headers),
    ]
    for answer in answers:
        assert answer.status_code == 200
        assert rows(answer.text) == [{"a": {"type": "uri", "value": KFTC}}]


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("application/sparql-results+json", "application/sparql-results+json"),
        ("application/json", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("application/xml;q=0.5, text/csv", "text/csv"),
        ("text/tab-separated-values", "text/tab-separated-values"),
        ("*/*", "application/sparql-results+json"),
        ("", "application/sparql-results+json"),
    ],
)
def test_rows_come_in_the_format_asked_for(visitor: Visitor, accept: str, kind: str) -> None:
    assert visitor.get(f"/sparql?query={quote(WHO)}", accept).mimetype == kind


def test_rows_can_be_read_in_every_format(visitor: Visitor) -> None:
    assert rows(ask(visitor, WHO, "application/sparql-results+json"))[0]["a"] == {"type": "uri", "value": KFTC}
    assert ElementTree.fromstring(ask(visitor, WHO, "application/sparql-results+xml")).find(".//{*}uri").text == KFTC
    assert list(csv.reader(io.StringIO(ask(visitor, WHO, "text/csv")))) == [["a"], [KFTC]]
    assert ask(visitor, WHO, "text/tab-separated-values") == f"?a\n<{KFTC}>\n"
    assert json.loads(ask(visitor, "ASK { ?a kg:restricts ?b }"))["boolean"] is True


@pytest.mark.parametrize(
    ("accept", "kind", "parser"),
    [
        ("text/turtle", "text/turtle", "turtle"),
        ("application/n-triples", "application/n-triples", "nt"),
        ("application/rdf+xml", "application/rdf+xml", "xml"),
        ("application/ld+json", "application/ld+json", "json-ld"),
        ("*/*", "text/turtle", "turtle"),
    ],
)
def test_triples_come_in_the_format_asked_for(visitor: Visitor, accept: str, kind: str, parser: str) -> None:
    answer = visitor.get(f"/sparql?query={quote(BUILD)}", accept)
    assert answer.mimetype == kind
    graph = rdflib.Graph().parse(data=answer.text, format=parser)
    assert [str(subject) for subject in graph.subjects()] == [KFTC]


def test_the_request_chooses_the_graphs(visitor: Visitor) -> None:
    inside = "SELECT ?a { ?a kg:sues ?b }"
    assert rows(ask(visitor, inside)) != []
    assert rows(ask(visitor, inside, **{"default-graph-uri": honor_deal().iri})) == []
    named = "SELECT DISTINCT ?g { GRAPH ?g { ?a ?b ?c } }"
    assert len(rows(ask(visitor, named))) > 3
    assert len(rows(ask(visitor, named, **{"named-graph-uri": honor_deal().iri}))) == 1


@pytest.mark.parametrize(
    ("method", "query", "body", "kind", "status", "words"),
    [
        ("GET", {"query": "SELECT * {"}, None, None, 400, "line 1, column"),
        ("GET", {"query": "SELECT * { SERVICE <http://a.example/> { ?a ?b ?c } }"}, None, None, 400, "SERVICE"),
        ("GET", {"query": "LOAD <http://a.example/>"}, None, None, 400, "does not belong"),
        ("GET", {"query": ["ASK {}", "ASK {}"]}, None, None, 400, "one query"),
        ("POST", {}, "ASK {}", "text/plain", 415, "application/sparql-query"),
        ("POST", {}, b"\xff", "application/sparql-query", 400, "UTF-8"),
        ("POST", {}, "", "application/x-www-form-urlencoded", 400, "one query"),
        ("POST", {}, "DROP ALL", "application/sparql-update", 403, "for reading"),
        ("POST", {}, "update=DROP+ALL", "application/x-www-form-urlencoded", 403, "for reading"),
        ("GET", {"query": "ASK {}", "default-graph-uri": "no iri"}, None, None, 400, "the query failed"),
        ("PUT", {}, "", "text/plain", 405, ""),
        ("DELETE", {}, None, None, 405, ""),
    ],
)
def test_what_is_wrong_is_said(
    visitor: Visitor, method: str, query: dict[str, object], body: str | None, kind: str | None, status: int, words: str
) -> None:
    answer = visitor.client.open("/sparql", method=method, query_string=query, data=body, content_type=kind,
                                 headers={"Host": "127.0.0.1"})  # fmt: skip
    assert answer.status_code == status
    assert words in answer.text and answer.mimetype == "text/plain"


@pytest.mark.parametrize(
    ("query", "accept"), [(WHO, "text/turtle"), (BUILD, "text/csv"), (WHO, "image/png"), (BUILD, "video/mp4")]
)
def test_formats_that_do_not_fit_are_refused(visitor: Visitor, query: str, accept: str) -> None:
    assert visitor.get(f"/sparql?query={quote(query)}", accept).status_code == 406


def test_limits_hold_and_the_workbench_goes_on(folder: Path) -> None:
    visitor = Visitor(ServeOptions(folder, limits=Limits(seconds=1, memory=32 * MEGABYTE, size=MEGABYTE)))
    for query, words in (
        (f"SELECT (COUNT(*) AS ?n) {CROSS}", "no answer within 1 s"),
        (f"SELECT * {CROSS} ORDER BY ?i", "more than 32 MB of memory"),
        (f"SELECT ?a {CROSS}", "larger than 1 MB"),
    ):
        answer = visitor.get(f"/sparql?query={quote(query)}", "*/*")
        assert answer.status_code == 503 and words in answer.text
    assert json.loads(ask(visitor, "ASK {}"))["boolean"] is True


def test_without_a_query_programs_get_a_description_and_people_the_editor(visitor: Visitor) -> None:
    described = rdflib.Graph().parse(data=visitor.get("/sparql", "text/turtle").text, format="turtle")
    service = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    assert (None, service.supportedLanguage, service.SPARQL11Query) in described
    assert visitor.get("/sparql").location == "/query"
