"""Stretches: what stands between two marks of punctuation, or between two verbs that "und" joins.

Where the tree errs, word order still tells which name and which number belong to a verb.
"""

from __future__ import annotations

from itertools import pairwise

from kg.language.syntax import Syntax

#: a full stop inside of a sentence ends one that the parser did not part from the next
_MARKS = frozenset({",", ".", ";", ":", "–", "—", "-", "(", ")", "/"})
_JOINTS = frozenset({"und", "aber", "doch", "während", "wohingegen", "sowie"})
#: what earnings are told before, one after the other
_DEDUCTIONS = frozenset({"zinsen", "steuern", "abschreibungen", "sondereffekten"})

Stretch = tuple[int, int]


def stretch(s: Syntax, i: int) -> Stretch:
    """Return first and last-plus-one token of the stretch around a token."""
    return next((a, b) for a, b in stretches(s, *s.sentence(i)) if a <= i < b or b == i)


def stretches(s: Syntax, first: int, last: int) -> list[Stretch]:
    """Split the tokens from ``first`` up to ``last`` at punctuation and at joints between two finite verbs."""
    marks = [first - 1, *(i for i in range(first, last) if s.words[i] in _MARKS and not _is_in_list(s, i)), last]
    return [part for a, b in pairwise(marks) for part in _at_joints(s, a + 1, b) if a + 1 <= b]


def _is_in_list(s: Syntax, mark: int) -> bool:
    """Whether a mark only parts what earnings are told before: "vor Zinsen, Steuern und Abschreibungen verdient"."""
    return s.words[mark] == "," and all(w in _DEDUCTIONS for w in (s.lower[mark - 1], *s.lower[mark + 1 : mark + 2]))


def _at_joints(s: Syntax, first: int, last: int) -> list[Stretch]:
    cuts = [first]
    for i in range(first, last):
        if s.lower[i] in _JOINTS and _has_finite(s, cuts[-1], i) and _has_finite(s, i + 1, last):
            cuts.append(i)
    return list(zip(cuts, [*cuts[1:], last], strict=True))


def _has_finite(s: Syntax, first: int, last: int) -> bool:
    return any(s.pos[i] in ("VERB", "AUX") and s.feats[i].get("VerbForm") == "Fin" for i in range(first, last))
