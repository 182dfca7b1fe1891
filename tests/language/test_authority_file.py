"""The authority file that ships with the program: sound rows, unmistakable names, known homonyms."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from kg.language.gazetteer import AuthorityRecord, shipped_authority
from kg.language.normalise import fold

ORGANIZATIONS = {
    *("Organization", "Company", "JointVenture", "Regulator", "GovernmentBody", "MediaOutlet"),
    *("StockExchange", "MarketIndex", "Union"),
}
#: German words of the business pages that are names, too
WORDS = """
    alphabet bahn bayer bild block blick box capital claude elf erste essen focus fuchs gap gas halle honor hof
    kongress kraken krone kurier linde mango marder mars merz meta metro mistral mini next orange otto penny post
    presse profil puma rational real salt saturn scale senat sharp siegen singen six snap spiegel standard stark
    stern strom target trend uber union unity verbund visa welt x zeit zoll zoom zug
""".split()


def test_the_file_is_large_enough() -> None:
    classes = Counter(record.type for record in shipped_authority())
    organizations = sum(classes[type] for type in ORGANIZATIONS)
    assert organizations >= 4000
    assert classes.total() - organizations >= 1500


def test_ids_are_slugs() -> None:
    assert [r.id for r in shipped_authority() if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", r.id)] == []


def test_countries_are_iso_codes() -> None:
    assert [r.id for r in shipped_authority() if r.country and not re.fullmatch("[A-Z]{2}", r.country)] == []


def test_isins_belong_to_the_country_and_have_the_right_check_digit() -> None:
    assert [r.id for r in shipped_authority() if r.isin and not _is_sound_isin(r)] == []


def test_no_name_is_listed_twice_in_a_row() -> None:
    assert [r.id for r in shipped_authority() if len(set(r.names)) < len(r.names)] == []


def test_every_name_has_a_key() -> None:
    assert [r.id for r in shipped_authority() if not all(map(fold, r.names))] == []


@pytest.mark.parametrize("word", WORDS)
def test_a_german_word_counts_as_a_name_only_with_support(word: str) -> None:
    name = word.capitalize()
    for record in shipped_authority().by_name(fold(word)):
        assert name not in record.names or name in record.doubtful or record.type == "Topic", record.id


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("VW", ["volkswagen"]),
        ("Volkswagen AG", ["volkswagen"]),
        ("E.ON", ["eon"]),
        ("Alibaba Group Holding", ["alibaba"]),
        ("Alibaba Cloud", ["alibaba-cloud"]),
        ("Merck KGaA", ["merck-kgaa"]),
        ("Merck & Co.", ["merck-co"]),
        ("Merck & Co., Inc.", ["merck-co"]),
        ("Merck", ["merck-co", "merck-kgaa"]),
        ("Porsche AG", ["porsche"]),
        ("Porsche SE", ["porsche-se"]),
        ("KFTC", ["kftc"]),
        ("BaFin", ["bafin"]),
        ("EuGH", ["eugh"]),
        ("Weißen Haus", ["white-house"]),
        ("Wall Street", ["nyse"]),
        ("Munich", ["muenchen"]),
        ("J.P. Morgan", ["jpmorgan"]),
        ("Ørsted", ["orsted"]),
        ("Bundesrat", ["bundesrat-germany", "switzerland-government"]),
    ],
)
def test_names_lead_to_their_entities(name: str, ids: list[str]) -> None:
    assert sorted(record.id for record in shipped_authority().find(name)) == ids


@pytest.mark.parametrize(
    ("id", "city", "country"),
    [
        ("sap", "Walldorf", "DE"),
        ("volkswagen", "Wolfsburg", "DE"),
        ("infineon", "Neubiberg", "DE"),
        ("nestle", "Vevey", "CH"),
        ("alibaba", "Hangzhou", "CN"),
        ("voestalpine", "Linz", "AT"),
    ],
)
def test_seats_are_known_by_their_german_names(id: str, city: str, country: str) -> None:
    record = shipped_authority().by_id(id)
    assert record is not None
    assert (record.city, record.country) == (city, country)
    assert any(place.type == "Place" for place in shipped_authority().by_name(fold(city)))


@pytest.mark.parametrize(
    ("word", "place"),
    [
        *(("chinesisch", "china"), ("us-amerikanisch", "united-states"), ("wolfsburger", "wolfsburg")),
        *(("münchner", "muenchen"), ("schweizer", "switzerland"), ("sächsisch", "saxony"), ("dresdner", "dresden")),
    ],
)
def test_adjectives_lead_to_places(word: str, place: str) -> None:
    assert place in [record.id for record in shipped_authority().by_adjective(fold(word))]


@pytest.mark.parametrize(
    ("city", "government"),
    [
        *(("peking", "china-government"), ("washington-dc", "us-government"), ("bruessel", "eu-kommission")),
        *(("berlin", "germany-government"), ("bern", "switzerland-government"), ("moskau", "kreml")),
    ],
)
def test_capitals_may_stand_for_governments(city: str, government: str) -> None:
    record = shipped_authority().by_id(city)
    assert record is not None
    assert record.government == government


def _is_sound_isin(record: AuthorityRecord) -> bool:
    isin = record.isin or ""
    digits = "".join(str(int(sign, 36)) for sign in isin)
    doubled = sum(sum(divmod(int(digit) * (2 - i % 2), 10)) for i, digit in enumerate(reversed(digits), start=1))
    return len(isin) == 12 and isin[:2] == record.country and doubled % 10 == 0
