"""What takes too long is interrupted; what does not is left alone, and so is everything afterwards."""

from __future__ import annotations

import re
import signal
import threading
import time

import pytest

from kg.graph.time_limit import OutOfTimeError, at_most


def spin(seconds: float) -> int:
    """Use processor time."""
    end, turns = time.process_time() + seconds, 0
    while time.process_time() < end:
        turns += 1
    return turns


def test_a_loop_is_interrupted() -> None:
    with pytest.raises(OutOfTimeError), at_most(0.1):
        spin(20)


def test_a_regular_expression_is_interrupted() -> None:
    with pytest.raises(OutOfTimeError), at_most(0.1):
        re.match(r"(a+)+$", "a" * 60 + "b")


def test_no_handler_on_the_way_keeps_it() -> None:
    def stubborn() -> None:
        try:
            spin(20)
        except Exception:
            spin(20)

    with pytest.raises(OutOfTimeError), at_most(0.1):
        stubborn()


def test_what_is_quick_is_left_alone_also_afterwards() -> None:
    with at_most(0.3):
        assert spin(0.01)
    assert spin(0.5)
    assert signal.getsignal(signal.SIGPROF) == signal.SIG_DFL


def test_sleep_takes_no_processor_time() -> None:
    with at_most(0.1):
        time.sleep(0.3)


def test_no_limit_is_no_limit() -> None:
    with at_most(None):
        assert spin(0.1)


def test_in_another_thread_nothing_is_interrupted() -> None:
    done: list[int] = []

    def work() -> None:
        with at_most(0.05):
            done.append(spin(0.2))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done
