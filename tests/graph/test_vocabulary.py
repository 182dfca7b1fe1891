"""The ontology: complete, labelled in two languages, free of contradictions."""

from __future__ import annotations

import pytest
from pyoxigraph import BlankNode

from kg.graph.namespaces import KG
from kg.graph.vocabulary import Vocabulary, shipped_vocabulary

VOCABULARY = shipped_vocabulary()

# fmt: off
ENTITY_PREDICATES = [
    "partnersWith", "hasJointVentureWith", "participatesIn", "acquires", "sells", "mergesWith",
    "ownsStakeIn", "subsidiaryOf", "spinsOff", "investsIn", "suppliesTo", "competesWith", "launches",
    "develops", "uses", "basedOn", "hosts", "worksFor", "appoints", "departsFrom", "founded",
    "locatedIn", "operatesIn", "restricts", "regulates", "investigates", "fines", "sues", "approves",
    "accuses", "criticizes", "rates", "listedOn", "strikesAt",
]
VALUE_PREDICATES = [
    "sharePriceChange", "reports", "forecasts", "publishesResultsOn", "cutsJobs", "buysBackShares",
    "filesForInsolvency", "denies",
]
CLASSES = [
    "Organization", "Company", "JointVenture", "Regulator", "GovernmentBody", "MediaOutlet",
    "StockExchange", "MarketIndex", "Union", "Person", "Place", "Product", "Event", "Legislation",
    "Topic",
]
# fmt: on


def test_names_are_stable():
    families = {"dealWith", "officialActOn", "conflictsWith"}
    assert {*ENTITY_PREDICATES, *VALUE_PREDICATES, *families} == set(VOCABULARY.predicates)
    assert set(CLASSES) == set(VOCABULARY.classes)
    assert set(VOCABULARY.status) == {"actual", "planned", "possible", "alleged", "negated"}


@pytest.mark.parametrize("name", ENTITY_PREDICATES)
def test_predicates_between_entities(name):
    predicate = VOCABULARY.predicates[name]
    assert predicate.takes_entity
    assert predicate.domain and set(predicate.domain) <= set(CLASSES)
    assert predicate.range and set(predicate.range) <= set(CLASSES)


@pytest.mark.parametrize("name", VALUE_PREDICATES)
def test_predicates_with_a_value(name):
    predicate = VOCABULARY.predicates[name]
    assert not predicate.takes_entity
    assert set(predicate.domain) <= set(CLASSES)


def test_symmetric_predicates_have_equal_ends():
    symmetric = [predicate for predicate in VOCABULARY.predicates.values() if predicate.symmetric]
    names = {predicate.name for predicate in symmetric}
    assert names == {"partnersWith", "hasJointVentureWith", "mergesWith", "competesWith"}
    assert all(predicate.domain == predicate.range for predicate in symmetric)


def test_predicates_carry_known_qualifiers():
    for predicate in VOCABULARY.predicates.values():
        assert set(predicate.qualifiers) <= set(VOCABULARY.qualifiers)
    assert "value" in VOCABULARY.predicates["reports"].qualifiers


def test_everything_has_a_german_and_an_english_label():
    own = {quad.subject.value for quad in VOCABULARY.quads if quad.subject.value.startswith(KG)}
    assert {name for name in own if set(VOCABULARY.labels.get(name, {})) != {"de", "en"}} == set()


def test_labels_are_unique_among_predicates():
    for language in ("de", "en"):
        labels = [predicate.labels[language] for predicate in VOCABULARY.predicates.values()]
        assert len(labels) == len(set(labels))


def test_the_stored_vocabulary_has_no_blank_nodes():
    assert not any(
        isinstance(term, BlankNode) for quad in VOCABULARY.quads for term in (quad.subject, quad.object)
    )


def test_classes_have_ancestors():
    assert VOCABULARY.ancestors("Regulator") == {"Regulator", "Organization"}
    assert VOCABULARY.ancestors("Person") == {"Person"}


def test_a_property_in_a_file_of_the_users_becomes_a_predicate(tmp_path):
    (tmp_path / "own.ttl").write_text(
        """@prefix kg: <https://w3id.org/newskg/ontology#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        kg:sponsors rdfs:subPropertyOf kg:entityRelation ; rdfs:label "sponsert"@de .""",
        encoding="utf-8",
    )
    assert Vocabulary.load(tmp_path).predicates["sponsors"].labels == {"de": "sponsert"}
