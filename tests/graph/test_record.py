"""The record: what goes in comes out, and other programs can read it."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles.article import Article
from kg.claims.claim import Claim, Evidence, Party
from kg.graph.record import Record, RecordError, Written
from kg.graph.rows import claims_from, party_from, row_of
from tests.graph.newsroom import honor_deal, memo, newsroom

_TEXT = "Alibaba verkündete eine Kooperation mit HONOR."
_names = st.text(min_size=1, max_size=12)
_parties = st.builds(
    Party, _names, st.sampled_from(["Company", "Person", None]), st.lists(_names, max_size=2).map(tuple),
    st.none() | st.just("alibaba"), st.none() | st.just("CN"), st.just(0), st.integers(0, 20),
)  # fmt: skip
_claims = st.builds(
    Claim, st.just("a"), _parties, st.sampled_from(["partnersWith", "cutsJobs"]), st.none() | _parties,
    st.none() | st.integers() | st.floats(allow_nan=False) | _names,
    st.sampled_from(["actual", "planned"]), st.just(Evidence(0, 7, _TEXT[:7], 8, 18)), _names,
    st.floats(0, 1), st.dictionaries(_names, st.integers() | _names, max_size=2),
    st.lists(_parties, max_size=2).map(tuple),
)  # fmt: skip


def _original(claim: Claim) -> Claim:
    """A place without an end is no place; it does not come back."""
    def bare(party: Party) -> Party:
        return party if party.end else replace(party, start=0)

    return replace(
        claim,
        subject=bare(claim.subject),
        object=bare(claim.object) if claim.object else None,
        attributed_to=tuple(map(bare, claim.attributed_to)),
    )


@given(st.lists(_claims, max_size=4))
def test_claims_come_back_as_they_were(claims: list[Claim]):
    article = Article("a", _TEXT)
    row = row_of(article, claims)
    assert claims_from(row.claims, article, [party_from(p) for p in row.parties]) == tuple(map(_original, claims))


def test_articles_come_back_as_they_were(tmp_path: Path):
    eight = dt.datetime(2025, 9, 27, 8, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    timed = replace(honor_deal(), article=replace(honor_deal().article, id="timed", published_at=eight))
    stories = {story.article.id: story for story in [*newsroom(), timed]}
    with Record(tmp_path) as record:
        record.put(((s.article, tuple(c.claim for c in s.claims)) for s in stories.values()), "v1")
        for article, claims in record.read():
            assert article == stories[article.id].article
            assert [c.evidence.text for c in claims] == [c.claim.evidence.text for c in stories[article.id].claims]
        assert record.ids() == sorted(stories)
        assert record.is_current(stories["memo"].article, "v1")
        assert not record.is_current(stories["memo"].article, "v2")
        assert not record.is_current(replace(stories["memo"].article, title="Anders"), "v1")
        assert [article.id for article in record.stale("v2")] == sorted(stories)


def test_a_party_is_kept_once_for_all_articles(tmp_path: Path):
    with Record(tmp_path) as record:
        for story in newsroom():
            record.put([(story.article, tuple(c.claim for c in story.claims))], "v1")
        names = [party.name for party in record.parties().values()]
        assert names.count("Alibaba") == 1
        assert sum(standing.statuses.get("negated", 0) for standing in record.standings()) == 1


def test_any_sqlite_client_reads_the_record(tmp_path: Path):
    story = memo()
    with Record(tmp_path) as record:
        record.put([(story.article, tuple(c.claim for c in story.claims))], "v1")
    db = sqlite3.connect(tmp_path / "record.sqlite")
    (id_, published, text), = db.execute("SELECT id, json_extract(metadata, '$.published'), text FROM article")
    assert (id_, published, text) == ("memo", "2025-11-19", story.article.text)
    (predicates,) = db.execute(
        "SELECT json_group_array(json_extract(value, '$.predicate')) FROM article, json_each(claims)"
    ).fetchone()
    assert json.loads(predicates).count("partnersWith") == 1


def test_a_fault_in_a_chunk_leaves_the_record_as_it_was(tmp_path: Path):
    good, bad = (row_of(s.article, (c.claim for c in s.claims)) for s in (honor_deal(), memo()))
    with Record(tmp_path) as record:
        with pytest.raises(sqlite3.ProgrammingError):
            record.put_rows([good, bad._replace(text=object())], "v1")  # type: ignore[arg-type]
        assert len(record) == 0
        record.put_rows([good], "v1")
        assert record.ids() == ["honor-deal"]


def test_sources_and_what_is_written_are_remembered(tmp_path: Path):
    row = row_of(memo().article, ())
    with Record(tmp_path) as record:
        record.put_rows([row], "v1", {"memo": "/news/memo.txt"})
        record.put_rows([row], "v2")
        assert list(record.from_folder(Path("/news"))) == [("memo", "/news/memo.txt")]
        assert list(record.from_folder(Path("/new"))) == []
        record.set_written({"memo": Written("https://example.org/memo", b"1")})
        assert record.written() == {"memo": Written("https://example.org/memo", b"1")}
        record.forget_written(["memo"])
        assert record.written() == {}


_LAYOUT_1 = """CREATE TABLE article (id TEXT PRIMARY KEY, content_hash TEXT NOT NULL, version TEXT NOT NULL,
metadata TEXT NOT NULL, text TEXT NOT NULL, claims TEXT NOT NULL) WITHOUT ROWID"""


def test_a_record_of_the_first_layout_is_brought_over(tmp_path: Path):
    article = memo().article
    row = row_of(article, ())
    db = sqlite3.connect(tmp_path / "record.sqlite")
    db.execute(_LAYOUT_1)
    values = (row.id, row.content_hash, row.metadata, row.text)
    db.execute("INSERT INTO article VALUES (?, ?, 'v1', ?, ?, '[]')", values)
    db.commit()
    db.close()
    with Record(tmp_path) as record:
        assert list(record.stale("v1")) == [article]


def test_what_is_no_record_is_named(tmp_path: Path):
    (tmp_path / "record.sqlite").write_text("this is a letter, not a database, and rather long for one")
    with pytest.raises(RecordError, match="move it away"):
        Record(tmp_path)
    (tmp_path / "later").mkdir()
    db = sqlite3.connect(tmp_path / "later" / "record.sqlite")
    db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(RecordError, match="another version"):
        Record(tmp_path / "later")
