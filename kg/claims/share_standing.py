"""Whose share or figures a sentence means that names no company: what is known of the shares of those told before.

"OpenAI wird Kunde von AMD. Die Aktie sprang um 24 Prozent": of the two only one is traded. "Die Tochter Scania liefert
weniger aus. Für 2026 peilt der Vorstand eine Marge von 7 Prozent an": the owner, whose share is traded, tells figures.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from kg.language.spans import NAMING, Mention, Referent
from kg.language.syntax import Syntax

#: words for the share, and for how houses judge it
_SHARES = frozenset(
    (
        "aktie aktien aktienkurs aktionäre anteilsscheine anteilsscheinen kurs papier papiere papieren titel titeln"
        " valor valoren vorzugsaktien kaufempfehlung kursziel votum zielkurs"
    ).split()
)
#: how words for figures end
_FIGURES = (
    "umsatz",
    "erlös",
    "erlöse",
    "gewinn",
    "ergebnis",
    "ebitda",
    "ebit",
    "dividende",
    "prognose",
    "verlust",
    "marge",
)
#: how nouns end that make a company a part of another: "die Tochter Scania"
_PARTS = ("tochter", "töchter", "sparte", "marke", "marken", "ableger", "start-up", "einheit", "geschäft")
#: how far before its owner the word for a share may stand
_NEAR = 4


class Standing:
    """Knows of the companies of one article whose shares are told or traded, and which belong to another."""

    def __init__(self, syntax: Syntax, mentions: Sequence[Mention], referents: Sequence[Referent]) -> None:
        self._syntax = syntax
        self._referents = referents
        self._numbers = {r.key: i for i, r in enumerate(referents) if r.key}
        named = [m for m in mentions if m.kind in NAMING]
        #: company → where its share is first told, and where it is first told as a part of another
        self._shares = _first_told(m for m in named if self._is_with_share(m))
        self._parts = _first_told(m for m in named if self._is_part(m))

    def asked(self, sentence: int) -> Sequence[str]:
        """Return what a sentence speaks of: shares, figures."""
        words = {word.rpartition("-")[2] for word in self._syntax.lower[slice(*self._syntax.sentences[sentence])]}
        shares = [] if _SHARES.isdisjoint(words) else ["shares"]
        return [*shares, "figures"] if any(word.endswith(_FIGURES) for word in words) else shares

    def features(self, mention: Mention, told: Collection[int], asked: Sequence[str]) -> Mapping[str, float]:
        """Return what is known of the share of a company, for each thing that the sentence speaks of."""
        facts = self._facts(mention, told) if asked else {}
        return {f"{what}: {name}": float(holds) for what in asked for name, holds in facts.items()}

    def _facts(self, mention: Mention, told: Collection[int]) -> Mapping[str, bool]:
        company, never = mention.referent, mention.start + 1
        own = self._referents[company]
        owners = {self._numbers.get(self._referents[other].parent or "") for other in told}
        return {
            "share told": self._shares.get(company, never) < never,
            "part": self._parts.get(company, never) < never,
            "traded": own.traded is True,
            "known, not traded": own.traded is False,
            "belongs to one told": self._numbers.get(own.parent or "") in told,
            "owns one told": company in owners,
        }

    def _is_with_share(self, mention: Mention) -> bool:
        """Whether a name owns a share: "BMW-Aktien", "die Papiere des Autobauers BMW"."""
        s, above = self._syntax, self._syntax.heads[mention.first]
        is_behind = mention.first - _NEAR <= above < mention.first
        return mention.head in _SHARES or (is_behind and s.lower[above].rpartition("-")[2] in _SHARES)

    def _is_part(self, mention: Mention) -> bool:
        s, noun = self._syntax, mention.first - 1
        return noun >= 0 and s.pos[noun] == "NOUN" and s.lower[noun].endswith(_PARTS)


def _first_told(mentions: Iterable[Mention]) -> Mapping[int, int]:
    """Return where each company is first told, by its number."""
    first: dict[int, int] = {}
    for mention in mentions:
        first.setdefault(mention.referent, mention.start)
    return first
