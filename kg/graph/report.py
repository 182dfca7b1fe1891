"""What a build did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from kg.articles.failure import ReadFailure

#: told what became of articles ("read", "unchanged" or "written"), and of how many more
Progress = Callable[[str, int], None]


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

    @property
    def claims(self) -> int:
        """Number of claims in the graph."""
        return self.statuses.total()
