"""The qualifiers of a claim: amounts, shares, dates, places and words, from the clause of its trigger."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kg.claims.claim import Scalar
from kg.claims.clauses import Roles
from kg.claims.document import Document
from kg.claims.lexicon import Frame
from kg.claims.part_counts import whole_counts
from kg.language.spans import Mention, Quantity, Time

Qualifiers = dict[str, Scalar]

_MONEY_TO_PERCENT = {"amount": "money", "percent": "percent"}
#: qualifiers that stand near the trigger, whatever their role
_NEAR = frozenset({*_MONEY_TO_PERCENT, "date", "period", "place"})
#: qualifiers that tell a party to the deal
_PARTIES = frozenset({"buyer", "seller"})
#: classes of what a noun before it names: "das Projekt Stargate"
_BORNE = frozenset({"Product", "Event", "Legislation", "Topic"})
#: letters of words that end others by chance
_SHORT_WORD = 4
#: a quarter or half year, as values of times write it
_PERIOD = re.compile("[QH]")

#: how nouns open behind a sum that a deal brings or saves
_EFFECTS = ("synergie", "einsparung", "kostenvorteil", "ersparnis", "teurer", "billiger")
#: relations of what hangs on a noun and is no part of its phrase
_NOT_OF_THE_PHRASE = frozenset({"acl", "acl:relcl", "parataxis", "advcl", "appos", "cop", "nsubj", "aux", "mark"})


class QualifierReader:
    """Reads the qualifiers that a predicate or frame asks for."""

    def __init__(self, words: Mapping[str, Any], document: Document) -> None:
        self.prepositions: Mapping[str, Sequence[str]] = words["prepositions"]
        self.jobs, self.handing_over = (frozenset(words["words"][key]) for key in ("jobs", "handing_over"))
        self._job_endings = tuple(job for job in self.jobs if len(job) > _SHORT_WORD or job == "job")
        self.document = document
        self.syntax = document.syntax

    def read(
        self,
        frame: Frame,
        names: Sequence[str],
        trigger: int,
        roles: Roles,
        span: Sequence[int],
        used: Sequence[Mention],
    ) -> Qualifiers:
        """Return the qualifiers in ``names`` and those of the frame, found in ``span`` (tokens of the clause)."""
        found: Qualifiers = {}
        for name in dict.fromkeys((*names, *frame.qualifiers)):
            if name in _NEAR:
                found |= self._near(name, trigger, span, used)
            else:
                found |= self._words(name, frame, roles, used)
        return found

    def near(self, names: Sequence[str], trigger: int, span: Sequence[int], used: Sequence[Mention]) -> Qualifiers:
        """Return those of the qualifiers in ``names`` that a span of tokens tells without roles: numbers and times."""
        found: Qualifiers = {}
        for name in names:
            if name in _NEAR:
                found |= self._near(name, trigger, span, used)
        return found

    def _near(self, name: str, trigger: int, span: Sequence[int], used: Sequence[Mention]) -> Qualifiers:
        if name in _MONEY_TO_PERCENT:
            return self._quantity(name, trigger, span)
        return self._place(trigger, span, used) if name == "place" else self._time(name, trigger, span)

    # -- numbers and times -------------------------------------------------------------------------------

    def nearest_quantity(self, kind: str, trigger: int, span: Sequence[int]) -> Quantity | None:
        """Return the quantity of a kind nearest to the trigger in a clause."""
        tokens = frozenset(span)
        inside = (q for q in self.document.quantities if q.kind == kind and q.first in tokens)
        found = [q for q in inside if not self.tells_effect(q)]
        nearest = min(found, key=lambda q: abs(q.first - trigger), default=None)
        return self._reached(nearest, found) if nearest else None

    def _reached(self, quantity: Quantity, others: Sequence[Quantity]) -> Quantity:
        """Return the number that another one comes to: "die Strafe von 80 auf 25 Millionen Dollar gesenkt"."""
        lower = self.document.syntax.lower
        if lower[quantity.first - 1] != "von":
            return quantity
        return next((q for q in others if q.first == quantity.last + 1 and lower[quantity.last] == "auf"), quantity)

    def tells_effect(self, quantity: Quantity) -> bool:
        """Whether a sum is what comes of a deal and no price: "verspricht sich davon 100 Millionen Euro Synergien"."""
        behind = self.syntax.lower[quantity.last : quantity.last + 3]
        return quantity.kind == "money" and any(word.startswith(_EFFECTS) for word in behind)

    def nearest_money(self, trigger: int, span: Sequence[int]) -> Quantity | None:
        """Return the sum nearest to the trigger, or the one it comes to: "um 500 Millionen auf zwei Milliarden"."""
        nearest = self.nearest_quantity("money", trigger, span)
        lower, tokens = self.document.syntax.lower, frozenset(span)
        if nearest is None or lower[nearest.first - 1] != "um":
            return nearest
        sums = (q for q in self.document.quantities if q.kind == "money" and q.first in tokens)
        return next((q for q in sums if "auf" in lower[q.first - 2 : q.first]), nearest)

    def _quantity(self, name: str, trigger: int, span: Sequence[int]) -> Qualifiers:
        quantity = self.nearest_quantity(_MONEY_TO_PERCENT[name], trigger, span)
        if quantity is None:
            return {}
        return amount_of(quantity) if name == "amount" else {"percent": plain_number(quantity.value)}

    def nearest_time(self, trigger: int, span: Sequence[int]) -> Time | None:
        """Return the resolved time expression nearest to the trigger in a clause."""
        return min(self._times(span), key=lambda t: abs(t.first - trigger), default=None)

    def exact_date(self, trigger: int, span: Sequence[int]) -> Time | None:
        """Return the most exact date of a clause, then the nearest; a quarter or half year is no date."""
        found = [t for t in self._times(span) if not _PERIOD.search(t.value or "")]
        return min(found, key=lambda t: (-len(t.value or ""), abs(t.first - trigger)), default=None)

    def _times(self, span: Sequence[int]) -> list[Time]:
        """Return the resolved time expressions of a clause."""
        tokens = frozenset(span)
        return [t for t in self.document.times if t.value and t.first in tokens and not self._is_in_name(t)]

    def _is_in_name(self, time: Time) -> bool:
        """Whether a time is a part of a name: "H2 Green Steel" tells no half-year."""
        return any(m.kind == "name" and m.last - m.first > 1 for m in self.document.at.get(time.first, ()))

    def _time(self, name: str, trigger: int, span: Sequence[int]) -> Qualifiers:
        time = self.nearest_time(trigger, span)
        return {name: time.value} if time and time.value else {}

    def jobs_count(self, trigger: int, span: Sequence[int]) -> Quantity | None:
        """Return the number of jobs named in a clause, of "9000 der 78.000 Stellen" the part."""
        tokens = frozenset(span)
        counts = [q for q in self.document.quantities if q.first in tokens and self.counts_jobs(q)]
        wholes = [*whole_counts(self.document, counts), *(q for q in counts if self._is_left(q))]
        return min((q for q in counts if q not in wholes), key=lambda q: abs(q.first - trigger), default=None)

    def _is_left(self, quantity: Quantity) -> bool:
        """Whether so many remain: "soll um 24.000 auf 75.000 Beschäftigte schrumpfen"."""
        lower, first = self.syntax.lower, quantity.first
        return lower[first - 1] == "auf" and "um" in lower[max(0, first - 4) : first - 1]

    def counts_jobs(self, quantity: Quantity) -> bool:
        """Tell whether a number counts jobs or staff: "3000 Stellen"."""
        unit = (quantity.unit or "").lower() if quantity.kind == "count" else ""
        return unit in self.jobs or unit.endswith(self._job_endings)

    # -- words -------------------------------------------------------------------------------------------

    def _place(self, trigger: int, span: Sequence[int], used: Sequence[Mention]) -> Qualifiers:
        tokens, taken = frozenset(span), {m.referent for m in used}
        places = [
            m
            for m in self.document.mentions
            if m.type == "Place" and m.kind == "name" and m.first in tokens and m.referent not in taken
        ]
        located = [m for m in places if self._after_in(m)]
        best = min(located, key=lambda m: abs(m.first - trigger), default=None)
        return {"place": best.name} if best else {}

    def _after_in(self, mention: Mention) -> bool:
        s, i = self.syntax, mention.first - 1
        while i >= 0 and s.pos[i] in ("DET", "ADJ", "NOUN"):
            i -= 1
        return i >= 0 and s.lower[i] in ("in", "im", "am", "auf", "bei", "aus", "nach")

    def _words(self, name: str, frame: Frame, roles: Roles, used: Sequence[Mention]) -> Qualifiers:
        slots = frame.qualifiers.get(name) or tuple(self.prepositions.get(name, ()))
        taken = {i for m in used for i in range(m.first, m.last)}
        taken |= {i for time in self.document.times for i in range(time.first, time.last)}
        taken |= self._sums() if name in ("product", "topic") else set()
        for slot in slots:
            for head in roles.get(slot, ()):
                if name == "position" and self._is_named(head):
                    continue  # "wechselte zu Schaeffler"
                if name in ("product", "topic") and self._stands_for(head, used):
                    continue  # "nimmt dem Rivalen AMD Chips ab", "die Kontrolle über den Hersteller Nexperia"
                if head not in taken and self.syntax.pos[head] in ("NOUN", "PROPN", "VERB", "ADJ"):
                    if name in _PARTIES:
                        return self._party(name, head, used)
                    goods = self._handed_over(head) if name == "product" else head
                    return {name: self.phrase(goods, self._beside(goods, used, name))}
        return {}

    def _handed_over(self, head: int) -> int:
        """Return what is delivered or built where a noun tells that: "über die Lieferung von | Zügen"."""
        s = self.syntax
        if s.lemmas[head].lower() not in self.handing_over:
            return head
        below = s.dep_children(head, "nmod", "nmod:poss", "obl")
        goods = (c for c in below if s.preposition(c) in (None, "von") and s.pos[c] == "NOUN" and c > head)
        return next(goods, head)

    def _beside(self, head: int, used: Sequence[Mention], name: str) -> Sequence[int]:
        """Return what hangs on a noun with a preposition and is a party: "Zellen | bei CATL", "Projekt | mit CATL"."""
        s, parties = self.syntax, {m.first for m in used if m.kind == "name"}
        told = [c for c in s.dep_children(head, "nmod", "obl") if s.preposition(c)]
        below = told if name == "product" else [c for c in told if name == "topic" and s.preposition(c) == "mit"]
        return [c for c in below if not parties.isdisjoint((c, *s.conjuncts(c)))]

    def _sums(self) -> set[int]:
        """Return the tokens of sums, which are no goods: "ein Auftrag über zwei Milliarden Euro"."""
        return {i for q in self.document.quantities if q.kind == "money" for i in range(q.first, q.last)}

    def _stands_for(self, head: int, used: Sequence[Mention]) -> bool:
        """Tell whether a noun takes up or introduces one of the parties: "dem Rivalen AMD"."""
        taken = {m.referent for m in used}
        near = (head, *self.syntax.dep_children(head, "appos", "flat"))
        return any(m.referent in taken and m.kind != "compound" for i in near for m in self.document.at.get(i, ()))

    def _is_named(self, head: int) -> bool:
        """Tell whether a word is a name of somebody."""
        return any(m.kind == "name" and m.type not in _BORNE for m in self.document.at.get(head, ()))

    def _party(self, name: str, head: int, used: Sequence[Mention]) -> Qualifiers:
        """Return the name that a phrase is or introduces: "den US-Konzern Sherwin-Williams".

        No party of the claim, and nobody who decides on it ("von Brüssel genehmigt").
        """
        if self.syntax.is_agent(head):
            return {}
        taken, first = {m.referent for m in used}, next(self.syntax.dep_children(head, "case"), head)
        for i in (*range(first + 1, head), head, *self.syntax.dep_children(head, "appos", "flat")):
            for mention in self.document.at.get(i, ()):
                if mention.kind == "name" and mention.type != "Place":
                    return {} if mention.referent in taken else {name: mention.name}
        return {} if self._tells_of(head, taken) else {name: self.phrase(head)}

    def _tells_of(self, head: int, parties: set[int]) -> bool:
        """Whether a phrase names a party of the claim: in "ein von KKR geführtes Konsortium" KKR itself acts."""
        return any(m.referent in parties for i in self._phrase_tokens(head) for m in self.document.at.get(i, ()))

    def phrase(self, head: int, without: Sequence[int] = ()) -> str:
        """Return the words of a noun phrase without its preposition, article and clauses, with the name that it bears.

        "den Superchip GB10" is "Superchip GB10", "beim Kampfjet FCAS" is "Kampfjet FCAS". What hangs on the words
        of ``without``, and they, are left out.
        """
        s = self.syntax
        tokens = sorted(self._phrase_tokens(head, without))
        while tokens and s.pos[tokens[0]] in ("ADP", "DET", "PUNCT", "CCONJ", "SPACE"):
            tokens.pop(0)
        while tokens and s.pos[tokens[-1]] in ("PUNCT", "SPACE"):
            tokens.pop()
        if not tokens:
            return s.words[head]
        return s.span_text(tokens[0], self._borne_name(tokens[-1]))

    def _borne_name(self, last: int) -> int:
        """Return the token behind a noun and the name of a product, project or law that follows at once.

        A name is never cut: "auf ihre Entity | List" is "Entity List", however the tree has its words.
        """
        s = self.syntax
        behind = max((m.last for m in self.document.at.get(last, ()) if m.kind == "name"), default=last + 1)
        if s.pos[last] != "NOUN" or behind >= len(s):
            return behind
        names = [m for m in self.document.at.get(behind, ()) if m.first == behind and m.kind == "name"]
        return max((m.last for m in names if m.type in _BORNE), default=behind)

    def _phrase_tokens(self, head: int, without: Sequence[int] = ()) -> Iterator[int]:
        s = self.syntax
        stack = [head]
        while stack:
            i = stack.pop()
            yield i
            stack += [c for c in s.children[i] if c not in without and s.deps[c] not in _NOT_OF_THE_PHRASE]


def currency_of(money: Quantity) -> Qualifiers:
    """Return the currency of a sum as a qualifier, none where the text gives none."""
    return {"currency": money.unit} if money.unit else {}


def amount_of(money: Quantity) -> Qualifiers:
    """Return a sum and its currency as qualifiers."""
    return {"amount": plain_number(money.value)} | currency_of(money)


def plain_number(value: float) -> Scalar:
    """Return whole numbers as integers.

    >>> plain_number(53e9)
    53000000000
    """
    return int(value) if float(value).is_integer() else round(value, 6)
