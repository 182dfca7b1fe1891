"""A graph behind a real SPARQL server reads like the same graph in a folder."""

from __future__ import annotations

import io
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from pyoxigraph import DefaultGraph, NamedNode
from rdflib.compare import isomorphic

import kg
from kg.cli import main
from kg.graph.export import FORMATS, export
from kg.graph.namespaces import RDF, SKOS
from kg.graph.network import to_networkx
from kg.graph.remote import EndpointError, RemoteStore
from kg.graph.search_index import SearchIndex
from kg.graph.statements import read_statements
from kg.graph.stats import stats
from kg.graph.store import GraphStore
from kg.graph.to_rdflib import rdflib_graph
from kg.graph.update import complete_index
from kg.graph.validation import validate
from kg.query.errors import QuerySyntaxError, QueryTimeoutError, ServiceRefusedError
from kg.query.library import QueryLibrary
from kg.query.run import run
from kg.query.search import search
from kg.query.tables import results_json
from tests.endpoint import PROGRAM, serving
from tests.graph.newsroom import ALIBABA, newsroom, newsroom_folder
from tests.query.given import given_for

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="needs the oxigraph program: pip install oxigraph")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three stories in a folder."""
    return newsroom_folder(tmp_path_factory.mktemp("local"))


@pytest.fixture(scope="module")
def url(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same stories behind a server, brought there by ``kg export nquads``."""
    path = tmp_path_factory.mktemp("served")
    result = CliRunner().invoke(main, ["export", "nquads", str(path / "all.nq"), "--graph", str(folder)])
    assert result.exit_code == 0, result.output
    with serving(path / "all.nq", path / "store") as address:
        yield address


@pytest.fixture(scope="module")
def local(folder: Path) -> GraphStore:
    return GraphStore.read(folder)


@pytest.fixture(scope="module")
def remote(url: str) -> GraphStore:
    return GraphStore.read(url)


@pytest.mark.parametrize(
    "read",
    [
        lambda g: sorted(read_statements(g), key=lambda one: one.iri),
        lambda g: sorted(read_statements(g, newsroom()[1].iri), key=lambda one: one.iri),
        stats,
        validate,
        lambda g: sorted(g.articles()),
        lambda g: g.article("memo"),
        lambda g: g.article("no-such-article"),
        lambda g: newsroom()[0].iri in g,
        len,
        lambda g: g.canonical_hash(),
        lambda g: sorted(to_networkx(g).edges(data="articles")),
    ],
)
def test_whatever_reads_a_graph_reads_it_there_too(local: GraphStore, remote: GraphStore, read):
    assert read(remote) == read(local)


@pytest.mark.parametrize("query", QueryLibrary.shipped(), ids=lambda query: query.name)
def test_every_named_query_gives_the_same_rows(local: GraphStore, remote: GraphStore, query):
    given = given_for(query)
    here, there = (run(graph, query, given) for graph in (local, remote))
    assert there.labels == here.labels
    assert results_json(there) == results_json(here)


@pytest.mark.parametrize("format_", FORMATS)
def test_every_export_says_the_same(local: GraphStore, remote: GraphStore, format_: str):
    here, there = io.BytesIO(), io.BytesIO()
    export(local, format_, here)
    export(remote, format_, there)
    assert here.getvalue()
    if format_ in ("csv", "ntriples", "nquads"):
        assert sorted(there.getvalue().splitlines()) == sorted(here.getvalue().splitlines())


def test_rdflib_gets_the_same_graph(local: GraphStore, remote: GraphStore):
    assert isomorphic(rdflib_graph(remote.quads()), rdflib_graph(local.quads()))


@pytest.mark.parametrize(
    "pattern",
    [
        (None, RDF.type, None, None),
        (None, None, NamedNode(ALIBABA.iri), DefaultGraph()),
        (NamedNode(ALIBABA.iri), SKOS.prefLabel, None, DefaultGraph()),
        (None, SKOS.altLabel, None, NamedNode(newsroom()[0].iri)),
        (NamedNode(ALIBABA.iri), None, None, None),
    ],
)
def test_patterns_match_the_same_quads(local: GraphStore, remote: GraphStore, pattern):
    found = set(remote.raw.quads_for_pattern(*pattern))
    assert found == set(local.raw.quads_for_pattern(*pattern))
    assert found


