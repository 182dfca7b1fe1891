"""How much a fine is may stand behind a colon, or in the sentence before."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Die EU-Kommission hat ein weiteres Bußgeld verhängt: Die VW-Tochter MAN muss 300 Millionen Euro zahlen.",
            [("MAN", 300000000)],
        ),
        ("Orange soll 50 Millionen Euro Bußgeld zahlen. Diese Strafe verhängte die CNIL.", [("Orange", 50000000)]),
        # another sum than that of the fine, another fine, and whom no name tells
        ("Orange setzte 40 Milliarden Euro um. Die CNIL verhängte eine Strafe gegen Orange.", [("Orange", None)]),
        ("Orange wächst. Die CNIL belegte zwei Unternehmen der Telekombranche mit Geldbußen.", []),
        ("Die CNIL senkte die Strafe gegen Orange von 80 Millionen auf 25 Millionen Euro.", [("Orange", 25000000)]),
    ],
)  # fmt: skip
def test_whom_a_fine_hits_and_how_much_it_is(
    reader: ClaimReader, text: str, told: list[tuple[str, int | None]]
) -> None:
    fines = [c for c in reader.read(Article("a", text)).claims if c.predicate == "fines"]
    assert [(c.names[1], c.qualifiers.get("amount")) for c in fines] == told
