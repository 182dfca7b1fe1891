"""Sound graphs pass; each way of being unsound is named."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.namespaces import KG, OA, RDF, SKOS, XSD
from kg.graph.store import GraphStore
from kg.graph.validation import validate, validate_articles
from tests.graph.newsroom import ALIBABA, CHINA, HONOR, Story, claim, honor_deal, newsroom


@pytest.fixture
def graph() -> GraphStore:
    store = GraphStore()
    for story in newsroom():
        story.into(store)
    return store


def test_the_mapping_gives_sound_graphs(graph: GraphStore):
    report = validate(graph)
    assert report.conforms, str(report)
    assert report.articles == 3
    assert str(report).startswith("3 articles: sound")


def test_batches_do_not_matter(graph: GraphStore):
    assert validate(graph, batch=1) == validate(graph, batch=50)


def _damaged(
    graph: GraphStore, remove: NamedNode | None = None, *added: tuple[NamedNode, Literal | NamedNode]
) -> str:
    """Damage the first statement of an article and return what validation says."""
    story = honor_deal()
    node = NamedNode(story.iri)
    statement = min(graph.statements(story.iri), key=str)
    quads = [quad for quad in graph.quads(story.iri) if quad.subject != statement or quad.predicate != remove]
    quads += [Quad(statement, property_, value, node) for property_, value in added]
    graph.put_article(story.iri, quads)
    report = validate(graph)
    assert not report.conforms
    return str(report)


@pytest.mark.parametrize(
    ("remove", "added", "message"),
    [
        (KG.status, [], "one of the five status values"),
        (KG.status, [(KG.status, KG.certain)], "one of the five status values"),
        (RDF.subject, [], "one subject"),
        (OA.hasTarget, [], "words that carry it"),
        (KG.confidence, [(KG.confidence, Literal("1.5", datatype=XSD.decimal))], "from 0 to 1"),
        (RDF.predicate, [(RDF.predicate, KG.befriends)], "the predicate is one of the ontology's"),
        (None, [(KG.value, Literal("5")), (RDF.object, NamedNode(HONOR.iri))], "not both"),
        (KG.currency, [(KG.currency, Literal("Dollar"))], "ISO 4217"),
        (KG.date, [(KG.date, Literal("morgen"))], "a day, a month, a year"),
    ],
)
def test_damage_is_named(graph: GraphStore, remove, added, message):
    assert message in _damaged(graph, remove, *added)


def test_a_fact_without_an_actual_statement_is_found(graph: GraphStore):
    story = honor_deal()
    fact = Quad(NamedNode(ALIBABA.iri), KG.acquires, NamedNode(HONOR.iri), NamedNode(story.iri))
    graph.put_article(story.iri, [*graph.quads(story.iri), fact])
    assert "a plain triple without an actual statement" in str(validate(graph)).lower()


def test_a_lost_fact_is_found(graph: GraphStore):
    story = honor_deal()
    graph.put_article(story.iri, [quad for quad in graph.quads(story.iri) if quad.predicate != KG.develops])
    assert "An actual statement without its plain triple" in str(validate(graph))


def test_a_quote_of_another_length_is_found(graph: GraphStore):
    story = honor_deal()
    quads = list(graph.quads(story.iri))
    quote = next(quad for quad in quads if quad.predicate == OA.exact)
    quads.remove(quote)
    quads.append(Quad(quote.subject, OA.exact, Literal("kurz"), quote.graph_name))
    graph.put_article(story.iri, quads)
    assert "not as long as its position says" in str(validate(graph))


@pytest.mark.parametrize(
    ("property_", "value", "message"),
    [
        (SKOS.prefLabel, Literal("Ali Baba"), "an entity has one name"),
        (RDF.type, KG.Person, "an entity has one class"),
        (RDF.type, KG.Planet, "an entity has one class"),
        (KG.country, Literal("China"), "ISO 3166-1"),
        (KG.industry, Literal("Online-Handel"), "kg:IndustryScheme"),
    ],
)
def test_entities_are_checked(graph: GraphStore, property_, value, message):
    story = honor_deal()
    added = Quad(NamedNode(ALIBABA.iri), property_, value, NamedNode(story.iri))
    graph.put_article(story.iri, [*graph.quads(story.iri), added])
    assert message in str(validate_articles(graph, [story.iri]))


def test_a_class_outside_the_ontology_is_found(graph: GraphStore):
    story = honor_deal()
    kind = Quad(NamedNode(ALIBABA.iri), RDF.type, KG.Company, NamedNode(story.iri))
    quads = set(graph.quads(story.iri)) - {kind}
    graph.put_article(story.iri, [*quads, Quad(kind.subject, RDF.type, KG.Planet, kind.graph_name)])
    assert "the class is one of the ontology's" in str(validate_articles(graph, [story.iri]))


def test_names_that_differ_between_articles_are_found(graph: GraphStore):
    story = honor_deal()
    quads = list(graph.quads(story.iri))
    label = next(
        quad for quad in quads if quad.predicate == SKOS.prefLabel and quad.object.value == "Alibaba"
    )
    quads.remove(label)
    graph.put_article(
        story.iri, [*quads, Quad(label.subject, SKOS.prefLabel, Literal("Alibaba SE"), label.graph_name)]
    )
    assert validate_articles(graph, [story.iri]).conforms
    assert "An entity with a name or a class in one article and another elsewhere" in str(validate(graph))


def test_an_unexpected_class_is_a_warning(graph: GraphStore):
    story = honor_deal()
    odd = claim(story.article, CHINA, "worksFor", HONOR)
    Story(story.article, [*story.claims, odd]).into(graph)
    report = validate(graph)
    assert report.conforms
    assert "A subject of a class that the predicate does not expect: statement:" in str(report)