def test_a_query_may_build_triples_or_ask(remote: GraphStore):
    assert len(run(remote, "CONSTRUCT { ?a kg:partnersWith ?b } WHERE { ?a kg:partnersWith ?b }")) == 2
    assert run(remote, "ASK { ?a kg:partnersWith ?b }")
    assert not run(remote, "ASK { ?construct kg:sells ?b }")


def test_errors_show_the_place_as_they_do_at_home(remote: GraphStore):
    with pytest.raises(QuerySyntaxError) as caught:
        run(remote, "SELECT *\n{ ?a kg:partnersWith }")
    assert (caught.value.line, caught.value.column) == (2, 22)
    with pytest.raises(ServiceRefusedError):
        run(remote, "SELECT * { SERVICE <http://x.example/> { ?a ?b ?c } }")


def test_time_is_limited(remote: GraphStore):
    runaway = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?c != ?l) }"
    with pytest.raises(QueryTimeoutError):
        run(remote, runaway, timeout=0.5)


def test_many_nodes_are_asked_for_at_once(url: str, monkeypatch: pytest.MonkeyPatch):
    asked: list[str] = []
    ask = RemoteStore._ask

    def counted(self: RemoteStore, query: str, timeout: float) -> tuple[str, bytes]:
        asked.append(query)
        return ask(self, query, timeout)

    monkeypatch.setattr(RemoteStore, "_ask", counted)
    assert len(list(read_statements(GraphStore.read(url)))) > 20
    assert len(asked) < 6


@pytest.mark.parametrize(
    "command",
    [
        ["query", "partnerships", "--format", "csv"],
        ["show", "Alibaba"],
        ["entities", "--format", "csv"],
        ["stats"],
        ["validate"],
        ["path", "KFTC", "Shinsegae"],
        ["central", "--format", "csv"],
        ["communities", "--format", "csv"],
        ["changes", "2025-10-01", "--format", "csv"],
        ["export", "csv"],
    ],
    ids=" ".join,
)
def test_commands_take_an_endpoint(folder: Path, url: str, command: list[str]):
    here = CliRunner().invoke(main, [*command, "--graph", str(folder)])
    there = CliRunner().invoke(main, [*command, "--endpoint", url])
    assert there.exit_code == 0, there.output
    assert sorted(there.output.splitlines()) == sorted(here.output.splitlines())


_WORDS = ["Alibaba", "Müller", "Mueller", "verhängt Beschränkung", '"Joint Venture"', "Behörde"]


def _hits(graph: GraphStore, words: str) -> set[tuple[object, ...]]:
    found = search(graph, words, limit=50)
    return {(hit.entity, hit.text, tuple(one.iri for one in hit.claims), hit.total) for hit in found}


@pytest.mark.parametrize("words", _WORDS)
def test_words_are_found_without_an_index(local: GraphStore, remote: GraphStore, words: str):
    with SearchIndex(local.folder) as index:
        complete_index(index, local)
    assert _hits(local, words)
    assert _hits(remote, words) == _hits(local, words)


def test_a_notebook_opens_an_endpoint(url: str):
    with kg.open(url) as graph:
        assert graph.entity("Alibaba").name == "Alibaba"
        assert graph.query("partnerships").rows


def test_what_does_not_answer_is_named(url: str):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        nowhere = f"http://127.0.0.1:{probe.getsockname()[1]}/query"
    with pytest.raises(EndpointError, match="cannot be reached"):
        list(GraphStore.read(nowhere).articles())
    with pytest.raises(EndpointError, match="404"):
        list(GraphStore.read(url.replace("/query", "/nothing")).articles())
    result = CliRunner().invoke(main, ["query", "partnerships", "--endpoint", "localhost"])
    assert (result.exit_code, "is no address" in result.output) == (2, True)
    result = CliRunner().invoke(main, ["stats", "--endpoint", url, "--graph", "elsewhere"])
    assert (result.exit_code, "not both" in result.output) == (2, True)
