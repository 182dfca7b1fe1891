"""What a stretch of a sentence says of a share: the judgement, the target, and what both were before."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from kg.claims.analyst_houses import AnalystHouses
from kg.claims.claim import Scalar
from kg.claims.clauses import verb_roles
from kg.claims.document import Document
from kg.claims.qualifiers import currency_of, plain_number
from kg.language.spans import Quantity

#: before a judgement that another one takes the place of
_AFTER = frozenset({"nach", "statt", "anstelle", "anstatt"})
_QUOTES = frozenset("\"„“”»«'‚‘’›‹")
#: no share is worth more than that, whatever the currency
DEAREST = 5e5


class RatingWords:
    """The word lists of ``ratings.toml``."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        longest_first = sorted(words["labels"], key=len, reverse=True)
        self.pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
        self.everyday = frozenset(words["everyday"])
        self.up, self.down = frozenset(words["up"]), frozenset(words["down"])
        self.steady = frozenset(words["steady"])
        self.judgement, self.target = tuple(words["judgement"]), tuple(words["target"])
        self.analyst = frozenset(words["analyst"])
        self.houses = AnalystHouses(words)
        self.advice: Mapping[str, str] = words["advice"]
        self.advice_to: Mapping[str, str] = words["advice_to"]
        self.seeing = frozenset(words["seeing"])
        self.advising = frozenset(words["advising"])
        self.grading = frozenset(words["grading"])
        self.pricing = frozenset(words["pricing"])
        self.earlier = frozenset(words["earlier"])
        self.shares = frozenset(words["shares"])
        self.terms = frozenset(words["terms"])
        self.mean = tuple(words["mean"])
        self.turning, self.retargeting = frozenset(words["turning"]), frozenset(words["retargeting"])
        self.bare_targets = tuple(words["bare_targets"])
        self.all_of_them = frozenset(words["all_of_them"])
        self.judging: Mapping[str, Sequence[str]] = words["judging"]
        self.dropping = frozenset(words["dropping"])


@dataclass(frozen=True, slots=True)
class Label:
    """A judgement and the token that it begins with."""

    first: int
    text: str


