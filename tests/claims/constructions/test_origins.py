"""Where organisations sit, told by attributes of their names."""

from __future__ import annotations

import pytest

from kg.claims.constructions.origins import origins
from kg.claims.reader import ClaimReader
from tests.claims.constructions.reading import lines, read


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Der chinesische Tech-Riese Alibaba investiert.", {"Alibaba locatedIn China"}),
        ("SAP aus Walldorf wächst.", {"SAP locatedIn Walldorf"}),
        ("Der US-Konzern Nvidia wächst.", {"Nvidia locatedIn USA"}),
        ("Siemens verkauft in China mehr.", set()),
        ("Red Bull wächst in Brasilien. Die dortige Aufsicht Anvisa stimmte zu.", {"Anvisa locatedIn Brasilien"}),
        ("Das ärgert Stans. Der dort ansässige Flugzeugbauer Pilatus klagt.", {"Pilatus locatedIn Stans"}),
        ("Siemens wächst. Die dortige Leitung des Werks schweigt.", set()),
    ],
)
def test_origins(reader: ClaimReader, text: str, wanted: set[str]) -> None:
    assert lines(read(reader, origins, text)) == wanted
