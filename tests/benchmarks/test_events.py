"""The scorer of the SmartData events: what is a sentence, what is an event, what matches what."""

from __future__ import annotations

import gzip
import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.events import Argument, Event, Score, documents, half, is_event, news, overlap, pairs, sentences
from kg.articles.article import Article
from kg.claims.claim import Claim, Evidence, Party

TEXT = "Edeka übernimmt Tengelmann. Die Übernahme durch Edeka freut Rewe nicht.\nSteilmann ist insolvent"


def at(word: str) -> tuple[int, int]:
    start = TEXT.index(word)
    return start, start + len(word)


def event(type_: str, word: str, *arguments: Argument) -> Event:
    return Event(type_, at(word), arguments)


def concept(text: str, word: str) -> dict[str, object]:
    start = text.index(word)
    return {"span": {"start": start, "end": start + len(word)}}


def relation(text: str, name: str, **roles: str) -> dict[str, object]:
    arguments = [{"role": role, "conceptMention": concept(text, word)} for role, word in roles.items()]
    return {"name": name, "args": {"array": arguments}}


def corpus(path: Path, *texts: str) -> Path:
    records = [
        {
            "id": f"d{n}",
            "text": {"string": text},
            "date": {"string": "2016-01-29T13:29:50Z"},
            "refids": {"map": {"source": "news"}},
            "relationMentions": {"array": [relation(text, "Insolvency", trigger="insolvent", company="Steilmann")]},
        }
        for n, text in enumerate(texts)
    ]
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write("\n".join(json.dumps(record, indent=1) for record in records))
    return path


def test_a_sentence_ends_with_a_full_stop_before_a_capital_or_with_the_line() -> None:
    assert [TEXT[a:b] for a, b in sentences(TEXT)] == [
        "Edeka übernimmt Tengelmann.",
        "Die Übernahme durch Edeka freut Rewe nicht.",
        "Steilmann ist insolvent",
    ]


@given(st.text(alphabet="aB. \n!?„“"))
def test_sentences_lie_in_order_and_leave_out_white_space_only(text: str) -> None:
    places = sentences(text)
    assert all(a < b for a, b in places)
    assert all(one[1] <= other[0] for one, other in pairwise(places))
    covered = {i for a, b in places for i in range(a, b)}
    assert all(text[i].isspace() or text[i] in "“" for i in set(range(len(text))) - covered)


def test_a_found_event_matches_in_the_sentence_of_the_gold_trigger_only() -> None:
    gold = [event("Acquisition", "übernimmt"), event("Insolvency", "insolvent")]
    found = [event("Acquisition", "Übernahme"), event("Insolvency", "Steilmann")]
    assert pairs(gold, found, TEXT) == [(gold[1], found[1])]


def test_matching_is_one_to_one_and_prefers_the_same_trigger() -> None:
    gold = [event("Acquisition", "übernimmt")]
    found = [event("Acquisition", "Edeka"), event("Acquisition", "übernimmt")]
    assert pairs(gold, found, TEXT) == [(gold[0], found[1])]


def test_arguments_agree_by_place_or_by_name() -> None:
    edeka = Argument("buyer", at("Edeka"), frozenset({"edeka"}))
    assert edeka.agrees(Argument("buyer", (0, 3), frozenset({"edeka zentrale"})))
    assert edeka.agrees(Argument("buyer", (40, 45), frozenset({"edeka"})))
    assert not edeka.agrees(Argument("acquired", at("Edeka"), frozenset({"edeka"})))


def test_the_score_counts_what_is_right_missed_and_in_excess(tmp_path: Path) -> None:
    [document] = news(corpus(tmp_path / "c.json.gz", TEXT), "ab")
    score = Score()
    score.add(document, [*document.events, event("Acquisition", "übernimmt")])
    assert (score.triggers["all"].gold, score.triggers["all"].found, score.triggers["all"].right) == (1, 2, 1)
    assert score.arguments["Insolvency"].right == 1
    assert len(score.extra) == 1
    assert not score.misses


def test_halves_do_not_depend_on_the_order(tmp_path: Path) -> None:
    path = corpus(tmp_path / "c.json.gz", *[TEXT] * 12)
    ids = {d["id"] for d in documents(path)}
    of_half = {name: {n.article.id for n in news(path, name)} for name in "ab"}
    assert of_half["a"] | of_half["b"] == ids
    assert all(half(id) == name for name, found in of_half.items() for id in found)


@pytest.mark.parametrize(
    ("predicate", "position", "employer", "trigger", "expected"),
    [
        ("worksFor", "Vorstandschef", "Company", "Vorstandschef", True),
        ("worksFor", "Analyst", "Company", "Analyst", False),
        ("worksFor", "Präsident", "GovernmentBody", "Präsident", False),
        ("ownsStakeIn", "", "Company", "erwarb", True),
        ("ownsStakeIn", "", "Company", "Großaktionär", False),
        ("acquires", "", "Company", "Übernahme", True),
        ("partnersWith", "", "Company", "Kooperation", False),
    ],
)
def test_posts_below_the_lead_and_shares_held_are_no_events(
    predicate: str, position: str, employer: str, trigger: str, expected: bool
) -> None:
    claim = Claim(
        article="x", subject=Party("A", "Person"), predicate=predicate, object=Party("B", employer), value=None,
        status="actual", evidence=Evidence(0, len(trigger), trigger, 0, len(trigger)), method="m",
        qualifiers={"position": position},
    )  # fmt: skip
    assert is_event(claim) is expected


def test_spans_overlap_when_they_share_a_character() -> None:
    assert overlap((0, 3), (2, 5))
    assert not overlap((0, 3), (3, 5))


def test_a_text_without_events_gives_no_pairs() -> None:
    assert pairs([], [], Article("x", TEXT).text) == []
