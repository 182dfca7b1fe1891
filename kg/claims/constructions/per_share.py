"""Earnings told per share: "1,17 Dollar je Aktie", "pro Anteil verdiente Cisco 72 Cent"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.claims.constructions.figure import Figure
from kg.claims.constructions.figure_words import FigureWords
from kg.claims.constructions.stretches import stretch
from kg.claims.document import Document
from kg.language.spans import Quantity

_EARNINGS = frozenset({"profit", "netProfit", "operatingProfit", "loss"})
_PER = frozenset({"je", "pro"})
#: earnings of a share are below this many units of any currency, those of a company above
_MOST = 1e4


class PerShare:
    """Tells the earnings of one share from those of the company, in one document."""

    def __init__(self, document: Document, words: FigureWords) -> None:
        self._syntax = document.syntax
        self._words = words

    def names_share(self, i: int) -> bool:
        """Whether a token opens "je Aktie", "pro Anteilsschein"."""
        s = self._syntax
        is_per = i + 1 < len(s) and s.lower[i] in _PER
        return is_per and s.lemmas[i + 1].lower().endswith(self._words.share_nouns)

    def parted(self, figure: Figure) -> Iterator[Figure]:
        """Yield a figure, a share's earnings apart from the company's: "2,9 Milliarden oder 72 Cent je Aktie"."""
        sums = [q for q in figure.quantities if q.kind == "money"]
        small = [q for q in sums if abs(q.value) < _MOST]
        if figure.metric not in _EARNINGS or not small or not self._is_per_share(figure, small):
            yield figure
            return
        others = [q for q in figure.quantities if q not in small]
        if len(small) < len(sums):
            yield replace(figure, quantities=others)
            others = []
        yield replace(figure, metric="eps", negative=figure.metric == "loss", bare=False, quantities=[*small, *others])

    def _is_per_share(self, figure: Figure, sums: list[Quantity]) -> bool:
        if any(self.names_share(q.last) for q in sums):
            return True
        return any(self.names_share(i) for i in range(*stretch(self._syntax, figure.token)))
