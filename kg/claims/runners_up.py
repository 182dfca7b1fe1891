"""What is said of the first in a row hangs on the first again: "Größter Aktionär ist Kühne, gefolgt von Blackrock".

Parsers take the participle for the verb, and the first in the row for its subject.
"""

from __future__ import annotations

from kg.language.syntax import Syntax

_VERBS = ("sein", "bleiben")


def part_runners_up(s: Syntax) -> None:
    """Make the first in a row the predicate of its noun, and "gefolgt von" a clause below it, in place."""
    for i in range(1, len(s)):
        if s.lower[i] == "gefolgt" and s.words[i - 1] == ",":
            _part(s, i)


def _part(s: Syntax, participle: int) -> None:
    auxiliary = [c for c in s.dep_children(participle, "aux", "aux:pass") if c < participle and s.lemmas[c] in _VERBS]
    subjects = [c for c in s.dep_children(participle, "nsubj", "nsubj:pass") if c < participle]
    if len(auxiliary) != 1 or len(subjects) != 2 or not subjects[0] < auxiliary[0] < subjects[1]:
        return
    title, first = subjects
    if s.heads[participle] != participle:
        return
    for child in [c for c in s.children[participle] if c < participle and c != first]:
        s.rehang(child, first, s.deps[child])
    s.deps[title], s.deps[auxiliary[0]] = "nsubj", "cop"
    s.children[participle].remove(first)
    s.heads[first], s.deps[first] = first, s.deps[participle]
    s.heads[participle], s.deps[participle] = first, "acl"
    s.children[first] = sorted([*s.children[first], participle])
