"""Paragraphs tile the text; their kinds follow the words; nothing makes them slow."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles.boilerplate import boilerplate_patterns
from kg.articles.paragraphs import content_paragraphs

CONTENT = "Der Umsatz von Alibaba stieg im dritten Quartal um 12,4 Prozent auf 3,2 Milliarden Euro."
WORDS = st.sampled_from(
    [
        CONTENT,
        "Mehr zum Thema",
        "Hier weiterlesen",
        "Disclaimer",
        "BERLIN (dpa) - Siemens baut aus./ck/mis",
        "Teilen",
        "",
    ]
)


def kinds(text: str) -> list[tuple[str, str]]:
    return [(p.kind, text[p.start : p.end].strip()) for p in content_paragraphs(text)]


@given(st.one_of(st.text(), st.lists(st.one_of(WORDS, st.text()), max_size=8).map("\n".join)))
def test_paragraphs_tile_the_text(text: str) -> None:
    paragraphs = content_paragraphs(text)
    assert "".join(text[p.start : p.end] for p in paragraphs) == text
    assert all(p.start < p.end for p in paragraphs)
    assert [p.start for p in paragraphs[1:]] == [p.end for p in paragraphs[:-1]]


@given(st.text(), st.text())
def test_kinds_do_not_depend_on_the_kind_of_line_end(one: str, other: str) -> None:
    text = f"{one}\n{CONTENT}\n\n{other}".replace("\r", "")
    windows = text.replace("\n", "\r\n")
    assert [kind for kind, _ in kinds(text)] == [kind for kind, _ in kinds(windows)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("\n\n", [("content", "")]),
        ("Alibaba kooperiert mit Honor", [("headline", "Alibaba kooperiert mit Honor")]),
        (
            f"Regulatorischer Gegenwind nimmt zu\n{CONTENT}",
            [("headline", "Regulatorischer Gegenwind nimmt zu"), ("content", CONTENT)],
        ),
        (
            f"FRANKFURT (dpa-AFX) - {CONTENT}/ck/mis",
            [("dateline", "FRANKFURT (dpa-AFX) -"), ("content", CONTENT), ("signature", "/ck/mis")],
        ),
        (f"{CONTENT} Hier weiterlesen...", [("content", CONTENT), ("advertising", "Hier weiterlesen...")]),
        # the links behind the heading, then content again
        (
            f"Mehr zum Thema\nVW streicht Stellen\nBASF hebt Prognose\n{CONTENT}",
            [
                ("related", "Mehr zum Thema"),
                ("related", "VW streicht Stellen"),
                ("related", "BASF hebt Prognose"),
                ("content", CONTENT),
            ],
        ),
        # legal text goes on to the end
        (
            f"{CONTENT}\nDisclaimer\n{CONTENT}",
            [("content", CONTENT), ("disclaimer", "Disclaimer"), ("disclaimer", CONTENT)],
        ),
        # a button behind the last paragraph
        (f"{CONTENT}\nWirtschaft Muster", [("content", CONTENT), ("furniture", "Wirtschaft Muster")]),
        # a list of facts is no furniture
        (f"{CONTENT}\n- Lima: 2,2 Millionen", [("content", CONTENT), ("headline", "- Lima: 2,2 Millionen")]),
    ],
)
def test_kinds(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


def test_hand_broken_lines_are_one_paragraph() -> None:
    text = (
        "Der Chiphersteller Nexperia aus Nijmegen beliefert nach eigenen\n"
        "Angaben auch Bosch und ZF. Volkswagen hat den Bericht der Zeitung\n"
        "dementiert.\n\n"
        "Bosch meldet in Salzgitter Kurzarbeit an.\n"
    )
    assert [kind for kind, _ in kinds(text)] == ["content", "content"]


def test_headline_and_lead_are_two_paragraphs() -> None:
    text = f"Alibaba und Honor vereinbaren eine Zusammenarbeit bei KI\n{CONTENT}"
    assert [kind for kind, _ in kinds(text)] == ["headline", "content"]


ATTACKS = {
    "one line of 5 MB": "Alibaba und Honor " * 280_000,
    "5 MB without a space": "a" * 5_000_000,
    "blank lines": "\n" * 1_000_000,
    "questions": "Sollten Anleger jetzt kaufen " * 1_000,
    "parentheses": "(" * 100_000,
    "dashes": "- " * 100_000,
    "slashes": "/ck" * 100_000,
    "codes": "ISIN DE000" * 20,
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_odd_texts_take_no_time(attack: str) -> None:
    started = time.perf_counter()
    content_paragraphs(ATTACKS[attack])
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize("pattern", [p for p in boilerplate_patterns() if p.examples], ids=lambda p: p.name)
def test_no_pattern_backtracks_without_end(pattern: object) -> None:
    """Repeat the words of the examples, without what would let the pattern end, up to its longest paragraph."""
    started = time.perf_counter()
    for example in pattern.examples:  # type: ignore[attr-defined]
        words = "".join(char if char not in ".?!:" else " " for char in example)
        content_paragraphs((words + " ") * (4000 // len(words)))
        content_paragraphs((words + " ") * max(1, 480 // len(words)))
    assert time.perf_counter() - started < 1
