"""Commands that read a graph start without the language model's library."""

from __future__ import annotations

import subprocess
import sys


def test_the_commands_do_not_load_spacy():
    code = "import sys, kg.cli; print([name for name in ('spacy', 'thinc', 'torch') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
