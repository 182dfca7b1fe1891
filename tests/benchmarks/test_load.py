"""The load test in small: twenty clients of every kind but the silent one, against a server of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.load import KINDS, Answer, Load, _answer, get, measure
from tests.graph.newsroom import searched_folder


def test_nothing_is_lost_and_nothing_hangs(tmp_path: Path) -> None:
    figures = measure(searched_folder(tmp_path / "graph"), 20, 3, KINDS[:-1], ["--timeout", "2"])
    assert figures["faults"] == []
    kinds = figures["kinds"]
    assert isinstance(kinds, dict) and all(one["answers"] for one in kinds.values())
    assert set(kinds["endless queries"]["statuses"]) == {"503"}
    assert set(kinds["queries of 5 MB"]["statuses"]) == {"413"}


HEAD = b"HTTP/1.1 200 OK\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"


@pytest.mark.parametrize(
    ("data", "status", "is_whole"),
    [
        (b"", 0, True),
        (HEAD + b"Content-Length: 3\r\n\r\nabc", 200, True),
        (HEAD + b"Content-Length: 4\r\n\r\nabc", 200, False),
        (CHUNKED + b"0\r\n\r\n", 200, True),
        (CHUNKED, 200, False),
    ],
)
def test_an_answer_shows_whether_it_is_whole(data: bytes, status: int, is_whole: bool) -> None:
    answer = _answer(data)
    assert (answer.status, answer.is_whole) == (status, is_whole)


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        (Answer(200, "as before", True), ""),
        (Answer(200, "other", True), "says something else"),
        (Answer(200, "as before", False), "broke off"),
        (Answer(500, "", True), "status 500"),
    ],
)
def test_what_counts_as_lost(answer: Answer, fault: str) -> None:
    load, request = Load(0, 1, 1), get("/")
    load._quiet[request] = "as before"
    assert load._fault(KINDS[0], request, answer) == fault
