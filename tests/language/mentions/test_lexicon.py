"""The lexicon of names: nouns by their endings, and ids that the authority file has."""

from __future__ import annotations

import tomllib

import pytest

from kg.language.gazetteer import shipped_authority
from kg.language.mentions.lexicon import shipped_lexicon
from kg.resources import ontology_folder


@pytest.mark.parametrize(
    ("word", "lemma", "type"),
    [
        ("Chiphersteller", "hersteller", "Company"),
        ("Chipherstellers", "hersteller", "Company"),
        ("E-Auto-Riese", "riese", "Company"),
        ("Pilotengewerkschaft", "gewerkschaft", "Union"),
        ("Chefvolkswirtin", "volkswirtin", "Person"),
        ("Wettbewerbsbehörden", "behörde", "Regulator"),
        ("Sprachmodell", "sprachmodell", "Product"),
        ("Kryptobörse", "kryptobörse", "Company"),
        ("Glasfaserspezialisten", "spezialist", "Company"),
        ("Laser-Spezialist", "spezialist", "Company"),
        ("Großmotorenbauer", "motorenbauer", "Company"),
        ("Erzrivalin", "rivalin", "Company"),
        ("Reiseportal", "portal", "Company"),
        ("Nachrichtenportal", "nachrichtenportal", "MediaOutlet"),
    ],
)
def test_a_noun_is_known_by_its_ending(word: str, lemma: str, type: str) -> None:
    noun = shipped_lexicon().noun(word)
    assert noun is not None
    assert (noun.lemma, noun.type) == (lemma, type)


@pytest.mark.parametrize("word", ["Infineon", "Umsatz", "Sport", "Verdi", "Spezialist", "Techniker", "Neubauer"])
def test_other_words_are_no_such_nouns(word: str) -> None:
    assert shipped_lexicon().noun(word) is None


def test_every_institution_is_in_the_authority_file() -> None:
    path = ontology_folder() / "lexicon" / "de" / "names.toml"
    tables = tomllib.loads(path.read_text(encoding="utf-8"))["institutions"].values()
    ids = {id for table in tables for id in table.get("ids", {}).values()}
    assert [id for id in sorted(ids) if id not in shipped_authority()] == []
