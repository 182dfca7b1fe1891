"""The record: what extraction found in each article, on disk beside the graph.

One SQLite file that other programs can read. ``article`` has one row an article: its text and metadata, the hash of
what extraction depends on, the versions it was made with, and its claims as JSON (see `kg.graph.rows`). ``party``
holds each name with its class once; ``article.parties`` lists them by number. Everything else can be rebuilt from
these two. ``written`` tells what stands in the graph, ``settled`` what it was made of as a whole, ``authority`` which
names extraction knew.

A chunk of articles is written in one transaction, so a killed run loses no finished one.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import numpy as np

from kg.articles.article import Article
from kg.articles.duplicates import Hashes, Precedence, Sketch, precedence
from kg.claims.claim import Claim, Party
from kg.closing import Closing
from kg.graph.rows import Row, article_from, claims_from, metadata_of, party_from, row_of
from kg.graph.sqlite import transaction

#: number of the layout; a record of another one is brought over when it is opened
LAYOUT = 2
_SCHEMA = """
CREATE TABLE IF NOT EXISTS article (
    id TEXT PRIMARY KEY,
    iri TEXT NOT NULL,
    source TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    version TEXT NOT NULL,
    metadata TEXT NOT NULL,
    text TEXT NOT NULL,
    parties TEXT NOT NULL,
    claims TEXT NOT NULL,
    statuses TEXT NOT NULL,
    shingles BLOB NOT NULL,
    numbers BLOB NOT NULL,
    digest TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS party (number INTEGER PRIMARY KEY, party TEXT NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS written (id TEXT PRIMARY KEY, iri TEXT NOT NULL, fingerprint BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS settled (state TEXT NOT NULL, counts TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS authority (id TEXT PRIMARY KEY, digest TEXT NOT NULL, names TEXT NOT NULL) WITHOUT ROWID;
"""
_FROM_LAYOUT_1 = """
ALTER TABLE article RENAME TO old_article;
{schema}
INSERT INTO article
    SELECT id, '', '', content_hash, '', metadata, text, '[]', '[]', '{{}}', x'', x'', '' FROM old_article;
DROP TABLE old_article;
"""
_COLUMNS = 13
RECORD_FILE = "record.sqlite"


class RecordError(ValueError):
    """The record cannot be read; the message says what to do."""


class Standing(NamedTuple):
    """What the graph has to say of an article, in short."""

    id: str
    #: hash over text, metadata and claims
    digest: str
    #: numbers of the parties of its claims
    parties: list[int]
    #: status → number of claims
    statuses: Mapping[str, int]


class Written(NamedTuple):
    """What stands in the graph for an article."""

    #: address of the article's graph
    iri: str
    #: hash over all that its quads were made from
    fingerprint: bytes


class Record(Closing):
    """The extraction results of all articles of a graph."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.path = folder / RECORD_FILE
        self._db = sqlite3.connect(self.path, isolation_level=None)
        self._numbers: dict[str, int] = {}
        try:
            self._db.execute("PRAGMA journal_mode = WAL")
            self._open_layout()
        except sqlite3.OperationalError:
            raise  # the disk is at fault, or another process: the file may be whole
        except sqlite3.DatabaseError as error:
            raise RecordError(f"{self.path} is no record ({error}); move it away and build again") from error

    def __len__(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM article").fetchone()[0])

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    # ---- articles ----

    def is_current(self, article: Article, version: str) -> bool:
        """Tell whether an article was extracted from this text by these versions, with the same metadata."""
        row = self._db.execute(
            "SELECT content_hash, version, metadata FROM article WHERE id = ?", (article.id,)
        ).fetchone()
        return bool(row == (article.content_hash, version, metadata_of(article)))

    def put(self, rows: Iterable[tuple[Article, tuple[Claim, ...]]], version: str) -> None:
        """Write articles with their claims, all in one transaction."""
        self.put_rows((row_of(article, claims) for article, claims in rows), version)

    def put_rows(self, rows: Iterable[Row], version: str, sources: Mapping[str, str] | None = None) -> None:
        """Write rows, all in one transaction; ``sources`` tells the file that an article was read from, by id."""
        known = sources or {}
        with self._transaction():
            values = [self._values(row, version, known.get(row.id) or self.source(row.id)) for row in rows]
            self._db.executemany(f"INSERT OR REPLACE INTO article VALUES ({', '.join('?' * _COLUMNS)})", values)

    def remove(self, article_id: str) -> bool:
        """Forget an article; tell whether it was there."""
        return self._db.execute("DELETE FROM article WHERE id = ?", (article_id,)).rowcount > 0

    def ids(self) -> list[str]:
        """Return the ids of all articles, sorted."""
        return [row[0] for row in self._db.execute("SELECT id FROM article ORDER BY id")]

    def article(self, article_id: str) -> Article | None:
        """Return an article as it was read, or None."""
        row = self._db.execute("SELECT metadata, text FROM article WHERE id = ?", (article_id,)).fetchone()
        return None if row is None else article_from(row[0], row[1])

    def read(self) -> Iterator[tuple[Article, tuple[Claim, ...]]]:
        """Yield all articles with their claims, sorted by id."""
        for found in self._db.execute("SELECT metadata, text, parties, claims FROM article ORDER BY id"):
            yield self._read(*found)

    def read_one(self, article_id: str) -> tuple[Article, tuple[Claim, ...]]:
        """Return an article with its claims; raises KeyError where there is none."""
        query = "SELECT metadata, text, parties, claims FROM article WHERE id = ?"
        found = self._db.execute(query, (article_id,)).fetchone()
        if found is None:
            raise KeyError(article_id)
        return self._read(*found)

    def stale(self, version: str) -> Iterator[Article]:
        """Yield the articles that other versions extracted."""
        ids = self._db.execute("SELECT id FROM article WHERE version != ? ORDER BY id", (version,)).fetchall()
        for (id_,) in ids:
            if (article := self.article(id_)) is not None:
                yield article

    def mark_stale(self, ids: Iterable[str]) -> None:
        """Note that articles have to be extracted again."""
        with self._transaction():
            self._db.executemany("UPDATE article SET version = '' WHERE id = ?", ((id_,) for id_ in ids))

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield id and text of all articles."""
        yield from self._db.execute("SELECT id, text FROM article")

    # ---- where articles came from ----

    def source(self, article_id: str) -> str:
        """Return the file that an article was read from; empty where none is known."""
        row = self._db.execute("SELECT source FROM article WHERE id = ?", (article_id,)).fetchone()
        return row[0] if row else ""

    def set_sources(self, sources: Mapping[str, str]) -> None:
        """Note the files that unchanged articles were read from this time."""
        with self._transaction():
            self._db.executemany("UPDATE article SET source = ?2 WHERE id = ?1 AND source != ?2", list(sources.items()))

    def from_folder(self, folder: Path) -> Iterator[tuple[str, str]]:
        """Yield id and file of the articles that were read from below a folder."""
        start = f"{folder}/"
        query = "SELECT id, source FROM article WHERE substr(source, 1, ?) = ? ORDER BY id"
        yield from self._db.execute(query, (len(start), start)).fetchall()

    # ---- what looks across articles ----

    def standings(self) -> Iterator[Standing]:
        """Yield the articles in short, sorted by id."""
        for id_, digest, parties, statuses in self._db.execute(
            "SELECT id, digest, parties, statuses FROM article ORDER BY id"
        ):
            yield Standing(id_, digest, json.loads(parties), json.loads(statuses))

    def relations(self, article_id: str) -> Iterator[tuple[int, str, int]]:
        """Yield what an article's claims relate: number of the subject, predicate, number of the object."""
        query = "SELECT parties, claims FROM article WHERE id = ?"
        for parties, claims in self._db.execute(query, (article_id,)):
            numbers = json.loads(parties)
            for claim in json.loads(claims):
                if "object" in claim:
                    yield numbers[claim["subject"][0]], claim["predicate"], numbers[claim["object"][0]]

    def parties(self) -> dict[int, Party]:
        """Return all parties by number."""
        return {number: party_from(text) for number, text in self._db.execute("SELECT number, party FROM party")}

    def digest(self) -> str:
        """Return a hash over what linking and writing take from all articles."""
        found = hashlib.blake2b(digest_size=16)
        for one in self._db.execute("SELECT id, digest FROM article ORDER BY id"):
            found.update("\x1f".join(one).encode("utf-8", "surrogatepass"))
        return found.hexdigest()

    def samples(self) -> Iterator[tuple[Precedence, Hashes]]:
        """Yield what reprints are found by."""
        query = "SELECT id, json_extract(metadata, '$.published'), length(text), shingles FROM article ORDER BY id"
        for id_, published, length, shingles in self._db.execute(query):
            day = dt.date.fromisoformat(published) if published else None
            yield precedence(id_, day, length), _sketch(shingles, b"").sample

    def addresses(self) -> Iterator[tuple[str, str]]:
        """Yield id and address of all articles, sorted by id."""
        yield from self._db.execute("SELECT id, iri FROM article ORDER BY id")

    def sketch(self, article_id: str) -> Sketch:
        """Return what an article states, as hashes; raises KeyError where there is none."""
        query = "SELECT shingles, numbers FROM article WHERE id = ?"
        found = self._db.execute(query, (article_id,)).fetchone()
        if found is None:
            raise KeyError(article_id)
        return _sketch(*found)

    # ---- the state of graph and authority file ----

    def written(self) -> dict[str, Written]:
        """Return what stands in the graph, by id of the article."""
        rows = self._db.execute("SELECT id, iri, fingerprint FROM written")
        return {id_: Written(iri, fingerprint) for id_, iri, fingerprint in rows}

    def set_written(self, articles: Mapping[str, Written]) -> None:
        """Note what was written to the graph."""
        with self._transaction():
            values = ((id_, *one) for id_, one in articles.items())
            self._db.executemany("INSERT OR REPLACE INTO written VALUES (?, ?, ?)", values)

    def forget_written(self, ids: Iterable[str]) -> None:
        """Note that articles do not stand in the graph any more."""
        with self._transaction():
            self._db.executemany("DELETE FROM written WHERE id = ?", ((id_,) for id_ in ids))

    def authority(self) -> dict[str, tuple[str, Sequence[str]]]:
        """Return digest and names of each entity of the authority file that extraction last worked with, by id."""
        rows = self._db.execute("SELECT id, digest, names FROM authority WHERE id != ''")
        return {id_: (digest, json.loads(names)) for id_, digest, names in rows}

    def authority_files(self) -> str:
        """Return the hash of the files of that authority; empty where none is known."""
        row = self._db.execute("SELECT digest FROM authority WHERE id = ''").fetchone()
        return row[0] if row else ""

    def set_authority(self, files: str, rows: Mapping[str, tuple[str, Sequence[str]]]) -> None:
        """Note the authority file that extraction works with, and the hash of its files."""
        with self._transaction():
            self._db.execute("DELETE FROM authority")
            self._db.execute("INSERT INTO authority VALUES ('', ?, '[]')", (files,))
            values = ((id_, digest, json.dumps(names, ensure_ascii=False)) for id_, (digest, names) in rows.items())
            self._db.executemany("INSERT INTO authority VALUES (?, ?, ?)", values)

    def settled(self) -> tuple[str, str]:
        """Return the state that the graph was last brought to, and what was counted then; empty while at work."""
        row = self._db.execute("SELECT state, counts FROM settled").fetchone()
        return (row[0], row[1]) if row else ("", "")

    def settle(self, state: str, counts: str) -> None:
        """Note that the graph is in line with the record, people's decisions and the authority file."""
        with self._transaction():
            self._db.execute("DELETE FROM settled")
            self._db.execute("INSERT INTO settled VALUES (?, ?)", (state, counts))

    def unsettle(self) -> None:
        """Note that the graph is about to change."""
        self._db.execute("DELETE FROM settled")

    # ---- inside ----

    def _open_layout(self) -> None:
        (layout,) = self._db.execute("PRAGMA user_version").fetchone()
        if layout == 0 and self._db.execute("SELECT 1 FROM sqlite_master WHERE name = 'article'").fetchone():
            self._db.executescript(f"BEGIN; {_FROM_LAYOUT_1.format(schema=_SCHEMA)} COMMIT;")
        elif layout in (0, LAYOUT):
            self._db.executescript(_SCHEMA)
        else:
            raise RecordError(f"{self.path} was written by another version of the program; use that, or build anew")
        self._db.execute(f"PRAGMA user_version = {LAYOUT}")

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        try:
            with transaction(self._db):
                yield
        except BaseException:
            self._numbers.clear()
            raise

    def _values(self, row: Row, version: str, source: str) -> tuple[str | bytes, ...]:
        parties = json.dumps([self._number(party) for party in row.parties], separators=(",", ":"))
        return (
            row.id, row.iri, source, row.content_hash, version, row.metadata, row.text, parties, row.claims,
            row.statuses, row.shingles, row.numbers, row.digest,
        )  # fmt: skip

    def _number(self, party: str) -> int:
        if party not in self._numbers:
            self._db.execute("INSERT OR IGNORE INTO party (party) VALUES (?)", (party,))
            (number,) = self._db.execute("SELECT number FROM party WHERE party = ?", (party,)).fetchone()
            self._numbers[party] = number
        return self._numbers[party]

    def _read(self, metadata: str, text: str, parties: str, claims: str) -> tuple[Article, tuple[Claim, ...]]:
        article = article_from(metadata, text)
        return article, claims_from(claims, article, [self._party(number) for number in json.loads(parties)])

    def _party(self, number: int) -> Party:
        (party,) = self._db.execute("SELECT party FROM party WHERE number = ?", (number,)).fetchone()
        return party_from(party)


def _sketch(shingles: bytes, numbers: bytes) -> Sketch:
    return Sketch(np.frombuffer(shingles, dtype=np.uint32), np.frombuffer(numbers, dtype=np.uint32))
