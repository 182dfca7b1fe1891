"""Strikes of the union that the article names, told in a sentence without it."""

from __future__ import annotations

import pytest

from kg.claims.constructions.strikes import strikes
from kg.claims.reader import ClaimReader
from tests.claims.constructions.reading import lines, read

DEMAND = "Verdi fordert mehr Lohn. "
STRIKES = [
    (DEMAND + "Die Beschäftigten von Amazon streiken.", {"Verdi strikesAt Amazon"}),
    (DEMAND + "Der Streik bei Amazon beginnt.", {"Verdi strikesAt Amazon"}),
    (DEMAND + "Die Lufthansa-Piloten streiken.", {"Verdi strikesAt Lufthansa"}),
    (DEMAND + "Die Beschäftigten von Amazon wollen streiken.", {"Verdi strikesAt Amazon [planned]"}),
    (DEMAND + "Die Beschäftigten von Amazon streiken nicht.", {"Verdi strikesAt Amazon [negated]"}),
    (
        DEMAND + "Bei Amazon wird gestreikt. Betroffen ist auch der Versandhändler Zalando.",
        {"Verdi strikesAt Amazon", "Verdi strikesAt Zalando"},
    ),
    (DEMAND + "Amazon wächst. Betroffen ist auch Zalando.", set()),
    # a union that other firms are named with strikes at those
    ("Verdi fordert bei Amazon mehr Lohn. Bei Zalando endete ein Streik.", set()),
    ("Verdi fordert bei Amazon mehr Lohn. Der Streik bei Amazon beginnt.", {"Verdi strikesAt Amazon"}),
    # no union in the article; the union in the sentence itself, which frames read
    ("Die Beschäftigten von Amazon streiken.", set()),
    ("Die Gewerkschaft Verdi ruft zum Streik bei Amazon auf.", set()),
]


@pytest.mark.parametrize(("text", "wanted"), STRIKES)
def test_strikes(reader: ClaimReader, text: str, wanted: set[str]) -> None:
    assert lines(read(reader, strikes, text)) == wanted
