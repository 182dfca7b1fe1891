"""Verbs with two subjects, of which one cannot be it: "Jaffé hat die Prüfer von EY verklagt" is told of one alone.

Nominative and accusative look alike but for masculine nouns; the number of the verb tells them apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.language.syntax import Syntax


def part_subjects(s: Syntax, verb: int) -> None:
    """Make the object of a verb without one what a tree has as its second subject, of another number, in place."""
    subjects = [*s.dep_children(verb, "nsubj")]
    if len(subjects) != 2 or any(True for _ in s.dep_children(verb, "obj", "cop", "aux:pass", "nsubj:pass")):
        return
    finite = s.finite_form(verb)
    number = s.feats[finite].get("Number") if finite != -1 else None
    wrong = [i for i in subjects if number and s.feats[i].get("Number", number) != number]
    if len(wrong) == 1 and s.pos[wrong[0]] in ("NOUN", "PROPN"):
        s.deps[wrong[0]] = "obj"
