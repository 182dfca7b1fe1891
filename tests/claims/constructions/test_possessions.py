"""What belongs to whom by a genitive alone."""

from __future__ import annotations

import pytest

from kg.claims.constructions.possessions import possessions
from kg.claims.reader import ClaimReader
from tests.claims.constructions.reading import lines, read


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Alibabas Sprachmodell Qwen rechnet schneller.", set()),
        ("Auf Alibabas Qwen setzen viele Firmen.", {"Alibaba develops Qwen"}),
        ("SAP nutzt Qwen.", set()),
        ("Viele Firmen nutzen Qwen von Alibaba.", {"Alibaba develops Qwen"}),
        ("SAP bezieht Qwen seit Mai von Alibaba.", set()),
    ],
)
def test_possessions(reader: ClaimReader, text: str, wanted: set[str]) -> None:
    assert lines(read(reader, possessions, text)) == wanted
