"""What stands beside a post tells that it is one of the past."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ralf Thomas, ehemals Finanzchef von Siemens, lobte den Plan.", "departsFrom Siemens"),
        ("Tom Enders, bis 2019 Chef von Airbus, lobte den Plan.", "departsFrom Airbus"),
        ("Ex-VW-Chef Martin Winterkorn steht vor Gericht.", "departsFrom Volkswagen"),
        ("Der Ex-Chef von Wirecard, Markus Braun, steht vor Gericht.", "departsFrom Wirecard"),
        ("Ralf Thomas war von 2013 bis 2024 Finanzchef von Siemens.", "departsFrom Siemens"),
        ("Ralf Thomas arbeitete früher bei Siemens.", "departsFrom Siemens"),
        ("Karin Dohm, die einst für Deloitte gearbeitet hat, lobte den Plan.", "departsFrom Deloitte"),
        ("Rupert Stadler, der bis 2018 Audi führte, lobte den Plan.", "departsFrom Audi"),
        ("Siemens-Chef Roland Busch hatte zuvor vor Eile gewarnt.", "worksFor Siemens"),
        ("Wie zuvor Siemens-Chef Roland Busch warnte auch der Verband.", "worksFor Siemens"),
        ("Roland Busch, Chef von Siemens, erwartet Wachstum bis 2030.", "worksFor Siemens"),
    ],
)
def test_a_former_post_is_left(reader: ClaimReader, text: str, told: str) -> None:
    claims = [c for c in reader.read(Article("a", text)).claims if c.subject.type == "Person"]
    posts = [c for c in claims if c.predicate in ("worksFor", "departsFrom") and c.status != "negated"]
    assert [f"{c.predicate} {c.names[1]}" for c in posts] == [told]