class RatingFacts:
    """Reads judgements and targets between two tokens of one document."""

    def __init__(self, document: Document, words: RatingWords) -> None:
        self.document = document
        self.syntax = document.syntax
        self.words = words
        #: the currency of the last target
        self.currency: dict[str, Scalar] = {}

    def labels(self, first: int, last: int) -> list[Label]:
        """Return the judgements that a stretch names, else the advice that it gives."""
        s = self.syntax
        start, end = s.starts[first], s.ends[last - 1]
        found: list[Label] = []
        for match in self.words.pattern.finditer(self.document.text, start, end):
            token = next(i for i in range(first, last) if s.ends[i] > match.start())
            if self._is_label(match.start(), match.end()) or self._is_graded(token):
                found.append(Label(token, match.group()))
        return found or self._advice(first, last)

    def _advice(self, first: int, last: int) -> list[Label]:
        """Read advice for a judgement: "rät zum Verkauf der Aktie" is "Verkauf", "empfiehlt sie zu halten" "Halten"."""
        s = self.syntax
        if not any(s.lemmas[i] in self.words.advising for i in range(first, last)):
            return []
        shares = any(self._is_share(i) for i in range(first, last))
        infinitives = (i for i in range(first + 1, last) if shares and s.lower[i - 1] == "zu")
        told = [Label(i, self.words.advice_to[s.lower[i]]) for i in infinitives if s.lower[i] in self.words.advice_to]
        return told or [
            Label(i, self.words.advice[s.lower[i]])
            for i in range(first + 1, last)
            if s.lower[i] in self.words.advice and "zum" in s.lower[max(first, i - 2) : i]
        ]

    def _is_label(self, start: int, end: int) -> bool:
        """Whether the words are a judgement: in quotes, or no everyday words and in capitals."""
        text = self.document.text
        before, behind = text[max(0, start - 1) : start], text[end : end + 1]
        if before and behind and ((before in _QUOTES and behind in _QUOTES) or before + behind == "()"):
            return True
        if not text[start].isupper():
            return False
        put = text[max(0, start - 4) : start] in ("auf ", "von ", "bei ", "mit ", "ein ")
        return text[start:end].lower() not in self.words.everyday or (
            put and text[start:end].lower() in self.words.terms
        )

    def _is_graded(self, i: int) -> bool:
        """Whether a plain word is a judgement beside a verb for it: "stuft Swiss Re nur noch neutral ein"."""
        first, last = self.syntax.sentence(i)
        verbs = (j for j in range(first, last) if self.syntax.lemmas[j].lower().endswith(("stufen", "bewerten")))
        return self.syntax.lower[i] == "neutral" and self.syntax.clause_head(i) in verbs

    def noun(self, first: int, last: int, words: Sequence[str]) -> int:
        """Return the first noun of a list, -1 for none: "Kursziel", "Jahresziel", "fairer Wert"."""
        s = self.syntax
        for i in range(first, last):
            if s.pos[i] in ("NOUN", "PROPN"):
                lemma = s.lemmas[i].lower()
                if lemma.endswith(tuple(words)) or f"{s.lemmas[i - 1].lower()} {lemma}" in words:
                    return i
        return -1

    def verb(self, first: int, last: int) -> int:
        """Return the verb that judges, the one that changes a judgement first; -1 for none."""
        for group in (self.words.up | self.words.down, self.words.steady):
            for i in range(first, last):
                if self.syntax.pos[i] in ("VERB", "AUX", "ADJ") and not group.isdisjoint(self.lemmas(i)):
                    return i
        return next((i for i in range(first, last) if self._turns(i) or self.is_judging(i)), -1)

    def lemmas(self, i: int) -> tuple[str, ...]:
        """Return the lemmas that a verb may have, by the model and by the word list: "hoben … an" is no "anhoben"."""
        s, lemma = self.syntax, self.syntax.lemmas[i].lower()
        return (lemma,) if s.particle(i) == -1 else (lemma, s.listed_lemma(i))

    def _turns(self, i: int) -> bool:
        """Whether a verb makes one judgement of another, or changes a target: "machte aus dem Hold ein Buy"."""
        s, (first, last) = self.syntax, self.syntax.sentence(i)
        lemma = s.lemmas[i].lower()
        return lemma in self.words.retargeting or (lemma in self.words.turning and "aus" in s.lower[first:last])

    def is_judging(self, i: int) -> bool:
        """Whether a verb judges beside a word: "sieht Munich Re als Favoriten", "hält die Aktie für unterbewertet"."""
        s, (first, last) = self.syntax, self.syntax.sentence(i)
        told = [w for w in self.words.judging.get(s.lemmas[i].lower(), ()) if w in s.lower[first:last]]
        if told and told[0].endswith("bewertet"):
            return any(self._is_share(j) for j in range(first, last))
        return bool(told)

    def sees_worth(self, i: int) -> bool:
        """Whether a verb tells what somebody sees a share at: "sieht die Aktie nun bei 150 Euro"."""
        s = self.syntax
        if s.lemmas[i] not in self.words.seeing:
            return False
        objects = verb_roles(s, i).get("obj", [])
        sums = (q for q in self.document.quantities if q.kind == "money" and i < q.first < s.sentence(i)[1])
        return any(self._is_share(h) for h in objects) and any(self.preposition(q.first) == "bei" for q in sums)

    def _is_share(self, i: int) -> bool:
        """Whether a word is one for the share: "Papiere", "SAP-Aktie"."""
        return self.syntax.lemmas[i].lower().rpartition("-")[2] in self.words.shares

    def is_average(self, target: int) -> bool:
        """Whether a target is the mean of many houses: "das durchschnittliche Kursziel", "liegt im Schnitt bei"."""
        s = self.syntax
        told = [*s.dep_children(target, "amod", "nmod"), *s.dep_children(s.clause_head(target), "obl", "advmod")]
        return s.lemmas[target].lower().startswith(self.words.mean) or any(
            s.lemmas[i].lower().startswith(self.words.mean) for i in told
        )

    def judged(self, labels: list[Label], verb: int = -1) -> dict[str, Scalar]:
        """Read "von X auf Y"; a single label is the judgement, the one before where it is dropped."""
        if not labels:
            return {}
        if verb != -1 and len(labels) == 1 and self._drops(verb, labels[0]):
            return {"previousRating": labels[0].text}
        new = next((x for x in labels if self.preposition(x.first) == "auf"), None)
        old = next((x for x in labels if self.preposition(x.first) == "von" and x is not new), None)
        old = old or self._bracketed(labels) or self._made_of(labels) or self._dropped(labels)
        if old is not None and new is None and len(labels) == 1:
            old, new = None, labels[0]
        new = new or next((x for x in labels if x is not old), labels[0])
        facts: dict[str, Scalar] = {"rating": new.text}
        return facts | ({"previousRating": old.text} if old else {})

    def _drops(self, verb: int, label: Label) -> bool:
        """Whether a verb takes a judgement back: "strich die Kaufempfehlung", not "kappt das Ziel und belässt Hold"."""
        is_dropping = not self.words.dropping.isdisjoint(self.lemmas(verb))
        return is_dropping and verb in self._verbs_of(label) and self._is_judgement(label)

    def _dropped(self, labels: list[Label]) -> Label | None:
        """Return what is taken back before a new judgement: 'nimmt die Kaufempfehlung zurück, sagt "Neutral"'."""
        old = labels[0]
        return old if len(labels) == 2 and any(self._drops(verb, old) for verb in self._verbs_of(old)) else None

    def _verbs_of(self, label: Label) -> tuple[int, int]:
        """Return the verb of a label, and that of the noun before it and its quotation mark, if the tree parts them."""
        s = self.syntax
        return s.clause_head(label.first), s.clause_head(max(0, label.first - 2))

    def _is_judgement(self, label: Label) -> bool:
        """Whether a label is what a verb says something of: "streicht die Kaufempfehlung", 'das Votum "Buy"'."""
        before = next((i for i in range(label.first - 1, 0, -1) if self.syntax.words[i] not in _QUOTES), 0)
        return label.text.lower().endswith(self.words.judgement) or self.syntax.lemmas[before].lower().endswith(
            self.words.judgement
        )

    def _bracketed(self, labels: list[Label]) -> Label | None:
        """Return the old judgement in brackets behind the new one: 'auf "Sell" (Hold)', '"Buy" (zuvor "Hold")'."""
        words = self.syntax.lower
        pairs = ((b, [w for w in words[a.first + 1 : b.first] if w not in _QUOTES]) for a, b in pairwise(labels))
        return next((b for b, between in pairs if self._opens_earlier(between)), None)

    def _made_of(self, labels: list[Label]) -> Label | None:
        """Return the old judgement behind "aus" of two: "machte aus seiner Kaufempfehlung ein Hold"."""
        behind = (x for x in labels if "aus" in self.syntax.lower[max(0, x.first - 4) : x.first])
        return next(behind, None) if len(labels) == 2 else None

    def _opens_earlier(self, between: list[str]) -> bool:
        """Whether words part an old judgement from the new one: '"Reduce" nach "Add"', 'auf "Sell" (zuvor "Hold")'."""
        if between and between[0] in _AFTER:
            return all(w in self.words.earlier for w in between[1:])
        return between[:1] == ["("] and all(w in self.words.earlier or w == ":" for w in between[1:])

    def preposition(self, i: int) -> str:
        """Return the word before a label or sum, past what qualifies it: "auf nun 48 Euro" has "auf"."""
        i -= 1
        while i > 0 and (self.syntax.words[i] in _QUOTES or self.syntax.pos[i] in ("ADV", "ADJ")):
            i -= 1
        return self.syntax.lower[i] if i >= 0 else ""

    def targets(self, first: int, last: int, target: int, verb: int) -> dict[str, Scalar]:
        """Return the price target of a stretch, with the one before and the currency."""
        found = (q for q in self.document.quantities if q.kind == "money" and first <= q.first < last)
        money = [q for q in found if q.value < DEAREST] or self._unitless(first, last, target)
        by_preposition = {self.preposition(q.first): q for q in money}
        money = [q for q in money if self.preposition(q.first) != "statt" or len(money) == 1] + [
            q for q in money if self.preposition(q.first) == "statt" and len(money) > 1
        ]
        new = next((by_preposition[p] for p in ("auf", "bei", "mit", "bis") if p in by_preposition), None)
        old = by_preposition.get("von")
        if new is None:
            new, old = (old or (money[0] if money and money[0].first > target else None)), None
        if new is None:
            return {}
        facts: dict[str, Scalar] = {"targetPrice": plain_number(new.value)}
        facts |= currency_of(new) or (self.currency if new.kind == "number" else {})
        old = old or self._earlier(new, money)
        previous = self._previous(old, by_preposition.get("um"), new, verb)
        return facts | ({"previousTargetPrice": plain_number(previous)} if previous is not None else {})

    def _unitless(self, first: int, last: int, target: int) -> list[Quantity]:
        """Return bare numbers that go on with targets told before: "erhöhte das Kursziel auf 46,20 von zuvor 41"."""
        if target == -1 or not self.currency:
            return []
        numbers = [q for q in self.document.quantities if q.kind == "number" and first <= q.first < last]
        return numbers if any(self.preposition(q.first) == "auf" for q in numbers) else []

    def _earlier(self, new: Quantity, money: list[Quantity]) -> Quantity | None:
        """Return the old target that stands behind the new one: "240 (225) Euro", "31 statt 48 Euro"."""
        s = self.syntax
        for quantity in money:
            between = s.lower[new.last : quantity.first]
            if quantity.first >= new.last and len(between) <= 3 and any(w in self.words.earlier for w in between):
                return quantity
        return None

    def _previous(self, old: Quantity | None, step: Quantity | None, new: Quantity, verb: int) -> float | None:
        if old is not None:
            return old.value
        if step is None or verb == -1:
            return None
        governing = self.syntax.lemmas[self.syntax.clause_head(step.first)].lower()
        lemma = governing if governing in self.words.up | self.words.down else self.syntax.lemmas[verb].lower()
        if lemma in self.words.up:
            return new.value - step.value
        return new.value + step.value if lemma in self.words.down else None
