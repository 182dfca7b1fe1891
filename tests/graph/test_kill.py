"""A build that is killed: the graph opens, stands at a state of the record, and the next build reaches the end.

``NEWSKG_KILLS=30 NEWSKG_ARTICLES=500`` makes a thorough run of it.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import time
from multiprocessing.context import BaseContext
from pathlib import Path

import pytest

from benchmarks.corpus import Corpus, write_corpus
from kg.graph.build import build
from kg.graph.record import Record
from tests.graph.hashes import hash_of

KILLS = int(os.environ.get("NEWSKG_KILLS", "4"))
ARTICLES = int(os.environ.get("NEWSKG_ARTICLES", "60"))
#: articles that the graph holds before the build that is killed
BEFORE = ARTICLES // 5


@pytest.fixture(scope="module")
def context() -> BaseContext:
    """Processes that have imported the program and begin at once."""
    found = multiprocessing.get_context("forkserver")
    found.set_forkserver_preload(["kg.graph.build", "kg.claims.reader"])
    return found


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two corpora, the second with the articles of the first."""
    folder, corpus = tmp_path_factory.mktemp("news"), Corpus(seed=7, sentences=(1, 2))
    few = write_corpus(folder / "few.jsonl", corpus.articles(BEFORE))
    return few, write_corpus(folder / "all.jsonl", corpus.articles(ARTICLES))


def test_a_killed_build_is_finished_by_the_next(tmp_path: Path, news: tuple[Path, Path], context: BaseContext):
    few, everything = news
    whole, chance = tmp_path / "whole", random.Random(KILLS)
    build([few], whole)
    before, began = hash_of(whole), time.monotonic()
    writer = context.Process(target=build, args=([everything], whole))
    writer.start()
    writer.join()
    duration, after = time.monotonic() - began, hash_of(whole)
    assert writer.exitcode == 0
    assert before != after
    moments = [duration * (number + chance.random()) / KILLS for number in range(KILLS)]
    stopped = [_kill_and_finish(tmp_path / str(n), news, context, moment) for n, moment in enumerate(moments)]
    assert {state for state, _ in stopped} <= {before, after}
    assert {end for _, end in stopped} == {after}


def _kill_and_finish(
    folder: Path, news: tuple[Path, Path], context: BaseContext, moment: float
) -> tuple[str, str]:
    """Return the hash of what readers see after the kill, and that after the next build."""
    few, everything = news
    build([few], folder)
    writer = context.Process(target=build, args=([everything], folder))
    writer.start()
    writer.join(moment)
    writer.kill()
    writer.join()
    seen = hash_of(folder)
    with Record(folder) as record:
        recorded = len(record)
    report = build([everything], folder)
    assert report.unchanged == recorded
    return seen, hash_of(folder)
