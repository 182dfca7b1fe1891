"""What could not be read, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

#: broken: could not be read; duplicate: was read before; unsupported: a format without a reader
FailureKind = Literal["broken", "duplicate", "unsupported"]


@dataclass(frozen=True, slots=True)
class ReadFailure:
    """An input that gave no article.

    >>> print(ReadFailure("news.jsonl, line 3", "is not valid JSON", "correct the line"))
    news.jsonl, line 3: is not valid JSON; correct the line
    """

    #: path, or path and line, as shown to the user
    source: str
    reason: str
    #: what the user can do about it
    next_step: str
    kind: FailureKind = "broken"

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}; {self.next_step}"


class ReadError(Exception):
    """Stop reading one article or one file; the reader at the border turns it into a ``ReadFailure``."""

    def __init__(self, reason: str, next_step: str, kind: FailureKind = "broken") -> None:
        super().__init__(reason, next_step)
        self.reason = reason
        self.next_step = next_step
        self.kind: FailureKind = kind

    def at(self, source: str) -> ReadFailure:
        """Return the failure that says where it happened."""
        return ReadFailure(source, self.reason, self.next_step, self.kind)
