"""Queries of visitors: each in a process of its own, with limits, and only so many at once."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from kg.query.errors import QueryError
from kg.query.isolated import Answered, Limits, Question, ask
from kg.query.library import NamedQuery
from kg.query.result import Result, Triples
from kg.query.run import check, run
from kg.server.edition import Edition

#: queries that run at the same time; others wait
AT_ONCE = 4


class BusyError(QueryError):
    """Too many queries run at the same time."""

    def __init__(self) -> None:
        super().__init__("too many queries run at the moment; try again in a few seconds")


class Asker:
    """Answers queries within limits."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._places = threading.BoundedSemaphore(AT_ONCE)

    def ask(self, edition: Edition, question: Question) -> Answered:
        """Return the answer as it goes out; raises QueryError."""
        check(question.sparql)
        with self.place():
            return ask(edition.snapshot, question, self.limits)

    def run(
        self, edition: Edition, query: NamedQuery, given: Mapping[str, object], limit: int | None
    ) -> Result | Triples:
        """Return the answer with the names of what stands in it; raises QueryError."""
        with self.place():
            return run(edition.store, query, given, limit=limit, limits=self.limits)

    @contextmanager
    def place(self) -> Iterator[None]:
        """Wait for one of the places; raises BusyError where none becomes free."""
        if not self._places.acquire(timeout=self.limits.seconds):
            raise BusyError
        try:
            yield
        finally:
            self._places.release()
