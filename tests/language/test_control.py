"""Whom a verb addresses, and whether that is who acts in its infinitive."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader
from kg.language.control import addressed, controls_object


@pytest.mark.parametrize(
    ("text", "verb", "whom"),
    [
        ("Die EZB hatte Unicredit gestattet, Anteile zu kaufen.", "gestattet", "Unicredit"),
        ("Die EZB erlaubte der Unicredit, Anteile zu kaufen.", "erlaubte", "Unicredit"),
        ("Brüssel zwang Bayer, die Sparte zu verkaufen.", "zwang", "Bayer"),
        ("Die EZB genehmigte der Unicredit, Anteile zu kaufen.", "genehmigte", "Unicredit"),
        ("Die EZB hielt Unicredit vor, Daten verloren zu haben.", "hielt", "Unicredit"),
        ("Das Gericht hat Google verboten, Daten zu sammeln.", "verboten", "Google"),
    ],
)
def test_who_is_addressed(reader: ClaimReader, text: str, verb: str, whom: str) -> None:
    syntax = reader.document(Article("a", text)).syntax
    i = syntax.words.index(verb)
    assert controls_object(syntax, i)
    assert syntax.words[addressed(syntax, i)] == whom


@pytest.mark.parametrize(
    ("text", "verb"),
    [("Unicredit plant, Anteile zu kaufen.", "plant"), ("Siemens verspricht Bosch, Chips zu liefern.", "verspricht")],
)
def test_others_leave_it_to_their_subject(reader: ClaimReader, text: str, verb: str) -> None:
    syntax = reader.document(Article("a", text)).syntax
    assert not controls_object(syntax, syntax.words.index(verb))
