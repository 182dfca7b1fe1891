"""What became of each article, as JSON Lines for other programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.graph.report import BuildReport, Outcome

Write = Callable[[Outcome | BuildReport], None]


@contextmanager
def reporting(out: Path | None) -> Iterator[Write]:
    """Yield what writes outcomes to a file as they come, and at last the whole build's; without a file, nothing.

    Each line is written at once, so that the report of a run that was stopped tells of all that was done.
    """
    if out is None:
        yield lambda _: None
        return
    with out.open("w", encoding="utf-8", errors="backslashreplace", buffering=1) as file:

        def write(told: Outcome | BuildReport) -> None:
            data = {"build": told.to_dict()} if isinstance(told, BuildReport) else told.to_dict()
            file.write(json.dumps(data, ensure_ascii=False) + "\n")

        yield write
