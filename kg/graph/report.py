"""What a build did."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass, field

from kg.articles.failure import ReadFailure

#: told what became of articles ("read", "unchanged" or "written"), and of how many more
Progress = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article."""

    #: its id; of an input that gave no article, the name
    article: str
    #: "extracted", "unchanged", "removed", "skipped" or "failed"
    what: str
    #: why it was skipped or failed, and what to do about it
    reason: str = ""
    #: file or address that it was read from; empty for a stream
    source: str = ""
    claims: int | None = None
    #: time of extraction; articles are extracted some at a time, and each has its share
    seconds: float | None = None

    def to_dict(self) -> dict[str, object]:
        """Return what is known, for JSON."""
        return {name: value for name, value in asdict(self).items() if value not in ("", None)}


#: told of each article as it is done
Watch = Callable[[Outcome], None]


@dataclass(slots=True)
class BuildReport:
    """What a build did, counted in articles unless said otherwise."""

    read: int = 0
    #: new, changed, or extracted before by other versions
    extracted: int = 0
    unchanged: int = 0
    #: taken out because their files are gone
    removed: int = 0
    #: whose part of the graph differs from before
    written: int = 0
    failures: list[ReadFailure] = field(default_factory=list)
    #: in a language without a pipeline
    skipped: list[ReadFailure] = field(default_factory=list)
    #: status → claims in the graph
    statuses: Counter[str] = field(default_factory=Counter)
    #: entities in the graph
    entities: int = 0
    #: in the graph
    articles: int = 0
    seconds: float = 0.0
    watch: Watch | None = field(default=None, repr=False)

    def tell(self, outcome: Outcome) -> None:
        """Tell who watches what became of an article."""
        if self.watch:
            self.watch(outcome)

    def fail(self, failure: ReadFailure) -> None:
        """Note what gave no article."""
        self.failures.append(failure)
        self.tell(Outcome(failure.source, "failed", f"{failure.reason}; {failure.next_step}"))

    def skip(self, failure: ReadFailure) -> None:
        """Note an article in a language without a pipeline."""
        self.skipped.append(failure)
        self.tell(Outcome(failure.source, "skipped", f"{failure.reason}; {failure.next_step}"))

    def to_dict(self) -> dict[str, object]:
        """Return the counts, for JSON."""
        counts = {name: getattr(self, name) for name in _COUNTS}
        return counts | {
            "failed": len(self.failures),
            "skipped": len(self.skipped),
            "claims": self.claims,
            "statuses": dict(self.statuses),
            "seconds": round(self.seconds, 3),
        }

    def contents(self) -> str:
        """Return what was counted in the graph as a whole, as JSON."""
        return json.dumps({"articles": self.articles, "entities": self.entities, "statuses": self.statuses})

    def take_contents(self, contents: str) -> None:
        """Take over what was counted in the graph before."""
        counted = json.loads(contents)
        self.articles, self.entities = counted["articles"], counted["entities"]
        self.statuses = Counter(counted["statuses"])

    @property
    def claims(self) -> int:
        """Number of claims in the graph."""
        return self.statuses.total()


_COUNTS = ("articles", "read", "extracted", "unchanged", "removed", "written", "entities")
