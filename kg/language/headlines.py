"""Headlines of two halves: "Novartis schluckt Avidity - Aktie gibt nach".

Each half is a clause of its own. A parser that has seen few of them lets words of one half hang on the verb of the
other; here they are given back to their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

_DASHES = frozenset({"-", "–", "—"})
_VERBAL = ("VERB", "AUX")
_END = frozenset(".!?")


class Tree(Protocol):
    """The lists of a tree that may be changed."""

    words: list[str]
    pos: list[str]
    deps: list[str]
    heads: list[int]
    feats: list[dict[str, str]]

    def ancestors(self, i: int, /) -> Iterator[int]:
        """Yield the governors of a token, nearest first."""
        ...


def part_halves(tree: Tree, first: int, last: int) -> None:
    """Hang what stands in one half of a headline on the verb of that half, in place."""
    dashes = [i for i in range(first + 1, last - 1) if tree.words[i] in _DASHES]
    if len(dashes) != 1 or any(tree.words[i] in _END for i in range(first, last)):
        return
    halves = range(first, dashes[0]), range(dashes[0] + 1, last)
    verbs = [_main_verb(tree, half) for half in halves]
    if -1 not in verbs:
        for half, verb in zip(halves, verbs, strict=True):
            _gather(tree, half, verb)


def _main_verb(tree: Tree, half: Sequence[int]) -> int:
    """Return the verb that the half's finite form belongs to; -1 for a half without one."""
    for i in half:
        if tree.feats[i].get("VerbForm") == "Fin" and tree.pos[i] in _VERBAL:
            head = tree.heads[i]
            return head if tree.deps[i].startswith("aux") and head in half else i
    return -1


def _gather(tree: Tree, half: Sequence[int], verb: int) -> None:
    kept = {verb, *tree.ancestors(verb)}
    for i in [i for i in half if tree.heads[i] not in half and i not in kept]:
        if tree.pos[i] not in (*_VERBAL, "PUNCT", "SPACE"):
            tree.heads[i], tree.deps[i] = verb, _relation(tree, half, verb, i)


def _relation(tree: Tree, half: Sequence[int], verb: int, i: int) -> str:
    """Return what a stray word is to its verb: a phrase keeps its relation, a bare noun is subject or object."""
    below = [tree.deps[c] for c in half if tree.heads[c] == i]
    if tree.pos[i] not in ("NOUN", "PROPN") or "case" in below:
        return tree.deps[i] if tree.deps[i] not in ("appos", "nmod", "flat") else "obl"
    has_subject = any(tree.heads[c] == verb and tree.deps[c].startswith("nsubj") for c in half)
    return "obj" if has_subject else "nsubj"
