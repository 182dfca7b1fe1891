"""What leaves the graph can be read back, and holds what the graph holds."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import networkx as nx
import pytest
import rdflib
from pyoxigraph import RdfFormat, Store

from kg.graph.export import DATASET_FORMATS, FORMATS, GRAPH_FORMATS, ExportError, export
from kg.graph.network import to_networkx
from kg.graph.store import GraphStore
from kg.graph.to_rdflib import rdflib_dataset, rdflib_graph
from tests.graph.newsroom import ALIBABA, HONOR, Story, claim, honor_deal, memo, newsroom


@pytest.fixture(scope="module")
def graph() -> GraphStore:
    store = GraphStore()
    for story in newsroom():
        story.into(store)
    return store


def exported(graph: GraphStore, format_: str, article: str | None = None) -> bytes:
    out = io.BytesIO()
    export(graph, format_, out, article=article)
    return out.getvalue()


@pytest.mark.parametrize("format_", DATASET_FORMATS)
def test_datasets_come_back_whole(graph: GraphStore, format_: str):
    again = Store()
    again.load(exported(graph, format_), DATASET_FORMATS[format_])
    assert set(again) == set(graph.raw)


@pytest.mark.parametrize("format_", GRAPH_FORMATS)
def test_graphs_come_back_merged(graph: GraphStore, format_: str):
    again = Store()
    again.load(exported(graph, format_), GRAPH_FORMATS[format_])
    assert set(again) == set(graph.quads())


def test_one_article_alone(graph: GraphStore):
    again = Store()
    again.load(exported(graph, "ntriples", memo().iri), RdfFormat.N_TRIPLES)
    assert {quad.triple for quad in again} == {quad.triple for quad in graph.quads(memo().iri)}


def test_turtle_uses_prefixes(graph: GraphStore):
    assert "kg:partnersWith" in exported(graph, "turtle").decode()


def test_csv_has_a_line_for_every_statement(graph: GraphStore):
    rows = list(csv.DictReader(io.StringIO(exported(graph, "csv").decode())))
    assert len(rows) == sum(len(story.claims) for story in newsroom())
    rating = next(row for row in rows if row["predicate"] == "rates")
    assert (rating["subject"], rating["object"], rating["q_rating"]) == ("JPMorgan", "Alibaba", "Overweight")
    assert (rating["q_targetPrice"], rating["q_currency"], rating["status"]) == ("180", "USD", "actual")
    alleged = next(row for row in rows if row["status"] == "alleged")
    assert alleged["attributed_to"] == "Financial Times; Weißes Haus"


def test_graphml_is_a_network_of_names(graph: GraphStore):
    network = nx.parse_graphml(exported(graph, "graphml").decode(), node_type=str, force_multigraph=True)
    assert network.nodes[ALIBABA.iri]["label"] == "Alibaba"
    edges = {(u, v, facts["predicate"], facts["status"]) for u, v, facts in network.edges(data=True)}
    assert (ALIBABA.iri, HONOR.iri, "partnersWith", "actual") in edges
    assert (ALIBABA.iri, HONOR.iri, "partnersWith", "negated") in edges


def test_the_network_holds_facts_only_unless_asked(graph: GraphStore):
    network = to_networkx(graph)
    assert {facts["status"] for _, _, facts in network.edges(data=True)} == {"actual"}
    assert network.nodes[ALIBABA.iri] == {"label": "Alibaba", "type": "Company", "country": "CN"}
    assert to_networkx(graph, status=["alleged"]).number_of_edges() == 1


def test_control_characters_do_not_break_xml():
    story = honor_deal()
    article = replace(story.article, text="Böse \x00\x0b</data> & Zeichen")
    store = GraphStore()
    Story(article, [claim(article, ALIBABA, "partnersWith", HONOR)]).into(store)
    assert nx.parse_graphml(exported(store, "graphml").decode()).number_of_edges() == 1


@pytest.mark.parametrize(
    ("format_", "article", "message"),
    [
        ("docx", None, "formats are trig, nquads, turtle"),
        ("turtle", "https://example.org/unknown", "no article"),
        ("trig", memo().iri, "use turtle or ntriples"),
        ("graphml", memo().iri, "use turtle or csv"),
    ],
)
def test_what_cannot_be_written_is_said(graph: GraphStore, format_, article, message):
    with pytest.raises(ExportError, match=message):
        exported(graph, format_, article)


def test_all_formats_are_listed():
    assert set(FORMATS) == {"trig", "nquads", "turtle", "ntriples", "jsonld", "rdfxml", "graphml", "csv"}


def test_rdflib_reads_the_same_graph(graph: GraphStore):
    merged = rdflib_graph(graph.quads())
    assert len(merged) == sum(1 for _ in graph.quads())
    assert rdflib.URIRef(HONOR.iri) in set(
        merged.objects(
            rdflib.URIRef(ALIBABA.iri), rdflib.URIRef("https://w3id.org/newskg/ontology#partnersWith")
        )
    )


def test_rdflib_datasets_keep_the_article_graphs(graph: GraphStore):
    dataset = rdflib_dataset(graph.raw)
    assert len(dataset.graph(rdflib.URIRef(memo().iri))) == sum(1 for _ in graph.quads(memo().iri))
    assert len(dataset.default_graph) == sum(1 for _ in graph.quads())
