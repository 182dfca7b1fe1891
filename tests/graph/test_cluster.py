"""A build on a Dask cluster gives the hash of a build on this machine, also when a worker is killed."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.corpus import Corpus, write_corpus
from kg.articles.article import Article
from kg.graph.build import BuildOptions, build
from kg.graph.cluster import ClusterError, extract_on_cluster, extract_to_file, read_chunk, remove_leftovers
from kg.graph.extraction import Done, Setup, extract_chunk
from kg.graph.versions import extraction_version
from tests.graph.hashes import hash_of

distributed = pytest.importorskip("distributed", reason="needs Dask: pip install 'newskg[cluster]'")
ARTICLES = 100


@pytest.fixture(scope="module")
def cluster() -> Iterator[object]:
    """Two workers in processes of their own."""
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as found:
        yield found


def test_a_killed_worker_changes_nothing(tmp_path: Path, cluster):
    news = write_corpus(tmp_path / "news.jsonl", Corpus(seed=3, sentences=(1, 3)).articles(ARTICLES))
    build([news], tmp_path / "here")
    killed: list[int] = []

    def kill_one(what: str, count: int) -> None:
        if what == "read" and not killed:
            with distributed.Client(cluster.scheduler_address) as client:
                killed.append(next(iter(client.run(os.getpid).values())))
            os.kill(killed[0], signal.SIGKILL)

    report = build([news], tmp_path / "there", BuildOptions(cluster=cluster.scheduler_address), kill_one)
    assert killed
    assert (report.extracted, report.failures) == (ARTICLES, [])
    assert hash_of(tmp_path / "there") == hash_of(tmp_path / "here")
    assert list((tmp_path / "there" / "chunks").iterdir()) == []


def test_a_chunk_is_written_once_and_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    chunk = [Article("a", "SAP verklagt Oracle."), Article("b", "BMW kooperiert mit Toyota.")]
    version = extraction_version()
    path = Path(extract_to_file(chunk, Setup(), version, str(tmp_path)))
    assert read_chunk(path) == Done(extract_chunk(chunk, Setup()).rows, [])
    monkeypatch.setattr("kg.graph.cluster.extract_chunk", lambda *_: pytest.fail("extracted again"))
    assert Path(extract_to_file(chunk, Setup(), version, str(tmp_path))) == path
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


def test_what_killed_workers_leave_is_removed_and_nothing_else(tmp_path: Path):
    for name in ("chunk-1f.json.gz", ".chunk-1f.json.gz.0a1b2c3d.part", "notes.txt"):
        (tmp_path / name).write_bytes(b"half")
    remove_leftovers(tmp_path)
    assert [found.name for found in tmp_path.iterdir()] == ["notes.txt"]


def test_a_worker_of_another_version_is_refused(tmp_path: Path):
    with pytest.raises(ClusterError, match="install the same"):
        extract_to_file([Article("a", "SAP verklagt Oracle.")], Setup(), "another", str(tmp_path))


def test_a_scheduler_that_does_not_answer_is_named(tmp_path: Path):
    with pytest.raises(ClusterError, match="no Dask scheduler answers at nowhere"):
        list(extract_on_cluster(iter([]), Setup(), "nowhere", tmp_path))
