"""Phrases that count one of several: "einer der größten Aktionäre von Bayer" speaks of an Aktionär.

A parser makes the "einer" the head of the phrase. What is told of it is told of the noun, which rules look for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.language.syntax import Syntax

_ONE = frozenset({"einer", "eine", "einen", "einem", "eines", "eins"})
_OF_THE = frozenset({"der", "dieser", "seiner", "ihrer", "unserer", "deren", "dessen"})
#: tokens between "einer" and its noun, at the most
_REACH = 6


def put_noun_first(syntax: Syntax, one: int) -> None:
    """Give the place of "einer" in the tree to the noun of several behind it."""
    if syntax.lower[one] not in _ONE or syntax.deps[one] == "det":
        return
    noun = _counted(syntax, one)
    if noun != -1:
        syntax.put_above(noun, one)
        syntax.deps[one] = "det"


def _counted(syntax: Syntax, one: int) -> int:
    """Return the noun of which one is counted, -1 for none: below "einer", or torn from it below the same verb."""
    if one + 1 >= len(syntax) or syntax.lower[one + 1] not in _OF_THE:
        return -1
    for noun in range(one + 2, min(one + _REACH, syntax.sentence_end(one))):
        if syntax.pos[noun] != "NOUN":
            continue
        if noun != syntax.heads[one] == syntax.heads[noun] and syntax.deps[noun] in ("nsubj", "obj"):
            syntax.rehang(noun, one, "nmod")
        return noun if syntax.heads[noun] == one and syntax.preposition(noun) is None else -1
    return -1
