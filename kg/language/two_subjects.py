"""Verbs with two subjects, of which one cannot be it: "Jaffé hat die Prüfer von EY verklagt" is told of one alone.

Nominative and accusative look alike but for masculine nouns; the number of the verb tells them apart. A second
participle under one "hat" has the subject of the first: "ABB hat mehr verdient und die Robotiksparte verkauft".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.language.syntax import Syntax

#: verbs by which something changes hands
DEALING = frozenset(
    "kaufen verkaufen erwerben übernehmen veräußern abstoßen losschlagen aufkaufen abspalten ausgliedern".split()
)
#: verbs that tell nothing without an object
_WITH_OBJECT = DEALING | {"schließen", "streichen", "aufstocken", "gründen"}


def part_subjects(s: Syntax, verb: int) -> None:
    """Make the object of a verb without one what a tree has as its second subject, of another number, in place."""
    subjects = [*s.dep_children(verb, "nsubj")]
    if len(subjects) == 1 and _shares_subject(s, verb) and s.pos[subjects[0]] == "NOUN" and subjects[0] < verb:
        s.deps[subjects[0]] = "obj"
    if len(subjects) != 2 or any(True for _ in s.dep_children(verb, "obj", "cop", "aux:pass", "nsubj:pass")):
        return
    finite = s.finite_form(verb)
    number = s.feats[finite].get("Number") if finite != -1 else None
    wrong = [i for i in subjects if number and s.feats[i].get("Number", number) != number]
    if len(wrong) == 1 and s.pos[wrong[0]] in ("NOUN", "PROPN"):
        s.deps[wrong[0]] = "obj"


def _shares_subject(s: Syntax, verb: int) -> bool:
    """Whether a participle that lacks its object and an auxiliary is joined to one under "hat" with a subject."""
    first = s.heads[verb]
    is_joined = s.deps[verb] == "conj" and s.lemmas[verb] in _WITH_OBJECT and s.feats[verb].get("VerbForm") == "Part"
    if not is_joined or any(True for _ in s.dep_children(verb, "obj", "aux", "aux:pass")):
        return False
    has = any(s.lemmas[c] == "haben" for c in s.dep_children(first, "aux"))
    return has and any(True for _ in s.dep_children(first, "nsubj"))
