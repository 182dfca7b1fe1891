"""Fuzz a target with a coverage-guided fuzzer: ``python -m tests.fuzz.run readers --seconds 600``.

Needs atheris (``pip install atheris``). What widens coverage is added to ``--corpus``. An input that breaks a target is
written to the current folder: mend what it breaks, and add it to ``tests/fuzz/corpus/TARGET`` under a telling name,
which makes it a regression test. ``--merge FOLDER`` adds to that corpus the fewest inputs of a folder that cover most.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import atheris

CORPUS = Path(__file__).parent / "corpus"

with atheris.instrument_imports(include=["kg"]):
    from tests.fuzz.targets import TARGETS


def main() -> None:
    """Run the fuzzer until the time is over or an input breaks the target."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--longest", type=int, default=2000, help="bytes of the longest input")
    parser.add_argument("--corpus", type=Path, help="folder for what widens coverage")
    parser.add_argument("--merge", type=Path, help="folder to take the best inputs from")
    given = parser.parse_args()
    kept = CORPUS / given.target
    kept.mkdir(parents=True, exist_ok=True)
    options = [f"-max_total_time={given.seconds}", f"-max_len={given.longest}", "-timeout=25", "-rss_limit_mb=3000"]
    folders = [kept, given.merge] if given.merge else [given.corpus or kept, kept]
    options += ["-merge=1"] if given.merge else []
    atheris.Setup([sys.argv[0], *options, *map(str, folders)], TARGETS[given.target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
