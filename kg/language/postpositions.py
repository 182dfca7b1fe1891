"""Postpositions that a parser hangs on what follows: "will einem Zeitungsbericht zufolge | Monsanto verkaufen"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.language.syntax import Syntax

_POSTPOSITIONS = frozenset({"zufolge"})
#: what a phrase with a postposition is never to the word above it
_APART = ("parataxis", "appos", "nsubj", "obj", "obl:arg", "iobj")
_NOMINAL = ("NOUN", "PROPN")


def hang_postposition(syntax: Syntax, i: int) -> None:
    """Hang a postposition on the phrase before it, if the tree has it on a word behind it."""
    if syntax.lower[i] not in _POSTPOSITIONS or i == 0:
        return
    if syntax.heads[i] <= i:
        _hang_on_verb(syntax, syntax.heads[i])
        return
    noun = i - 1
    while syntax.heads[noun] < i and syntax.pos[syntax.heads[noun]] in _NOMINAL and syntax.heads[noun] != noun:
        noun = syntax.heads[noun]
    syntax.rehang(i, noun, "case")


def _hang_on_verb(syntax: Syntax, noun: int) -> None:
    """Hang whom something is told after on the verb, if the tree has it as a clause of its own beside a noun."""
    verb = syntax.heads[noun]
    if syntax.deps[noun] not in _APART or syntax.pos[noun] not in _NOMINAL or verb == noun:
        return
    while syntax.pos[verb] in _NOMINAL and syntax.heads[verb] != verb:
        verb = syntax.heads[verb]
    if syntax.pos[verb] in ("VERB", "AUX") and noun not in syntax.ancestors(verb):
        syntax.rehang(noun, verb, "obl")
