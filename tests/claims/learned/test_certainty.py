"""What the network says of how certain a claim is gives way where the clause around it knows better."""

from __future__ import annotations

import numpy as np
import pytest

from kg.articles.article import Article
from kg.claims.extractor import open_tools
from kg.claims.learned.certainty import Told, status_of
from kg.claims.reader import ClaimReader
from kg.claims.status import ORDER

CASES = [
    (
        "Borealis, die zu einem Viertel Adnoc gehört, soll bald fusionieren.",
        "ownsStakeIn",
        "Adnoc",
        "Borealis",
        "gehört",
        "planned",
        "actual",
    ),
    (
        "Adnoc, das an Borealis noch Anteile kaufen soll, wächst.",
        "ownsStakeIn",
        "Adnoc",
        "Borealis",
        "Anteile",
        "actual",
        "actual",
    ),
    (
        "Adnoc will sich ein Viertel an Borealis sichern.",
        "ownsStakeIn",
        "Adnoc",
        "Borealis",
        "sichern",
        "planned",
        "planned",
    ),
    (
        "In Gaffney fließen Millionen von First Solar in eine Halle.",
        "investsIn",
        "First Solar",
        "Gaffney",
        "fließen",
        "planned",
        "actual",
    ),
    (
        "In Gaffney sollen Millionen von First Solar in eine Halle fließen.",
        "investsIn",
        "First Solar",
        "Gaffney",
        "fließen",
        "planned",
        "planned",
    ),
    (
        "Die Pläne von Zalando sind nicht bekannt, die Aktie im DAX stieg.",
        "listedOn",
        "Zalando",
        "DAX",
        "Aktie",
        "negated",
        "actual",
    ),
    (
        "Zalando ist nicht mehr im DAX vertreten.",
        "listedOn",
        "Zalando",
        "DAX",
        "vertreten",
        "negated",
        "negated",
    ),
    (
        "Siemens will den Rivalen Altair kaufen.",
        "acquires",
        "Siemens",
        "Altair",
        "kaufen",
        "actual",
        "planned",
    ),
]


@pytest.mark.parametrize(("text", "predicate", "subject", "other", "trigger", "said", "wanted"), CASES)
def test_status(
    reader: ClaimReader, text: str, predicate: str, subject: str, other: str, trigger: str, said: str, wanted: str
) -> None:
    document = reader.document(Article("a", text))
    tools = open_tools(document, reader.lexicon)
    one, two = (next(m for m in document.mentions if m.name == name) for name in (subject, other))
    scores = np.array([0.9 if status == said else 0.02 for status in ORDER], np.float32)
    told = Told(document.syntax.words.index(trigger), one, two, (two.first,))
    assert status_of(tools, predicate, scores, told) == wanted
