"""Postpositions that a parser hangs on what follows: "will einem Zeitungsbericht zufolge | Monsanto verkaufen"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.language.syntax import Syntax

_POSTPOSITIONS = frozenset({"zufolge"})
_NOMINAL = ("NOUN", "PROPN")


def hang_postposition(syntax: Syntax, i: int) -> None:
    """Hang a postposition on the phrase before it, if the tree has it on a word behind it."""
    if syntax.lower[i] not in _POSTPOSITIONS or syntax.heads[i] <= i or i == 0:
        return
    noun = i - 1
    while syntax.heads[noun] < i and syntax.pos[syntax.heads[noun]] in _NOMINAL and syntax.heads[noun] != noun:
        noun = syntax.heads[noun]
    syntax.rehang(i, noun, "case")
