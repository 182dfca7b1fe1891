"""The numbers of a figure: level, unit, change, and the period that they are of."""

from __future__ import annotations

import re

from kg.claims.claim import Scalar
from kg.claims.constructions.figure import Figure
from kg.claims.constructions.figure_words import FigureWords
from kg.claims.document import Document
from kg.claims.qualifiers import plain_number
from kg.language.spans import Quantity, Time

_SCALE = re.compile("Milli|Mrd|Mio|Billi")
_PERIODS = ("quarter", "half", "year", "span", "month")


class FigureFacts:
    """Reads the numbers and periods of the figures of one document."""

    def __init__(self, document: Document, words: FigureWords) -> None:
        self.document = document
        self.syntax = document.syntax
        self.words = words

    def numbers(self, figure: Figure) -> dict[str, Scalar]:
        """Return the value of a figure with its unit, and by how many per cent it changed, as far as they are told."""
        facts: dict[str, Scalar] = {}
        value = self._value(figure)
        if value is not None:
            facts["value"] = plain_number(value.value)
            facts["unit"] = self._unit(value, figure)
        change = next((q for q in figure.quantities if q.kind == "percent" and q is not value), None)
        if change is not None and figure.metric != "margin" and (sign := self._sign(figure, change)):
            facts["changePercent"] = plain_number(sign * abs(change.value))
        return facts

    def _value(self, figure: Figure) -> Quantity | None:
        """Return the level: behind "auf" if there is one, never the one of the year before ("nach", "von … auf")."""
        kinds = {"margin": ("percent",), "deliveries": ("count", "number"), "users": ("count", "number")}.get(
            figure.metric, ("money",)
        )
        levels = [q for q in figure.quantities if q.kind in kinds or ("money" in kinds and self._is_sum(q))]
        for preposition in ("auf", "bei"):
            for quantity in levels:
                if self._preposition(quantity) == preposition:
                    return quantity
        plain = [q for q in levels if self._preposition(q) not in ("nach", "um", "gegenüber", "als")]
        return plain[0] if plain else None

    def _is_sum(self, quantity: Quantity) -> bool:
        """Whether a number is money told without its currency: "der Gewinn um 61 Prozent auf 840 Millionen"."""
        return quantity.kind == "number" and bool(_SCALE.search(quantity.text)) and self._currency(quantity) != ""

    def _currency(self, quantity: Quantity) -> str:
        """Return the currency of the last money before a number in its paragraph."""
        before = [q for q in self.document.quantities if q.kind == "money" and q.start < quantity.start and q.unit]
        told = bool(before) and "\n" not in self.document.text[before[-1].start : quantity.start]
        return before[-1].unit or "" if told else ""

    def _preposition(self, quantity: Quantity) -> str:
        s, i = self.syntax, quantity.first - 1
        if s.lower[i] == "als" and s.lower[i - 1] in ("mehr", "weniger") and s.pos[i - 2] not in ("NOUN", "NUM"):
            i -= 2  # "von mehr als zwei Milliarden"
        while i > 0 and s.pos[i] in ("ADV", "ADJ", "DET") and i > quantity.first - 4:
            i -= 1
        return s.lower[i] if i >= 0 else ""

    def _unit(self, quantity: Quantity, figure: Figure) -> str:
        if quantity.kind in ("money", "percent"):
            return quantity.unit or ""
        if self._is_sum(quantity):
            return self._currency(quantity)
        return "users" if figure.metric == "users" else "units"

    def _sign(self, figure: Figure, change: Quantity) -> int:
        if change.value < 0 or figure.sign:
            return figure.sign or -1
        s = self.syntax
        behind = range(change.last, min(len(s), change.last + 3))
        near = [*behind, *range(max(0, change.first - 4), change.first)]
        for i in near:
            if s.lower[i] in self.words.direction:
                return self.words.direction[s.lower[i]]
        return self._sign_of_clause(figure, change)

    def _sign_of_clause(self, figure: Figure, change: Quantity) -> int:
        s = self.syntax
        first, last = s.sentence(figure.token)
        tokens = sorted(range(first, last), key=lambda i: abs(i - change.first))
        for i in tokens:
            lemma = s.lemmas[i].lower()
            if sign := self.words.direction.get(lemma) or self.words.compound_signs.get(lemma):
                return sign
        return 0

    def period(self, figure: Figure, first: int, last: int) -> dict[str, Scalar]:
        """Return the period named in the sentence, else the last one named before in the paragraph."""
        inside = [
            t
            for t in self.document.times
            if t.value and first <= t.first < last and t.kind in _PERIODS and not self._is_compared(t)
        ]
        if inside:
            return {"period": str(min(inside, key=lambda t: abs(t.first - figure.token)).value)}
        start = self.syntax.starts[first]
        before: list[Time] = [
            t for t in self.document.times if t.value and t.start < start and t.kind in ("quarter", "half", "span")
        ]
        if before and "\n\n" not in self.document.text[before[-1].start : start]:
            return {"period": str(before[-1].value)}
        return {}

    def _is_compared(self, time: Time) -> bool:
        """Whether a time is only what the figure is compared with: "(Vorjahr: 3,9)", "als im Vorjahr"."""
        return time.text.startswith("Vorjahr") or self.syntax.lower[max(0, time.first - 2)] == "als"
