"""A bar on the terminal for long work: articles done, how many a second, and the time left."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from types import TracebackType
from typing import Self

import click


class Bar:
    """Shows the progress of a build; called with what is done and for how many articles more."""

    def __init__(self, total: int | None) -> None:
        """Begin; without a total the bar tells no time left."""
        self._started = time.monotonic()
        self._done = 0
        # of nothing, what is given tells no length
        unknown: Iterable[int] | None = iter([]) if total is None else None
        self._bar = click.progressbar(
            unknown, length=total, label="Articles", file=sys.stderr, show_pos=True, show_eta=True,
            item_show_func=self._rate,
        )  # fmt: skip

    def __enter__(self) -> Self:
        self._bar.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.__exit__(kind, error, trace)

    def __call__(self, what: str, count: int) -> None:
        """Note progress."""
        if what == "written":
            self._bar.label = "Writing "
        self._done += count if what == "read" else 0
        self._bar.update(count if what in ("read", "unchanged") else 0, count)

    def _rate(self, _: int | None) -> str:
        return f"{self._done / max(time.monotonic() - self._started, 0.001):.1f}/s"
