"""Building again does what changed and nothing else, and always ends at the same graph."""

from __future__ import annotations

import os
import re
import shutil
import time
from collections.abc import Sequence
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.graph import build as build_module
from kg.graph import extraction
from kg.graph.build import BuildOptions, BuildReport, build, remove
from kg.graph.record import Record
from kg.graph.store import GraphStore
from tests.graph.hashes import hash_of

#: what every test here reads; one name is not in the authority file
_NEWS = {
    "honor": "Alibaba verkündete am Freitag eine strategische Kooperation mit HONOR.",
    "velzan": "Die Velzan Technik AG kooperiert mit SAP.",
    "velzan-again": "SAP verklagt die Velzan Technik.",
    "bmw": "BMW und Toyota entwickeln gemeinsam Brennstoffzellen.",
    "porsche": "Porsche kooperiert bei Batterien mit CATL.",
    "kftc": "Die KFTC brummte Coupang ein Bußgeld auf.",
}
#: builds take a second each, processes that load the model several: the environment may ask for more
EXAMPLES, WORKERS = (20, 4) if "NEWSKG_THOROUGH" in os.environ else (2, 2)


def _write(folder: Path, names: Sequence[str] = tuple(_NEWS)) -> Path:
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / f"{name}.txt").write_text(f"---\npublished: 2025-11-25\nlang: de\n---\n\n{_NEWS[name]}\n")
    return folder


