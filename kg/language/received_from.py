"""From whom somebody gets something: "Erst heute hat die Tochter Sandoz von der FDA die Zulassung erhalten".

A parser may hang "von der FDA" on the noun before it. Behind a name that noun is complete, and what is got comes from
the one behind "von".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.language.syntax import Syntax

_RECEIVING = frozenset(
    "erhalten bekommen kassieren kaufen erwerben übernehmen fordern verlangen bestellen beziehen".split()
)


def hang_giver(s: Syntax, verb: int) -> None:
    """Hang a phrase with "von" that stands behind its subject's name on a verb of getting with an object, in place."""
    if s.lemmas[verb].lower() not in _RECEIVING or not any(True for _ in s.dep_children(verb, "obj")):
        return
    for subject in [*s.dep_children(verb, "nsubj")]:
        names = [c for c in s.dep_children(subject, "appos") if s.pos[c] == "PROPN" and c > subject]
        for giver in [c for c in s.dep_children(subject, "nmod") if s.preposition(c) == "von"]:
            if any(subject < name < giver for name in names) and giver < verb:
                s.rehang(giver, verb, "obl")
