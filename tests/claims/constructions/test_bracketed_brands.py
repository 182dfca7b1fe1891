"""Brands told in brackets behind their company."""

from __future__ import annotations

import pytest

from kg.claims.constructions.bracketed_brands import bracketed_brands
from kg.claims.reader import ClaimReader
from tests.claims.constructions.reading import lines, read


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Der Autokonzern Stellantis (Opel, Fiat, Peugeot) baut Stellen ab.",
            {"Opel subsidiaryOf Stellantis", "Fiat subsidiaryOf Stellantis", "Peugeot subsidiaryOf Stellantis"},
        ),
        # one name may be an owner or a short form, and houses of analysts rate
        ("Der Verlag Axel Springer (KKR) wächst.", set()),
        ("Kaufempfehlungen gab es für Siemens (Berenberg, Jefferies).", set()),
        ("Notiert sind Siemens (Xetra, Frankfurt).", set()),
    ],
)
def test_bracketed_brands(reader: ClaimReader, text: str, told: set[str]) -> None:
    assert lines(read(reader, bracketed_brands, text)) == told
