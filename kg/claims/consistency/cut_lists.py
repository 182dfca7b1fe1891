"""Job cuts told without a verb of their own, beside one that has it.

"BASF streicht 2600 Stellen, Bayer 1500": the second firm shares the verb of the first. "6000 Stellen, davon 2850 in
Deutschland": the part is a cut of its own where a place is told, otherwise it tells nothing further.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claims.claim import Claim, Scalar
from kg.claims.learned.scheme import METHOD
from kg.claims.qualifiers import plain_number
from kg.language.spans import Mention, Quantity

if TYPE_CHECKING:
    from kg.claims.document import Document
    from kg.claims.extractor import Tools

_NUMBER, _YEAR = re.compile(r"[1-9]\d{1,4}|[1-9]\d{0,2}(?:\.\d{3})+"), re.compile(r"(?:199|20[0-4])\d")
_OF_WHICH = frozenset({"davon", "darunter", "hiervon"})
_HEDGES = frozenset(
    """rund etwa circa knapp gut fast nahezu über mehr als bis zu weitere weiteren weiterer mindestens höchstens allein
    sogar insgesamt je von auf um zusätzlich zusätzliche bei beim noch einmal sind es""".split()
)
#: what joins a firm with the verb of the one before
_JOINTS = frozenset({",", ";", "und", "sowie", "während", "–", "-"})
_AT = frozenset({"bei", "beim"})
_IN = frozenset({"in", "im", "am"})
_HIGHER = frozenset({"sogar", "womöglich"})
#: behind these a number may stand alone
_MORE = frozenset({*_HIGHER, *_OF_WHICH, "weitere", "zusätzliche", "und"})
#: how sure a cut is that shares the verb of another
_SHARED = 0.9
#: fewer are no job cuts that share a verb: "davon zwei Standorte"
_FEW = 10
#: more are sums of money or cars
_MANY = 400_000
#: what further jobs do: "weitere 900 wackeln"
_SHAKE = frozenset({"wackeln", "wackelten"})
#: tokens between "davon 2850" and its place, at most
_REACH = 5


def with_listed_cuts(claims: Iterable[Claim], tools: Tools) -> Iterator[Claim]:
    """Yield claims with the job cuts that share the verb of another one, parts of a cut only with their place."""
    known = list(claims)
    reader = _ListReader(tools)
    found: dict[tuple[str, Scalar | None, int], Claim] = {}
    for base in known:
        if base.predicate == "cutsJobs" and base.status != "negated":
            for claim in reader.sharing(base):
                found.setdefault((claim.subject.name, claim.value, claim.evidence.start), claim)
    parts = {(c.value, c.evidence.start) for c in found.values()} | reader.parts
    told = {(c.subject.name, c.value) for c in known if c.predicate == "cutsJobs" and c.method != METHOD}
    for claim in known:
        is_guessed = claim.predicate == "cutsJobs" and claim.method == METHOD
        if not (is_guessed and (claim.value, claim.evidence.start) in parts):
            yield claim
    yield from (c for c in found.values() if (c.subject.name, c.value) not in told)


class _ListReader:
    """Reads the numbers beside a job cut."""

    def __init__(self, tools: Tools) -> None:
        self.tools = tools
        self.document: Document = tools.document
        self.syntax = tools.document.syntax
        #: values, and starts of sentences, that count but a part of another cut
        self.parts: set[tuple[Scalar | None, int]] = set()

    def sharing(self, base: Claim) -> Iterator[Claim]:
        """Yield the cuts of a sentence, and of one behind it, that share the verb of a base."""
        s = self.syntax
        trigger = min(self.document.token_at(base.evidence.trigger_start), len(s) - 1)
        first, last = s.sentence(trigger)
        for quantity in self._numbers(first, last):
            if plain_number(quantity.value) != base.value:
                yield from self._beside(base, quantity, first, last)
        if last < len(s):
            yield from self._next(base, *s.sentence(last))

    def _numbers(self, first: int, last: int) -> Iterator[Quantity]:
        found = [q for q in self.document.quantities if first <= q.first < last]
        taken = {i for quantity in found for i in range(quantity.first, quantity.last)}
        for quantity in (*found, *self._bare(first, last, taken)):
            is_count = quantity.kind in ("count", "number") and _FEW <= quantity.value <= _MANY
            if is_count and self._is_jobs(quantity):
                yield quantity

    def _bare(self, first: int, last: int, taken: set[int]) -> Iterator[Quantity]:
        """Yield numbers without a noun, which are no amounts elsewhere: "Bayer 1500", "weitere 900 wackeln"."""
        s, in_es = self.syntax, "es" in self.syntax.lower[first:last]
        for i in range(first + 1, last - 1):
            text = s.words[i]
            is_alone = i not in taken and s.pos[i + 1] not in ("NOUN", "PROPN", "SYM")
            is_placed = in_es or bool(self.document.at.get(i - 1)) or s.lower[i - 1] in _MORE
            if is_alone and is_placed and _NUMBER.fullmatch(text) and not _YEAR.fullmatch(text):
                yield Quantity(s.starts[i], s.ends[i], i, i + 1, text, float(text.replace(".", "")), "number")

    def _is_jobs(self, quantity: Quantity) -> bool:
        """Whether a number counts jobs or nothing that is told: "Bayer 1500"."""
        return quantity.unit is None or self.tools.qualifiers.counts_jobs(quantity)

    def _beside(self, base: Claim, quantity: Quantity, first: int, last: int) -> Iterator[Claim]:
        before = self._before(quantity, first)
        if self._is_part(quantity, before):
            self.parts.add((plain_number(quantity.value), base.evidence.start))
            place = self._place_behind(quantity, last)
            is_smaller = isinstance(base.value, int | float) and quantity.value < base.value
            if place is not None and is_smaller:
                yield self._shared(base, quantity, place=place)
        elif quantity.first > self.document.token_at(base.evidence.trigger_start) or self._is_elliptic(base, quantity):
            firm, place = self._firm_before(before, first)
            if firm is not None and firm.name != base.subject.name and self._ends_clause(quantity, last):
                yield self._shared(base, quantity, firm=firm, place=place)
            elif self._is_worst_case(base, quantity) or self._is_shaking(quantity):
                yield replace(self._shared(base, quantity), status="possible")

    def _is_elliptic(self, base: Claim, quantity: Quantity) -> bool:
        """Whether a number stands behind that of the base: the verb may close the sentence."""
        same = (q for q in self.document.quantities if plain_number(q.value) == base.value and q.first < quantity.first)
        return any(base.evidence.start <= q.start < base.evidence.end for q in same)

    def _next(self, base: Claim, first: int, last: int) -> Iterator[Claim]:
        """Read "Bei Bayer sind es 1500." behind the sentence of a base."""
        s = self.syntax
        if not (s.lower[first] in _AT and "es" in s.lower[first:last]):
            return
        firm = next((m for m in self.document.at.get(first + 1, ()) if self._is_firm(m)), None)
        numbers = list(self._numbers(first, last))
        if firm is not None and len(numbers) == 1 and s.lower[firm.last] in ("sind", "waren"):
            claim = self._shared(base, numbers[0], firm=firm)
            yield replace(claim, evidence=self.tools.evidence(numbers[0].first))

    def _before(self, quantity: Quantity, first: int) -> int:
        """Return the token before a number and the words that hedge it; -1 where there is none."""
        i = quantity.first - 1
        while i >= first and self.syntax.lower[i] in _HEDGES:
            i -= 1
        return i if i >= first else -1

    def _is_part(self, quantity: Quantity, before: int) -> bool:
        """Whether "davon" stands before a number or right behind it."""
        lower, behind = self.syntax.lower, quantity.last
        if before >= 0 and lower[before] == "und" and quantity.unit is None:
            opening = lower[self.syntax.sentence(before)[0] : before]
            return not _OF_WHICH.isdisjoint(opening) and self._place_behind(quantity, behind + _REACH) is not None
        return (before >= 0 and lower[before] in _OF_WHICH) or (behind < len(lower) and lower[behind] in _OF_WHICH)

    def _place_behind(self, quantity: Quantity, last: int) -> str | None:
        """Return the place of "davon 2850 in Deutschland"."""
        s = self.syntax
        for mention in self.document.mentions_in(quantity.last, min(quantity.last + _REACH, last)):
            if mention.type == "Place" and mention.kind == "name" and s.lower[mention.first - 1] in _IN:
                return mention.name
        return "Deutschland" if "hierzulande" in s.lower[quantity.last : quantity.last + 2] else None

    def _firm_before(self, i: int, first: int) -> tuple[Mention | None, str | None]:
        """Return the firm that stands before a number, and the place between: ", Bayer in Leverkusen 1500"."""
        s, place = self.syntax, None
        town = next((m for m in self.document.at.get(i, ()) if m.type == "Place" and m.last == i + 1), None)
        if town is not None and s.lower[town.first - 1] in _IN:
            place, i = town.name, town.first - 2
        firm = next((m for m in self.document.at.get(i, ()) if self._is_firm(m) and m.last == i + 1), None)
        if firm is None or firm.first <= first:
            return None, None
        opening = firm.first - 1
        while opening > first and (s.lower[opening] in _AT or s.pos[opening] in ("DET", "NOUN")):
            opening -= 1
        return (firm, place) if s.lower[opening] in _JOINTS else (None, None)

    def _is_firm(self, mention: Mention) -> bool:
        return mention.type == "Company" and mention.kind == "name"

    def _ends_clause(self, quantity: Quantity, last: int) -> bool:
        """Whether no verb follows a number before the next joint: "Bayer 1500" and not "Bayer 1500 einstellte"."""
        s, i = self.syntax, quantity.last
        while i < last and s.lower[i] not in _JOINTS and s.lower[i] not in (".", ":"):
            if s.pos[i] in ("VERB", "AUX"):
                return False
            i += 1
        return True

    def _is_worst_case(self, base: Claim, quantity: Quantity) -> bool:
        """Whether a bare number raises that of the base: "12.000 Stellen, im schlimmsten Fall sogar 18.000"."""
        is_higher = isinstance(base.value, int | float) and quantity.value > base.value
        return is_higher and quantity.unit is None and self.syntax.lower[quantity.first - 1] in _HIGHER

    def _is_shaking(self, quantity: Quantity) -> bool:
        """Whether further jobs may go, too: "weitere 900 wackeln"."""
        s = self.syntax
        behind = s.lower[quantity.last] if quantity.last < len(s) else ""
        return s.lower[quantity.first - 1] in ("weitere", "zusätzliche") and behind in _SHAKE

    def _shared(
        self, base: Claim, quantity: Quantity, *, firm: Mention | None = None, place: str | None = None
    ) -> Claim:
        """Return a base with another number, and firm or place where they are told."""
        subject = base.subject if firm is None else self.tools.party(firm)
        qualifiers = {**base.qualifiers, **({"place": place} if place else {})}
        confidence = round(base.confidence * _SHARED, 3)
        value = plain_number(quantity.value)
        return replace(
            base, subject=subject, value=value, qualifiers=qualifiers, confidence=confidence, method="shared-cut"
        )
