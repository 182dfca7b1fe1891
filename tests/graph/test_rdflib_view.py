"""rdflib reads a graph in place, and sees what a copy would show."""

from __future__ import annotations

import pytest
import rdflib
from rdflib.compare import isomorphic
from rdflib.namespace import RDF, SKOS

from kg.graph.namespaces import KG, PREFIXES
from kg.graph.rdflib_view import rdflib_view
from kg.graph.store import GraphStore, ReadOnlyError
from kg.graph.to_rdflib import rdflib_dataset, rdflib_graph
from tests.graph.newsroom import ALIBABA, HONOR, KFTC, newsroom

PARTNERS = rdflib.URIRef(KG.partnersWith.value)


@pytest.fixture(scope="module")
def store() -> GraphStore:
    found = GraphStore()
    for story in newsroom():
        story.into(found)
    return found


@pytest.fixture(scope="module")
def view(store: GraphStore) -> rdflib.Dataset:
    return rdflib_view(store)


@pytest.mark.parametrize(
    "pattern",
    [
        (None, PARTNERS, None),
        (rdflib.URIRef(ALIBABA.iri), None, None),
        (None, SKOS.prefLabel, rdflib.Literal("KFTC")),
        (None, None, rdflib.URIRef(KFTC.iri)),
        (rdflib.Literal("a literal"), None, None),
    ],
)
def test_patterns_match_what_a_copy_matches(store: GraphStore, view: rdflib.Dataset, pattern):
    copy = rdflib_dataset(store.raw)
    assert set(view.triples(pattern)) == set(copy.triples(pattern))
    for story in newsroom():
        name = rdflib.URIRef(story.iri)
        assert set(view.graph(name).triples(pattern)) == set(copy.graph(name).triples(pattern))


def test_sizes_and_graphs_agree(store: GraphStore, view: rdflib.Dataset):
    assert len(view) == len(list(store.quads()))
    named = {str(graph.identifier) for graph in view.graphs()}
    assert named >= {story.iri for story in newsroom()}
    story = newsroom()[0]
    assert len(view.graph(rdflib.URIRef(story.iri))) == len(list(store.quads(story.iri)))
    assert isomorphic(view.default_graph, rdflib_graph(store.quads()))


def test_sparql_is_answered_by_the_graph(store: GraphStore, view: rdflib.Dataset):
    rows = view.query("SELECT ?b { ?a kg:partnersWith ?b } ORDER BY ?b")
    assert [str(row.b) for row in rows] == sorted(str(o) for o in view.objects(None, PARTNERS))
    bound = view.query("SELECT ?b { ?a kg:partnersWith ?b }", initBindings={"a": rdflib.URIRef(ALIBABA.iri)})
    assert [str(row.b) for row in bound] == [HONOR.iri]
    assert view.query("ASK { ?a kg:sues ?b }").askAnswer
    assert not view.query("ASK { ?a kg:sells ?b }").askAnswer
    assert len(view.query("CONSTRUCT WHERE { ?a kg:partnersWith ?b }").graph) == 2
    one = view.graph(rdflib.URIRef(newsroom()[0].iri))
    assert len(one.query("SELECT * { ?a kg:partnersWith ?b }")) == 1


def test_prepared_queries_fall_back_to_rdflib(view: rdflib.Dataset):
    prepared = rdflib.plugins.sparql.prepareQuery("SELECT * { ?a kg:partnersWith ?b }", initNs=PREFIXES)
    assert len(view.query(prepared)) == 2


def test_a_view_is_for_reading(view: rdflib.Dataset):
    triple = (rdflib.URIRef(ALIBABA.iri), RDF.type, rdflib.URIRef(KG.Company.value))
    with pytest.raises(ReadOnlyError, match="to_rdflib"):
        view.add(triple)
    with pytest.raises(ReadOnlyError):
        view.remove(triple)


def test_prefixes_are_known(view: rdflib.Dataset):
    assert view.namespace_manager.qname(ALIBABA.iri).startswith("entity:")
