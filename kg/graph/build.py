"""Building a graph: read, extract what is new, link everything, write what differs.

Extraction goes into the record, article by article; the graph is rebuilt from the record. Where the two disagree,
after a crash for instance, the next build brings the graph in line.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from kg.articles.article import Article
from kg.articles.duplicates import reprints
from kg.articles.failure import ReadFailure
from kg.articles.read import read_articles
from kg.claims.claim import Claim
from kg.claims.reader import ClaimReader
from kg.entities.linked import LinkedClaim
from kg.entities.linking import link
from kg.graph.mapping import article_node, article_quads
from kg.graph.record import Record
from kg.graph.store import GraphStore
from kg.language.pipeline import MODELS, shared_authority

#: articles that a worker gets, and that are recorded, at a time
CHUNK = 32

Progress = Callable[[int], None]
Extracted = tuple[Article, tuple[Claim, ...]]


@dataclass(slots=True)
class BuildReport:
    """What a build did."""

    read: int = 0
    extracted: int = 0
    unchanged: int = 0
    written: int = 0
    failures: list[ReadFailure] = field(default_factory=list)
    #: articles in a language without a pipeline
    skipped: list[ReadFailure] = field(default_factory=list)
    statuses: Counter[str] = field(default_factory=Counter)
    entities: int = 0
    articles: int = 0
    seconds: float = 0.0

    @property
    def claims(self) -> int:
        """Number of claims in the graph."""
        return self.statuses.total()


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """How to build."""

    workers: int = 1
    model: str | None = None
    authority: tuple[Path, ...] = ()
    #: extract again what was extracted before
    again: bool = False


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
    started, report, folder = time.monotonic(), BuildReport(), Path(into)
    with GraphStore.open(folder) as store, Record(folder) as record:
        _extract_new(_readable(paths, report), record, options, report, progress or (lambda _: None))
        update_graph(store, record, options.authority, report)
    report.seconds = time.monotonic() - started
    return report


def remove(article_id: str, folder: Path | str, authority: Sequence[Path] = ()) -> bool:
    """Remove an article, by id, and all that no other article states; tell whether it was there."""
    with GraphStore.open(folder) as store, Record(Path(folder)) as record:
        found = record.remove(article_id)
        update_graph(store, record, tuple(authority), BuildReport())
    return found


def update_graph(store: GraphStore, record: Record, authority: tuple[Path, ...], report: BuildReport) -> None:
    """Link everything in the record and bring the graph in line with it."""
    rows = {article.id: (article, claims) for article, claims in record.read()}
    linked = link({key: claims for key, (_, claims) in rows.items()}, shared_authority(authority))
    articles = [article for article, _ in rows.values()]
    originals = _originals(articles)
    contributions = [
        (article_node(a).value, article_quads(a, linked[a.id], reprint_of=originals.get(a.id))) for a in articles
    ]
    report.written = store.put_articles(contributions)
    for iri in set(store.articles()) - {iri for iri, _ in contributions}:
        store.remove_article(iri)
    _count(linked, report)
    report.articles = len(articles)


def _originals(articles: Sequence[Article]) -> dict[str, str]:
    """Return the address of the original for each reprint, so that queries count independent sources."""
    nodes = {a.id: article_node(a).value for a in articles}
    return {copy: nodes[original] for copy, original in reprints(articles).items()}


def _count(linked: dict[str, tuple[LinkedClaim, ...]], report: BuildReport) -> None:
    claims = [c for found in linked.values() for c in found]
    report.statuses = Counter(c.claim.status for c in claims)
    report.entities = len({e.iri for c in claims for e in (c.subject, c.object) if e})


# -- extraction ------------------------------------------------------------------------------------------


def _readable(paths: Sequence[str | Path], report: BuildReport) -> Iterator[Article]:
    """Yield the articles that have a pipeline; count what fails."""
    for item in read_articles(paths):
        if isinstance(item, ReadFailure):
            report.failures.append(item)
        elif item.lang not in MODELS:
            reason = f"is in {item.lang!r}, for which there is no pipeline"
            report.skipped.append(ReadFailure(item.id, reason, f"languages are {', '.join(MODELS)}", "unsupported"))
        else:
            report.read += 1
            yield item


def _extract_new(
    articles: Iterator[Article],
    record: Record,
    options: BuildOptions,
    report: BuildReport,
    progress: Progress,
) -> None:
    reader = ClaimReader.load(model=options.model, authority=options.authority)
    new = _changed(articles, record, reader.version, options, report)
    for chunk in _extracted(new, reader, options):
        record.put(chunk, reader.version)
        report.extracted += len(chunk)
        progress(len(chunk))


def _changed(
    articles: Iterator[Article], record: Record, version: str, options: BuildOptions, report: BuildReport
) -> Iterator[Article]:
    for article in articles:
        if not options.again and record.is_current(article, version):
            report.unchanged += 1
        else:
            yield article


def _extracted(articles: Iterator[Article], reader: ClaimReader, options: BuildOptions) -> Iterator[list[Extracted]]:
    """Yield chunks of articles with their claims, from this process or from workers."""
    chunks = _chunks(articles)
    if options.workers <= 1:
        for chunk in chunks:
            yield [(article, found.claims) for article, found in reader.read_many(chunk)]
        return
    setup = (options.model, options.authority)
    with ProcessPoolExecutor(options.workers, get_context("spawn"), _start_worker, setup) as pool:
        yield from pool.map(_work, chunks)


def _chunks(articles: Iterable[Article]) -> Iterator[list[Article]]:
    rest = iter(articles)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


_worker: list[ClaimReader] = []


def _start_worker(model: str | None, authority: tuple[Path, ...]) -> None:
    _worker.append(ClaimReader.load(model=model, authority=authority))


def _work(chunk: list[Article]) -> list[Extracted]:
    return [(article, found.claims) for article, found in _worker[0].read_many(chunk)]
