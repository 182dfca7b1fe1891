"""`kg link`: suggestions, decisions and their undoing, reasons, exchange, and candidates from a service."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pyoxigraph import DefaultGraph, NamedNode

from kg.articles.article import Article
from kg.claims.claim import Party
from kg.cli import main
from kg.entities.decisions import Decisions
from kg.graph.authority_changes import note_authority_changes
from kg.graph.build import rewrite
from kg.graph.namespaces import ENTITY, KG, OWL
from kg.graph.record import Record
from kg.graph.store import GraphStore
from kg.graph.to_rdflib import rdflib_graph
from tests.entities.names import claim
from tests.entities.serving import serving

CRANE = Party("Blauer Kranich", "Company")
CRANE_LONG = Party("Blauer Kranich Entertainment", "Company")
MOND, MOND_GMBH, MOND_INC = (Party(name, "Company") for name in ("Mond", "Mond GmbH", "Mond Inc."))
KFTC = Party("KFTC", "Regulator")


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    """A graph of three articles, made without reading any."""
    folder = tmp_path / "graph"
    rows = [
        ("a", [("a", CRANE, "partnersWith", MOND), ("a", KFTC, "restricts", CRANE)]),
        ("b", [("b", CRANE_LONG, "partnersWith", MOND_GMBH)]),
        ("c", [("c", MOND_INC, "sues", CRANE)]),
    ]
    with Record(folder) as record:
        record.put([(Article(id_, "x"), tuple(claim(*one) for one in told)) for id_, told in rows], "test")
    rewrite(folder)
    return folder


def kg(*words: str, status: int = 0, stdin: str | None = None) -> Result:
    """Run the command and return its result, which must end with a status."""
    result = CliRunner().invoke(main, list(words), input=stdin)
    assert result.exit_code == status, result.output
    return result


def iris(graph: Path) -> set[str]:
    """Return the subjects of all entities, without the namespace."""
    with GraphStore.read(graph) as store:
        rows = store.select("SELECT DISTINCT ?e { ?e skos:prefLabel ?n FILTER(STRSTARTS(STR(?e), STR(entity:))) }")
        return {row["e"].value.removeprefix(ENTITY) for row in rows}  # type: ignore[union-attr]


def test_sure_names_are_joined_and_keep_their_names(graph: Path) -> None:
    joined = {"company/blauer-kranich", "company/mond", "company/mond~gmbh", "company/mond~inc", "kftc"}
    assert iris(graph) == joined
    with GraphStore.read(graph) as store:
        crane = ENTITY("company/blauer-kranich")
        same = list(store.raw.quads_for_pattern(crane, OWL.sameAs, None, DefaultGraph()))
        assert [quad.object for quad in same] == [ENTITY("company/blauer-kranich-entertainment")]
        told = [q.object.value for q in store.raw.quads_for_pattern(None, KG.subjectName, None, DefaultGraph())]
        assert told == ["Blauer Kranich Entertainment"]


def test_suggestions_tell_names_scores_and_reasons(graph: Path) -> None:
    text = kg("link", "suggestions", "--graph", str(graph)).stdout
    assert "Mond GmbH (entity:company/mond~gmbh)" in text and "which are not one" in text
    lines = kg("link", "suggestions", "--graph", str(graph), "--format", "jsonl", "--limit", "2").stdout.splitlines()
    found = [json.loads(line) for line in lines]
    assert len(found) == 2 and found[0]["score"] >= found[1]["score"] and found[0]["by"] == "newskg"


def test_a_decision_joins_and_undo_parts_again(graph: Path) -> None:
    before = digest(graph)
    kg("link", "same", "Mond", "Mond Inc.", "--graph", str(graph), "--by", "ann", "--why", "register")
    assert "company/mond~inc" not in iris(graph)
    line = (graph / "decisions.tsv").read_text(encoding="utf-8").splitlines()[1].split("\t")
    assert line[1:3] == ["ann", "same"] and line[-1] == "register"
    assert "lifted same: Mond, Mond Inc. (ann" in kg("link", "undo", "--graph", str(graph)).stdout
    assert "company/mond~inc" in iris(graph)
    assert digest(graph) == before


def test_a_decision_parts_what_was_sure(graph: Path) -> None:
    kg("link", "different", "Blauer Kranich", "Blauer Kranich Entertainment", "--graph", str(graph))
    assert {"company/blauer-kranich", "company/blauer-kranich-entertainment"} <= iris(graph)
    kg("link", "undo", "Blauer Kranich Entertainment", "Blauer Kranich", "--graph", str(graph))
    assert "company/blauer-kranich-entertainment" not in iris(graph)


def test_decisions_may_lie_in_another_place(graph: Path, tmp_path: Path) -> None:
    file = tmp_path / "repository" / "rulings.tsv"
    kg("link", "same", "Mond", "Mond Inc.", "--graph", str(graph), "--decisions", str(file))
    assert file.exists() and not (graph / "decisions.tsv").exists()
    assert "company/mond~inc" not in iris(graph)


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("Blauer Kranich", "Blauer Kranich Entertainment", "full name +0.86: one adds 'entertainment'"),
        ("Mond", "Mond Inc.", "not joined: may be"),
        ("Mond GmbH", "Mond Inc.", "legal form differs: the legal forms belong to"),
        ("Mond", "KFTC", "nothing relates the names"),
        ("Mond", "wd:Q1", "outside of this graph"),
    ],
)
def test_why_tells_the_reasons(graph: Path, one: str, other: str, told: str) -> None:
    assert told in kg("link", "why", one, other, "--graph", str(graph)).stdout


def test_why_tells_of_decisions(graph: Path) -> None:
    kg("link", "same", "Mond", "Mond Inc.", "--graph", str(graph), "--by", "ann", "--why", "register")
    text = kg("link", "why", "Mond", "Mond Inc.", "--graph", str(graph)).stdout
    assert "are one entity" in text and "decided: same: Mond, Mond Inc. (ann, 20" in text


def test_an_address_elsewhere_is_written_as_same_as(graph: Path) -> None:
    kg("link", "same", "Blauer Kranich", "wd:Q15936403", "--graph", str(graph))
    with GraphStore.read(graph) as store:
        there = NamedNode("http://www.wikidata.org/entity/Q15936403")
        subjects = [q.subject for q in store.raw.quads_for_pattern(None, OWL.sameAs, there, DefaultGraph())]
        assert subjects == [ENTITY("company/blauer-kranich")]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("same", "Mond", "Nirgendwo AG"), "no name 'Nirgendwo AG' in this graph; `kg entities` lists them"),
        (("same", "Mond", "Mond"), "there is nothing to decide"),
        (("undo",), "there is no such decision"),
        (("undo", "Mond"), "give two names, or none"),
    ],
)
def test_what_cannot_be_done_is_told(graph: Path, words: tuple[str, ...], told: str) -> None:
    assert told in kg("link", *words, "--graph", str(graph), status=2).output


def test_a_contradiction_is_refused_and_not_written(graph: Path) -> None:
    where = ("--graph", str(graph))
    kg("link", "same", "Mond", "Mond GmbH", *where)
    kg("link", "same", "Mond GmbH", "Mond Inc.", *where)
    refused = kg("link", "different", "Mond", "Mond Inc.", *where, status=2)
    assert "decisions contradict each other" in refused.output
    assert Decisions.read(graph / "decisions.tsv").pairs("different") == []


def test_without_a_graph_the_next_step_is_told(tmp_path: Path) -> None:
    result = kg("link", "suggestions", "--graph", str(tmp_path / "none"), status=2)
    assert "build one with: kg build" in result.output


def test_decisions_travel_as_sssom(graph: Path) -> None:
    where = ("--graph", str(graph))
    kg("link", "same", "Mond", "Mond Inc.", *where, "--by", "ann")
    table = kg("link", "export", *where).stdout
    assert "entity:company/mond\tMond\towl:sameAs\t\tentity:company/mond~inc" in table
    kg("link", "undo", *where)
    assert "1 new decisions" in kg("link", "import", "-", *where, stdin=table).stdout
    assert "company/mond~inc" not in iris(graph)
    assert "0 new decisions" in kg("link", "import", "-", *where, stdin=table).stdout
    assert "semapv:LexicalMatching" in kg("link", "export", "--joined", *where).stdout


@pytest.fixture(scope="module")
def service() -> Iterator[str]:
    with serving() as url:
        yield url


def test_candidates_become_proposals_and_nothing_else(graph: Path, service: str) -> None:
    before = digest(graph)
    where = ("--graph", str(graph), "--service", service, "--delay", "0")
    assert "1 new proposals" in kg("link", "reconcile", *where, "--class", "Regulator").stdout
    assert digest(graph) == before
    proposal = Decisions.read(graph / "decisions.tsv").standing[0]
    assert (proposal.verdict, proposal.who, proposal.score) == ("proposed", service, "0.95")
    assert "0 new proposals" in kg("link", "reconcile", *where, "--class", "Regulator").stdout
    assert service in kg("link", "suggestions", "--graph", str(graph)).stdout


def test_reconciling_without_network_is_told(graph: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}"
    result = kg("link", "reconcile", "--graph", str(graph), "--service", url, status=2)
    assert "cannot be reached" in result.output and "--service" in result.output
    assert not (graph / "decisions.tsv").exists()


def digest(graph: Path) -> str:
    """Return the canonical hash of a graph."""
    with GraphStore.read(graph) as store:
        return store.canonical_hash()


def test_the_graph_with_joined_names_conforms(graph: Path) -> None:
    kg("link", "same", "Mond", "Mond Inc.", "--graph", str(graph))
    with GraphStore.read(graph) as store:
        assert len(rdflib_graph(store.quads())) > 0
    kg("validate", "--graph", str(graph))


def test_a_name_of_two_known_entities_shows_which_it_may_be(tmp_path: Path) -> None:
    folder, merck = tmp_path / "graph", Party("Merck", "Company")
    with Record(folder) as record:
        note_authority_changes(record, ())
        record.put([(Article("a", "x"), (claim("a", merck, "sues", MOND),))], "test")
    rewrite(folder)
    shown = kg("show", "Merck", "--graph", str(folder)).output
    assert "may be: Merck & Co. (entity:merck-co), Merck KGaA (entity:merck-kgaa)" in shown
    assert "may be" not in kg("show", "Mond", "--graph", str(folder)).output
    suggested = kg("link", "suggestions", "--graph", str(folder)).output
    assert "may be 'Merck & Co.' as well as 'Merck KGaA', which are not one" in suggested


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("Merck KGaA", "Merck Darmstadt"), "both are names of one row of the authority file"),
        (("Mond GmbH", "Mond  GmbH"), "the two differ in spelling or legal form alone"),
    ],
)
def test_why_tells_of_names_that_were_one_from_the_start(graph: Path, names: tuple[str, str], told: str) -> None:
    assert told in kg("link", "why", *names, "--graph", str(graph)).output
