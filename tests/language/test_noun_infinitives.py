"""An infinitive behind "haben", a noun and a comma says what the noun is about."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Alstom hat gute Chancen, Talgo zu übernehmen.", "possible"),
        ("Adobe hat die Absicht, Figma zu übernehmen.", "planned"),
        ("Vodafone hat die Möglichkeit, Talkline zu kaufen.", "possible"),
    ],
)
def test_what_one_has_a_chance_of_is_not_done(reader: ClaimReader, text: str, status: str) -> None:
    deals = [c for c in reader.read(Article("a", text)).claims if c.predicate == "acquires"]
    assert [c.status for c in deals] == [status]


def test_the_tree(reader: ClaimReader) -> None:
    s = reader.document(Article("a", "Alstom hat gute Chancen, Talgo zu übernehmen.")).syntax
    root, verb, name = (s.words.index(word) for word in ("hat", "übernehmen", "Talgo"))
    assert (s.heads[root], s.words[s.heads[verb]], s.words[s.heads[name]]) == (root, "Chancen", "übernehmen")


@pytest.mark.parametrize("text", ["Siemens hat, zu", "Siemens hat Chancen, zu", "Hat Siemens, zu kaufen?"])
def test_texts_that_break_off(reader: ClaimReader, text: str) -> None:
    assert len(reader.document(Article("a", text)).syntax) > 0
