"""Job cuts told as a staff that becomes smaller."""

from __future__ import annotations

import pytest

from kg.claims.constructions.headcounts import headcounts
from kg.claims.reader import ClaimReader
from tests.claims.constructions.reading import read

CUTS = [
    ("Die Zahl der Beschäftigten bei Heidelberger Druckmaschinen soll um 450 sinken.", [450]),
    ("Bis Ende 2027 soll sich die Belegschaft von Dräger um 500 auf 16.000 Mitarbeiter verringern.", [500]),
    ("Die Belegschaft von Dräger soll um fünf Prozent sinken.", []),
    ("Der Umsatz von Dräger soll um 500 Millionen Euro sinken.", []),
]


@pytest.mark.parametrize(("text", "wanted"), CUTS)
def test_headcounts(reader: ClaimReader, text: str, wanted: list[int]) -> None:
    assert [claim.value for claim in read(reader, headcounts, text)] == wanted
