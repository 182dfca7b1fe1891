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


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Das Landgericht Hamburg gab Foodwatch recht.", {"Landgericht Hamburg locatedIn Hamburg"}),
        ("Das Landgericht München I gab Foodwatch recht.", {"Landgericht München I locatedIn München"}),
        ("Das Handelsgericht Wien gab der Klage recht.", {"Handelsgericht Wien locatedIn Wien"}),
        ("Das Amtsgericht Duisburg ließ den Antrag von Kodi zu.", set()),
        ("Das Bundesverfassungsgericht gab der Klage recht.", set()),
    ],
)
def test_a_court_sits_in_the_town_of_its_name(reader: ClaimReader, text: str, wanted: set[str]) -> None:
    assert lines(read(reader, origins, text)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Tavares leitet Stellantis. Der Portugiese erhält viel Geld.", set()),
        ("Benko gründete Signa. Gegen den Österreicher wird ermittelt.", set()),
        ("Zalando wächst. Die Berliner zahlen mehr.", {"Zalando locatedIn Berlin"}),
    ],
)
def test_one_man_from_a_place_is_no_company(reader: ClaimReader, text: str, wanted: set[str]) -> None:
    assert lines(read(reader, origins, text)) == wanted
