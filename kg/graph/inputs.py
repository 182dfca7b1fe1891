"""What a build is given against what the record holds: new, changed, unchanged, and gone."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from kg.articles.article import Article
from kg.articles.count import ONE_EACH
from kg.articles.failure import ReadFailure
from kg.articles.options import ReadOptions
from kg.articles.read import read_with_sources
from kg.articles.record import text_digest
from kg.articles.source import STANDARD_INPUT
from kg.graph.record import Record
from kg.graph.report import BuildReport, Outcome, Progress
from kg.language.models import MODELS

#: unchanged articles whose sources are noted in one step
_BATCH = 1000


class Inputs:
    """The articles of some paths, compared with a record while they are read."""

    def __init__(
        self,
        paths: Sequence[str | Path],
        record: Record,
        report: BuildReport,
        progress: Progress,
        reading: ReadOptions | None = None,
    ) -> None:
        self._paths = paths
        self._reading = reading
        self._progress = progress
        self._record = record
        self._report = report
        self._folders = [_full(path) for path in paths if _is_folder(path)]
        self._seen: set[str] = set()
        self._single: set[str] = set()
        self._unchanged: dict[str, str] = {}
        #: id → file, for the articles that were handed on and not yet recorded
        self.sources: dict[str, str] = {}

    def changed(self, version: str, *, again: bool = False) -> Iterator[Article]:
        """Yield the articles to extract: new, edited, or extracted by another version; then stale ones at rest."""
        for article, source in self._readable():
            if not again and self._record.is_current(article, version):
                self._report.unchanged += 1
                self._note_unchanged(article.id, source)
            else:
                self.sources[article.id] = source
                yield article
        self._record.set_sources(self._unchanged)

    def gone(self) -> list[str]:
        """Return the articles that were read from below a folder given again, and are not there any more.

        An article is gone when its file is, or when a file of one article now holds another. Files of many
        articles, feeds for instance, may hold others each day without taking anything back.
        """
        return [id_ for folder in self._folders for id_, source in self._record.from_folder(folder)
                if id_ not in self._seen and self._is_gone(source)]  # fmt: skip

    def _is_gone(self, source: str) -> bool:
        return source in self._single or not Path(source).exists()

    def _readable(self) -> Iterator[tuple[Article, str]]:
        """Yield the articles that have a pipeline; count what fails."""
        for name, item in read_with_sources(self._paths, self._reading):
            if isinstance(item, ReadFailure):
                self._report.fail(item)
            elif item.lang not in MODELS:
                self._report.skip(_unsupported(item, MODELS))
            else:
                self._report.read += 1
                yield self._admitted(item, _file(name))

    def _admitted(self, article: Article, source: str) -> tuple[Article, str]:
        """Return an article under a name of its own, also where a file of the same name was read before."""
        known = self._record.source(article.id)
        if known and source and known != source and Path(known).is_file():
            before = self._record.article(article.id)
            if before is not None and before.text != article.text:
                article = replace(article, id=f"{article.id}-{text_digest(article.text)[:8]}")
        if self._folders:
            self._seen.add(article.id)
            self._single |= {source} if Path(source).suffix.lower() in ONE_EACH else set()
        return article, source

    def _note_unchanged(self, id_: str, source: str) -> None:
        self._progress("unchanged", 1)
        self._report.tell(Outcome(id_, "unchanged", source=source))
        if source:
            self._unchanged[id_] = source
        if len(self._unchanged) >= _BATCH:
            self._record.set_sources(self._unchanged)
            self._unchanged = {}


def _is_folder(path: str | Path) -> bool:
    return str(path) != STANDARD_INPUT and Path(path).is_dir()


def _file(name: str) -> str:
    """Return the full path of a file; nothing for a stream."""
    path = _full(name)
    return str(path) if path.is_file() else ""


def _full(path: str | Path) -> Path:
    """Return a full path in which links stay links."""
    return Path(os.path.normpath(Path(path).absolute()))


def _unsupported(article: Article, languages: Iterable[str]) -> ReadFailure:
    reason = f"is in {article.lang!r}, for which there is no pipeline"
    return ReadFailure(article.id, reason, f"languages are {', '.join(languages)}", "unsupported")
