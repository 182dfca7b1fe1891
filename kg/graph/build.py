"""Building a graph: read, extract what is new, link everything, write what differs.

Extraction goes into the record, chunk by chunk; the graph is brought in line with the record at the end, and readers
see it from then on. Whenever a build is stopped, nothing that was recorded is lost, and the next one goes on there.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.articles.article import Article
from kg.articles.options import ReadOptions
from kg.entities.decisions import FILE, Decisions
from kg.graph.authority_changes import note_authority_changes
from kg.graph.collector import collecting_seldom
from kg.graph.extraction import Chunk, Done, Setup, chunks_of, extract_here, extract_in_workers
from kg.graph.inputs import Inputs
from kg.graph.record import Record
from kg.graph.report import BuildReport, Outcome, Progress, Watch
from kg.graph.rows import Row
from kg.graph.store import GraphStore
from kg.graph.update import update_graph
from kg.graph.versions import extraction_version
from kg.language.gazetteer import Authority, shared_authority

__all__ = ["BuildOptions", "BuildReport", "Progress", "build", "remove", "rewrite"]

#: seconds of processor time for the extraction of an article; 100,000 characters took 16
MAX_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """How to build."""

    workers: int = 1
    model: str | None = None
    authority: tuple[Path, ...] = ()
    #: extract again what was extracted before
    again: bool = False
    #: address of the scheduler of a Dask cluster that extracts in place of this machine
    cluster: str | None = None
    reading: ReadOptions = field(default_factory=ReadOptions)
    #: file with people's decisions on names; without one, that beside the graph
    decisions: Path | None = None
    #: told what became of each article
    watch: Watch | None = None
    #: processor time that the extraction of an article may take; None sets no limit
    max_seconds: float | None = MAX_SECONDS
    #: bytes of memory that it may take where other processes extract; None sets no limit
    max_memory: int | None = None

    @property
    def setup(self) -> Setup:
        """What the processes that extract need to know."""
        return Setup(self.model, self.authority, self.max_seconds, self.max_memory)


def build(
    paths: Sequence[str | Path],
    into: Path | str,
    options: BuildOptions | None = None,
    progress: Progress | None = None,
) -> BuildReport:
    """Read articles and merge what they state into the graph in a folder.

    Raises:
        StoreLockedError: another process writes to the folder.
    """
    options = options or BuildOptions()
    started, report, folder = time.monotonic(), BuildReport(watch=options.watch), Path(into)
    tell = progress or (lambda _, __: None)
    decisions_for(folder, options.decisions)  # what is wrong with them shows before the work begins
    with collecting_seldom(), GraphStore.open(folder) as store, Record(folder) as record:
        note_authority_changes(record, options.authority)
        _extract(Inputs(paths, record, report, tell, options.reading), record, options, report, tell)
        decisions = decisions_for(folder, options.decisions)
        update_graph(
            store, record, options.authority, report, lambda count: tell("written", count), decisions, options.workers
        )
    report.seconds = time.monotonic() - started
    return report


def remove(article_id: str, folder: Path | str, authority: Sequence[Path] = (), decisions: Path | None = None) -> bool:
    """Remove an article, by id, and all that no other article states; tell whether it was there."""
    ruled = decisions_for(Path(folder), decisions)
    with GraphStore.open(folder) as store, Record(Path(folder)) as record:
        found = record.remove(article_id)
        update_graph(store, record, tuple(authority), BuildReport(), decisions=ruled)
    return found


def rewrite(folder: Path | str, authority: Sequence[Path] = (), decisions: Path | None = None) -> BuildReport:
    """Bring a graph in line with its record, without reading articles: after decisions on entities, for instance."""
    report, ruled = BuildReport(), decisions_for(Path(folder), decisions)
    with collecting_seldom(), GraphStore.open(folder) as store, Record(Path(folder)) as record:
        update_graph(store, record, tuple(authority), report, decisions=ruled)
    return report


def decisions_for(folder: Path, file: Path | None = None) -> Decisions:
    """Return people's decisions on names: those of a file, or of the one beside the graph.

    Raises ``DecisionError`` for a file that cannot be read or contradicts itself.
    """
    return Decisions.read(file or folder / FILE)


def authority_of(folders: tuple[Path, ...]) -> Authority:
    """Return the authority file with folders of the user's on top."""
    return shared_authority(folders)


def _extract(inputs: Inputs, record: Record, options: BuildOptions, report: BuildReport, progress: Progress) -> None:
    """Extract what is new or changed, what other versions extracted, and forget what is gone."""
    version = extraction_version(options.model)
    done = _Extraction(inputs, record, version, options, report, progress)
    done.run(inputs.changed(version, again=options.again))
    done.run(record.stale(version))
    for id_ in inputs.gone():
        if record.remove(id_):
            report.removed += 1
            report.tell(Outcome(id_, "removed"))


@dataclass(frozen=True, slots=True)
class _Extraction:
    """From articles to rows of the record."""

    inputs: Inputs
    record: Record
    version: str
    options: BuildOptions
    report: BuildReport
    progress: Progress

    def run(self, articles: Iterable[Article]) -> None:
        """Extract articles and record them."""
        for done in self._extracted(chunks_of(articles)):
            self.record.put_rows(done.rows, self.version, self.inputs.sources)
            for row in done.rows:
                self.report.tell(_outcome(row, self.inputs.sources.pop(row.id, ""), done))
            self.report.extracted += len(done.rows)
            for failure in done.failures:
                self.report.fail(failure)
            self.progress("read", len(done.rows))

    def _extracted(self, chunks: Iterator[Chunk]) -> Iterator[Done]:
        if self.options.cluster is not None:
            from kg.graph.cluster import extract_on_cluster

            return extract_on_cluster(chunks, self.options.setup, self.options.cluster, self.record.folder / "chunks")
        if self.options.workers > 1:
            return extract_in_workers(chunks, self.options.setup, self.options.workers)
        return extract_here(chunks, self.options.setup)


def _outcome(row: Row, source: str, done: Done) -> Outcome:
    seconds = round(done.seconds / len(done.rows), 4) if done.seconds else None
    return Outcome(row.id, "extracted", source=source, claims=sum(json.loads(row.statuses).values()), seconds=seconds)
