"""People told by their house behind the name."""

from __future__ import annotations

import pytest

from kg.claims.constructions.affiliations import affiliations
from kg.claims.reader import ClaimReader
from tests.claims.constructions.reading import lines, read


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Quincy Krosby von LPL Financial erwartet nichts.", "Quincy Krosby worksFor LPL Financial"),
        ("Quincy Krosby vom Vermögensverwalter LPL Financial warnt.", "Quincy Krosby worksFor LPL Financial"),
        ("Tom Bauer von der Investmentbank Jefferies bleibt vorsichtig.", "Tom Bauer worksFor Jefferies"),
        ("Haider Anjum von der Commerzbank sprach von einem Fehler.", "Haider Anjum worksFor Commerzbank"),
        ("Thomas Klein (Berenberg) verwies auf die Marke.", "Thomas Klein worksFor Berenberg"),
    ],
)
def test_affiliations(reader: ClaimReader, text: str, line: str) -> None:
    assert lines(read(reader, affiliations, text)) == {line}


@pytest.mark.parametrize(
    "text",
    [
        "Thomas Klein wurde von der Commerzbank verklagt.",
        "Thomas Klein (45) lobt die Commerzbank.",
        "Friederike von Siemens lobt die Lage.",
    ],
)
def test_no_affiliation(reader: ClaimReader, text: str) -> None:
    assert read(reader, affiliations, text) == []
