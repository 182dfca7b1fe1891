"""Deeds told once with and once without their number."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.consistency.vague import without_judging_rivals
from kg.claims.reader import ClaimReader


def deeds(reader: ClaimReader, text: str, predicate: str) -> list[object]:
    """Return the values of a predicate's claims in the order of the text."""
    return [c.value for c in reader.read(Article("example", text)).claims if c.predicate == predicate]


@pytest.mark.parametrize(
    ("text", "predicate", "values"),
    [
        ("Bosch kündigt einen Stellenabbau an. Der Konzern streicht 13.000 Stellen.", "cutsJobs", [13000]),
        ("ZF Friedrichshafen baut massiv Personal ab: 14.000 Stellen sollen wegfallen.", "cutsJobs", [14000]),
        (
            "Siemens kauft eigene Aktien zurück. Der Rückkauf umfasst bis zu 6 Milliarden Euro.",
            "buysBackShares",
            [6000000000],
        ),
        ("Bosch kündigt einen Stellenabbau an.", "cutsJobs", [None]),
        ("Bosch kündigt einen Stellenabbau an. SAP streicht 3000 Stellen.", "cutsJobs", [None, 3000]),
    ],
)
def test_the_number_stands_for_both(reader: ClaimReader, text: str, predicate: str, values: list[object]) -> None:
    assert deeds(reader, text, predicate) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Für Merck ging es um 3 Prozent bergab, für Bayer um 2 Prozent bergauf.", [-3, 2]),
        ("SAP stieg am Montag um 2 Prozent. Am Dienstag fiel SAP um 2 Prozent.", [2, -2]),
    ],
)
def test_in_one_sentence_a_share_moves_one_way_by_a_percentage(
    reader: ClaimReader, text: str, values: list[object]
) -> None:
    assert deeds(reader, text, "sharePriceChange") == values


def test_a_product_is_not_used_by_its_maker(reader: ClaimReader) -> None:
    text = (
        "Alibaba und der Smartphone-Hersteller Honor arbeiten künftig zusammen. Gemeinsam wollen sie KI-Modelle auf "
        "der Grundlage von Qwen entwickeln, der quelloffenen Plattform von Alibaba."
    )
    claims = reader.read(Article("example", text)).claims
    told = {(c.subject.name, c.predicate, c.object.name) for c in claims if c.object}
    assert ("Alibaba", "develops", "Qwen") in told and ("Alibaba", "uses", "Qwen") not in told


def told(reader: ClaimReader, text: str, predicate: str) -> set[tuple[str, object]]:
    """Return subject and object, or value, of a predicate's claims."""
    claims = reader.read(Article("example", text)).claims
    return {(c.subject.name, c.object.name if c.object else c.value) for c in claims if c.predicate == predicate}


def test_results_of_a_day_are_those_of_the_company_that_publishes(reader: ClaimReader) -> None:
    text = "BASF trennt sich von Syneqt. Syneqt soll an die Börse. Ihre Zahlen veröffentlicht BASF am 29. Oktober 2026."
    assert {subject for subject, _ in told(reader, text, "publishesResultsOn")} == {"BASF"}


def test_an_owner_does_not_compete_where_what_it_owns_does(reader: ClaimReader) -> None:
    text = "Alibabas Lieferdienst Ele.me leidet. Die Rabattschlachten zwischen Ele.me und Konkurrent Meituan dauern an."
    assert {frozenset(pair) for pair in told(reader, text, "competesWith")} == {frozenset({"Ele.me", "Meituan"})}


@pytest.mark.parametrize(
    ("judgement", "sentence", "moves"),
    [
        # it judges in the same sentence; it judges, and the sentence names nobody; it judges, and is named; it does not
        ('Goldman Sachs stuft Evonik auf "Neutral", die Aktie fiel um 2 Prozent.', "", False),
        ("Goldman Sachs stuft Evonik auf „Neutral“.", "Die Aktie fiel um 2 Prozent.", False),
        ("Goldman Sachs stuft Evonik auf „Neutral“.", "Goldman Sachs fielen um 2 Prozent.", True),
        ("Goldman Sachs baut 300 Stellen ab.", "Goldman Sachs fielen um 2 Prozent.", True),
    ],
)
def test_a_house_that_judges_does_not_move(reader: ClaimReader, judgement: str, sentence: str, moves: bool) -> None:
    claims = reader.read(Article("example", f"{judgement} {sentence}")).claims
    fallen = {c.subject.name for c in claims if c.predicate == "sharePriceChange"}
    assert ("Goldman Sachs" in fallen) is moves


@pytest.mark.parametrize(
    ("judgement", "competes"),
    [
        ("Goldman Sachs stuft Evonik auf „Neutral“.", False),
        ("Goldman Sachs baut 300 Stellen ab.", True),
    ],
)
def test_a_house_that_judges_does_not_compete(reader: ClaimReader, judgement: str, competes: bool) -> None:
    texts = judgement, "Lanxess ist ein Rivale von Goldman Sachs."
    claims = [c for text in texts for c in reader.read(Article("example", text)).claims]
    assert any(c.predicate == "competesWith" for c in claims)
    assert any(c.predicate == "competesWith" for c in without_judging_rivals(claims)) is competes


@pytest.mark.parametrize("country", ["China", "Indien"])
def test_who_launches_a_product_does_not_use_it(reader: ClaimReader, country: str) -> None:
    found = reader.read(Article("a", f"Novo Nordisk führt Wegovy in {country} ein.")).claims
    assert {c.predicate for c in found if c.object and c.object.name == "Wegovy"} == {"launches"}
