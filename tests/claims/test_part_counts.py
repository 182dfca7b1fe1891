"""Of a part and the whole of a staff it is the part that has to go."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader


@pytest.mark.parametrize(
    ("text", "jobs"),
    [
        ("Bosch will 11.000 der 27.000 Stellen streichen.", [11000]),
        ("Puma will bis zu 500 der weltweit 14.000 Stellen streichen.", [500]),
        ("Goodyear entlässt 300 seiner 2000 Beschäftigten in Hanau.", [300]),
        ("Von den 27.000 Stellen will ZF 11.000 abbauen.", [11000]),
        ("Alstom baut 1300 Stellen ab.", [1300]),
        ("Ein Sprecher sagte, dass bei Continental 900 statt 1500 Arbeitsplätze wegfallen sollen.", [900]),
        ("Bosch streicht 1200 Stellen statt der zunächst genannten 2000.", [1200]),
        ("Hugo Boss will rund zwölf Prozent der weltweit 3000 Verwaltungsstellen streichen.", [None]),
    ],
)
def test_the_part_goes(reader: ClaimReader, text: str, jobs: list[float]) -> None:
    claims = reader.read(Article("a", text)).claims
    assert [c.value for c in claims if c.predicate == "cutsJobs"] == jobs