def _counts(report: BuildReport) -> tuple[int, int, int, int]:
    return report.extracted, report.unchanged, report.removed, report.written


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The hash of all articles built at once."""
    folder = tmp_path_factory.mktemp("whole")
    report = build([_write(folder / "news")], folder / "graph")
    assert report.claims >= 5
    return hash_of(folder / "graph")


@settings(deadline=None, max_examples=EXAMPLES, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(sorted(_NEWS)))
def test_one_by_one_in_any_order_equals_at_once(tmp_path_factory, whole: str, order: list[str]):
    folder = tmp_path_factory.mktemp("one-by-one")
    _write(folder / "news")
    for name in order:
        build([folder / "news" / f"{name}.txt"], folder / "graph")
    assert hash_of(folder / "graph") == whole


@settings(deadline=None, max_examples=EXAMPLES, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(gone=st.sampled_from(sorted(_NEWS)))
def test_removing_an_article_gives_the_hash_from_before_it(tmp_path_factory, whole: str, gone: str):
    folder = tmp_path_factory.mktemp("remove")
    build([_write(folder / "news", [name for name in _NEWS if name != gone])], folder / "graph")
    before = hash_of(folder / "graph")
    build([_write(folder / "news")], folder / "graph")
    assert hash_of(folder / "graph") == whole
    assert remove(gone, folder / "graph")
    assert not remove(gone, folder / "graph")
    assert hash_of(folder / "graph") == before


def test_workers_give_the_hash_of_one_process(tmp_path: Path, whole: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(build_module, "chunks_of", lambda articles: ([article] for article in articles))
    build([_write(tmp_path / "news")], tmp_path / "graph", BuildOptions(workers=WORKERS))
    assert hash_of(tmp_path / "graph") == whole


@settings(deadline=None, max_examples=3, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.lists(st.sampled_from(sorted(_NEWS)), min_size=2, max_size=4, unique=True))
def test_any_articles_give_one_hash_whatever_the_workers(tmp_path_factory, monkeypatch: pytest.MonkeyPatch, names):
    monkeypatch.setattr(build_module, "chunks_of", lambda articles: ([article] for article in articles))
    folder = tmp_path_factory.mktemp("workers")
    news = _write(folder / "news", names)
    build([news], folder / "one")
    build([news], folder / "two", BuildOptions(workers=WORKERS))
    assert hash_of(folder / "two") == hash_of(folder / "one")


def test_only_what_changed_is_read_and_written_again(tmp_path: Path, whole: str):
    news, graph = _write(tmp_path / "news"), tmp_path / "graph"
    assert _counts(build([news], graph)) == (6, 0, 0, 6)
    assert _counts(build([news], graph)) == (0, 6, 0, 0)
    bmw = news / "bmw.txt"
    bmw.write_text(bmw.read_text().replace("Toyota", "Volkswagen"))
    assert _counts(build([news], graph)) == (1, 5, 0, 1)
    assert hash_of(graph) != whole
    _write(news)
    build([news], graph)
    assert hash_of(graph) == whole


def test_an_article_whose_file_is_gone_leaves_the_graph(tmp_path: Path):
    news, graph = _write(tmp_path / "news"), tmp_path / "graph"
    build([_write(tmp_path / "fewer", ["honor", "bmw"])], tmp_path / "expected")
    build([news], graph)
    for name in _NEWS:
        if name not in ("honor", "bmw"):
            (news / f"{name}.txt").unlink()
    assert build([news], graph).removed == 4
    assert hash_of(graph) == hash_of(tmp_path / "expected")


def test_what_was_read_from_elsewhere_stays(tmp_path: Path):
    graph = tmp_path / "graph"
    build([_write(tmp_path / "a", ["honor"])], graph)
    report = build([_write(tmp_path / "b", ["bmw"])], graph)
    assert (report.removed, report.articles) == (0, 2)
    lines = tmp_path / "b" / "today.jsonl"
    lines.write_text('{"id": "today-1", "text": "Porsche kooperiert mit CATL.", "lang": "de"}\n')
    build([tmp_path / "b"], graph)
    lines.write_text('{"id": "today-2", "text": "SAP verklagt Oracle.", "lang": "de"}\n')
    report = build([tmp_path / "b"], graph)
    assert (report.removed, report.articles) == (0, 4)


def test_two_files_of_one_name_are_two_articles_also_in_two_builds(tmp_path: Path):
    one, other = _write(tmp_path / "a", ["honor"]), _write(tmp_path / "b", ["bmw"])
    (other / "bmw.txt").rename(other / "honor.txt")
    for _ in range(2):
        for folder in (one, other):
            report = build([folder], tmp_path / "graph")
    assert (report.articles, report.extracted) == (2, 0)
    build([one, other], tmp_path / "at-once")
    assert hash_of(tmp_path / "graph") == hash_of(tmp_path / "at-once")


def test_articles_of_one_address_do_not_push_each_other_out(tmp_path: Path):
    for number, text in enumerate(("SAP verklagt Oracle.", "BMW kooperiert mit Toyota.")):
        lines = tmp_path / f"{number}.jsonl"
        lines.write_text(f'{{"id": "n{number}", "url": "https://a.example/", "text": "{text}", "lang": "de"}}\n')
        build([lines], tmp_path / "graph")
    with GraphStore.read(tmp_path / "graph") as graph:
        assert len(list(graph.articles())) == 2
    assert build([tmp_path / "1.jsonl"], tmp_path / "graph").written == 0


def test_other_code_or_lexicon_extracts_all_again_from_the_record(
    tmp_path: Path, whole: str, monkeypatch: pytest.MonkeyPatch
):
    news, graph = _write(tmp_path / "news"), tmp_path / "graph"
    monkeypatch.setattr(build_module, "extraction_version", lambda model: "older")
    build([news], graph)
    monkeypatch.undo()
    shutil.rmtree(news)
    report = build([_write(tmp_path / "one", ["honor"])], graph)
    assert (report.extracted, report.unchanged, report.written) == (6, 0, 0)
    assert hash_of(graph) == whole


_TABLE = "id\tname\tclass\taliases\tcountry\nvelzan\tVelzan Technik\tCompany\tVelzan\tCN\n"


def test_a_changed_authority_file_touches_the_articles_that_hold_its_names(tmp_path: Path, whole: str):
    news, graph, names = _write(tmp_path / "news"), tmp_path / "graph", tmp_path / "names"
    names.mkdir()
    (names / "mine.tsv").write_text(_TABLE)
    build([news], graph)
    report = build([news], graph, BuildOptions(authority=(names,)))
    assert (report.extracted, report.written) == (2, 2)
    build([news], tmp_path / "fresh", BuildOptions(authority=(names,)))
    assert hash_of(graph) == hash_of(tmp_path / "fresh") != whole
    build([news], graph)
    assert hash_of(graph) == whole


def test_a_lost_store_is_made_again_from_the_record(tmp_path: Path, whole: str):
    news, graph = _write(tmp_path / "news"), tmp_path / "graph"
    build([news], graph)
    shutil.rmtree(graph / "store")
    shutil.rmtree(graph / "snapshots")
    report = build([news], graph)
    assert (report.extracted, report.written) == (0, 6)
    assert hash_of(graph) == whole


def test_an_article_that_breaks_extraction_is_a_failure_and_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from kg.claims.reader import ClaimReader

    extract = ClaimReader._extract

    def broken(self: ClaimReader, article, found):
        if article.id == "bmw":
            raise RecursionError("too deep")
        return extract(self, article, found)

    monkeypatch.setattr(ClaimReader, "_extract", broken)
    report = build([_write(tmp_path / "news")], tmp_path / "graph")
    assert [failure.source for failure in report.failures] == ["bmw"]
    assert "RecursionError: too deep" in str(report.failures[0])
    assert report.articles == 5


def test_a_claim_that_cannot_be_mapped_is_a_failure_and_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    news, graph = _write(tmp_path / "news"), tmp_path / "graph"
    build([news], graph)
    with Record(graph) as record:
        record._db.execute(
            "UPDATE article SET claims = replace(claims, 'partnersWith', 'marries'), digest = '' WHERE id = 'bmw'"
        )
    report = build([news], graph)
    assert [failure.source for failure in report.failures] == ["bmw"]
    assert "marries" in report.failures[0].reason
    with GraphStore.read(graph) as store:
        assert len(list(store.articles())) == 5


def test_a_worker_that_is_killed_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The author of one article is a file that stands for the fault: the process that sees it takes it and dies."""
    from tests.graph import dying

    fuse = tmp_path / "fuse"
    fuse.touch()
    news = _write(tmp_path / "news")
    text = (news / "bmw.txt").read_text()
    (news / "bmw.txt").write_text(text.replace("lang: de", f"lang: de\nauthor: {fuse}"))
    build([news], tmp_path / "undisturbed")
    monkeypatch.setattr("kg.graph.extraction.extract_chunk", dying.extract_chunk)
    monkeypatch.setattr(build_module, "chunks_of", lambda articles: ([article] for article in articles))
    report = build([news], tmp_path / "graph", BuildOptions(workers=2))
    assert not fuse.exists()
    assert (report.extracted, report.failures) == (6, [])
    assert hash_of(tmp_path / "graph") == hash_of(tmp_path / "undisturbed")


