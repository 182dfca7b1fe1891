"""Measure what building and asking cost, as ratios within one run, on synthetic articles.

    python benchmarks/measure.py                       # a few minutes
    python benchmarks/measure.py --articles 2000 --only build workers changed
    python benchmarks/measure.py --quads 1000000 --patience 120 --only queries

Ratios compare two things measured one after the other, in processor time but for the number of workers, which is in
time on the clock; where a machine has other work to do they still vary by a fifth or so. The articles
(``benchmarks/corpus.py``) are short and dense: twelve claims in a hundred words, several times what real news hold,
so that claims, linking and writing weigh more here than they do on news.
"""

from __future__ import annotations

import argparse
import io
import logging
import os
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.corpus import Corpus, edited, write_corpus
from kg.articles.read import read_articles
from kg.entities.linking import Linker, parties_of
from kg.graph.build import BuildOptions, BuildReport, build
from kg.graph.export import FORMATS, export
from kg.graph.mapping import article_node, article_quads
from kg.graph.namespaces import PREFIXES
from kg.graph.record import Record
from kg.graph.store import GraphStore
from kg.graph.to_rdflib import rdflib_dataset
from kg.language.pipeline import load_pipeline, shared_authority
from kg.query.library import NamedQuery, QueryLibrary
from kg.query.parameters import bind
from kg.query.run import run

#: seconds after which a query of rdflib's engine is given up, if none are asked for: the longer, the truer its ratio
PATIENCE = 10
#: articles that the pipeline warms up on
_WARM = 20
_PARAMETERS = {"entity": "Siemens", "start": "Siemens", "end": "Alibaba", "since": "2024-01-01", "subject": "Siemens",
               "predicate": "partnersWith", "industry": "auto"}  # fmt: skip


def say(what: str, figure: str) -> None:
    """Print a figure."""
    sys.stdout.write(f"{what:58} {figure}\n")
    sys.stdout.flush()


def timed(work: Callable[[], Any], times: int = 1) -> float:
    """Return the seconds of processor time that work takes, the least of several times."""
    found = []
    for _ in range(times):
        began = time.process_time()
        work()
        found.append(time.process_time() - began)
    return min(found)


