"""The numbers of a figure: level, unit, change, and the period that they are of."""

from __future__ import annotations

import re

from kg.claims.claim import Scalar
from kg.claims.constructions.figure import Figure
from kg.claims.constructions.figure_words import FigureWords
from kg.claims.constructions.stretches import stretch
from kg.claims.document import Document
from kg.claims.qualifiers import plain_number
from kg.language.spans import Quantity, Time

_SCALE = re.compile("Milli|Mrd|Mio|Billi")
#: what a number stands behind that is not the level, but a change or what it was before
_BEFORE_OTHERS = frozenset({"nach", "um", "gegenüber", "als", "statt"})
#: beginnings of words for the year before, and what may stand before them
_YEAR_BEFORE = ("vorjahr", "jahresfrist")
_LINKS = frozenset({"im", "des", "vom", "aus", "dem", "vor", "in"})
_LONG_AGO = (["vor", "einem"], ["ein", "jahr"], ["des", "vergangenen"], ["im", "vergangenen"])
#: last parts of words for what a figure was: "den Vorjahreswert von 1,6 Milliarden"
_LEVELS = ("wert", "niveau", "ergebnis", "rekord")
_PAST = ("vergangen", "vorig", "letzt")
_YEAR_AGO = (["vor", "einem", "jahr"],)
_A_YEAR_EARLIER = ("ein jahr zuvor", "ein jahr davor", "ein jahr vorher", "ein jahr früher")
#: what opens a clause of the year before the one told: "…; im Jahr davor waren es 5,05 Euro"
_YEAR_EARLIER = ("im jahr davor", "im jahr zuvor", "im jahr vorher")
#: what a year before stands behind where it is only compared with
_COMPARING = frozenset({"gegenüber", "zum", "(", "wie", "als", "zur"})
#: beginnings of times that nothing is reported of yet
_AHEAD = ("laufend", "kommend", "nächst", "neue")
_OF_THE_YEAR = ("jahres", "gesamtjahres")
#: month in which a part of a year ends
_ENDS = {"Q1": 3, "H1": 6, "Q2": 6, "Q3": 9, "9M": 9}
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
            facts["value"] = plain_number(-abs(value.value) if figure.negative else value.value)
            facts["unit"] = self._unit(value, figure)
        change = next((q for q in figure.quantities if q.kind == "percent" and q is not value), None)
        if change is not None and figure.metric != "margin" and (sign := self._sign(figure, change)):
            facts["changePercent"] = plain_number(sign * abs(change.value))
        elif change is None and figure.change:
            facts["changePercent"] = plain_number(figure.change)
        return facts

    def _value(self, figure: Figure) -> Quantity | None:
        """Return the level: behind "auf" if there is one, never the one of the year before ("nach", "von … auf")."""
        kinds = {
            "margin": ("percent",),
            "deliveries": ("count", "number"),
            "users": ("count", "number"),
            "orders": ("money", "count"),
        }.get(figure.metric, ("money",))
        levels = [q for q in figure.quantities if q.kind in kinds or ("money" in kinds and self._is_sum(q))]
        if figure.metric == "orders":  # "63 Bestellungen", not "Bestellungen …, so drei Insider"
            levels = [q for q in levels if q.kind != "count" or q.first <= figure.token < q.last]
        if len(levels) > 1 or any(q.kind == "percent" for q in figure.quantities):
            levels = [q for q in levels if not self._is_of_year_before(q)]
        for preposition in ("auf", "bei"):
            for quantity in levels:
                if self._preposition(quantity) == preposition:
                    return quantity
        plain = [q for q in levels if self._preposition(q) not in _BEFORE_OTHERS]
        return plain[0] if plain else None

    def _is_of_year_before(self, quantity: Quantity) -> bool:
        """Whether a sum is what it was before: "von 255 Millionen im Vorjahr", "unter den 9 des Vorjahres"."""
        s = self.syntax
        behind = s.lower[quantity.last : quantity.last + 3]
        opened = next((n for n, word in enumerate(behind) if word not in _LINKS), len(behind))
        return any(word.startswith(_YEAR_BEFORE) for word in behind[: opened + 1]) or behind[:2] in _LONG_AGO

    def _is_sum(self, quantity: Quantity) -> bool:
        """Whether a number is money told without its currency: "der Gewinn um 61 Prozent auf 840 Millionen"."""
        scaled = bool(_SCALE.search(quantity.text)) or (quantity.value >= 1e6 and len(quantity.text) < 6)
        return quantity.kind == "number" and scaled and self._currency(quantity) != ""

    def _currency(self, quantity: Quantity) -> str:
        """Return the currency of the last money before a number in its paragraph, else of the next behind it."""
        before = [q for q in self.document.quantities if q.kind == "money" and q.start < quantity.start and q.unit]
        if before and "\n" not in self.document.text[before[-1].start : quantity.start]:
            return before[-1].unit or ""
        behind = (q for q in self.document.quantities if q.kind == "money" and q.start > quantity.start and q.unit)
        told = next(behind, None)
        in_paragraph = told is not None and "\n" not in self.document.text[quantity.start : told.start]
        return told.unit or "" if told is not None and in_paragraph else ""

    def _preposition(self, quantity: Quantity) -> str:
        s, i = self.syntax, quantity.first - 1
        if s.lower[i] == "als" and s.lower[i - 1] in ("mehr", "weniger") and s.pos[i - 2] not in ("NOUN", "NUM"):
            i -= 2  # "von mehr als zwei Milliarden"
        while i > 0 and s.pos[i] in ("ADV", "ADJ", "DET") and i > quantity.first - 4:
            i -= 1
        return s.lower[i] if i >= 0 else ""

    def _unit(self, quantity: Quantity, figure: Figure) -> str:
        if quantity.unit == "EUR" and "cent" in quantity.text.lower():
            return self._currency(quantity) or "EUR"
        if quantity.kind in ("money", "percent"):
            return quantity.unit or ""
        if self._is_sum(quantity):
            return self._currency(quantity)
        if figure.metric == "orders":
            return "units"
        return "users" if figure.metric == "users" else "units"

    def _sign(self, figure: Figure, change: Quantity) -> int:
        if change.value < 0 or figure.sign:
            return figure.sign or -1
        s = self.syntax
        if change.text.startswith("+"):
            return 1
        if s.lower[change.last : change.last + 1] == ["unter"]:
            return -1
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

    def period(self, figure: Figure, first: int, last: int) -> str:
        """Return the period named in the sentence of a figure; "" where there is none."""
        inside = [
            t
            for t in self.document.times
            if t.value and first <= t.first < last and t.kind in _PERIODS
            if not self._is_compared(t, first) and not self._is_of_months(t) and not self._is_of_founding(t)
        ]
        begin, end = stretch(self.syntax, figure.token)
        if " ".join(self.syntax.lower[begin:end]).startswith(_YEAR_EARLIER):
            own = [str(t.value) for t in inside if not begin <= t.first < end]
            return _year_before(own[-1] if own else self.told_before(first))
        if inside:
            nearest = min(inside, key=lambda t: abs(t.first - figure.token))
            is_before = nearest.kind == "year" and nearest.text.lower().startswith(_YEAR_BEFORE)
            return (is_before and _year_before(self.told_before(first))) or str(nearest.value)
        told = " ".join(self.syntax.lower[first : first + 4])
        return _year_before(self.told_before(first)) if told.startswith(_A_YEAR_EARLIER) else ""

    def _is_of_founding(self, time: Time) -> bool:
        """Whether a year is that in which a firm came about: "Zalando, 2008 in Berlin gegründet, setzt … um"."""
        behind = self.syntax.lower[time.last : time.last + 4]
        return time.kind == "year" and any(word.startswith("gegründet") for word in behind)

    def told_before(self, first: int, *, ahead: bool = False) -> str:
        """Return the period told last in the paragraph before a sentence; "" for none.

        ``ahead`` asks for one that what is planned may be of: the last of a year, quarter or half that is not over.
        """
        start = self.syntax.starts[first]
        kinds = ("quarter", "half", "span", "year") if ahead else ("quarter", "half", "span")
        before: list[Time] = [t for t in self.document.times if t.value and t.start < start and t.kind in kinds]
        if not ahead:
            before = [t for t in before if not t.text.lower().startswith(_AHEAD)]
        else:
            before = [t for t in before if not self._is_over(str(t.value))]
        if before and "\n\n" not in self.document.text[before[-1].start : start]:
            return str(before[-1].value)
        return ""

    def year_of_aim(self, first: int, last: int) -> str:
        """Return the year at hand where a sentence tells of an aim for it: "Jahresprognose", "Gesamtjahresziel"."""
        published = self.document.published
        told = (self.syntax.lemmas[i].lower() for i in range(first, last))
        is_told = any(w.startswith(_OF_THE_YEAR) and self.words.is_outlook(w) for w in told)
        return str(published.year) if published is not None and is_told else ""

    def _is_over(self, period: str) -> bool:
        """Whether a period has ended before the day of publication."""
        published = self.document.published
        if published is None or not period[:4].isdigit() or "/" in period:
            return False
        part = period.rpartition("-")[2] if "-" in period else ""
        month = int(part) if part.isdigit() else _ENDS.get(part, 12)
        return (int(period[:4]), month) < (published.year, published.month)

    def _is_of_months(self, time: Time) -> bool:
        """Whether what looks ahead is a part of the year that is over: "Bestellungen in neun Monaten"."""
        words = self.syntax.lower[time.first : time.last]
        return words[:1] == ["in"] and words[-1] == "monaten" and words[1:-1] in (["drei"], ["sechs"], ["neun"])

    def _is_compared(self, time: Time, first: int) -> bool:
        """Whether a time is only what a figure is compared with: "(Vorjahr: 3,9)", "nach 3 Millionen vor einem Jahr".

        "Im Vorjahresquartal hatte Puma 5 Millionen verloren" opens its sentence and tells a period.
        """
        s = self.syntax
        before = s.lower[max(first, time.first - 2) : time.first]
        if s.lower[time.last - 1].endswith(_LEVELS):
            return True
        if "als" in before[:1]:
            return True
        if time.text.lower().startswith(_PAST) and any(
            q.last in (time.first, time.first - 1) for q in self.document.quantities
        ):
            return True  # "unter den 10 Milliarden des vergangenen Jahres"
        if not time.text.lower().startswith(_YEAR_BEFORE) and s.lower[time.first : time.last] not in _YEAR_AGO:
            return False
        is_named = any(word in _COMPARING for word in before)
        return is_named or any(first <= q.first < time.first for q in self.document.quantities)


def _year_before(period: str) -> str:
    """Return the same period of the year before, "" for what is no period.

    >>> [_year_before(period) for period in ("2025-Q3", "2024/25", "2025", "")]
    ['2024-Q3', '2023/24', '2024', '']
    """
    year, rest = period[:4], period[4:]
    if not year.isdigit():
        return ""
    if rest.startswith("/"):
        rest = f"/{int(rest[1:]) - 1:0{len(rest) - 1}d}" if rest[1:].isdigit() else rest
    return f"{int(year) - 1}{rest}"