def test_a_process_that_a_broken_pool_left_alive_is_not_waited_for():
    pool = extraction.processes(1)
    asleep = pool.submit(time.sleep, 600)
    while not asleep.running():
        time.sleep(0.05)
    extraction._end_late_starters(pool)
    with pytest.raises(BrokenProcessPool):
        asleep.result(timeout=60)
    pool.shutdown(wait=True)


def test_an_article_that_takes_too_long_is_a_failure_and_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from kg.claims.reader import ClaimReader

    extract = ClaimReader._extract

    def slow(self: ClaimReader, article, found):
        if article.id == "bmw":
            re.match(r"(a+)+$", "a" * 60 + "b")  # takes years
        return extract(self, article, found)

    news = _write(tmp_path / "news")
    build([news], tmp_path / "warm")
    monkeypatch.setattr(ClaimReader, "_extract", slow)
    report = build([news], tmp_path / "graph", BuildOptions(max_seconds=2))
    assert [str(one) for one in report.failures] == [
        "bmw: takes more than 2 seconds of processor time; split it, or raise the limit (--max-seconds)"
    ]
    assert report.articles == 5
    monkeypatch.undo()
    build([news], tmp_path / "graph")
    assert hash_of(tmp_path / "graph") == hash_of(tmp_path / "warm")


def test_a_worker_that_cannot_be_interrupted_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from tests.graph import dying

    monkeypatch.setattr("kg.graph.extraction.extract_chunk", dying.endless_chunk)
    monkeypatch.setattr(build_module, "chunks_of", lambda articles: ([article] for article in articles))
    news = _write(tmp_path / "news", ["bmw", "honor", "kftc"])
    report = build([news], tmp_path / "graph", BuildOptions(workers=2, max_seconds=3))
    assert [(one.source, one.reason) for one in report.failures] == [("bmw", "ended the process that read it")]
    assert report.extracted == 2


def test_an_article_that_takes_too_much_memory_is_a_failure_and_no_more(tmp_path: Path, monkeypatch):
    from tests.graph import dying

    monkeypatch.setattr("kg.graph.extraction.extract_chunk", dying.hungry_chunk)
    news = _write(tmp_path / "news", ["bmw", "honor", "kftc"])
    report = build([news], tmp_path / "graph", BuildOptions(workers=2, max_memory=512 << 20))
    assert [str(one) for one in report.failures] == [
        "bmw: takes more than 512 megabytes of memory; split it, or raise the limit (--max-memory)"
    ]
    assert report.extracted == 2