class Bench:
    """A corpus, its graph, and what is measured on them."""

    def __init__(self, articles: int, quads: int, folder: Path, patience: int = PATIENCE) -> None:
        self.articles, self.quads, self.folder, self.patience = articles, quads, folder, patience
        self.corpus = Corpus()
        self.news = write_corpus(folder / "news.jsonl", self.corpus.articles(articles))
        self.nlp = load_pipeline().nlp
        list(self.nlp.pipe([article.text for article in self.corpus.articles(_WARM)]))
        self.whole = 0.0

    def fresh(self, name: str) -> Path:
        """Return a folder that is not there."""
        path = self.folder / name
        shutil.rmtree(path, ignore_errors=True)
        return path

    def _built(self, name: str = "graph", **options: Any) -> BuildReport:
        return build([self.news], self.fresh(name), BuildOptions(**options))

    def graph(self) -> Path:
        """Return the folder of the built graph."""
        if not (self.folder / "graph" / "record.sqlite").exists():
            self.build()
        return self.folder / "graph"

    # ---- building ----

    def build(self) -> None:
        """Compare a whole build with the bare model."""
        texts = [article.text for article in read_articles([self.news])]  # type: ignore[union-attr]
        build([write_corpus(self.folder / "few.jsonl", self.corpus.articles(_WARM))], self.fresh("few"))
        bare = timed(lambda: list(self.nlp.pipe(texts, batch_size=32)))
        reports: list[BuildReport] = []
        self.whole = timed(lambda: reports.append(self._built()))
        report = reports[0]
        say("bare spaCy pipeline", f"{1000 * bare / self.articles:.1f} ms an article")
        say("whole build, one process", f"{1000 * self.whole / self.articles:.1f} ms an article")
        say("whole build / bare pipeline", f"{self.whole / bare:.2f}")
        say("claims an article, bytes an article in the record", self._sizes(report))

    def _sizes(self, report: BuildReport) -> str:
        size = (self.folder / "graph" / "record.sqlite").stat().st_size
        return f"{report.claims / self.articles:.1f}, {size / self.articles:,.0f}"

    def workers(self) -> None:
        """Compare one process that extracts with two."""
        one = self._built("one", workers=1, again=True).seconds
        two = self._built("two", workers=2, again=True).seconds
        say("one process / two (loading the model in each included)", f"{one / two:.2f}")

    def changed(self) -> None:
        """Compare a build after one article in a hundred was edited with a full one."""
        self.graph()
        again = self.fresh("changed")
        shutil.copytree(self.graph(), again)
        nothing = timed(lambda: build([self.news], again))
        news = write_corpus(self.folder / "edited.jsonl", edited(self.corpus, self.articles, 0.01))
        reports: list[BuildReport] = []
        some = timed(lambda: reports.append(build([news], again)))
        report = reports[0]
        say("articles extracted, written anew", f"{report.extracted}, {report.written}")
        say("rebuild with nothing changed / full build", f"{nothing / self.whole:.3f}")
        say("rebuild with 1 % changed / full build", f"{some / self.whole:.3f}")

    # ---- asking ----

    def big(self) -> Path:
        """Return the folder of a graph with as many quads as asked for: the built one, told over and over."""
        path = self.folder / "big"
        if not path.exists():
            with GraphStore.open(path) as store, Record(self.graph()) as record:
                store.load_articles(self._copies(record))
        return path

    def _copies(self, record: Record) -> Iterator[tuple[str, list[Any]]]:
        rows = list(record.read())
        parties = {party: 1 for _, claims in rows for party in parties_of(claims)}
        linker = Linker(shared_authority(), parties)
        linked = [(article, [linker.link(claim) for claim in claims]) for article, claims in rows]
        count = copy = 0
        while count < self.quads:
            for article, claims in linked:
                other = replace(article, id=f"{article.id}-{copy}", url=None)
                quads = article_quads(other, claims)
                count += len(quads)
                yield article_node(other).value, quads
            copy += 1

    def queries(self) -> None:
        """Compare the named queries with the bare store, and with rdflib's engine on the same quads."""
        with GraphStore.read(self.big()) as graph:
            quads = len(graph)
            say("quads, those of the merged graph included", f"{quads:,}")
            article = min(graph.articles())
            given = {query.name: given_values(query, article) for query in QueryLibrary.shipped()}
            ours = {q.name: timed(lambda q=q: run(graph, q, given[q.name]), 3) for q in QueryLibrary.shipped()}
            texts = {query.name: bind(graph, query, given[query.name]) for query in QueryLibrary.shipped()}
            bare = {name: timed(lambda t=text: _bare(graph, t), 3) for name, text in texts.items()}
            ratios = {name: ours[name] / bare[name] for name in ours}
            say("named query / bare pyoxigraph, median", f"{statistics.median(ratios.values()):.2f}")
            worst = max(ratios, key=lambda name: ratios[name])
            say("  the worst", f"{ratios[worst]:.2f} ({worst}, {1000 * ours[worst]:.1f} ms)")
            say("named query, median and longest", _median_and_longest(ours))
            self._rdflib(graph, texts, ours)

    def _rdflib(self, graph: GraphStore, texts: dict[str, str], ours: dict[str, float]) -> None:
        logging.getLogger("rdflib").setLevel(logging.ERROR)
        dataset = rdflib_dataset(graph.raw)
        theirs = {name: _within(self.patience, lambda t=text: list(dataset.query(t, initNs=PREFIXES)))
                  for name, text in texts.items()}  # fmt: skip
        ratios = [theirs[name] / ours[name] for name in ours]
        given_up = sum(seconds >= self.patience for seconds in theirs.values())
        say("rdflib's engine / named query, median", f"{statistics.median(ratios):.0f}")
        say(f"  queries that rdflib did not answer within {self.patience} s", f"{given_up} of {len(ratios)}")

    # ---- loading, writing out ----

    def loading(self) -> None:
        """Measure opening, memory, and bringing the quads into a new store."""
        folder = self.big()
        opened = timed(lambda: GraphStore.read(folder).close(), 3)
        with GraphStore.read(folder) as graph:
            size = len(graph)
            contributions = [(iri, list(graph.quads(iri))) for iri in graph.articles()]
        say("opening for reading", f"{1000 * opened:.0f} ms at {size:,} quads")
        loaded = timed(lambda: _load(self.fresh("loaded"), contributions))
        put = timed(lambda: _put(self.fresh("put"), contributions))
        say("loading all at once, in batches", f"{1e6 * loaded / size:.1f}, {1e6 * put / size:.1f} µs a quad")
        say("memory of a process that opens and counts", f"{_memory_of(folder)} MB")
        say("memory of this process so far, most", f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")

    def exports(self) -> None:
        """Measure every export, against N-Quads."""
        with GraphStore.read(self.big()) as graph:
            seconds = {format_: timed(lambda f=format_: export(graph, f, _Nowhere())) for format_ in FORMATS}
        for format_, taken in seconds.items():
            say(f"export {format_}", f"{taken:.1f} s, {taken / seconds['nquads']:.1f} × nquads")


class _Nowhere(io.BytesIO):
    """A file that keeps nothing."""

    def write(self, data: Any) -> int:
        """Take data and forget it."""
        return len(data)


def given_values(query: NamedQuery, article: str) -> dict[str, str]:
    """Return what a query is asked with: a value for each of its required parameters."""
    values = {**_PARAMETERS, "article": article}
    return {one.name: values[one.name] for one in query.parameters if one.required}


def _bare(graph: GraphStore, sparql: str) -> list[Any]:
    answer: Any = graph.raw.query(sparql, prefixes=PREFIXES)
    return [tuple(row) for row in answer]


def _median_and_longest(seconds: dict[str, float]) -> str:
    longest = max(seconds, key=lambda name: seconds[name])
    return f"{1000 * statistics.median(seconds.values()):.1f} ms, {1000 * seconds[longest]:.0f} ms ({longest})"


def _load(folder: Path, contributions: Sequence[tuple[str, list[Any]]]) -> None:
    with GraphStore.open(folder) as store:
        store.load_articles(contributions)


def _put(folder: Path, contributions: Sequence[tuple[str, list[Any]]]) -> None:
    with GraphStore.open(folder) as store:
        store.put_articles(contributions)


def _memory_of(folder: Path) -> int:
    """Return the most megabytes that a process takes which opens a graph and counts it."""
    code = (
        "import resource, sys; from kg.graph.store import GraphStore; from kg.graph.stats import stats\n"
        "stats(GraphStore.read(sys.argv[1])); print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=True)
    return int(done.stdout)


class _GivenUp(Exception):
    """The time is over."""


@contextmanager
def _alarm(seconds: int) -> Iterator[None]:
    def ring(*_: object) -> None:
        raise _GivenUp

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _within(seconds: int, work: Callable[[], Any]) -> float:
    """Return the seconds that work takes, at most those it is given."""
    began = time.process_time()
    try:
        with _alarm(seconds):
            work()
    except _GivenUp:
        return float(seconds)
    return time.process_time() - began


PARTS = ("build", "workers", "changed", "queries", "loading", "exports")


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--quads", type=int, default=200_000, help="quads of the articles that queries are asked of")
    parser.add_argument("--patience", type=int, default=PATIENCE, help="seconds that rdflib has for a query")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--folder", type=Path, default=None, help="keep the graphs here")
    args = parser.parse_args()
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    with tempfile.TemporaryDirectory() as temporary:
        folder = args.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        bench = Bench(args.articles, args.quads, folder, args.patience)
        say("articles, processors, load", f"{args.articles}, {os.cpu_count()}, {os.getloadavg()[0]:.1f}")
        for part in args.only:
            getattr(bench, part)()
    return 0


if __name__ == "__main__":
    sys.exit(main())
