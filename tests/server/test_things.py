"""Pages of entities, claims and articles, and the same as data."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
import rdflib

from kg.graph.record import Record
from kg.graph.store import GraphStore
from kg.server.options import ServeOptions
from tests.graph.newsroom import Story, claim, entity, honor_deal, memo
from tests.server.conftest import Visitor, write

KG = rdflib.Namespace("https://w3id.org/newskg/ontology#")
PARSERS = {"text/turtle": "turtle", "application/ld+json": "json-ld", "application/n-triples": "nt",
           "application/rdf+xml": "xml"}  # fmt: skip


def statement_of(folder: Path, predicate: str) -> str:
    with GraphStore.read(folder) as store:
        found = store.select(f"SELECT ?s {{ ?s rdf:predicate kg:{predicate} }} ORDER BY ?s")
        return next(iter(found))["s"].value.rpartition("/")[2]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/", ["3", "Alibaba: Neuer Deal mit HONOR", "Alibaba Cloud"]),
        ("/search?q=honor", ["HONOR", "Alibaba: Neuer Deal mit HONOR"]),
        ("/search?q=muller", ["Jörg Müller"]),
        ("/entities?class=Regulator", ["KFTC"]),
        ("/articles", ["Vorwürfe gegen Alibaba", "Nachrichtenagentur"]),
        ("/entity/alibaba", ["Alibaba Group", "Country: CN", "partners with", "KI-Modelle", "according to"]),
        ("/entity/alibaba?status=planned", ["invests in", "53 billion USD"]),
        ("/entity/alibaba?lang=de", ["kooperiert mit", "53 Milliarden USD", "laut"]),
        ("/article/honor-deal", ["Am Freitag verkündete", "8 claims", "Börsenblick"]),
        ("/publisher/marktbrief", ["schema:name", "Marktbrief"]),
    ],
)
def test_pages_say_what_the_graph_holds(visitor: Visitor, path: str, words: list[str]) -> None:
    answer = visitor.get(path)
    assert answer.status_code == 200 and answer.mimetype == "text/html"
    for one in words:
        assert one in visitor.read(path)


def test_search_finds_the_sentences_behind_claims(folder: Path, visitor: Visitor) -> None:
    found = visitor.read("/search?q=verh%C3%A4ngt")
    assert "KFTC restricts" in found and "Die KFTC verhängte Datenaustausch-Beschränkungen" in found
    assert visitor.get('/search?q="%20*%20OR%20(%20NEAR').status_code == 200


def test_every_claim_has_its_words_in_the_text(visitor: Visitor) -> None:
    for story in (honor_deal(), memo()):
        page = visitor.get(f"/resource?iri={quote(story.iri, safe='')}").text
        text = page.partition('id="text"')[2].partition("</div>")[0]
        told = {number for part in text.split('data-claims="')[1:] for number in part.partition('"')[0].split()}
        assert told == {str(number) for number in range(len(story.claims))}


@pytest.mark.parametrize("kind", PARSERS)
def test_entities_claims_and_articles_come_as_data(visitor: Visitor, folder: Path, kind: str) -> None:
    for path, triple in (
        ("/entity/kftc", (rdflib.URIRef("https://w3id.org/newskg/entity/kftc"), KG.restricts, None)),
        (f"/statement/{statement_of(folder, 'restricts')}", (None, rdflib.RDF.predicate, KG.restricts)),
        ("/article/honor-deal", (None, rdflib.RDF.type, rdflib.URIRef("https://schema.org/NewsArticle"))),
    ):
        answer = visitor.get(path, kind)
        assert answer.mimetype == kind and "Accept" in answer.headers["Vary"]
        assert triple in rdflib.Graph().parse(data=answer.text, format=PARSERS[kind])


def test_a_claim_comes_with_its_evidence(visitor: Visitor, folder: Path) -> None:
    data = visitor.get(f"/statement/{statement_of(folder, 'restricts')}", "text/turtle").text
    assert "Die KFTC verhängte Datenaustausch-Beschränkungen" in data and "oa:start" in data


def test_the_format_can_stand_in_the_address(visitor: Visitor) -> None:
    iri = quote("https://w3id.org/newskg/entity/kftc", safe="")
    moved = visitor.get(f"/resource?iri={iri}&format=turtle")
    assert moved.location == "/entity/kftc?format=turtle"
    assert visitor.get("/entity/kftc?format=turtle").mimetype == "text/turtle"
    assert visitor.get("/entity/kftc?format=word").status_code == 406


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/entity/nobody", 404),
        ("/statement/0", 404),
        ("/article/nothing", 404),
        ("/resource", 404),
        ("/resource?iri=no+iri", 404),
        ("/resource?iri=https://a.example/%3Cb%3E", 404),
        ("/nowhere", 404),
        ("/entity/alibaba?page=99999999999&status=%00", 200),
        ("/entities?page=-1&class=Nothing", 200),
        ("/entity/a%ZZ", 404),
        ("/article/%FF%FE", 404),
    ],
)
def test_odd_addresses_do_no_harm(visitor: Visitor, path: str, status: int) -> None:
    assert visitor.get(path).status_code == status


def test_names_with_odd_signs_keep_their_pages(tmp_path: Path) -> None:
    stories = []
    for number, name in enumerate(["Müller & Söhne", "A/B", "50 % mehr", "C++ (AG)", "東京"]):
        story = honor_deal()
        odd = entity(name)
        article = type(story.article)(f"nr {number}/ä?#", f"{name} kauft.", title=name)
        stories.append(Story(article, [claim(article, odd, "denies", None)]))
    visitor = Visitor(ServeOptions(write(tmp_path, stories)))
    listed = visitor.get("/articles").text
    for story in stories:
        path = f"/article/{quote(story.article.id, safe='')}"
        assert f'href="{path}"' in listed
        assert visitor.get(path).status_code == 200
        assert visitor.get(f"/resource?iri={quote(story.iri, safe='')}").status_code in (200, 302)


def test_a_graph_without_its_record_shows_the_quotes(tmp_path: Path) -> None:
    write(tmp_path, [honor_deal()])
    for path in tmp_path.glob("record.sqlite*"):
        path.unlink()
    page = Visitor(ServeOptions(tmp_path)).read("/article/honor-deal")
    assert "not at hand" in page and "Die KFTC verhängte" in page
    assert not (tmp_path / "record.sqlite").exists()


def test_what_is_built_meanwhile_shows(tmp_path: Path) -> None:
    visitor = Visitor(ServeOptions(write(tmp_path, [honor_deal()])))
    assert "Vorwürfe" not in visitor.get("/articles").text
    with GraphStore.open(tmp_path) as store, Record(tmp_path) as record:
        memo().into(store)
        record.put([(memo().article, ())], "test")
    assert "Vorwürfe" in visitor.get("/articles").text


def test_an_empty_graph_has_pages(tmp_path: Path) -> None:
    GraphStore.open(tmp_path).close()
    visitor = Visitor(ServeOptions(tmp_path))
    for path in ("/", "/entities", "/articles", "/explore", "/query?name=partnerships", "/search?q=a"):
        assert visitor.get(path).status_code == 200
