"""The seat that a phrase tells beside a name: "Siemens Mobility mit Sitz in München wächst" grows, but not in Munich.

Parsers hang the town on the verb.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.language.syntax import Syntax

SEATS = frozenset(
    """sitz hauptsitz stammsitz firmensitz unternehmenssitz konzernsitz zentrale firmenzentrale konzernzentrale
    hauptquartier""".split()
)
_NOMINAL = ("NOUN", "PROPN")


def hang_seat(syntax: Syntax, mit: int) -> None:
    """Hang the town of "mit Sitz in München" on the seat, and the seat on the name right before it."""
    seat, last = mit + 1, syntax.sentence_end(mit)
    seat += seat < last and syntax.pos[seat] in ("DET", "ADJ")
    if syntax.lower[mit] != "mit" or seat + 2 >= last or syntax.lower[seat] not in SEATS:
        return
    town = next((c for c in range(seat + 2, min(seat + 5, last)) if syntax.pos[c] in _NOMINAL), -1)
    if syntax.lower[seat + 1] not in ("in", "im") or town == -1:
        return
    verb = syntax.heads[seat]
    if syntax.heads[town] == verb and syntax.pos[verb] in ("VERB", "AUX", "ADJ"):
        syntax.rehang(town, seat, "nmod")
    if mit and syntax.pos[mit - 1] in _NOMINAL and syntax.pos[verb] in ("VERB", "AUX") and verb > seat:
        named = mit - 1
        while syntax.deps[named] in ("flat", "flat:name", "appos") and syntax.heads[named] < named:
            named = syntax.heads[named]
        if syntax.heads[named] == verb:
            syntax.rehang(seat, named, "nmod")
