"""Judgements as newspapers tell them: one made of another, of several houses, without a number."""

from __future__ import annotations

import pytest

from kg.claims.constructions.ratings import ratings
from kg.claims.reader import ClaimReader
from tests.claims.constructions.reading import lines, read


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('Goldman Sachs verlieh Siemens Energy das Prädikat "Outperform".', {"Goldman Sachs rates Siemens Energy"}),
        ("Als Favoriten im Sektor sieht die UBS Munich Re.", {"UBS rates Munich Re"}),
        (
            "Barclays und Jefferies hoben ihre Kursziele für die Adidas-Aktie an.",
            {"Barclays rates Adidas", "Jefferies rates Adidas"},
        ),
        ("Die Deutsche Bank hebt ihre Ziele für 2026 an.", set()),
        (
            'JPMorgan und Goldman Sachs stuften SAP auf "Neutral" ab.',
            {"JPMorgan rates SAP", "Goldman Sachs rates SAP"},
        ),
    ],
)
def test_ratings_in_news(reader: ClaimReader, text: str, wanted: set[str]) -> None:
    assert lines(read(reader, ratings, text)) == wanted


@pytest.mark.parametrize(
    ("text", "rating"),
    [
        ("BTIG nimmt seine Kaufempfehlung für Crowdstrike zurück und sagt nur noch „Neutral“.", "Neutral"),
        ('Hauck Aufhäuser streicht die Kaufempfehlung für Stratec; neues Urteil: "Halten", Ziel 24 Euro.', "Halten"),
    ],
)
def test_what_is_taken_back_is_the_previous_judgement(reader: ClaimReader, text: str, rating: str) -> None:
    (claim,) = (c for c in read(reader, ratings, text) if c.predicate == "rates")
    assert (claim.qualifiers["rating"], claim.qualifiers["previousRating"]) == (rating, "Kaufempfehlung")


def test_one_judgement_is_made_of_another(reader: ClaimReader) -> None:
    text = 'Analyst Philippe Houchois von Jefferies machte aus seiner Kaufempfehlung für BMW ein "Hold".'
    (claim,) = (c for c in read(reader, ratings, text) if c.predicate == "rates")
    assert (claim.qualifiers["rating"], claim.qualifiers["previousRating"]) == ("Hold", "Kaufempfehlung")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('Roche leidet. Vontobel: "Hold", 320 Franken.', {"Vontobel rates Roche"}),
        ('Stimmen zu SAP: Jefferies "Buy", Ziel 290 Euro; UBS "Neutral", 255 Euro.',
         {"Jefferies rates SAP", "UBS rates SAP"}),
        ('Nike wächst. Die Nike-Aktie verliert. Bernstein: "Outperform", Ziel 90 Dollar. UBS dagegen: "Neutral".',
         {"Bernstein Research rates Nike", "UBS rates Nike"}),
        ('Alibaba wächst. Die Alibaba-Aktie steigt. Gespalten sind die Analysten: Barclays ("Overweight"), HSBC '
         '("Hold").', {"Barclays rates Alibaba", "HSBC rates Alibaba"}),
        ('Roche leidet. Vontobel: Der Markt sieht das als "Hold" auf Zeit.', set()),
    ],
)  # fmt: skip
def test_judgements_without_a_verb(reader: ClaimReader, text: str, wanted: set[str]) -> None:
    assert lines(read(reader, ratings, text)) == wanted
