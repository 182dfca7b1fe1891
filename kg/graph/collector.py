"""Python's search for cyclic garbage, less often: a build makes millions of small objects, hardly any in cycles."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

#: objects made between two looks at the youngest, and how many of these looks lie between those at older ones
SELDOM = (100_000, 20, 50)


def collect_seldom() -> None:
    """Look for cyclic garbage seldom in this process from now on."""
    gc.set_threshold(*SELDOM)


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Look for cyclic garbage seldom meanwhile."""
    before = gc.get_threshold()
    collect_seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)
