"""What somebody gets comes from whoever stands behind "von", though a name stands before it."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader


@pytest.mark.parametrize(
    ("text", "giver"),
    [
        ("Nun hat die Siemens-Tochter Healthineers von der FDA die Zulassung für das Gerät Atellica erhalten.", "FDA"),
        ("Im Mai hatte die Firma Helsing von der Bundeswehr den Auftrag bekommen.", "Bundeswehr"),
    ],
)
def test_the_giver_hangs_on_the_verb(reader: ClaimReader, text: str, giver: str) -> None:
    s = reader.document(Article("a", text)).syntax
    assert s.pos[s.heads[s.words.index(giver)]] == "VERB"


def test_whose_analyst_somebody_is(reader: ClaimReader) -> None:
    text = "Der Analyst Sven Diermeier von Independent Research lobt SAP."
    found = [c.names for c in reader.read(Article("a", text)).claims if c.predicate == "worksFor"]
    assert found == [("Sven Diermeier", "Independent Research")]
