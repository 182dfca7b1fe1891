"""Which metrics a sentence names, by noun or verb, and which numbers belong to each."""

from __future__ import annotations

from collections.abc import Iterator

from kg.claims.constructions.earnings import Earnings
from kg.claims.constructions.figure import Figure
from kg.claims.constructions.figure_words import GOALS, FigureWords, Metric
from kg.claims.constructions.outlook import Outlook
from kg.claims.constructions.paired_figures import share_out
from kg.claims.constructions.per_share import PerShare
from kg.claims.constructions.stretches import stretch
from kg.claims.constructions.taken_up_figures import YEAR_BEFORE
from kg.claims.extractor import Tools
from kg.language.spans import Quantity
from kg.language.syntax import dictionary_lemma

#: what something else comes in place of
_INSTEAD = frozenset({"statt", "anstatt", "anstelle"})
#: prepositions of what a metric is told beside
_CIRCUMSTANCE = frozenset({"trotz", "wegen", "dank", "angesichts", "aufgrund", "infolge", "ungeachtet"})
#: what joins a share to the whole that it is of
_OF = frozenset({"des", "vom", "der", "am", "seines", "ihres", "seiner", "ihrer"})


class FigureFinder:
    """Finds the figures of one document."""

    def __init__(self, tools: Tools, words: FigureWords, outlook: Outlook) -> None:
        self.document = tools.document
        self.syntax = tools.document.syntax
        self.words = words
        self.outlook = outlook
        self.earnings = Earnings(tools.document, words)
        self.per_share = PerShare(tools.document, words)
        self.shares = tuple(tools.lexicon.words["prices"]["other"]["shares"])

    def in_sentence(self, first: int, last: int) -> list[Figure]:
        """Return the metrics of a sentence, each with the numbers up to the next."""
        found = [f for i in range(first, last) if (f := self._figure_at(i))]
        if not found:
            return []
        for quantity in self.document.quantities:
            if first <= quantity.first < last and not self._is_no_level(quantity):
                figure = self._figure_of(quantity, found)
                if figure is not None and not self._is_of_others(quantity, figure):
                    figure.quantities.append(quantity)
        share_out(self.syntax, found)
        parted = (part for f in found for part in self.per_share.parted(f))
        return [f for f in parted if f.quantities or f.bare or f.change]

    def _figure_of(self, quantity: Quantity, found: list[Figure]) -> Figure | None:
        """Return the metric a number belongs to: right behind it ("62 Millionen Euro Umsatz"), else the last before.

        Where all come later, the first that no comma parts from it.
        """
        s = self.syntax
        i = quantity.last
        while i < len(s) and s.pos[i] == "ADJ":
            i += 1
        governing = s.heads[quantity.last - 1]
        found = [f for f in found if not self._is_circumstance(f, quantity)]
        if not found:
            return None
        behind = next((f for f in found if f.token == i and s.pos[i] != "VERB"), None)
        if quantity.kind == "count" and behind is None:
            behind = next((f for f in found if f.token == governing and f.metric == "deliveries"), None)
        before = (f for f in found if f.token <= quantity.first and self._reaches(f, quantity))
        beside = stretch(s, quantity.first) == stretch(s, found[0].token)
        later = found[0] if beside and not self._is_of_target(found[0], quantity) else None
        return behind or max(before, key=lambda f: f.token, default=later)

    def _reaches(self, figure: Figure, quantity: Quantity) -> bool:
        """Whether a metric told before may have a number: no goal and no clause of another stands between."""
        s = self.syntax
        if self._is_of_target(figure, quantity):
            return False
        verb = s.clause_head(quantity.first)
        own = s.pos[figure.token] == "VERB" and s.feats[verb].get("VerbForm") == "Fin" and verb != figure.token
        return not (own and figure.token < verb and any(True for _ in s.dep_children(verb, "nsubj")))

    def _is_of_target(self, figure: Figure, quantity: Quantity) -> bool:
        """Whether a goal stands between a verb and a number: "verdient und die Prognose auf 17 Milliarden hob"."""
        between = self.syntax.lower[figure.token + 1 : quantity.first]
        return self.syntax.pos[figure.token] == "VERB" and any(word.endswith(GOALS) for word in between)

    def _is_circumstance(self, figure: Figure, quantity: Quantity) -> bool:
        """Tell whether a number belongs to another metric: "der Gewinn stieg trotz schwacher Umsätze um 5 %"."""
        s, i = self.syntax, figure.token - 1
        if figure.sign or figure.token > quantity.first or s.lower[figure.token + 1 : figure.token + 2] == ["von"]:
            return False
        while i > 0 and s.pos[i] in ("ADJ", "ADV", "DET"):
            i -= 1
        return i >= 0 and s.lower[i] in _CIRCUMSTANCE

    def _is_of_others(self, quantity: Quantity, figure: Figure) -> bool:
        """Whether a number is what analysts expect: "ein EPS von 1,10, während der Konsens bei 1,25 liegt"."""
        apart = stretch(self.syntax, quantity.first)
        begin, end = stretch(self.syntax, figure.token)
        if (begin, end) == apart:
            return False
        told = " ".join(self.syntax.lower[slice(*apart)])
        if figure.metric == "dividend" and any(word in told for word in YEAR_BEFORE):
            return True
        outside = self.words.names_outsider
        return outside(self.syntax.lower[slice(*apart)]) and not outside(self.syntax.lower[begin:end])

    def _figure_at(self, i: int) -> Figure | None:
        s = self.syntax
        if s.pos[i] in ("NOUN", "PROPN", "X"):
            for lemma in dict.fromkeys((s.lemmas[i].lower(), dictionary_lemma(s.words[i]).lower(), s.lower[i])):
                if known := self.words.metric_of(lemma):
                    if known.name == "dividend" and self._is_dropped(i):
                        return Figure(i, "dividend", 0, expected=not self._is_unpaid(i), bare=True, dropped=True)
                    is_none = self._is_measure(i) or self._is_replaced(i) or self._is_one_order(i, known)
                    return None if is_none else self._named(i, known)
            if self._grows_by_itself(i):
                return Figure(i, "revenue", 1)
            if self._is_gathered(i):
                return Figure(i, "orders", 0)
            if self._is_counted(i):
                return Figure(i, "users", 0)
            if bare := self._bare(i):
                return Figure(i, bare, 0, bare=True)
            if self.earnings.is_loss(i):
                return Figure(i, "loss", 0)
        elif s.pos[i] in ("ADJ", "ADV") and (elided := self._elided(i)):
            return Figure(i, elided, 0)
        elif s.pos[i] == "VERB":
            if self._grows_by_itself(i):
                return Figure(i, "revenue", 1)
            metric = self.words.verbs.get(s.lemmas[i]) or self.earnings.left(i) or self._handed(i)
            credited = self._credited(i)
            metric = metric or credited or self._paid(i)
            if metric and self._has_object_number(i, metric):
                return Figure(i, self._sharpened_earning(i, metric), 0, expected=credited is not None)
        return None

    def _elided(self, i: int) -> str | None:
        """ "Operativ verdiente die Gruppe 70 Millionen, netto 35 Millionen": what the second sum is of."""
        s = self.syntax
        metric = self.words.elided.get(s.lower[i])
        if metric is None or s.words[i - 1] not in (",", "und", "sowie"):
            return None
        told = any(q.kind in ("money", "number") and q.first in (i + 1, i + 2) for q in self.document.quantities)
        earned = any(self.words.verbs.get(s.lemmas[k]) for k in range(s.sentence(i)[0], i) if s.pos[k] == "VERB")
        return metric if told and earned else None

    def _grows_by_itself(self, i: int) -> bool:
        """ "Das organische Wachstum lag bei 3 Prozent", "wuchs organisch um 6 Prozent": what grows is the revenue."""
        s = self.syntax
        if s.lemmas[i].lower() not in self.words.growth:
            return False
        told = s.dep_children(i, "amod", "advmod", "obl", "mark")
        near = [*told, *range(max(s.sentence(i)[0], i - 2), min(s.sentence(i)[1], i + 3))]
        if not any(s.lower[k].startswith(self.words.organic) for k in near):
            return False
        begin, end = stretch(s, i)
        return not any(s.pos[k] == "NOUN" and self.words.metric_of(s.lemmas[k].lower()) for k in range(begin, end))

    def _is_dropped(self, noun: int) -> bool:
        """Whether no dividend is paid: "streicht die Dividende", "keine Dividende", "die Dividende fällt aus"."""
        s, verb = self.syntax, self.syntax.heads[noun]
        begin, end = stretch(s, noun)
        if any(begin <= q.first < end and q.kind == "money" for q in self.document.quantities):
            return False
        if any(s.lemmas[c].lower() == "kein" for c in s.dep_children(noun, "det")):
            return s.deps[noun] in ("obj", "nsubj", "nsubj:pass")
        drops = s.lemmas[verb].lower() in self.words.dropping and s.deps[noun] in ("obj", "nsubj", "nsubj:pass")
        kept = "nicht" in s.lower[begin:end]
        turns_out = s.lemmas[verb] == "ausfallen" and any(s.pos[c] == "ADJ" for c in s.children[verb])
        return drops and not kept and not turns_out

    def _is_unpaid(self, noun: int) -> bool:
        """Whether none was paid: "hatte für 2023 keine Dividende gezahlt"."""
        s, verb = self.syntax, self.syntax.heads[noun]
        return s.lemmas[verb].lower() not in self.words.dropping and s.is_past(verb)

    def _handed(self, verb: int) -> str | None:
        """ "übergab 53 Maschinen an Kunden", "brachte 71.000 Wagen unters Volk" tell deliveries."""
        s = self.syntax
        if s.lemmas[verb].lower() not in self.words.handing:
            return None
        clause = range(*s.sentence(verb))
        told = " ".join(s.lower[i] for i in clause)
        to = (i for i in clause if s.lemmas[i].lower().endswith("kunde") and s.preposition(i) in ("an", "zu"))
        is_said = any(saying in told for saying in self.words.handing_sayings)
        return "deliveries" if is_said or any(s.clause_head(i) == verb for i in to) else None

    def _credited(self, verb: int) -> str | None:
        """ "Analysten trauten Tesla 2,2 Millionen Fahrzeuge zu" expects deliveries."""
        return "deliveries" if self.syntax.lemmas[verb].lower() in self.words.crediting else None

    def _paid(self, verb: int) -> str | None:
        """ "4,75 Euro je Anteil sollen die Eigentümer erhalten" tells a dividend."""
        s = self.syntax
        if s.lemmas[verb].lower() not in self.words.paying:
            return None
        subjects = s.dep_children(verb, "nsubj")
        return "dividend" if any(s.lemmas[i].lower().endswith(self.words.paid_owners) for i in subjects) else None

    def _is_gathered(self, i: int) -> bool:
        """ "sammelte Aufträge im Wert von 3 Milliarden ein": no customer is named whose order it is."""
        s = self.syntax
        if not s.lemmas[i].lower().endswith(self.words.gathered) or s.lemmas[s.heads[i]] not in self.words.gathering:
            return False
        first, last = s.sentence(i)
        inside = self.document.mentions_in(first, last)
        parties = {m.referent for m in inside if m.type in ("Company", "GovernmentBody", "Organization", "Place")}
        return s.deps[i] in ("obj", "nsubj:pass") and len(parties) < 2

    def _is_measure(self, i: int) -> bool:
        """Tell whether a metric only measures something else: "drei Prozent vom Umsatz", "belastet das Ergebnis"."""
        s = self.syntax
        of = i - 1
        while of > 0 and s.pos[of] == "ADJ":
            of -= 1
        if of > 0 and s.lower[of] in _OF and s.words[of - 1] in self.words.parts:
            return True
        verb = s.heads[i]
        return s.deps[i] == "obj" and s.lemmas[verb] in self.words.burdens and not any(s.dep_children(verb, "aux:pass"))

    def _is_one_order(self, i: int, known: Metric) -> bool:
        """Whether one order is told and not what came in of a period: "eine Bestellung im Wert von 80 Millionen".

        So is the volume of an order of which the sentence before tells.
        """
        s = self.syntax
        if known.name != "orders":
            return False
        if s.lemmas[i].lower() == "auftragsvolumen":
            return self._follows_an_order(i)
        if not self._names_order(i):
            return False
        is_one_of = s.deps[i].startswith("nmod") and s.lower[s.heads[i]].startswith("eine")  # "einer der Aufträge"
        return is_one_of or any(s.lemmas[c].lower() == "ein" for c in s.dep_children(i, "det"))

    def _names_order(self, i: int) -> bool:
        return self.syntax.lemmas[i].lower().endswith((*self.words.gathered, "bestellung"))

    def _follows_an_order(self, i: int) -> bool:
        """Whether the sentence of a token or the one before tells of one order."""
        s = self.syntax
        first = s.sentences[max(0, s.sent_of[i] - 1)][0]
        return any(self._names_order(k) and s.feats[k].get("Number") == "Sing" for k in range(first, i))

    def _is_replaced(self, i: int) -> bool:
        """Whether something else comes instead of a metric: "statt eines Gewinnanstiegs erwartet Puma …"."""
        return self.syntax.preposition(i) in _INSTEAD

    def _named(self, i: int, known: Metric) -> Figure:
        metric = self._sharpened(i, known.name)
        is_aim = self.outlook.is_object_of_outlook(i)
        bare = (metric in ("profit", "loss") and is_aim) or self.outlook.tells_trend(i, is_aim and bool(known.sign))
        negative = metric == "eps" and known.name == "loss"
        times = self._multiple(i)
        is_about = bool(times) and self._is_about(self.syntax.heads[i])
        change = 0 if is_about else times
        return Figure(i, metric, known.sign, known.expected, bare or is_about, negative=negative, change=change)

    def _multiple(self, noun: int) -> float:
        """Return by how many per cent the verb of a metric alone says that it changed: "verdoppelte den Gewinn"."""
        s, verb = self.syntax, self.syntax.heads[noun]
        if s.deps[noun] not in ("nsubj", "obj", "nsubj:pass") or s.pos[verb] != "VERB":
            return 0
        return self.words.multiples.get(s.lemmas[verb].removeprefix("sich "), 0)

    def _is_about(self, verb: int) -> bool:
        """Whether a verb says so only roughly: "mehr als verdoppelt", "fast halbiert"."""
        around = self.syntax.lower[max(0, verb - 2) : verb] + self.syntax.lower[verb + 1 : verb + 3]
        return any(w in self.words.about for w in around)  # "verdoppelte sich fast auf 4,7 Milliarden"

    def _is_counted(self, i: int) -> bool:
        """ "Die Zahl der aktiven Kunden stieg auf 61 Millionen": how many there are is told of all."""
        s = self.syntax
        return s.lemmas[i].lower().endswith(self.words.counted) and "zahl der" in " ".join(s.lower[max(0, i - 4) : i])

    def _bare(self, i: int) -> str | None:
        """Return the metric of a phrase that needs no number: "rote Zahlen", "Gewinnzone"."""
        s = self.syntax
        attributes = [s.lemmas[c].lower() for c in s.dep_children(i, "amod")]
        lemma = s.lemmas[i].lower()
        phrases = (lemma, *(f"{attribute} {lemma}" for attribute in attributes))
        return next((self.words.bare[phrase] for phrase in phrases if phrase in self.words.bare), None)

    def _has_object_number(self, verb: int, metric: str) -> bool:
        first, last = self.syntax.sentence(verb)
        inside = (q for q in self.document.quantities if first <= q.first < last)
        near = [q for q in inside if abs(q.first - verb) < 12 or self.syntax.heads[q.last - 1] == verb]
        if metric == "deliveries":
            return any(q.kind == "count" and self._counts_goods(q) for q in near) or any(
                q.kind == "number" and self._counts_product(q) for q in near
            )
        if metric == "dividend":
            return any(q.kind == "money" and self.syntax.lower[q.last : q.last + 1] in (["je"], ["pro"]) for q in near)
        told = self.syntax.lower[first:last]
        return any(q.kind == "money" for q in near) and not any(w.startswith(self.words.raised) for w in told)

    def _counts_product(self, quantity: Quantity) -> bool:
        """ "50 Millionen iPhones": a product stands right behind a number that it does not hold itself."""
        behind = self.document.at.get(quantity.last, ())
        return any(m.type == "Product" and m.first == quantity.last for m in behind)

    def _counts_goods(self, quantity: Quantity) -> bool:
        """ "441.706 Fahrzeuge", not "1900 Läden": what is made and sold by number."""
        s = self.syntax
        if quantity.unit in self.words.spans:
            return False
        behind = range(quantity.first, min(len(s), quantity.last + 2))
        return any(s.lemmas[i].lower().endswith(self.words.countable) for i in behind)

    def _sharpened_earning(self, verb: int, metric: str) -> str:
        """ "operativ 1,4 Milliarden Euro verdient" is an operating profit."""
        s = self.syntax
        if metric != "netProfit":
            return metric
        begin, end = stretch(s, verb)
        beside = (i for i in range(begin, end) if s.pos[i] in ("ADV", "ADJ") and s.deps[i] != "amod")
        words = (*s.dep_children(verb, "advmod", "amod"), *beside)
        told = (self.words.adjectives.get(s.lemmas[c].lower()) for c in words)
        return self.earnings.before_deductions(verb) or next(filter(None, told), metric)

    def _sharpened(self, noun: int, metric: str) -> str:
        """ "operativer Gewinn" is an operating profit, "Gewinn nach Steuern" a net one, "Gewinn je Aktie" per share."""
        s = self.syntax
        if metric in ("profit", "loss", "netProfit") and self.per_share.names_share(noun + 1):
            return "eps"
        if metric in ("profit", "loss"):
            told = (self.words.adjectives.get(s.lemmas[c].lower().rpartition("-")[2]) for c in self._attributes(noun))
            if metric == "profit" and (sharper := next(filter(None, told), None)):
                return sharper
            if metric == "profit":
                return self.earnings.sharpened(noun)
        if metric == "netProfit":
            return self.earnings.beside(noun) or metric
        return metric

    def _attributes(self, noun: int) -> Iterator[int]:
        """Yield the adjectives of a noun, those in a row with another too: "bereinigtes operatives Ergebnis"."""
        for adjective in self.syntax.dep_children(noun, "amod"):
            yield from self.syntax.conjuncts(adjective)

    def _is_no_level(self, quantity: Quantity) -> bool:
        """Whether a number is none of a figure itself: a price, a margin of error, how much less there is."""
        is_replaced = self.syntax.lower[quantity.first - 1] in _INSTEAD  # "statt 20 Prozent Wachstum nur 15"
        return is_replaced or self._is_price(quantity) or self._is_span(quantity) or self._is_difference(quantity)

    def _is_difference(self, quantity: Quantity) -> bool:
        """Whether so many are more or fewer than before: "8 Millionen Smartphones weniger als im Vorjahr"."""
        behind = self.syntax.lower[quantity.last : quantity.last + 3]
        return quantity.kind == "count" and any(
            behind[k : k + 2] in (["weniger", "als"], ["mehr", "als"]) for k in (0, 1)
        )

    def _is_span(self, quantity: Quantity) -> bool:
        """Whether a percentage only tells how far a figure may be off: "54 Milliarden, plus/minus zwei Prozent"."""
        before = "".join(self.syntax.lower[max(0, quantity.first - 3) : quantity.first])
        return quantity.kind == "percent" and before.endswith(("plus/minus", "plusoderminus", "+/-", "±"))

    def _is_price(self, quantity: Quantity) -> bool:
        """Whether a number belongs to a share: "ein Kursgewinn von 2,3 Prozent"."""
        s = self.syntax
        window = range(max(0, quantity.first - 4), quantity.first)
        return any(
            (s.lemmas[i].lower().startswith("kurs") or s.lemmas[i].lower() in self.shares)
            and s.lower[i - 1 : i + 1] != ["im", "wert"]
            and s.lower[i - 1] not in ("je", "pro")
            for i in window
        )
