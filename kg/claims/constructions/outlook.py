"""What makes a figure a forecast: who expects it, what its period is, and the words above it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.claims.constructions.figure_words import FigureWords
from kg.claims.document import Document

#: what one does who changes nothing: "will den Umsatz stabil halten"
_KEEPING = frozenset({"halten", "bleiben"})
#: beside these words one who sees a figure expects it: "sieht den Gewinn am oberen Ende der Spanne"
_SPANS = frozenset(
    {"spanne", "bandbreite", "prognosespanne", "zielspanne", "prognosekorridors", "zielkorridors", "korridors"}
)
_OBJECTS = ("obj", "obl", "obl:arg")
_ARGUMENTS = (*_OBJECTS, "nsubj", "nsubj:pass")
#: a clause in these relations says nothing of what its governor plans
_APART = ("acl:relcl", "advcl", "parataxis")


class Outlook:
    """Tells the forecasts of one document from its reports."""

    def __init__(self, document: Document, words: FigureWords) -> None:
        self._document = document
        self._syntax = document.syntax
        self._words = words

    def is_forecast(self, token: int, period: str) -> bool:
        """Tell whether a metric at a token is expected, given the period of its figure ("" for none)."""
        if self._lies_ahead(period):
            return True
        if any(self._is_outlook(i) or self._expects(i) or self._adjusts(i, token) for i in self._above(token)):
            return True
        return self._is_of_outlook(token)

    def _is_of_outlook(self, token: int) -> bool:
        """ "die Prognose, die einen Umsatz von 4 Milliarden vorsieht": what a forecast sees lies ahead."""
        s = self._syntax
        clause = s.clause_head(token)
        is_relative = s.deps[clause].startswith("acl") and s.lemmas[clause].lower() in self._words.adjusting
        return is_relative and self._is_outlook(s.heads[clause])

    def is_object_of_outlook(self, token: int) -> bool:
        """Tell whether a metric itself is what a verb expects: "peilt einen Gewinn an", "rechnet mit einem Verlust"."""
        s = self._syntax
        verb = s.heads[token]
        is_verb = s.pos[verb] == "VERB" and s.lemmas[verb].lower() in self._words.forecast_verbs
        return is_verb and s.deps[token] in (*_OBJECTS, "nsubj:pass") and self._looks_ahead(verb)

    def is_surmised(self, token: int) -> bool:
        """Tell whether a figure is what others hold for done or likely: "soll auf 2 Milliarden gestiegen sein".

        So is what "soll" be behind a sentence in which analysts expect something.
        """
        s = self._syntax
        verb = s.clause_head(token)
        auxiliaries = [s.lemmas[c].lower() for c in s.dep_children(verb, "aux", "cop", "aux:pass")]
        if "sollen" not in auxiliaries:
            return False
        is_done = s.feats[verb].get("VerbForm") == "Part" and not {"haben", "sein"}.isdisjoint(auxiliaries)
        return is_done or self._follows_outsiders(token)

    def _follows_outsiders(self, token: int) -> bool:
        """Whether analysts expect something in the sentence before, and still do."""
        s = self._syntax
        number = s.sent_of[token] - 1
        if number < 0:
            return False
        first, last = s.sentences[number]
        expecting = [i for i in range(first, last) if s.lemmas[i].lower() in self._words.expected_by_others]
        outside = any(s.lower[i].startswith(self._words.outsiders) for i in range(first, last))
        return outside and any(s.pos[i] == "VERB" and not s.is_past(i) for i in expecting)

    def tells_trend(self, token: int, is_turn: bool) -> bool:
        """Tell whether only the way that a metric goes is expected: "rechnet mit sinkenden Erlösen", "soll wachsen".

        ``is_turn`` says that a verb expects the metric itself and its own compound tells which way it goes.
        """
        s, verb = self._syntax, self._syntax.heads[token]
        turns = any(s.lemmas[c].lower() in self._words.trends for c in s.dep_children(token, "amod"))
        if is_turn or ((turns or self._turns_beside(token)) and self.is_object_of_outlook(token)):
            return True
        if self._is_expected_to(token):
            return True
        moves = s.deps[token] in ("nsubj", "nsubj:pass", "obj") and s.lemmas[verb] in self._words.direction
        keeps = s.deps[token] in ("nsubj", "obj") and s.lemmas[verb] in _KEEPING and self._is_stable(verb)
        return (moves or keeps) and self._expects(verb)

    def _is_expected_to(self, token: int) -> bool:
        """ "Das Ergebnis wird nun niedriger erwartet": the adverb of who expects it tells which way it goes."""
        s, verb = self._syntax, self._syntax.heads[token]
        told = s.lemmas[verb].lower() in self._words.expecting and s.deps[token] in ("obj", "nsubj:pass")
        return told and any(s.lemmas[c].lower() in self._words.trends for c in s.dep_children(verb, "advmod", "xcomp"))

    def _turns_beside(self, token: int) -> bool:
        """ "Beim Umsatz erwartet Puma einen leichten Rückgang": what is expected of a metric is which way it goes."""
        s, verb = self._syntax, self._syntax.heads[token]
        if not s.deps[token].startswith("obl") or s.preposition(token) not in ("bei", "für"):
            return False
        told = s.dep_children(verb, "obj", "nsubj:pass", "obl")
        return any(s.lemmas[c].lower() in self._words.turns for c in told)

    def _is_stable(self, verb: int) -> bool:
        s = self._syntax
        return any(s.lemmas[c].lower() in self._words.trends for c in s.dep_children(verb, "advmod", "xcomp", "obl"))

    def _lies_ahead(self, period: str) -> bool:
        published = self._document.published
        return published is not None and period[:4].isdigit() and int(period[:4]) > published.year

    def _above(self, token: int) -> Iterator[int]:
        """Yield a token and what governs it, up to the clause that stands for itself."""
        s, i = self._syntax, token
        yield i
        while s.heads[i] != i and (not s.deps[i].startswith(_APART) or self._shares_auxiliary(i)):
            if s.deps[i] == "conj" and s.pos[i] == "VERB" and self._is_finite(i):
                return
            i = s.heads[i]
            yield i

    def _shares_auxiliary(self, i: int) -> bool:
        """ "Der Umsatz soll auf 20 Milliarden steigen, die Marge 7 Prozent erreichen": one "soll" is of both."""
        s = self._syntax
        is_infinitive = s.pos[i] == "VERB" and s.feats[i].get("VerbForm") == "Inf"
        return is_infinitive and not s.has_zu(i) and not self._is_finite(i)

    def _is_finite(self, verb: int) -> bool:
        return self._syntax.finite_form(verb) != -1

    def _is_outlook(self, i: int) -> bool:
        """ "Umsatzprognose", or what hangs on it: "die Prognose von 3 Milliarden Euro Umsatz"."""
        return self._syntax.pos[i] == "NOUN" and self._words.is_outlook(self._syntax.lemmas[i].lower())

    def _expects(self, verb: int) -> bool:
        """Whether a verb or its auxiliary looks ahead: "erwartet", "soll", "stellt in Aussicht", "wird … erreichen"."""
        s = self._syntax
        return any(
            s.lemmas[i].lower() in self._words.forecast_verbs and s.pos[i] in ("VERB", "AUX") and self._looks_ahead(i)
            for i in (verb, *s.dep_children(verb, "aux", "cop"))
        )

    def _looks_ahead(self, i: int) -> bool:
        """The passive's "werden", a plain "stellen" and what one could or was allowed to do expect nothing."""
        s, lemma = self._syntax, self._syntax.lemmas[i]
        if lemma == "werden":
            return s.deps[i] == "aux" and s.feats[s.heads[i]].get("VerbForm") == "Inf"
        if lemma == "stellen":
            return "aussicht" in s.lower[slice(*s.sentence(i))]
        if lemma == "sehen":
            return s.pos[i] == "VERB" and not s.is_past(i) and self._sees_ahead(i)
        return lemma not in ("können", "dürfen") or s.feats[i].get("Mood") == "Sub"

    def _sees_ahead(self, verb: int) -> bool:
        """ "sieht den Gewinn am oberen Ende der Spanne", "sieht den Umsatz bei 900 bis 950 Millionen Euro"."""
        s = self._syntax
        at_number = (c for c in s.dep_children(verb, "obl", "obl:arg") if s.preposition(c) == "bei")
        if any(s.pos[i] == "NUM" for c in at_number for i in s.subtree(c)) and not s.reflexive[verb]:
            return True
        return not _SPANS.isdisjoint(s.lower[slice(*s.sentence(verb))])

    def _adjusts(self, verb: int, token: int) -> bool:
        """ "kappte die Prognose auf 1,9 Milliarden Euro Ebitda": the figure is that of the forecast."""
        s = self._syntax
        return s.lemmas[verb] in self._words.adjusting and any(
            self._is_outlook(c) for c in s.dep_children(verb, *_ARGUMENTS) if c != token
        )
