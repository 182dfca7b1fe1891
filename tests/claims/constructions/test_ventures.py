"""Joint ventures told by their parties."""

from __future__ import annotations

from kg.claims.constructions.ventures import ventures
from kg.claims.reader import ClaimReader
from tests.claims.constructions.reading import read


def test_parties_of_a_described_venture(reader: ClaimReader) -> None:
    found = read(reader, ventures, "Das Joint Venture zwischen Shinsegae und Alibaba startet im Herbst.")
    joined = {(c.subject.name, c.object.name) for c in found if c.predicate == "hasJointVentureWith" and c.object}
    assert joined == {("Shinsegae", "Alibaba")}
    assert {c.subject.name for c in found if c.predicate == "participatesIn"} == {"Shinsegae", "Alibaba"}


def test_a_company_alone_is_no_venture(reader: ClaimReader) -> None:
    assert read(reader, ventures, "Alibaba und Shinsegae arbeiten zusammen.") == []
