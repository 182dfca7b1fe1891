"""Numbers that "bis zu" limits: subjects and objects like other numbers, though the words look like prepositions.

"Bis zu zehn Milliarden kommen von Nvidia", "liefert OpenAI bis zu eine Million Chips".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.language.syntax import Syntax

_SUBJECTS = ("nsubj", "nsubj:pass")
#: nouns that tell how long or how much something changes, and are no objects
_MEASURES = frozenset("jahr monat woche tag stunde minute prozent prozentpunkt mal grad meter kilometer".split())
#: endings of words for shares
_SHARES = ("aktie", "aktien", "anteile", "anteilen", "papiere", "papieren", "titel")


def read_up_to(s: Syntax, bis: int) -> None:
    """Make a noun behind "bis zu" and a number the subject or object that its verb lacks, in place."""
    noun = s.heads[bis]
    verb = s.heads[noun]
    is_limit = s.lower[bis : bis + 2] == ["bis", "zu"] and bis + 1 < noun and s.heads[bis + 1] == noun
    if not is_limit or s.pos[noun] != "NOUN" or s.preposition(noun) != "bis":
        return
    if not s.deps[noun].startswith("obl") or s.pos[verb] != "VERB":
        return
    if s.lemmas[noun].lower() in _MEASURES or not _is_number(s, bis + 2) or _tells_shares(s, noun):
        return
    has_subject = any(True for _ in s.dep_children(verb, *_SUBJECTS)) or s.feats[verb].get("VerbForm") != "Fin"
    s.deps[noun] = "obj" if has_subject else "nsubj"
    s.deps[bis] = s.deps[bis + 1] = "advmod"


def _is_number(s: Syntax, first: int) -> bool:
    """Whether a number stands behind "bis zu": "bis zu 4,5 Milliarden", "bis zu eine Million"."""
    article, scale = s.lower[first], "".join(s.lower[first + 1 : first + 2])
    return s.pos[first] == "NUM" or (article in ("eine", "einer") and scale.startswith(("milli", "mrd")))


def _tells_shares(s: Syntax, noun: int) -> bool:
    """Whether shares are counted: who buys "bis zu 160 Millionen AMD-Aktien" buys no company."""
    return any(s.lower[i].endswith(_SHARES) for i in (noun, *range(noun + 1, min(noun + 3, len(s)))))
