"""Pictures of what a query names."""

from __future__ import annotations

import pytest

from kg.graph.store import GraphStore
from kg.query.errors import QueryError
from kg.views.options import ViewOptions
from kg.views.picture import Picture
from kg.views.projection import project

VENTURE = "Gemeinschaftsunternehmen Grand Opus"


def drawn(picture: Picture) -> tuple[set[str], set[tuple[str, str, str]]]:
    """Return the names and the relations of a picture."""
    names = {node.id: node.name for node in picture.nodes}
    edges = {(names[edge.source], edge.predicate, names[edge.target]) for edge in picture.edges}
    return set(names.values()), edges


@pytest.mark.parametrize(
    ("query", "names", "edges"),
    [
        # the claims behind each triple
        ("CONSTRUCT WHERE { ?a kg:restricts ?b }", {"KFTC", VENTURE}, {("KFTC", "restricts", VENTURE)}),
        # statements that the answer names
        ("SELECT ?s { ?s kg:status kg:possible }", {"Alibaba", "Meituan"}, {("Alibaba", "acquires", "Meituan")}),
        ("CONSTRUCT { ?s a kg:Statement } WHERE { ?s kg:status kg:possible }", {"Alibaba", "Meituan"},
         {("Alibaba", "acquires", "Meituan")}),
        # entities of one row, with every claim between them
        ("SELECT ?a ?b { ?a kg:worksFor ?b }", {"Jörg Müller", "HONOR"}, {("Jörg Müller", "worksFor", "HONOR")}),
        # one entity in every row: the claims among them
        ("SELECT ?a { VALUES ?a { entity:kftc entity:qwen entity:alibaba } }", {"KFTC", "Qwen", "Alibaba"},
         {("Alibaba", "develops", "Qwen")}),
        # an entity without a claim stands alone
        ("SELECT ?a { VALUES ?a { entity:kftc } }", {"KFTC"}, set()),
        # what a query made itself
        ("CONSTRUCT { ?a <http://x.example/rivalOf> ?b } WHERE { ?a kg:worksFor ?c . ?c kg:partnersWith ?b }",
         {"Jörg Müller", "Alibaba"}, {("Jörg Müller", "rivalOf", "Alibaba")}),
        # nothing
        ("SELECT ?a { ?a kg:restricts kg:nothing }", set(), set()),
        ("ASK {}", set(), set()),
        ("SELECT (1 AS ?n) (\"x\" AS ?t) {}", set(), set()),
    ],
)  # fmt: skip
def test_the_answer_defines_the_picture(
    graph: GraphStore, query: str, names: set[str], edges: set[tuple[str, str, str]]
) -> None:
    assert drawn(project(graph, ViewOptions(query=query))) == (names, edges)


def test_a_named_query_with_its_values(graph: GraphStore) -> None:
    options = ViewOptions(query="ratings-of", parameters={"entity": "Alibaba"})
    assert drawn(project(graph, options)) == ({"JPMorgan", "Alibaba"}, {("JPMorgan", "rates", "Alibaba")})


def test_other_options_narrow_the_answer(graph: GraphStore) -> None:
    query = "SELECT ?a ?b { ?a kg:competesWith|kg:sues ?b }"
    assert len(project(graph, ViewOptions(query=query)).edges) == 4
    assert len(project(graph, ViewOptions(query=query, predicates=("sues",))).edges) == 1
    assert len(project(graph, ViewOptions(query=query, max_nodes=2)).nodes) == 2


def test_a_relation_of_the_query_has_no_words(graph: GraphStore) -> None:
    query = "CONSTRUCT { ?a kg:partnersWith ?b } WHERE { ?a kg:worksFor ?b }"
    (claim,) = project(graph, ViewOptions(query=query)).claims
    assert claim.quotes == () and claim.status == "actual"


def test_a_query_that_is_none(graph: GraphStore) -> None:
    for query in ("SELECT {", "no-such-query", "SELECT * { SERVICE <http://x.example> {} }"):
        with pytest.raises(QueryError):
            project(graph, ViewOptions(query=query))
