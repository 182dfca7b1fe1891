"""Infinitives that hang on a noun: "Siemens hat die Chance, den Auftrag zu erhalten" does not say that it has to.

A parser may take "hat … zu erhalten" for one verb. The comma tells the two apart: what stands before it belongs to
"hat", and the infinitive says what the noun is about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.language.syntax import Syntax


def part_infinitive(s: Syntax, verb: int) -> None:
    """Make "haben" before the comma the main verb, and the infinitive with "zu" behind it a clause of its object."""
    have = next((c for c in s.dep_children(verb, "aux") if s.lemmas[c] == "haben" and c < verb), -1)
    if have == -1 or s.feats[have].get("VerbForm") != "Fin" or not s.has_zu(verb):
        return
    comma = next((i for i in range(have, verb) if s.words[i] == ","), -1)
    noun = comma - 1
    if comma == -1 or s.pos[noun] != "NOUN" or s.heads[noun] != verb or s.deps[noun] != "obj":
        return
    s.put_above(have, verb)
    s.pos[have] = "VERB"
    for below in [c for c in s.children[have] if c > comma and c != verb]:
        s.rehang(below, verb, s.deps[below])
    for below in [c for c in s.children[noun] if c > comma]:
        s.rehang(below, verb, "obj")  # "Chancen, | Bombardier zu übernehmen": no apposition
    s.rehang(verb, noun, "acl")
