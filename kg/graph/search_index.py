"""The search index: names and quotes of a graph as words, in an SQLite file beside the store.

``doc`` holds each name and each quote once, with the number of articles that use it; ``word`` is its full-text
index (FTS5): as spelt, by basic form, and by the last part of compounds, all folded ("Müller" is "mueller").
``article`` lists what each article uses, so that what no article uses any more goes with the last one. The index
can be made again from the store at any time; where the two disagree, the store wins.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal as OneOf
from typing import NamedTuple, Self

from pyoxigraph import Literal, NamedNode, Quad

from kg.closing import Closing
from kg.graph.namespaces import KG, OA, SKOS
from kg.graph.sqlite import read_only, transaction
from kg.graph.words import heads, lemmas
from kg.language.normalise import fold

Kind = OneOf["name", "quote"]

FILE = "search.sqlite"
LAYOUT = 1
_SCHEMA = """
CREATE TABLE IF NOT EXISTS doc (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, node TEXT NOT NULL, text TEXT NOT NULL, uses INTEGER NOT NULL,
    UNIQUE (node, text, kind)
);
CREATE VIRTUAL TABLE IF NOT EXISTS word USING fts5 (spelt, lemmas, heads, prefix = '3 5');
CREATE TABLE IF NOT EXISTS article (iri TEXT PRIMARY KEY, docs BLOB NOT NULL) WITHOUT ROWID;
"""
#: what a word found as spelt, by its basic form, or as the last part of a compound counts
_WEIGHTS = "3.0, 2.0, 1.0"


class Doc(NamedTuple):
    """A name or a quote."""

    kind: Kind
    #: the entity that bears the name, or the evidence that holds the quote
    node: str
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """A name or a quote that a search found; the best has the highest score."""

    doc: Doc
    score: float
    #: number of articles that use it
    articles: int


#: address of an article, with the names and quotes that it uses
Docs = tuple[str, Collection[Doc]]


class SearchIndex(Closing):
    """The index of one graph."""

    def __init__(self, folder: Path | None) -> None:
        """Open the index in a folder for writing, or make one in memory."""
        self._db = sqlite3.connect(folder / FILE if folder else ":memory:", isolation_level=None)
        self._db.execute("PRAGMA journal_mode = WAL")
        (layout,) = self._db.execute("PRAGMA user_version").fetchone()
        if layout not in (0, LAYOUT):
            self._db.executescript("DROP TABLE doc; DROP TABLE word; DROP TABLE article;")
        self._db.executescript(_SCHEMA)
        self._db.execute(f"PRAGMA user_version = {LAYOUT}")

    @classmethod
    def read(cls, folder: Path) -> Self | None:
        """Open the index in a folder for reading; None where there is none, or none of this layout yet."""
        path = folder / FILE
        if not path.is_file():
            return None
        self = cls.__new__(cls)
        self._db = read_only(path)
        if self._db.execute("PRAGMA user_version").fetchone() == (LAYOUT,):
            return self
        self.close()
        return None

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def articles(self) -> set[str]:
        """Return the addresses of the articles in the index."""
        return {iri for (iri,) in self._db.execute("SELECT iri FROM article")}

    def put(self, articles: Iterable[tuple[str, Iterable[Quad]]]) -> None:
        """Take in what articles contribute, in place of what they did before, in one transaction."""
        self.put_docs((iri, set(docs_of(quads))) for iri, quads in articles)

    def put_docs(self, articles: Iterable[Docs]) -> None:
        """Take in the names and quotes of articles, each once, as `put` does."""
        with transaction(self._db):
            for iri, docs in articles:
                self._drop(iri)
                ids = array("Q", sorted(map(self._use, docs)))
                self._db.execute("INSERT INTO article VALUES (?, ?)", (iri, ids.tobytes()))

    def remove(self, iris: Iterable[str]) -> None:
        """Take out what only these articles use."""
        with transaction(self._db):
            for iri in iris:
                self._drop(iri)

    def find(self, expression: str, limit: int) -> list[Found]:
        """Return what an FTS5 expression finds, best first."""
        query = f"""SELECT kind, node, text, uses, -bm25(word, {_WEIGHTS}) AS score FROM word
        JOIN doc ON doc.id = word.rowid WHERE word MATCH ? ORDER BY score DESC, node, text LIMIT ?"""
        rows = self._db.execute(query, (expression, limit))
        return [Found(Doc(kind, node, text), score, uses) for kind, node, text, uses, score in rows]

    def _use(self, doc: Doc) -> int:
        id_, uses = self._db.execute(
            "INSERT INTO doc (kind, node, text, uses) VALUES (?, ?, ?, 1) "
            "ON CONFLICT DO UPDATE SET uses = uses + 1 RETURNING id, uses",
            doc,
        ).fetchone()
        if uses == 1:
            values = (id_, fold(doc.text), lemmas(doc.text), heads(doc.text))
            self._db.execute("INSERT INTO word (rowid, spelt, lemmas, heads) VALUES (?, ?, ?, ?)", values)
        return int(id_)

    def _drop(self, iri: str) -> None:
        row = self._db.execute("DELETE FROM article WHERE iri = ? RETURNING docs", (iri,)).fetchone()
        if row is None:
            return
        ids = [(id_,) for id_ in array("Q", row[0])]
        self._db.executemany("UPDATE doc SET uses = uses - 1 WHERE id = ?", ids)
        self._db.executemany(
            "DELETE FROM word WHERE rowid = ?1 AND EXISTS (SELECT 1 FROM doc WHERE id = ?1 AND uses = 0)", ids
        )
        self._db.executemany("DELETE FROM doc WHERE id = ? AND uses = 0", ids)


def docs_of(quads: Iterable[Quad]) -> Iterator[Doc]:
    """Yield the names and quotes that quads hold."""
    for quad in quads:
        if not isinstance(quad.object, Literal) or not isinstance(quad.subject, NamedNode):
            continue
        node = quad.subject.value
        if quad.predicate in (SKOS.prefLabel, SKOS.altLabel) and not node.startswith(KG):
            yield Doc("name", node, quad.object.value)
        elif quad.predicate == OA.exact:
            yield Doc("quote", node.removesuffix("/quote"), quad.object.value)
