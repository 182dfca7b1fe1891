"""Which industries nouns tell, and which firm or product of an article they take up for it."""

from __future__ import annotations

import re
import tomllib

import pytest

from kg.articles.article import Article
from kg.claims.learned.scheme import INDUSTRIES
from kg.claims.reader import ClaimReader
from kg.language.gazetteer import shipped_authority
from kg.language.mentions.industries import shipped_industries
from kg.resources import ontology_folder


def industry_codes() -> set[str]:
    """Return the codes of industries alone, without the kinds of products."""
    path = ontology_folder() / "lexicon" / "de" / "industries.toml"
    return set(tomllib.loads(path.read_text(encoding="utf-8"))["industries"])


@pytest.mark.parametrize(
    ("noun", "industry"),
    [
        ("autobauer", "auto"),
        ("elektroautohersteller", "auto"),
        ("chip-gigant", "chips"),
        ("us-chipkonzern", "chips"),
        ("geldhaus", "bank"),
        ("regionalbank", "bank"),
        ("billigairline", "airline"),
        ("ölmulti", "oil-gas"),
        ("rüstungskonzern", "defence"),
        ("pharmariese", "pharma"),
        ("rückversicherer", "insurance"),
        ("softwarehaus", "software"),
        ("hersteller", "chemicals"),
    ],
)
def test_nouns_tell_industries(noun: str, industry: str) -> None:
    assert industry in shipped_industries().of_firm(noun)


@pytest.mark.parametrize(
    "noun", ["konzern", "unternehmen", "dax-konzern", "us-riese", "rivale", "tochter", "walldorfer"]
)
def test_nouns_for_any_firm_tell_none(noun: str) -> None:
    assert shipped_industries().of_firm(noun) == frozenset()


@pytest.mark.parametrize(("noun", "kind"), [("medikament", "drug"), ("ki-modell", "ai-model"), ("kampfjet", "weapon")])
def test_nouns_tell_kinds_of_products(noun: str, kind: str) -> None:
    assert kind in shipped_industries().of_product(noun)


def test_the_authority_file_uses_known_codes() -> None:
    known = shipped_industries().codes
    assert sorted({(r.id, kind) for r in shipped_authority() for kind in r.kinds - known}) == []


def test_the_network_and_the_ontology_have_the_same_codes() -> None:
    ontology = (ontology_folder() / "newskg.ttl").read_text(encoding="utf-8")
    assert set(INDUSTRIES) - {"-"} == shipped_industries().codes
    assert set(re.findall(r"kg:industry-(\S+) a skos:Concept", ontology)) == industry_codes()


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("BMW verklagt Generali. Der Autobauer fordert Geld zurück.", "Autobauer", "BMW"),
        ("BMW verklagt Generali. Der Versicherer weist die Forderung zurück.", "Versicherer", "Generali"),
        ("Lufthansa bestellt bei Airbus. Die Airline braucht mehr Maschinen.", "Airline", "Lufthansa"),
        ("Lufthansa bestellt bei Airbus. Der Flugzeugbauer liefert ab 2028.", "Flugzeugbauer", "Airbus"),
        ("Bayer und SAP arbeiten zusammen. Der Pharmakonzern zahlt dafür.", "Pharmakonzern", "Bayer"),
        ("Bayer und SAP arbeiten zusammen. Der Softwarekonzern wächst weiter.", "Softwarekonzern", "SAP"),
        ("Novo Nordisk senkt den Preis von Wegovy. Das Medikament hilft beim Abnehmen.", "Medikament", "Wegovy"),
    ],
)
def test_nouns_take_up_what_is_of_their_industry(reader: ClaimReader, text: str, words: str, meant: str) -> None:
    document = reader.document(Article("a", text))
    found = {m.text: document.referents[m.referent].name for m in document.mentions if m.kind == "nominal"}
    assert found.get(words) == meant
