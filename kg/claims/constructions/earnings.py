"""What is left of earnings: before which deductions they are told, and what stands below the line."""

from __future__ import annotations

from kg.claims.constructions.figure_words import FigureWords
from kg.claims.constructions.stretches import stretch
from kg.claims.document import Document

#: words of the longest phrase for deductions: "vor Zinsen, Steuern und Abschreibungen"
_LONGEST = 6


class Earnings:
    """Tells profits of one document from each other by the phrases beside them."""

    def __init__(self, document: Document, words: FigureWords) -> None:
        self._syntax = document.syntax
        self._words = words

    def before_deductions(self, token: int) -> str | None:
        """Return the metric of earnings told "vor Zinsen, Steuern und Abschreibungen" near a token."""
        s = self._syntax
        first, last = s.sentence(token)
        tellings = [i for i in range(first, last) if s.lower[i] == "vor" and 0 <= self._clauses_apart(token, i) <= 2]
        for i in sorted(tellings, key=lambda i: abs(i - token)):
            told = " ".join(w for w in s.lower[i : min(last, i + _LONGEST)] if w != ",")
            if metric := next((m for phrase, m in self._words.deductions if told.startswith(phrase)), None):
                return metric
        return None

    def _clauses_apart(self, token: int, i: int) -> int:
        """Return how many commas part two tokens; -1 where a stronger mark or a verb of its own does."""
        s = self._syntax
        between = s.words[min(token, i) + 1 : max(token, i)]
        return -1 if {";", ":", "–"} & set(between) or len(between) > 8 else between.count(",")

    def beside(self, noun: int) -> str | None:
        """Return the metric of a surplus told with its deductions: "vor Steuern wurde ein Überschuss verbucht"."""
        metric = self.before_deductions(noun)
        return metric if metric and not self._is_below_line(noun) else None

    def sharpened(self, noun: int) -> str:
        """Return which profit a noun is: "Gewinn nach Steuern", "unter dem Strich stand ein Gewinn"."""
        s = self._syntax
        if s.lower[noun + 1 : noun + 3] == ["nach", "steuern"] or self._is_below_line(noun):
            return "netProfit"
        return self.before_deductions(noun) or "profit"

    def is_loss(self, noun: int) -> bool:
        """Whether a noun is a loss below the line: "unter dem Strich blieb ein Minus von 608 Millionen"."""
        return self._syntax.lemmas[noun].lower() in self._words.shortfalls and self._is_below_line(noun)

    def left(self, verb: int) -> str | None:
        """Return what is left behind a verb: "unter dem Strich blieben 280 Millionen Euro"."""
        if not self._syntax.lemmas[verb].lower().endswith(self._words.leaving):
            return None
        if self._is_below_line(verb):
            return "netProfit"
        told = (self._words.adjectives.get(self._syntax.lemmas[i].lower()) for i in range(*stretch(self._syntax, verb)))
        return next(filter(None, told), None) or self.before_deductions(verb)

    def _is_below_line(self, token: int) -> bool:
        s = self._syntax
        told = " ".join(s.lower[i] for i in range(*stretch(s, token)))
        return any(phrase in told for phrase in self._words.below_line)
