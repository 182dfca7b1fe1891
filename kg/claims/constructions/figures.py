"""reports and forecasts: a metric, the numbers that belong to it, whose it is and for what period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.claims.claim import Claim, Party, Scalar, Status
from kg.claims.constructions.figure import Figure
from kg.claims.constructions.figure_facts import FigureFacts
from kg.claims.constructions.figure_finder import FigureFinder
from kg.claims.constructions.figure_owners import FigureOwners
from kg.claims.constructions.figure_words import FigureWords
from kg.claims.constructions.outlook import Outlook
from kg.claims.constructions.taken_up_figures import TakenUpFigures
from kg.claims.extractor import Tools
from kg.language.spans import Mention

#: of a company in money never below the next number, whatever the currency: what is less is the price of a share
_LARGE, _LEAST = frozenset({"revenue", "netProfit", "operatingProfit", "profit", "ebitda", "orders", "cashflow"}), 1e4


def figures(tools: Tools) -> Iterator[Claim]:
    """Yield the figures that companies report and that they or others expect."""
    reader = _Reader(tools, tools.lexicon.indexed(FigureWords, "figures"))
    before: list[Figure] = []
    for first, last in tools.document.syntax.sentences:
        named = reader.finder.in_sentence(first, last)
        told = reader.taken_up.last_sum([*before, *named])
        taken_up = reader.taken_up.in_sentence(first, last, told) if told else ()
        owned = [(f, reader.owners.owner(f.token)) for f in named]
        owned += [(f, reader.owners.owner(told.token)) for f in taken_up if told]
        yield from (c for f, owner in owned if (c := reader.claim(f, owner, first, last)))
        if named or tools.document.opens_paragraph(last):
            before = named  # what a paragraph told is not taken up behind it


class _Reader:
    """Makes claims of the figures of one document."""

    def __init__(self, tools: Tools, words: FigureWords) -> None:
        self.tools = tools
        self.outlook = Outlook(tools.document, words)
        self.words = words
        self.finder = FigureFinder(tools, words, self.outlook)
        self.owners = FigureOwners(tools, words)
        self.facts = FigureFacts(tools.document, words)
        self.taken_up = TakenUpFigures(tools.document, words)

    def claim(self, figure: Figure, owner: Mention | None, first: int, last: int) -> Claim | None:
        """Return the claim of a figure, or None where it has no owner or no usable number."""
        facts = self.facts.numbers(figure)
        if owner is None or not self._tells(figure, facts) or self._is_of_befallen(figure, first, last):
            return None
        if self._is_of_what_arises(figure, first, last):
            return None
        if "value" not in facts and self.owners.is_revision(figure.token):
            return None
        period = self.facts.period(figure, first, last)
        sources = self.tools.sources(figure.token, owner)
        is_forecast = figure.expected or self.outlook.is_forecast(figure.token, period)
        is_forecast = is_forecast or self.owners.is_seen_by_house(figure.token)
        status = self._status(figure, owner, is_forecast, sources)
        period = period or (self.facts.year_of_aim(first, last) if is_forecast else "")
        period = period or self.facts.told_before(first, ahead=status == "planned")
        facts |= {"period": period} if period else {}
        predicate = "forecasts" if is_forecast else "reports"
        claim = self.tools.claim(
            predicate,
            owner,
            figure.token,
            "forecast" if is_forecast else "figure",
            value=figure.metric,
            status=status,
            qualifiers=facts,
            confidence=0.9,
        )
        if not is_forecast or claim.attributed_to:
            return claim
        return replace(claim, attributed_to=tuple(self.owners.expecting(figure.token, owner)))

    def _tells(self, figure: Figure, facts: Mapping[str, Scalar]) -> bool:
        """Whether a figure is one: a share's loss has a percentage alone, and what is a few euros is its price."""
        value = facts.get("value", _LEAST)
        is_sum = figure.metric in _LARGE and facts.get("unit") != "units"
        if is_sum and isinstance(value, int | float) and abs(value) < _LEAST:
            return False
        return figure.bare or (bool(facts) and (figure.metric != "loss" or bool(figure.change) or "value" in facts))

    def _is_of_befallen(self, figure: Figure, first: int, last: int) -> bool:
        """Whether people are counted whom something befell: "vom Streik sind 113.000 Passagiere betroffen"."""
        words = self.tools.document.syntax.lower[first:last]
        return figure.metric == "users" and any(word.startswith(self.words.befallen) for word in words)

    def _is_of_what_arises(self, figure: Figure, first: int, last: int) -> bool:
        """Whether a merger's sum is told: "es entsteht ein Konzern mit 120 Milliarden Dollar Umsatz"."""
        s = self.tools.document.syntax
        arises = any(s.lemmas[i] in ("entstehen", "hervorgehen") for i in range(first, last))
        return arises and figure.metric != "loss" and "mit" in s.lower[max(first, figure.token - 7) : figure.token]

    def _status(self, figure: Figure, owner: Mention, is_forecast: bool, sources: Sequence[Party]) -> Status:
        if figure.dropped:
            return "negated"
        if not is_forecast:
            return "actual"
        read = self.tools.status.read(self.tools.document.syntax, figure.token, "forecasts")
        if read == "negated":
            return read
        others = self.owners.is_expected_by_others(figure.token, owner, sources)
        return "possible" if others or self.outlook.is_surmised(figure.token) else "planned"
