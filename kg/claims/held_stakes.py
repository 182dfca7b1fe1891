"""Stakes given back what they are held in: "hat seine Anteile an Covestro verkauft", "20 Prozent am Hersteller Puma".

Parsers hang "an Covestro" on the verb, as if the stake went to Covestro.
"""

from __future__ import annotations

from kg.language.syntax import Syntax

#: the method of claims read from a list of owners, each with his own share
OWNER_LIST = "owner-list"
_STAKES = ("anteil", "anteile", "anteilen", "anteils", "beteiligung", "beteiligungen")
#: what makes of a percentage a stake that somebody holds
_REMAINING = (
    "restlichen", "übrigen", "verbliebenen", "verbleibenden", "ausstehenden", "gehaltenen", "seine", "seinen", "seiner",
    "ihre", "ihren", "ihrer",
)  # fmt: skip
_DATIVE = frozenset({"dem", "der", "einem", "einer", "ihrem", "ihrer", "seinem", "seiner"})
_ON_VERB = frozenset({"obl", "obl:arg", "obj"})
#: behind these a stake belongs to the verb with what follows: "mit einem Anteil an X beteiligt"
_TIED = frozenset({"mit", "zu", "durch"})
#: who buys stakes and is seldom what they are held in
_BUYERS = ("investor", "investoren", "fonds", "konkurrent", "konkurrenten", "rivale", "rivalen", "käufer", "bieter")


def held_stakes(s: Syntax) -> None:
    """Hang on a stake the phrase with "an" right behind it that the tree hangs on a verb, in place."""
    for stake in range(len(s) - 2):
        if s.lower[stake + 1] in ("an", "am") and _is_stake(s, stake):
            _give_back(s, stake, s.heads[stake + 1])


def _is_stake(s: Syntax, i: int) -> bool:
    if s.pos[i] == "NOUN" and s.lower[i].endswith(_STAKES):
        return True
    if s.lower[i] not in ("prozent", "%"):
        return False
    of_stake = i > 2 and s.lower[i - 2] == "von" and s.lower[i - 3].endswith(_STAKES)
    return of_stake or _is_where(s, i + 1) or any(s.lower[j] in _REMAINING for j in range(max(0, i - 3), i))


def _is_where(s: Syntax, an: int) -> bool:
    """Tell whether "an" stands with a dative: "15 Prozent am Hersteller", not "15 Prozent an den Hersteller"."""
    return s.lower[an] == "am" or s.lower[an + 1] in _DATIVE


def _give_back(s: Syntax, stake: int, held: int) -> None:
    on_verb = s.deps[held] in _ON_VERB and s.pos[s.heads[held]] in ("VERB", "ADJ")
    if not on_verb or held <= stake or s.preposition(stake) in _TIED or held in s.ancestors(stake):
        return
    if not any(s.lower[i].endswith(_BUYERS) for i in s.subtree(held)):
        s.rehang(held, stake, "nmod")
