"""Indirect speech that goes on over several sentences, told by Konjunktiv I."""

from __future__ import annotations

from collections.abc import Iterator

from kg.language.syntax import Syntax

#: Konjunktiv II that stands for Konjunktiv I
_IN_PLACE_OF_PRESENT = frozenset({"hätten", "wären", "kämen", "gingen", "stünden"})


def is_indirect_speech(s: Syntax, first: int, last: int) -> bool:
    """Tell whether a sentence is indirect speech: the finite verb of its main clause stands in Konjunktiv I.

    "hätten" stands for it in the plural, where Konjunktiv I looks like the indicative; with "würde", "könnte"
    and the like a sentence may speak for itself.
    """
    for i in _main_finite(s, first, last):
        feats = s.feats[i]
        if feats.get("Mood") == "Sub" and (feats.get("Tense") == "Pres" or s.lower[i] in _IN_PLACE_OF_PRESENT):
            return True
    return False


def _main_finite(s: Syntax, first: int, last: int) -> Iterator[int]:
    """Yield the finite verbs of the main clause and of those coordinated with it."""
    for i in range(first, last):
        if s.feats[i].get("VerbForm") != "Fin":
            continue
        clause = s.heads[i] if s.deps[i] in ("aux", "aux:pass", "cop") else i
        while s.deps[clause] in ("conj", "parataxis") and s.heads[clause] != clause:
            clause = s.heads[clause]
        if s.heads[clause] == clause or s.deps[clause] == "ROOT":
            yield i
