"""A limit of memory for the extraction of an article, in processes that were started to extract, on Linux."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import parent_process
from pathlib import Path

_STATM = Path("/proc/self/statm")


@contextmanager
def no_more_than(size: int | None) -> Iterator[None]:
    """Raise ``MemoryError`` when what is done inside takes so many bytes more than now; None sets no limit.

    A library that does not ask whether it got the memory ends the process. Elsewhere than in a process that was
    started to extract there is no limit: the whole build would be under it.
    """
    if size is None or sys.platform != "linux" or parent_process() is None:
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    taken = int(_STATM.read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (taken + size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
