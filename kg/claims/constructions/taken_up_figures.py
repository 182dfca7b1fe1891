"""Forecasts that leave out what they are of: "Der Umsatz stieg auf 2 Milliarden. 2026 rechnet man mit 3 Milliarden."

What is expected is what was told last, if both are sums of one size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.claims.constructions.figure import Figure
from kg.claims.constructions.figure_words import GOALS, FigureWords
from kg.claims.constructions.stretches import stretch
from kg.claims.document import Document
from kg.language.spans import Quantity

#: how many times as large the sum of a year may be as that of a quarter
_SIZE = 8
#: words that tell for when something is expected
_SCALE = re.compile("Milli|Mrd|Mio|Billi")
_AHEAD = ("jahr", "quartal", "viertel", "halbjahr", "semester")
#: metrics that are a few euros
_SMALL = frozenset({"eps", "dividend"})
#: words for the year before, at the head of a clause that tells what was paid then
YEAR_BEFORE = ("vorjahr", "jahr zuvor", "jahr davor", "jahr vorher", "jahr früher")
#: verbs by which a goal moves
_MOVING = frozenset(
    "anheben heben erhöhen hochsetzen hochschrauben heraufsetzen senken kappen kürzen konkretisieren".split()
)
_MODALS = frozenset({"sollen", "wollen", "dürfen", "werden"})


class TakenUpFigures:
    """Finds the forecasts of one document that take up the metric told last."""

    def __init__(self, document: Document, words: FigureWords) -> None:
        self._document = document
        self._syntax = document.syntax
        self._words = words

    def last_sum(self, figures: Sequence[Figure]) -> Figure | None:
        """Return the last of some figures that is a sum of money."""
        return next((f for f in reversed(figures) if any(_is_sum_of(f, q) for q in f.quantities)), None)

    def in_sentence(self, first: int, last: int, told: Figure) -> Iterator[Figure]:
        """Yield the sums that a sentence expects without a word for what they are, as figures of a metric told.

        So are dividends of the year before: "Im Vorjahr hatte RWE 1,10 Euro gezahlt".
        """
        known = next(q for q in told.quantities if _is_sum_of(told, q))
        for quantity in self._document.quantities:
            follows = max(first, told.token) <= quantity.first < last and quantity is not known
            if not follows or not _is_sum_of(told, quantity):
                continue
            if not 1 / _SIZE < quantity.value / (known.value or 1) < _SIZE or not self._is_bare(quantity):
                continue
            verb = self._expecting(quantity)
            if verb != -1:
                if self._tells_when(verb) or self._by_outsiders(verb):
                    yield Figure(verb, told.metric, 0, expected=True, quantities=[quantity])
            elif (verb := self._goal(quantity)) != -1 or (verb := self._credited(quantity)) != -1:
                yield Figure(verb, told.metric, 0, expected=True, quantities=[quantity])
            elif told.metric == "dividend" and (verb := self._paid_before(quantity)) != -1:
                yield Figure(verb, told.metric, 0, quantities=[quantity])

    def _goal(self, quantity: Quantity) -> int:
        """Return the noun for a goal that moves to a sum: "hob die Prognose auf 17 Milliarden an"; -1 for none."""
        s, (first, _) = self._syntax, stretch(self._syntax, quantity.first)
        goals = [i for i in range(first, quantity.first) if s.pos[i] == "NOUN" and s.lower[i].endswith(GOALS)]
        moves = goals and s.lemmas[s.clause_head(goals[-1])] in _MOVING and self._introduced_by(quantity) == "auf"
        return goals[-1] if moves else -1

    def _credited(self, quantity: Quantity) -> int:
        """Return the word by which a sum is what outsiders expect, or what "es" is to become; -1 for none.

        "Analysten hatten ihm 1,3 Milliarden zugetraut", "… auf dem Zettel", "Die Konsensschätzung liegt bei 6,4
        Milliarden", "Bis Ende 2026 sollen es 80 Milliarden werden".
        """
        s, (first, last) = self._syntax, stretch(self._syntax, quantity.first)
        lower = s.lower[first:last]
        if "es" in lower and any(s.lemmas[i] in _MODALS and s.pos[i] == "AUX" for i in range(first, last)):
            return next((i for i in range(first, last) if s.lower[i] in ("werden", "sein") and i > quantity.first), -1)
        if not self._words.names_outsider(lower):
            return -1
        if any(saying in " ".join(lower) for saying in self._words.expecting_sayings):
            return next((i for i in range(first, last) if s.lemmas[i] == "haben"), -1)
        subjects = (i for i in range(first, last) if s.deps[i] == "nsubj")
        is_consensus = any(self._words.is_outlook(s.lemmas[i].lower()) for i in subjects)
        verbs = self._words.crediting | (self._words.levels if is_consensus else frozenset())
        return next((i for i in range(first, last) if s.lemmas[i].lower() in verbs), -1)

    def _paid_before(self, quantity: Quantity) -> int:
        """Return the verb by which a sum was paid the year before; -1 for none."""
        s, (first, last) = self._syntax, stretch(self._syntax, quantity.first)
        told = " ".join(s.lower[first : quantity.first])
        if not any(word in told for word in YEAR_BEFORE):
            return -1
        verbs = (i for i in range(first, last) if s.lemmas[i].lower() in self._words.paid_before)
        return next((i for i in verbs if s.is_past(i) or s.pos[i] == "VERB"), -1)

    def _expecting(self, quantity: Quantity) -> int:
        """Return the verb beside a sum that expects it; -1 where there is none."""
        tokens = range(*stretch(self._syntax, quantity.first))
        verbs = [i for i in tokens if self._syntax.lemmas[i].lower() in self._words.expecting]
        return next((i for i in verbs if self._syntax.lemmas[i] != "stellen" or self._in_prospect(i)), -1)

    def _in_prospect(self, verb: int) -> bool:
        return "aussicht" in self._syntax.lower[slice(*self._syntax.sentence(verb))]

    def _is_bare(self, quantity: Quantity) -> bool:
        """Whether a sum stands for itself: not "Kosten von 3 Milliarden", "3 Milliarden Euro Schulden"."""
        s = self._syntax
        tokens = range(*stretch(s, quantity.first))
        if any(self._words.metric_of(s.lemmas[i].lower()) for i in tokens if s.pos[i] == "NOUN"):
            return False
        behind = quantity.last < len(s) and s.pos[quantity.last] in ("NOUN", "ADJ")
        return not behind and self._introduced_by(quantity) in self._words.bare_sums

    def _introduced_by(self, quantity: Quantity) -> str:
        """Return the preposition before a sum, "" where there is none."""
        s, i = self._syntax, quantity.first - 1
        if s.lower[i] == "als" and s.lower[i - 1] in ("mehr", "weniger"):
            i -= 2  # "mehr als 80 Milliarden"
        while i > 0 and s.pos[i] == "ADV" and i > quantity.first - 4:
            i -= 1
        return s.lower[i] if s.pos[i] == "ADP" else ""

    def _by_outsiders(self, verb: int) -> bool:
        """Whether analysts expect it, who need not say for when: "Experten hatten mit 106,8 Millionen gerechnet"."""
        s = self._syntax
        return self._words.names_outsider(s.lower[slice(*stretch(s, verb))])

    def _tells_when(self, verb: int) -> bool:
        """Whether the clause of a verb says for which year or quarter it expects something."""
        s = self._syntax
        first, last = stretch(s, verb)
        named = any(first <= t.first < last and t.kind in ("quarter", "half", "year") for t in self._document.times)
        return named or any(s.lemmas[i].lower().endswith(_AHEAD) for i in range(first, last))


def _is_sum_of(figure: Figure, quantity: Quantity) -> bool:
    """Whether a number may be the level of a metric: millions, of earnings per share and dividends any money."""
    return quantity.kind == "money" if figure.metric in _SMALL else _is_sum(quantity)


def _is_sum(quantity: Quantity) -> bool:
    """Whether a number is millions, with or without their currency."""
    return quantity.kind in ("money", "number") and bool(_SCALE.search(quantity.text))
