"""Build many articles while the build is killed again and again, and compare the end with an undisturbed build.

    python benchmarks/soak.py 50000 --kills 20

The articles are synthetic (``benchmarks/corpus.py``) and short: one sentence each. The first build is left alone; it
tells the hash that the second must reach, and how memory went. The second is killed at random: three quarters of the
kills while it extracts, the others while it links and writes. After each kill what was recorded before must still be
recorded, and the graph must open. Exit status 1 where any of that fails.

Memory is the resident size of the building process and all its workers.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from sqlite3 import OperationalError

import psutil

from benchmarks.corpus import Corpus, write_corpus
from benchmarks.measure import say
from kg.graph.record import RECORD_FILE
from kg.graph.sqlite import read_only
from kg.graph.store import GraphStore, NoGraphError

#: seconds between two looks at a build
_PAUSE = 0.2
_MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Sample:
    """A look at a build."""

    #: since the build began
    seconds: float
    #: articles in the record
    recorded: int
    #: resident bytes of the process and its workers
    memory: int


@dataclass(slots=True)
class Build:
    """A build as it was seen from outside."""

    status: int
    samples: list[Sample] = field(default_factory=list)

    def linking(self, articles: int) -> float:
        """Return the seconds that were left when all articles were recorded."""
        done = next(sample.seconds for sample in self.samples if sample.recorded >= articles)
        return self.samples[-1].seconds - done

    def tenths(self, articles: int) -> list[float]:
        """Return the megabytes in use when each tenth of the articles was recorded."""
        marks = (articles * tenth // 10 for tenth in range(1, 11))
        return [next(one.memory for one in self.samples if one.recorded >= mark) / _MEGABYTE for mark in marks]

    @property
    def peak(self) -> float:
        """The most megabytes that were seen."""
        return max(sample.memory for sample in self.samples) / _MEGABYTE


def watch(news: Path, folder: Path, workers: int, is_over: Callable[[Sample], bool] = lambda _: False) -> Build:
    """Build, and look on until the build ends or ``is_over`` says to kill it."""
    command = [sys.executable, "-m", "kg", "build", str(news), "--into", str(folder), "--workers", str(workers)]
    began = time.monotonic()
    with psutil.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        samples = []
        while process.poll() is None:
            samples.append(Sample(time.monotonic() - began, recorded(folder), _memory(process)))
            if is_over(samples[-1]):
                process.kill()
            time.sleep(_PAUSE)
    return Build(process.returncode, samples)


def recorded(folder: Path) -> int:
    """Return the number of articles in a record; 0 where there is none yet."""
    with suppress(OperationalError), closing(read_only(folder / RECORD_FILE)) as db:
        return int(db.execute("SELECT count(*) FROM article").fetchone()[0])
    return 0


def shown(folder: Path) -> int:
    """Return the number of articles that readers see; 0 where the build was killed before it made a graph."""
    try:
        with GraphStore.read(folder) as graph:
            return sum(1 for _ in graph.articles())
    except NoGraphError:
        return 0


def hash_of(folder: Path) -> str:
    """Return the canonical hash of what readers see."""
    with GraphStore.read(folder) as graph:
        return graph.canonical_hash()


class Soak:
    """A corpus, an undisturbed build of it, and one that is killed."""

    def __init__(self, articles: int, kills: int, workers: int, folder: Path, seed: int = 1) -> None:
        self.articles, self.kills, self.workers, self.folder = articles, kills, workers, folder
        self._chance = random.Random(seed)
        corpus = Corpus(seed, sentences=(1, 1))
        self.news = write_corpus(folder / "news.jsonl", corpus.articles(articles))
        #: what went wrong
        self.faults: list[str] = []

    def run(self) -> dict[str, object]:
        """Return the figures; ``faults`` tells what went wrong."""
        calm, wanted = self._undisturbed()
        killed = [self._kill(moment) for moment in self._moments(calm)]
        last = watch(self.news, self.folder / "killed", self.workers)
        found = hash_of(self.folder / "killed")
        if last.status != 0 or found != wanted:
            self.faults.append(f"the killed build ends with status {last.status} and the hash {found}, not {wanted}")
        return {
            "articles": self.articles, "workers": self.workers, "kills": sum(one.status < 0 for one in killed),
            "articles recorded at the kills": [one.samples[-1].recorded for one in killed], "faults": self.faults,
            "seconds undisturbed": round(calm.samples[-1].seconds), "hash": wanted,
            "megabytes at each tenth": [round(size) for size in calm.tenths(self.articles)],
            "megabytes at most": round(max(one.peak for one in (calm, *killed, last))),
        }  # fmt: skip

    def _undisturbed(self) -> tuple[Build, str]:
        calm = watch(self.news, self.folder / "calm", self.workers)
        if calm.status != 0:
            raise SystemExit(f"the undisturbed build ended with status {calm.status}")
        return calm, hash_of(self.folder / "calm")

    def _moments(self, calm: Build) -> Sequence[Callable[[Sample], bool]]:
        """Return when to kill: at a number of recorded articles, or so long after all of them were."""
        late = (self.kills + 2) // 4
        early = self.kills - late
        counts = [int(self.articles * (number + self._chance.random()) / early) for number in range(early)]
        pauses = [calm.linking(self.articles) * self._chance.random() for _ in range(late)]
        return [*map(_when_recorded, counts), *(_when_complete(self.articles, pause) for pause in pauses)]

    def _kill(self, moment: Callable[[Sample], bool]) -> Build:
        folder = self.folder / "killed"
        build = watch(self.news, folder, self.workers, moment)
        before, after = build.samples[-1].recorded, recorded(folder)
        if after < before:
            self.faults.append(f"{before} articles were recorded before a kill, {after} after it")
        if (seen := shown(folder)) > after:
            self.faults.append(f"the graph shows {seen} articles, the record holds {after}")
        return build


def _when_recorded(count: int) -> Callable[[Sample], bool]:
    return lambda sample: sample.recorded >= count and sample.seconds > 1


def _when_complete(articles: int, pause: float) -> Callable[[Sample], bool]:
    since: list[float] = []

    def is_over(sample: Sample) -> bool:
        if sample.recorded >= articles:
            since.append(sample.seconds)
        return bool(since) and sample.seconds - since[0] >= pause

    return is_over


def _memory(process: psutil.Process) -> int:
    total = 0
    with suppress(psutil.NoSuchProcess):
        for one in (process, *process.children(recursive=True)):
            with suppress(psutil.NoSuchProcess):
                total += one.memory_info().rss
    return total


def main() -> int:
    """Run a soak and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=int)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, help="file for the figures as JSON")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = Soak(args.articles, args.kills, args.workers, Path(folder), args.seed).run()
    for name, figure in figures.items():
        say(name, str(figure))
    if args.out:
        args.out.write_text(json.dumps(figures, indent=1), encoding="utf-8")
    return 1 if figures["faults"] else 0


if __name__ == "__main__":
    sys.exit(main())
