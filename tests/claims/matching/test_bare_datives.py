"""Names in the dative without an article."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader

SENTENCES = [
    ("Die Deutsche Bahn hat Alstom den Zuschlag für 40 Züge gegeben.", "Alstom suppliesTo Deutsche Bahn"),
    ("Die Bundeswehr erteilte Rheinmetall einen Auftrag.", "Rheinmetall suppliesTo Bundeswehr"),
    ("Google liefert Anthropic eine Million Chips.", "Google suppliesTo Anthropic"),
    ("Nvidia stellt OpenAI die Chips bereit.", "Nvidia suppliesTo OpenAI"),
]


@pytest.mark.parametrize(("sentence", "claim"), SENTENCES)
def test_a_bare_name_before_the_object_is_whom_it_is_done_for(reader: ClaimReader, sentence: str, claim: str) -> None:
    found = reader.read(Article("a", sentence)).claims
    assert claim in {f"{c.subject.name} {c.predicate} {c.object.name}" for c in found if c.object}


def test_a_bare_name_alone_is_the_object_and_nobody_gets_it(reader: ClaimReader) -> None:
    found = reader.read(Article("a", "Bayer will Monsanto verkaufen, wie es in Finanzkreisen heißt.")).claims
    assert [f"{c.subject.name} {c.predicate} {c.object.name}" for c in found if c.object] == ["Bayer sells Monsanto"]
