"""The word for a post tells what kind of house has it."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.post_houses import PostHouses
from kg.claims.reader import ClaimReader

OFFICE = ("Regulator", "GovernmentBody")


@pytest.mark.parametrize(
    ("post", "classes", "begun"),
    [
        ("Behördenchef", OFFICE, OFFICE),
        ("Amtschefin", OFFICE, OFFICE),
        ("Amtsinhaber", (), ()),
        ("Bezirksleiterin", ("Union",), ("Union",)),
        ("Oberbürgermeister", ("GovernmentBody",), ()),
        ("Konzernchef", ("Company", "JointVenture"), ("Company", "JointVenture")),
        ("Vorstandschef", (), ()),
    ],
)
def test_a_post_tells_its_house(
    reader: ClaimReader, post: str, classes: tuple[str, ...], begun: tuple[str, ...]
) -> None:
    houses = reader.lexicon.indexed(PostHouses, "posts")
    assert (houses.of(post), houses.begun(post)) == (classes, begun)


@pytest.mark.parametrize(
    ("text", "employments"),
    [
        (
            "Das Bundeskartellamt rügt Amazon. Amazon wehrt sich. Das sei nötig, sagte Behördenchef Andreas Mundt.",
            {("Andreas Mundt", "Bundeskartellamt")},
        ),
        ("Amazon wehrt sich. Das sei nötig, sagte Oberbürgermeister Martin Horn.", set()),
        (
            "Die IG Metall streikt bei Tesla. Tesla droht. Bezirksleiter Dirk Schulze blieb hart.",
            {("Dirk Schulze", "IG Metall")},
        ),
        ("Tesla wächst. Konzernchef Elon Musk blieb hart.", {("Elon Musk", "Tesla")}),
    ],
)
def test_whose_chief_somebody_is(reader: ClaimReader, text: str, employments: set[tuple[str, str]]) -> None:
    claims = [c for c in reader.read(Article("a", text)).claims if c.predicate == "worksFor"]
    assert {(c.subject.name, c.object.name) for c in claims if c.object} == employments
