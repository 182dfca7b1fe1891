"""Who holds a post where name and employer stand apart."""

from __future__ import annotations

import pytest

from kg.claims.constructions.posts import posts
from kg.claims.reader import ClaimReader
from tests.claims.constructions.reading import facts, lines, read

POSTS = [
    ("Thyssenkrupp Chef Heinrich Hiesinger warnt.", "Heinrich Hiesinger worksFor Thyssenkrupp", "Chef"),
    ("Der Chef von Siemens, Roland Busch, warnt.", "Roland Busch worksFor Siemens", "Chef"),
    (
        "Der Vorsitzende der Geschäftsführung von DB International, Niko Warbanoff, warnt.",
        "Niko Warbanoff worksFor DB International",
        "Vorsitzende",
    ),
]


@pytest.mark.parametrize(("text", "line", "position"), POSTS)
def test_posts(reader: ClaimReader, text: str, line: str, position: str) -> None:
    claims = read(reader, posts, text)
    assert lines(claims) == {line}
    assert facts(claims, "position") == [(position,)]


@pytest.mark.parametrize("text", ["Siemens-Chef Roland Busch warnt.", "Roland Busch lobt Siemens."])
def test_frames_read_compounds_and_a_verb_gives_no_post(reader: ClaimReader, text: str) -> None:
    assert read(reader, posts, text) == []
