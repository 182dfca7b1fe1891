"""Which post somebody holds, whoever found the employer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.articles.article import Article
from kg.claims.extractor import open_tools
from kg.claims.positions import bare_noun, with_positions
from kg.claims.reader import ClaimReader


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("Novartis-CEO Vas Narasimhan sprach vor Analysten.", "CEO"),
        ("UBS-Analystin Julia Meier rechnet mit mehr.", "Analystin"),
        ("Continental hat Roland Welzbacher zum Finanzvorstand bestellt.", "Finanzvorstand"),
    ],
)
def test_the_post_that_the_sentence_has(reader: ClaimReader, text: str, position: str) -> None:
    article = Article("a", text)
    tools = open_tools(reader.document(article), reader.lexicon)
    person = next(m for m in tools.document.mentions if m.type == "Person")
    house = next(m for m in tools.document.mentions if m.type != "Person")
    bare = tools.claim("worksFor", person, person.first, "learned", object=house)
    assert [c.qualifiers.get("position") for c in with_positions([bare], tools)] == [position]


def test_a_post_that_is_told_stays(reader: ClaimReader) -> None:
    article = Article("a", "Novartis-CEO Vas Narasimhan sprach vor Analysten.")
    tools = open_tools(reader.document(article), reader.lexicon)
    claim = next(c for c in reader.read(article).claims if c.predicate == "worksFor")
    told = replace(claim, qualifiers={"position": "Konzernchef"})
    assert list(with_positions([told], tools)) == [told]


def test_the_name_before_a_post_is_left_out(reader: ClaimReader) -> None:
    document = reader.document(Article("a", "VW-Chef Oliver Blume schweigt."))
    assert bare_noun(0, document) == "Chef"
