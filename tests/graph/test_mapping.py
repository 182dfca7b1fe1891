"""What one claim looks like as RDF."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from kg.articles.article import Article
from kg.graph.mapping import MappingError, article_node, article_quads
from kg.graph.namespaces import KG, OA, PREFIXES, PROV, RDF, RDFS, SCHEMA, SKOS
from kg.graph.store import GraphStore
from kg.graph.vocabulary import shipped_vocabulary
from tests.graph.newsroom import (
    ALIBABA,
    CHINA,
    FT,
    HONOR,
    KFTC,
    MEITUAN,
    Story,
    agency_note,
    claim,
    entity,
    honor_deal,
    memo,
    newsroom,
)

TEXT = Article("a", "Alibaba kooperiert mit HONOR. Kreisen zufolge.", title="Titel", lang="de")
STATUS = ["actual", "planned", "possible", "alleged", "negated"]


def quads_of(story: Story) -> list[Quad]:
    return article_quads(story.article, story.claims, version="test")


def objects(quads: list[Quad], property_: NamedNode) -> set[str]:
    """Return the objects of a property as N-Triples, the datatypes shortened."""
    short = "http://www.w3.org/2001/XMLSchema#"
    return {
        str(quad.object).replace(f"<{short}", "xsd:").rstrip(">")
        for quad in quads
        if quad.predicate == property_
    }


def mapped(*args, **kwargs) -> list[Quad]:
    return article_quads(TEXT, [claim(TEXT, *args, **kwargs)], version="test")


@pytest.mark.parametrize("status", STATUS)
def test_only_actual_claims_become_plain_triples(status):
    quads = mapped(ALIBABA, "partnersWith", HONOR, status=status)
    plain = [quad for quad in quads if quad.predicate == KG.partnersWith]
    assert [(quad.subject.value, quad.object.value) for quad in plain] == (
        [(ALIBABA.iri, HONOR.iri)] if status == "actual" else []
    )
    assert objects(quads, KG.status) == {f"<{KG(status).value}"}


@given(st.lists(st.tuples(st.sampled_from(sorted(shipped_vocabulary().predicates)), st.sampled_from(STATUS))))
def test_no_plain_triple_without_an_actual_claim(cases):
    claims = []
    for predicate, status in cases:
        target = HONOR if shipped_vocabulary().predicates[predicate].takes_entity else 5
        claims.append(claim(TEXT, ALIBABA, predicate, target, status=status))
    quads = article_quads(TEXT, claims, version="test")
    direct = {quad.predicate.value for quad in quads} & {
        p.node.value for p in shipped_vocabulary().predicates.values()
    }
    assert direct == {KG(predicate).value for predicate, status in cases if status == "actual"}


@pytest.mark.parametrize(
    ("predicate", "qualifier", "value", "expected"),
    [
        ("investsIn", "amount", 53e9, '"53000000000"^^xsd:decimal'),
        ("investsIn", "currency", "USD", '"USD"'),
        ("investsIn", "period", "2025-Q3", '"2025-Q3"'),
        ("ownsStakeIn", "percent", 24.9, '"24.9"^^xsd:decimal'),
        ("partnersWith", "date", "2025-09-26", '"2025-09-26"^^xsd:date'),
        ("partnersWith", "date", "2025-09", '"2025-09"^^xsd:gYearMonth'),
        ("partnersWith", "date", "2025", '"2025"^^xsd:gYear'),
        ("partnersWith", "date", "2025-Q3", '"2025-Q3"'),
        ("partnersWith", "date", "2025-13-45", '"2025-13-45"'),
        ("partnersWith", "topic", "KI-Modelle", '"KI-Modelle"@de'),
        ("rates", "targetPrice", 180, '"180"^^xsd:decimal'),
        ("rates", "previousRating", "Buy", '"Buy"'),
        ("rates", "analyst", "Jörg Müller", '"Jörg Müller"'),
    ],
)
def test_qualifiers_are_typed(predicate, qualifier, value, expected):
    quads = mapped(ALIBABA, predicate, HONOR, **{qualifier: value})
    assert objects(quads, KG(qualifier)) == {expected}


@pytest.mark.parametrize(
    ("predicate", "value", "expected"),
    [
        ("sharePriceChange", 2.5, '"2.5"^^xsd:decimal'),
        ("sharePriceChange", "up", '"up"'),
        ("reports", "revenue", '"revenue"'),
        ("publishesResultsOn", "2025-11-25", '"2025-11-25"^^xsd:date'),
        ("publishesResultsOn", "2025-11", '"2025-11"^^xsd:gYearMonth'),
        ("cutsJobs", 5000, '"5000"^^xsd:decimal'),
    ],
)
def test_values_stand_at_the_statement_and_in_the_plain_triple(predicate, value, expected):
    quads = mapped(ALIBABA, predicate, value)
    assert objects(quads, KG.value) == objects(quads, KG(predicate)) == {expected}
    assert not objects(quads, RDF.object)


def test_a_figure_is_not_the_code_of_its_metric():
    quads = mapped(ALIBABA, "reports", "revenue", value=34e9, unit="USD")
    assert objects(quads, KG.value) == {'"revenue"'}
    assert objects(quads, KG.metricValue) == {'"34000000000"^^xsd:decimal'}


@pytest.mark.parametrize("predicate", ["denies", "filesForInsolvency", "cutsJobs"])
def test_a_claim_may_have_neither_object_nor_value(predicate):
    quads = mapped(ALIBABA, predicate)
    assert not objects(quads, RDF.object) | objects(quads, KG.value) | objects(quads, KG(predicate))


def test_sources_named_and_unnamed():
    quads = mapped(ALIBABA, "acquires", MEITUAN, status="possible", by=(FT, "Kreise"))
    assert objects(quads, KG.attributedTo) == {f"<{FT.iri}"}
    assert objects(quads, KG.attributedToUnnamed) == {'"Kreise"@de'}
    assert f"<{KG.MediaOutlet.value}" in objects(quads, RDF.type)


def test_evidence_is_the_words_of_the_article():
    for story in newsroom():
        store = GraphStore()
        story.into(store)
        rows = list(
            store.raw.query(
                """SELECT ?exact ?start ?end ?prefix ?suffix {
                ?target oa:hasSource ?article ; oa:hasSelector ?p, ?q .
                ?p oa:start ?start ; oa:end ?end .
                ?q oa:exact ?exact ; oa:prefix ?prefix ; oa:suffix ?suffix }""",
                prefixes=PREFIXES,
            )
        )
        assert rows
        for row in rows:
            start, end, text = int(row["start"].value), int(row["end"].value), story.article.text
            assert text[start:end] == row["exact"].value
            assert text[:start].endswith(row["prefix"].value)
            assert text[end:].startswith(row["suffix"].value)


@given(st.text(min_size=1), st.data())
def test_evidence_holds_in_any_text(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    article = Article("a", text)
    linked = claim(article, ALIBABA, "partnersWith", HONOR)
    evidence = replace(linked.claim.evidence, start=start, end=end, text=text[start:end])
    quads = article_quads(
        article, [replace(linked, claim=replace(linked.claim, evidence=evidence))], version="test"
    )
    (exact,) = (quad.object.value for quad in quads if quad.predicate == OA.exact)
    assert exact == text[start:end]


def test_words_that_do_not_stand_in_the_article_are_refused():
    linked = claim(TEXT, ALIBABA, "partnersWith", HONOR)
    evidence = replace(linked.claim.evidence, text="anders")
    with pytest.raises(MappingError, match="not 'anders'") as caught:
        article_quads(TEXT, [replace(linked, claim=replace(linked.claim, evidence=evidence))])
    assert caught.value.article == "a"


@pytest.mark.parametrize(
    ("args", "kwargs", "message"),
    [
        ((ALIBABA, "befriends", HONOR), {}, "befriends"),
        ((entity("X", "Planet"), "partnersWith", HONOR), {}, "Planet"),
        ((ALIBABA, "partnersWith", HONOR), {"mood": "gut"}, "mood"),
        ((ALIBABA, "partnersWith", HONOR), {"status": "certain"}, "certain"),
        ((ALIBABA, "partnersWith", HONOR), {"amount": "viel"}, "viel"),
        ((ALIBABA, "partnersWith", 5), {}, "takes an entity"),
        ((ALIBABA, "cutsJobs", HONOR), {}, "takes a value"),
        ((ALIBABA, "cutsJobs", float("nan")), {}, "finite"),
    ],
)
def test_what_the_ontology_does_not_define_is_refused(args, kwargs, message):
    with pytest.raises(MappingError, match=message):
        mapped(*args, **kwargs)


def test_the_address_of_a_statement_is_what_makes_the_claim():
    def address(**changes):
        quads = mapped(**{"subject": ALIBABA, "predicate": "investsIn", "target": CHINA, **changes})
        return next(quad.subject.value for quad in quads if quad.object == KG.Statement)

    same = address()
    assert same == address(confidence=0.1) == address(words="Kreisen zufolge")
    others = {
        address(subject=HONOR),
        address(predicate="operatesIn"),
        address(target=HONOR),
        address(status="planned"),
        address(amount=1),
        address(by=(FT,)),
        address(by=("Kreise",)),
    }
    assert len(others | {same}) == 8


def test_a_claim_told_twice_is_one_statement_with_two_quotes():
    words = ("Alibaba kooperiert mit HONOR", "Kreisen zufolge")
    claims = [
        claim(TEXT, ALIBABA, "partnersWith", HONOR, quote, confidence=c)
        for quote, c in zip(words, (0.4, 0.8), strict=True)
    ]
    quads = article_quads(TEXT, claims, version="test")
    assert len([quad for quad in quads if quad.object == KG.Statement]) == 1
    assert objects(quads, OA.exact) == {f'"{quote}"' for quote in words}
    assert objects(quads, KG.confidence) == {'"0.8"^^xsd:decimal'}


def test_the_order_of_claims_does_not_matter():
    for story in newsroom():
        shuffled = random.Random(1).sample(story.claims, len(story.claims))
        assert quads_of(story) != []
        assert set(quads_of(story)) == set(quads_of(replace(story, claims=shuffled)))
        assert len(quads_of(story)) == len(set(quads_of(story)))


def test_articles_are_described():
    quads = quads_of(honor_deal())
    node = NamedNode("https://boersenblick.example/alibaba-honor")
    about = {quad.predicate: quad.object for quad in quads if quad.subject == node}
    assert about[RDF.type] == SCHEMA.NewsArticle
    assert about[SCHEMA.headline] == Literal("Alibaba: Neuer Deal mit HONOR", language="de")
    assert str(about[SCHEMA.datePublished]).startswith('"2025-09-27"^^')
    assert about[SCHEMA.identifier] == Literal("honor-deal")
    assert objects(quads, SCHEMA.name) == {'"Börsenblick"'}
    assert {quad.graph_name for quad in quads} == {node}


def test_the_moment_of_publication_stands_beside_the_day():
    eight = dt.datetime(2025, 9, 27, 8, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    story = honor_deal()
    timed = replace(story, article=replace(story.article, published_at=eight))
    (told,) = set(quads_of(timed)) - set(quads_of(story))
    assert (told.predicate, told.object) == (
        NamedNode("http://purl.org/dc/terms/issued"),
        Literal("2025-09-27T08:30:00+02:00", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#dateTime")),
    )


def test_entities_carry_their_names_and_country():
    quads = quads_of(honor_deal())
    about = [quad for quad in quads if quad.subject == NamedNode(KFTC.iri)]
    assert objects(about, SKOS.prefLabel) == {'"KFTC"'}
    assert objects(about, SKOS.altLabel) == {'"Wettbewerbsbehörde KFTC"@de'}
    assert objects(about, KG.country) == {'"KR"'}


def test_firms_carry_the_codes_of_their_industries():
    linked = claim(TEXT, replace(ALIBABA, industries=("e-commerce", "it-services")), "partnersWith", HONOR)
    quads = article_quads(TEXT, [linked])
    assert objects(quads, KG.industry) == {'"e-commerce"', '"it-services"'}


def test_the_name_used_in_the_article_becomes_an_alias():
    linked = claim(TEXT, ALIBABA, "partnersWith", HONOR)
    subject = replace(linked.claim.subject, name="Alibaba Group Holding")
    quads = article_quads(TEXT, [replace(linked, claim=replace(linked.claim, subject=subject))])
    assert '"Alibaba Group Holding"@de' in objects(quads, SKOS.altLabel)


def test_identifiers():
    one = replace(
        ALIBABA, identifiers=(("isin", "US01609W1027"), ("wikidata", "Q1359568"), ("homepage", "https://a.b"))
    )
    quads = mapped(one, "partnersWith", HONOR)
    assert objects(quads, KG.isin) == {'"US01609W1027"'}
    assert objects(quads, KG.homepage) == {'"https://a.b"^^xsd:anyURI'}
    assert any(quad.object == NamedNode("http://www.wikidata.org/entity/Q1359568") for quad in quads)


def test_what_found_a_claim_stands_with_its_version():
    quads = mapped(ALIBABA, "partnersWith", HONOR)
    assert objects(quads, PROV.wasGeneratedBy) == {
        "<https://w3id.org/newskg/extraction/test/partnersWith-frame"
    }
    assert objects(quads, RDFS.label) == {'"partnersWith-frame"'}
    assert objects(quads, SCHEMA.softwareVersion) == {'"test"'}


def test_a_reprint_names_its_original():
    quads = article_quads(TEXT, [], reprint_of="https://example.org/original")
    assert objects(quads, KG.reprintOf) == {"<https://example.org/original"}


@pytest.mark.parametrize(
    "url", ["https://x.example/[alt]", "https://x.example/%zz", "http://[bad", "https://x#a#b"]
)
def test_an_address_that_is_no_iri_gives_way_to_the_id(url):
    article = Article("das id", "Text", url=url)
    assert article_node(article).value == "https://w3id.org/newskg/article/das%20id"
    assert article_quads(article, [])


HOSTILE = [
    'x" . } ; DROP ALL ; INSERT DATA { <urn:evil> <urn:p> "',
    "</script><img src=x onerror=alert(1)>",
    "> <urn:evil> <urn:p> <urn:o> . #",
    "\\u0022\\n\\",
    "zeile\n\r\t\x00\x01ende",
    "\ud800 halbes Zeichen",
    "\u202etxet\u202c 🙂 ÄÖÜß",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_stays_text(words):
    article = Article(words, f"Anfang {words} Ende", title=words, publisher=words, author=words, lang="de")
    named = entity("Firma")
    named = replace(named, name=words, aliases=(*ALIBABA.aliases,))
    linked = claim(article, named, "partnersWith", HONOR, words, by=(words,), topic=words)
    store, iri = GraphStore(), article_node(article).value
    before = store.canonical_hash()
    quads = article_quads(article, [linked])
    store.put_article(iri, quads)
    store.put_article(iri, quads[:-1])
    store.put_article(iri, quads)
    assert {quad.predicate for quad in store.quads(iri)} == {quad.predicate for quad in quads}
    assert len(list(store.quads(iri))) == len(quads)
    exact = next(quad.object.value for quad in store.quads(iri) if quad.predicate == OA.exact)
    assert exact == words.replace("\ud800", "\ufffd")
    assert store.remove_article(iri)
    assert store.canonical_hash() == before


def test_nothing_stands_outside_the_ontology():
    known = shipped_vocabulary()
    names = {node.value for node in known.status.values()} | {KG(name).value for name in known.classes}
    names |= {quad.subject.value for quad in known.quads}
    for story in (honor_deal(), memo(), agency_note()):
        terms = {term.value for quad in quads_of(story) for term in (quad.predicate, quad.object)}
        assert {term for term in terms if term.startswith(KG)} <= names
