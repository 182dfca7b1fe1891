"""The German word lists of one file of the lexicon, and regular expressions made from them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from kg.resources import ontology_folder


@lru_cache(maxsize=16)
def word_lists(name: str) -> dict[str, Any]:
    """Return the tables of ``ontology/lexicon/de/<name>.toml``; they are shared and must not be changed."""
    path = ontology_folder() / "lexicon" / "de" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def one_of(words: Iterable[str]) -> str:
    """Return a regular expression for any of the words, the longest first.

    >>> one_of(["Mio", "Mio."])
    '(?:Mio\\\\.|Mio)'
    """
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w))) + ")"


def word_before(text: str, at: int) -> str:
    """Return the word that ends, with a blank, before position ``at``; "" where none does.

    >>> word_before("Zuletzt ca. 300 Stellen", 12), word_before("Zuletzt (300", 9)
    ('ca.', '')
    """
    head = text[max(0, at - 40) : at]
    if not head or not head[-1].isspace() or "\n" in head[-1:]:
        return ""
    words = head.split()
    return words[-1].lstrip("(„“\"»«‚'") if words else ""
