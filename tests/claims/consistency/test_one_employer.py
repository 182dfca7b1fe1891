"""Of several houses of one person the one that is read stands, and it is that one which is left."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.claim import Claim, Evidence, Party
from kg.claims.consistency.one_employer import guessed_houses, with_houses_left, with_one_employer
from kg.claims.learned.scheme import METHOD
from kg.claims.reader import ClaimReader

#: house, method, how sure the frame was and how sure the claim is
Read = tuple[str, str, float, float]


def held(house: str, method: str, confidence: float, start: int = 0, predicate: str = "worksFor") -> Claim:
    person, there = Party("Peter Feld", "Person"), Party(house, "Company", start=start)
    return Claim("a", person, predicate, there, None, "actual", Evidence(start, start + 9, "x"), method, confidence)


@pytest.mark.parametrize(
    ("read", "kept"),
    [
        # what a frame takes from the text gives way to what the network finds
        ([("Jacobs", "post", 0.6, 0.8), ("Barry Callebaut", METHOD, 0, 0.7)], ["Barry Callebaut"]),
        ([("Jacobs", "post", 0.6, 0.8), ("Barry Callebaut", "post", 1.0, 0.9)], ["Barry Callebaut"]),
        # of two guesses the surer one stands
        ([("Jacobs", "post", 0.6, 0.8), ("Barry Callebaut", "post", 0.6, 0.7)], ["Jacobs"]),
        # two that are read stand both
        ([("Jacobs", "post", 1.0, 0.8), ("Barry Callebaut", "lead", 1.0, 0.7)], ["Jacobs", "Barry Callebaut"]),
        ([("Jacobs", "post", 0.6, 0.8)], ["Jacobs"]),
    ],
)
def test_a_guess_gives_way(read: list[Read], kept: list[str]) -> None:
    guessed = guessed_houses(held(house, method, raw) for house, method, raw, _ in read if method != METHOD)
    claims = with_one_employer([held(house, method, sure) for house, method, _, sure in read], guessed)
    assert [c.object.name for c in claims if c.object] == kept


def test_who_leaves_leaves_the_own_house() -> None:
    gone = held("Sandoz", "go", 0.6, 90, "departsFrom")
    guessed = guessed_houses([gone])
    assert [c.names[1] for c in with_houses_left([gone], [held("Evotec", METHOD, 0.3)], guessed)] == ["Evotec"]
    assert [c.names[1] for c in with_houses_left([gone], [], guessed)] == ["Sandoz"]
    assert [c.names[1] for c in with_houses_left([gone], [held("Evotec", METHOD, 0.3)], ())] == ["Sandoz"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Illumina-Chef Francis deSouza musste 2023 seinen Hut nehmen.", {"departsFrom"}),
        ("Siemens-Finanzchef Ralf Thomas hört auf.", {"departsFrom", "worksFor"}),
    ],
)
def test_a_post_left_is_held_no_more(reader: ClaimReader, text: str, told: set[str]) -> None:
    claims = reader.read(Article("a", text)).claims
    assert {c.predicate for c in claims if c.subject.type == "Person"} == told
