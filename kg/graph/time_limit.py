"""A limit of processor time for the extraction of an article, as far as one can be held.

The main thread is interrupted between two steps of Python, and within a regular expression. A step in another language
that never ends cannot be interrupted: a process that was started to extract is then ended by the system, after twice
the time, and costs no other article. Where nobody can interrupt – in another thread, on Windows – there is no limit.
"""

from __future__ import annotations

import math
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import parent_process
from typing import NoReturn


class OutOfTimeError(BaseException):
    """The time is over; no ``except Exception`` on the way keeps it."""


@contextmanager
def at_most(seconds: float | None) -> Iterator[None]:
    """Raise ``OutOfTimeError`` when what is done inside takes more processor time; None sets no limit."""
    if seconds is None or sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGPROF, _interrupt)
    with _ended_after(2 * seconds):
        signal.setitimer(signal.ITIMER_PROF, seconds)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.signal(signal.SIGPROF, before)


def _interrupt(*_: object) -> NoReturn:
    raise OutOfTimeError


@contextmanager
def _ended_after(seconds: float) -> Iterator[None]:
    """Let the system end this process after so much more processor time, if it was started to extract."""
    if sys.platform == "win32" or parent_process() is None:
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(time.process_time() + seconds) + 1, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))
