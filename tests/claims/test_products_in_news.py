"""Products, their makers and who delivers to whom as news tells them: beside the maker, in contracts, in orders."""

from __future__ import annotations

import datetime as dt

import pytest

from kg.articles.article import Article
from kg.claims.claim import Claim
from kg.claims.reader import ClaimReader

DAY = dt.date(2025, 11, 3)


def claims(reader: ClaimReader, text: str, *predicates: str) -> list[Claim]:
    found = reader.read(Article("a", text + "\n", published=DAY)).claims
    return [claim for claim in found if claim.predicate in predicates]


def told(reader: ClaimReader, text: str, *predicates: str) -> set[tuple[str, str]]:
    return {claim.names for claim in claims(reader, text, *predicates)}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Nissan darf testen. Bei den Wagen handelt es sich um das Modell Nissan Ariya.", ("Nissan", "Ariya")),
        # the sentence before names who is known to make it
        ("Mondelez stellt sich neu auf. Besonders gut liefen Milka und Toblerone.", ("Mondelez", "Toblerone")),
        # a name that the firm's own does not open needs a word that tells what it is
        ("Der US-Konzern Pfizer bringt die Tablette Lorvexa auf den Markt.", ("Pfizer", "Lorvexa")),
        ("Ford testet selbstfahrende Autos.", ("Ford", "Autonomes Fahren")),
    ],
)
def test_whose_product(reader: ClaimReader, text: str, pair: tuple[str, str]) -> None:
    assert pair in told(reader, text, "develops", "launches")


@pytest.mark.parametrize(
    "text",
    [
        # the sentence may mean another house's
        "Novo Nordisk senkt die Prognose. Lilly und Pfizer setzen Wegovy zu.",
        # a name alone tells of no firm
        "Die Belegschaft in Osnabrück montiert den Porsche Cayman.",
        # the maker is only told of later, or in another paragraph
        "Novo Nordisk senkt die Prognose.\n\nDie Kundschaft greift seltener zu Toblerone.",
    ],
)
def test_no_maker_in_sight(reader: ClaimReader, text: str) -> None:
    assert not [claim for claim in claims(reader, text, "develops") if claim.method == "known-maker"]


def test_what_is_made_is_made_now(reader: ClaimReader) -> None:
    found = claims(reader, "Ford muss 1,1 Millionen F-150 in die Werkstätten holen.", "develops")
    assert [claim.status for claim in found] == ["actual"]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Mercedes-Benz schloss mit dem Aluminiumhersteller Hydro einen Liefervertrag.", ("Hydro", "Mercedes-Benz")),
        # known to be the supplier
        ("Mit LG Energy Solution schloss Mercedes-Benz einen Liefervertrag.", ("LG Energy Solution", "Mercedes-Benz")),
        ("Daimler verhandelt mit CATL über die Lieferung von Batteriezellen.", ("CATL", "Mercedes-Benz")),
        ("Salzgitter hat mit dem Autobauer Ford einen Liefervertrag geschlossen.", ("Salzgitter AG", "Ford")),
        ("Delta Air Lines stockt ihre Bestellung bei Boeing auf.", ("Boeing", "Delta Air Lines")),
    ],
)  # fmt: skip
def test_who_delivers(reader: ClaimReader, text: str, pair: tuple[str, str]) -> None:
    assert told(reader, text, "suppliesTo", "ownsStakeIn") == {pair}


def test_goods_behind_a_name_are_no_part_of_it(reader: ClaimReader) -> None:
    text = "In Schwäbisch Gmünd, wo Bosch Lenkungen für Lastwagen baut, fallen 1900 Stellen weg."
    assert told(reader, text, "cutsJobs") == {("Bosch", "")}


@pytest.mark.parametrize(
    ("text", "maker"),
    [
        ("Nvidia legt zu. Rivale Huawei holt auf. Der Ascend 950 soll Anfang 2026 auf den Markt kommen.", "Huawei"),
        ("Xiaomi wächst. Wettbewerber Apple hält dagegen. Das iPhone Air kam im Herbst auf den Markt.", "Apple"),
        ("Novo Nordisk verliert an Eli Lilly. Der Konzern brachte Mounjaro 2022 auf den Markt.", "Eli Lilly"),
        # an article that does not name the maker, and a sentence that names somebody
        ("Xiaomi wächst. Das Mate 80 kam im Herbst auf den Markt.", "Xiaomi"),
        ("Apple schläft. Xiaomi brachte das iPhone Air auf den Markt.", "Xiaomi"),
    ],
)
def test_whose_product_is_launched(reader: ClaimReader, text: str, maker: str) -> None:
    claims = reader.read(Article("example", text)).claims
    assert {c.subject.name for c in claims if c.predicate == "launches"} == {maker}
