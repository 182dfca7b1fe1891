"""Queries in a process of their own: the limits hold, and the answer says which one was met."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.graph.store import GraphStore
from kg.query.errors import QueryError, QueryMemoryError, QuerySizeError, QuerySyntaxError, QueryTimeoutError
from kg.query.isolated import MEGABYTE, Limits, Question, ask
from tests.graph.newsroom import honor_deal, newsroom_folder

CROSS = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = newsroom_folder(tmp_path_factory.mktemp("graph"))
    with GraphStore.read(folder) as store:
        assert store.snapshot is not None
        return store.snapshot


def answer(snapshot: Path, question: Question, limits: Limits | None = None) -> bytes:
    with ask(snapshot, question, limits or Limits()).body as body:
        return body.read()


@pytest.mark.parametrize(
    ("sparql", "limits", "fault"),
    [
        (f"SELECT (COUNT(*) AS ?n) {CROSS}", Limits(seconds=0.5), QueryTimeoutError),
        (f"SELECT * {CROSS} ORDER BY ?i", Limits(seconds=60, memory=32 * MEGABYTE), QueryMemoryError),
        (f"SELECT * {CROSS}", Limits(seconds=60, size=MEGABYTE), QuerySizeError),
        (f"CONSTRUCT {{ ?a ?b ?f }} {CROSS}", Limits(seconds=2, size=MEGABYTE), QueryError),
        ("SELECT * {", Limits(seconds=5), QuerySyntaxError),
    ],
)
def test_limits_hold(snapshot: Path, sparql: str, limits: Limits, fault: type[QueryError]) -> None:
    with pytest.raises(fault):
        answer(snapshot, Question(sparql), limits)


def test_within_the_limits_the_answer_is_whole(snapshot: Path) -> None:
    limits = Limits(seconds=20, memory=256 * MEGABYTE, size=MEGABYTE)
    found = answer(snapshot, Question("SELECT ?a { ?a a kg:Regulator }", rows="text/csv"), limits)
    assert found == b"a\r\nhttps://w3id.org/newskg/entity/kftc\r\n"


@pytest.mark.parametrize(
    ("default", "named", "sparql", "found"),
    [
        ((), (), "ASK { ?a kg:sues ?b }", b"true"),
        (("ARTICLE",), (), "ASK { ?a kg:sues ?b }", b"false"),
        (("ARTICLE",), (), "ASK { ?a kg:restricts ?b }", b"true"),
        ((), ("ARTICLE",), "ASK { ?a kg:restricts ?b }", b"false"),
        ((), ("ARTICLE",), "ASK { GRAPH ?g { ?a kg:restricts ?b } }", b"true"),
        ((), ("ARTICLE",), "ASK { GRAPH ?g { ?a kg:sues ?b } }", b"false"),
    ],
)
def test_graphs_named_by_the_request(
    snapshot: Path, default: tuple[str, ...], named: tuple[str, ...], sparql: str, found: bytes
) -> None:
    graphs = [tuple(honor_deal().iri for _ in names) for names in (default, named)]
    assert answer(snapshot, Question(sparql, "text/csv", "text/turtle", *graphs)) == found
