"""The record: what extraction found in each article, on disk beside the graph.

One SQLite file with one row an article: its text and metadata, the hash of what extraction depends on, the
versions of model and lexicon, and the claims as JSON. Everything else can be rebuilt from it. A row is written
in one transaction, so a killed run loses no finished article.
"""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from kg.articles.article import Article
from kg.claims.claim import Claim, Evidence, Party

_SCHEMA = """
CREATE TABLE IF NOT EXISTS article (
    id TEXT PRIMARY KEY,
    content_hash TEXT NOT NULL,
    version TEXT NOT NULL,
    metadata TEXT NOT NULL,
    text TEXT NOT NULL,
    claims TEXT NOT NULL
) WITHOUT ROWID
"""
_FILE = "record.sqlite"


class RecordError(ValueError):
    """The record cannot be read; the message says what to do."""


class Record:
    """The extraction results of all articles of a graph."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.path = folder / _FILE
        self._db = sqlite3.connect(self.path, isolation_level=None)
        try:
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute(_SCHEMA)
        except sqlite3.DatabaseError as error:
            raise RecordError(f"{self.path} is no record ({error}); move it away and build again") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __len__(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM article").fetchone()[0])

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def is_current(self, article: Article, version: str) -> bool:
        """Tell whether an article was extracted from this text by these versions, with the same metadata."""
        row = self._db.execute(
            "SELECT content_hash, version, metadata FROM article WHERE id = ?", (article.id,)
        ).fetchone()
        return bool(row == (article.content_hash, version, _metadata(article)))

    def put(self, rows: Iterable[tuple[Article, tuple[Claim, ...]]], version: str) -> None:
        """Write articles with their claims, all in one transaction."""
        values = [
            (article.id, article.content_hash, version, _metadata(article), article.text, _claims(claims))
            for article, claims in rows
        ]
        self._db.execute("BEGIN")
        try:
            self._db.executemany("INSERT OR REPLACE INTO article VALUES (?, ?, ?, ?, ?, ?)", values)
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def remove(self, article_id: str) -> bool:
        """Forget an article; tell whether it was there."""
        return self._db.execute("DELETE FROM article WHERE id = ?", (article_id,)).rowcount > 0

    def ids(self) -> list[str]:
        """Return the ids of all articles, sorted."""
        return [row[0] for row in self._db.execute("SELECT id FROM article ORDER BY id")]

    def article(self, article_id: str) -> Article | None:
        """Return an article as it was read, or None."""
        row = self._db.execute("SELECT metadata, text FROM article WHERE id = ?", (article_id,)).fetchone()
        return None if row is None else _article(row[0], row[1])

    def read(self) -> Iterator[tuple[Article, tuple[Claim, ...]]]:
        """Yield all articles with their claims, sorted by id."""
        for metadata, text, claims in self._db.execute("SELECT metadata, text, claims FROM article ORDER BY id"):
            yield _article(metadata, text), tuple(claim_from(c) for c in json.loads(claims))


def _metadata(article: Article) -> str:
    data = {k: v for k, v in asdict(article).items() if k != "text"}
    data["published"] = article.published.isoformat() if article.published else None
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


def _claims(claims: Iterable[Claim]) -> str:
    return json.dumps([asdict_claim(c) for c in claims], ensure_ascii=False)


def _article(metadata: str, text: str) -> Article:
    data = json.loads(metadata)
    published = data.pop("published")
    return Article(**data, text=text, published=dt.date.fromisoformat(published) if published else None)


def asdict_claim(claim: Claim) -> dict[str, Any]:
    """Return a claim as a JSON object."""
    data = {name: getattr(claim, name) for name in ("article", "predicate", "value", "status", "method", "confidence")}
    return data | {
        "subject": asdict(claim.subject),
        "object": asdict(claim.object) if claim.object else None,
        "evidence": asdict(claim.evidence),
        "qualifiers": dict(claim.qualifiers),
        "attributed_to": [asdict(p) for p in claim.attributed_to],
    }


def claim_from(data: dict[str, Any]) -> Claim:
    """Return the claim of a JSON object; the opposite of `asdict_claim`."""
    parties = {name: _party(data[name]) for name in ("subject", "object")}
    rest = {k: v for k, v in data.items() if k not in ("subject", "object", "evidence", "attributed_to")}
    subject = parties["subject"]
    if subject is None:
        raise RecordError("a claim in the record has no subject; build again with --again")
    return Claim(
        **rest,
        subject=subject,
        object=parties["object"],
        evidence=Evidence(**data["evidence"]),
        attributed_to=tuple(p for raw in data["attributed_to"] if (p := _party(raw))),
    )


def _party(data: dict[str, Any] | None) -> Party | None:
    return None if data is None else Party(**{**data, "aliases": tuple(data["aliases"])})
