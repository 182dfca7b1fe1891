"""The words of company figures: which nouns and verbs name a metric, which way it went, what is expected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from kg.claims.lexicon import REMEMBERED

#: endings of nouns for what a company expects of itself
GOALS = ("prognose", "ausblick", "jahresziel", "gewinnziel", "zielspanne", "zielmarke")


class Metric(NamedTuple):
    """What a noun measures."""

    name: str
    #: the direction its compound tells: 1 for "Umsatzplus", -1 for "Gewinneinbruch", 0 for none
    sign: int = 0
    #: is it only aimed at or expected? ("Umsatzprognose")
    expected: bool = False


class FigureWords:
    """The word lists of ``figures.toml``."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self.metrics = {noun.lower(): metric for metric, nouns in words["metrics"].items() for noun in nouns}
        #: phrases for what is not yet deducted, the longest first, and what remains: "vor steuern" → "profit"
        self.deductions: list[tuple[str, str]] = sorted(
            ((phrase, metric) for metric, phrases in words["deductions"].items() for phrase in phrases),
            key=lambda told: -len(told[0]),
        )
        self.below_line = tuple(words["below_line"]["phrases"])
        self.leaving, self.shortfalls = tuple(words["below_line"]["verbs"]), frozenset(words["below_line"]["losses"])
        self.growth, self.organic = frozenset(words["growth"]["words"]), tuple(words["growth"]["organic"])
        self.dropping = frozenset(words["paid"]["dropping"])
        self.elided: Mapping[str, str] = words["elided"]
        self.adjectives: dict[str, str] = {
            a: metric for metric, adjectives in words["adjectives"].items() for a in adjectives
        }
        self.compound_signs = {w: s for key, s in (("up", 1), ("down", -1)) for w in words["compounds"][key]}
        self.no_figures = tuple(words["compounds"]["none"])
        self.direction = {w: s for key, s in (("up", 1), ("down", -1)) for w in words["direction"][key]}
        self.trends = frozenset(words["forecast"]["trends"])
        self.forecast_verbs = frozenset(words["forecast"]["verbs"])
        self.expecting, self.bare_sums = (frozenset(words["forecast"][key]) for key in ("expecting", "bare_sums"))
        self.expected_by_others = frozenset(words["forecast"]["expecting"]) | {"schätzen"}
        self.turns = frozenset(words["forecast"]["turns"])
        self.forecast_nouns = tuple(words["forecast"]["nouns"])
        self.parts = frozenset(words["parts"]["nouns"])
        self.burdens = frozenset(words["parts"]["burdens"])
        self.divisions = tuple(words["owners"]["divisions"])
        self.adjusting = frozenset(words["forecast"]["adjusting"])
        self.outsiders = tuple(words["forecast"]["outsiders"])
        self.counted = tuple(words["counted"]["nouns"])
        self.handing = frozenset(words["handed"]["verbs"])
        self.handing_sayings = tuple(words["handed"]["sayings"])
        self.multiples: Mapping[str, float] = words["multiples"]
        self.about = frozenset(words["about"]["words"])
        self.gathered, self.gathering = tuple(words["gathered"]["nouns"]), frozenset(words["gathered"]["verbs"])
        self.paid_owners = tuple(words["paid"]["owners"])
        self.paying, self.paid_before = (frozenset(words["paid"][key]) for key in ("verbs", "before"))
        self.crediting, self.levels = (frozenset(words["forecast"][key]) for key in ("crediting", "levels"))
        self.expecting_sayings = tuple(words["forecast"]["sayings"])
        self.share_nouns = tuple(words["per_share"]["nouns"])
        self.bare = {phrase: metric for metric, phrases in words["bare"].items() for phrase in phrases}
        self.raised = tuple(words["raised"]["words"])
        self.befallen = tuple(words["befallen"]["words"])
        self.countable = tuple(words["countable"]["nouns"])
        self.spans = frozenset(words["countable"]["spans"])
        self.verbs = {verb: metric for metric, verbs in words["verbs"].items() for verb in verbs}
        self.longest_first = sorted(self.metrics, key=len, reverse=True)
        self._nouns = tuple(self.longest_first)
        self.metric_of = lru_cache(maxsize=REMEMBERED)(self._metric_of)

    def is_outlook(self, lemma: str) -> bool:
        """Tell whether a noun names a forecast or an aim: "Prognose", "Jahresziel"."""
        return lemma.endswith(self.forecast_nouns)

    def names_outsider(self, words: Iterable[str]) -> bool:
        """Tell whether one of some words, in lower case, is for those who expect: "Analysten", "UBS-Experte"."""
        return any(word.rpartition("-")[2].startswith(self.outsiders) for word in words)

    def _metric_of(self, lemma: str) -> Metric | None:
        if lemma in self.metrics:
            return Metric(self.metrics[lemma])
        tail = next((noun for noun in self.forecast_nouns if lemma.endswith(noun)), None)
        if tail is not None:
            known = self._metric_of(lemma.removesuffix(tail).rstrip("-"))
            known = known or self._metric_of(lemma.removesuffix(tail).removesuffix("s"))
            known = known or self._metric_of(lemma.removesuffix(tail).removesuffix("n"))  # "Margenziel"
            return known and known._replace(expected=True)
        return None if lemma.endswith(self.no_figures) else self._compound(lemma)

    def _compound(self, lemma: str) -> Metric | None:
        """Return what a compound measures: its longest last part, before which a direction may stand ("Umsatzplus")."""
        parts = [(lemma, 0)]
        for tail, sign in self.compound_signs.items():
            if lemma.endswith(tail):
                stem = lemma.removesuffix(tail).rstrip("-")
                parts += [(stem, sign), (stem.removesuffix("s"), sign)]
        if not any(part.endswith(self._nouns) for part, _ in parts):
            return None
        for noun in self.longest_first:
            for part, sign in parts:
                if part.endswith(noun) and (sign or len(noun) > 3):
                    return Metric(self.metrics[noun], sign)
        return None
