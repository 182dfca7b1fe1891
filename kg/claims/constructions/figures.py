"""reports and forecasts: a metric noun, the numbers that belong to it, whose it is and for what period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg.claims.analyst_houses import AnalystHouses
from kg.claims.claim import Claim, Party, Scalar, Status
from kg.claims.clauses import copula_subjects, governing_verb, noun_roles, verb_roles
from kg.claims.constructions.figure_words import FigureWords, Metric
from kg.claims.constructions.outlook import Outlook
from kg.claims.constructions.stretches import stretch
from kg.claims.extractor import Tools
from kg.claims.focus import is_subject
from kg.claims.qualifiers import plain_number
from kg.language.spans import Mention, Quantity, Time
from kg.language.syntax import dictionary_lemma

_OWNERS = ("Company", "StockExchange", "JointVenture", "Organization")
_TOLD = ("name", "nominal", "pronoun")
_PERIODS = ("quarter", "half", "year", "span", "month")


@dataclass(slots=True)
class _Figure:
    """A metric in a sentence and the numbers that belong to it."""

    token: int
    metric: str
    sign: int
    expected: bool = False
    #: does it tell something without a number? ("schrieb rote Zahlen")
    bare: bool = False
    quantities: list[Quantity] = field(default_factory=list)


def figures(tools: Tools) -> Iterator[Claim]:
    """Yield the figures that companies report and that they or others expect."""
    reader = _Reader(tools, tools.lexicon.indexed(FigureWords, "figures"))
    for first, last in tools.document.syntax.sentences:
        for figure in reader.in_sentence(first, last):
            claim = reader.claim(figure, first, last)
            if claim is not None:
                yield claim


class _Reader:
    """Reads the figures of one document."""

    def __init__(self, tools: Tools, words: FigureWords) -> None:
        self.tools = tools
        self.document = tools.document
        self.syntax = tools.document.syntax
        self.words = words
        self.outlook = Outlook(tools.document, words)
        self.houses = tools.lexicon.indexed(AnalystHouses, "ratings")
        self.shares = tuple(tools.lexicon.words["prices"]["other"]["shares"])

    def in_sentence(self, first: int, last: int) -> list[_Figure]:
        """Return the metrics of a sentence, each with the numbers up to the next."""
        found = [f for i in range(first, last) if (f := self._figure_at(i))]
        if not found:
            return []
        for quantity in self.document.quantities:
            if first <= quantity.first < last and not self._is_price(quantity):
                figure = self._figure_of(quantity, found)
                if figure is not None:
                    figure.quantities.append(quantity)
        return [f for f in found if f.quantities or f.bare]

    def _figure_of(self, quantity: Quantity, found: list[_Figure]) -> _Figure | None:
        """Return the metric a number belongs to: right behind it ("62 Millionen Euro Umsatz"), else the last before.

        Where all come later, the first that no comma parts from it.
        """
        s = self.syntax
        i = quantity.last
        while i < len(s) and s.pos[i] == "ADJ":
            i += 1
        behind = next((f for f in found if f.token == i and s.pos[i] != "VERB"), None)
        before = (f for f in found if f.token <= quantity.first)
        later = found[0] if stretch(s, quantity.first) == stretch(s, found[0].token) else None
        return behind or max(before, key=lambda f: f.token, default=later)

    def _figure_at(self, i: int) -> _Figure | None:
        s = self.syntax
        if s.pos[i] in ("NOUN", "PROPN", "X"):
            for lemma in dict.fromkeys((s.lemmas[i].lower(), dictionary_lemma(s.words[i]).lower(), s.lower[i])):
                if known := self.words.metric_of(lemma):
                    return self._named(i, known)
            if bare := self._bare(i):
                return _Figure(i, bare, 0, bare=True)
        elif s.pos[i] == "VERB":
            metric = self.words.verbs.get(s.lemmas[i])
            if metric and self._has_object_number(i, metric):
                return _Figure(i, self._sharpened_earning(i, metric), 0)
        return None

    def _named(self, i: int, known: Metric) -> _Figure:
        metric = self._sharpened(i, known.name)
        bare = metric in ("profit", "loss") and self.outlook.is_object_of_outlook(i)
        return _Figure(i, metric, known.sign, known.expected, bare)

    def _bare(self, i: int) -> str | None:
        """Return the metric of a phrase that needs no number: "rote Zahlen", "Gewinnzone"."""
        s = self.syntax
        attributes = [s.lemmas[c].lower() for c in s.dep_children(i, "amod")]
        lemma = s.lemmas[i].lower()
        phrases = (lemma, *(f"{attribute} {lemma}" for attribute in attributes))
        return next((self.words.bare[phrase] for phrase in phrases if phrase in self.words.bare), None)

    def _has_object_number(self, verb: int, metric: str) -> bool:
        first, last = self.syntax.sentence(verb)
        near = [q for q in self.document.quantities if first <= q.first < last and abs(q.first - verb) < 12]
        if metric == "deliveries":
            return any(q.kind == "count" and self._counts_goods(q) for q in near)
        told = self.syntax.lower[first:last]
        return any(q.kind == "money" for q in near) and not any(w.startswith(self.words.raised) for w in told)

    def _counts_goods(self, quantity: Quantity) -> bool:
        """ "441.706 Fahrzeuge", not "1900 Läden": what is made and sold by number."""
        s = self.syntax
        behind = range(quantity.first, min(len(s), quantity.last + 2))
        return any(s.lemmas[i].lower().endswith(self.words.countable) for i in behind)

    def _sharpened_earning(self, verb: int, metric: str) -> str:
        """ "operativ 1,4 Milliarden Euro verdient" is an operating profit."""
        s = self.syntax
        if metric != "netProfit":
            return metric
        told = (self.words.adjectives.get(s.lemmas[c].lower()) for c in s.dep_children(verb, "advmod", "amod"))
        return next(filter(None, told), metric)

    def _sharpened(self, noun: int, metric: str) -> str:
        """ "operativer Gewinn" is an operating profit, "Gewinn nach Steuern" a net one, "Gewinn je Aktie" per share."""
        s = self.syntax
        behind = s.lower[noun + 1 : noun + 3]
        if metric in ("profit", "loss"):
            told = (self.words.adjectives.get(s.lemmas[c].lower()) for c in self._attributes(noun))
            if metric == "profit" and (sharper := next(filter(None, told), None)):
                return sharper
            if behind in (["je", "aktie"], ["pro", "aktie"]):
                return "eps"
            if metric == "profit" and behind == ["nach", "steuern"]:
                return "netProfit"
        return metric

    def _attributes(self, noun: int) -> Iterator[int]:
        """Yield the adjectives of a noun, those in a row with another too: "bereinigtes operatives Ergebnis"."""
        for adjective in self.syntax.dep_children(noun, "amod"):
            yield from self.syntax.conjuncts(adjective)

    def _is_price(self, quantity: Quantity) -> bool:
        """Whether a number belongs to a share: "ein Kursgewinn von 2,3 Prozent"."""
        s = self.syntax
        window = range(max(0, quantity.first - 4), quantity.first)
        return any(
            (s.lemmas[i].lower().startswith("kurs") or s.lemmas[i].lower() in self.shares)
            and s.lower[i - 1] not in ("je", "pro")
            for i in window
        )

    # -- the claim ---------------------------------------------------------------------------------------

    def claim(self, figure: _Figure, first: int, last: int) -> Claim | None:
        """Return the claim of a figure, or None where it has no owner or no usable number."""
        owner = self._owner(figure.token)
        facts = self._numbers(figure)
        if owner is None or not self._tells(figure, facts):
            return None
        facts |= self._period(figure, first, last)
        sources = self.tools.sources(figure.token, owner)
        is_forecast = figure.expected or self.outlook.is_forecast(figure.token, str(facts.get("period", "")))
        predicate = "forecasts" if is_forecast else "reports"
        claim = self.tools.claim(
            predicate,
            owner,
            figure.token,
            "forecast" if is_forecast else "figure",
            value=figure.metric,
            status=self._status(figure, owner, is_forecast, sources),
            qualifiers=facts,
            confidence=0.9,
        )
        if not is_forecast or claim.attributed_to:
            return claim
        return replace(claim, attributed_to=tuple(self._expecting(figure.token, owner)))

    def _expecting(self, token: int, owner: Mention) -> Iterator[Party]:
        """Yield who expects a figure of another: "UBS-Analyst Patrick Hummel erwartet für BMW einen Gewinn"."""
        verb = self.syntax.clause_head(token)
        if self.syntax.lemmas[verb] not in self.words.forecast_verbs:
            return
        heads = [h for h in verb_roles(self.syntax, verb).get("subj", []) if h != token]
        for filler in self.tools.phrases.fillers(heads, ("Person",)) or self.tools.phrases.fillers(heads, _OWNERS):
            if filler.mention.referent != owner.referent:
                yield self.tools.party(filler.mention)

    def _tells(self, figure: _Figure, facts: Mapping[str, Scalar]) -> bool:
        """Whether a figure is one: a share's loss has a percentage alone ("ein Verlust von 20 Prozent")."""
        return figure.bare or (bool(facts) and (figure.metric != "loss" or "value" in facts))

    def _status(self, figure: _Figure, owner: Mention, is_forecast: bool, sources: Sequence[Party]) -> Status:
        if not is_forecast:
            return "actual"
        read = self.tools.status.read(self.syntax, figure.token, "forecasts")
        if read == "negated":
            return read
        return "possible" if self._is_expected_by_others(figure, owner, sources) else "planned"

    def _is_expected_by_others(self, figure: _Figure, owner: Mention, sources: Sequence[Party]) -> bool:
        """Whether analysts expect the figure and not the company itself or those who lead it."""
        if self._speaks_outsider(figure.token) or self._is_of_house(figure.token, owner):
            return True
        houses = [m for m in self.document.mentions if m.type == "Company" and self.houses.names(self.document, m)]
        names = {self.document.referents[m.referent].name for m in houses}
        return any(p.name in names for p in sources) or any(p.type is None for p in sources)

    def _speaks_outsider(self, token: int) -> bool:
        """Whether analysts or the market expect something in a sentence."""
        s = self.syntax
        return any(s.lower[i].rpartition("-")[2].startswith(self.words.outsiders) for i in range(*s.sentence(token)))

    def _is_of_house(self, token: int, owner: Mention) -> bool:
        """Whether a house expects it of another: "UBS erwartet für BMW einen Gewinn von 8 Milliarden Euro"."""
        verb = governing_verb(self.syntax, token)
        subjects = verb_roles(self.syntax, verb).get("subj", []) if verb != -1 else []
        return not self.houses.names(self.document, owner) and any(self._is_house(h) for h in subjects if h != token)

    def _owner(self, token: int) -> Mention | None:
        for heads in self._owner_phrases(token):
            found = self.tools.phrases.fillers(heads, _OWNERS)
            if found:
                return found[0].mention
        for mention in self.document.at.get(token, ()):
            if mention.kind == "compound" and mention.type == "Company":
                return mention
        return self._before_in_sentence(token) or self._spoken_of(token)

    def _owner_phrases(self, token: int) -> Iterator[list[int]]:
        s = self.syntax
        if s.pos[token] == "VERB":
            yield verb_roles(s, token).get("subj", [])
            return
        own = noun_roles(s, token)
        yield from (own.get(role, []) for role in ("poss", "gen", "bei", "von"))
        verb = governing_verb(s, token)
        if verb == -1:
            verb = s.heads[token] if s.pos[s.heads[token]] == "VERB" else -1
        if verb != -1:
            roles = verb_roles(s, verb)
            subject = [h for h in roles.get("subj", []) if h != token and not self._is_house(h)]
            yield from (subject, *(roles.get(role, []) for role in ("iobj", "bei", "für")))
            yield [] if self._speaks_outsider(token) else roles.get("subj", [])
        yield copula_subjects(s, token)

    def _before_in_sentence(self, token: int) -> Mention | None:
        """Return the last company before a metric in its sentence, subjects first."""
        first, _ = self.syntax.sentence(token)
        inside = [m for m in self.document.mentions_in(first, token) if m.type == "Company" and m.kind in _TOLD]
        inside = [m for m in inside if not self._stands_aside(m, token)]
        subjects = [m for m in inside if is_subject(self.syntax, m)]
        return next(reversed(subjects or inside), None)

    def _spoken_of(self, token: int) -> Mention | None:
        """Return the company that the text before is about: no division of it, a house that judges it only if alone."""
        document = self.document
        likeliest = [document.local_focus(token), *document.ranker.ranked(self.syntax.sent_of[token])]
        fit = [m for m in likeliest if m is not None and not self._stands_aside(m, token)]
        judged = (m for m in fit if m.referent == document.focus or not self.houses.names(document, m))
        return next(judged, next(iter(fit), None))

    def _stands_aside(self, mention: Mention, token: int) -> bool:
        """Whether a company is but a division, or the house of the analyst who speaks."""
        referent = self.document.referents[mention.referent]
        if referent.key is None and referent.name.lower().endswith(self.words.divisions):
            return True
        is_house = self.houses.names(self.document, mention) or self._employs_outsider(mention)
        return is_house and self._speaks_outsider(token)

    def _employs_outsider(self, mention: Mention) -> bool:
        """Whether a company stands as the house of an analyst: "Analyst Tom Hallett von KBW"."""
        s = self.syntax
        behind = s.preposition(mention.first) == "von" and s.heads[mention.first] < mention.first
        return behind and s.lower[s.heads[mention.first]].startswith(self.words.outsiders)

    def _is_house(self, head: int) -> bool:
        """Whether a phrase stands for an analyst house or one of its analysts."""
        found = self.tools.phrases.fillers([head], _OWNERS)
        return any(self.houses.names(self.document, f.mention) for f in found)

    def _numbers(self, figure: _Figure) -> dict[str, Scalar]:
        facts: dict[str, Scalar] = {}
        value = self._value(figure)
        if value is not None:
            facts["value"] = plain_number(value.value)
            facts["unit"] = self._unit(value, figure)
        change = next((q for q in figure.quantities if q.kind == "percent" and q is not value), None)
        if change is not None and figure.metric != "margin" and (sign := self._sign(figure, change)):
            facts["changePercent"] = plain_number(sign * abs(change.value))
        return facts

    def _value(self, figure: _Figure) -> Quantity | None:
        """Return the level: behind "auf" if there is one, never the one of the year before ("nach", "von … auf")."""
        kinds = {"margin": ("percent",), "deliveries": ("count", "number"), "users": ("count", "number")}.get(
            figure.metric, ("money",)
        )
        levels = [q for q in figure.quantities if q.kind in kinds]
        for preposition in ("auf", "bei"):
            for quantity in levels:
                if self._preposition(quantity) == preposition:
                    return quantity
        plain = [q for q in levels if self._preposition(q) not in ("nach", "um", "gegenüber", "als")]
        return plain[0] if plain else None

    def _preposition(self, quantity: Quantity) -> str:
        s, i = self.syntax, quantity.first - 1
        if s.lower[i] == "als" and s.lower[i - 1] in ("mehr", "weniger") and s.pos[i - 2] not in ("NOUN", "NUM"):
            i -= 2  # "von mehr als zwei Milliarden"
        while i > 0 and s.pos[i] in ("ADV", "ADJ", "DET") and i > quantity.first - 4:
            i -= 1
        return s.lower[i] if i >= 0 else ""

    def _unit(self, quantity: Quantity, figure: _Figure) -> str:
        if quantity.kind in ("money", "percent"):
            return quantity.unit or ""
        return "users" if figure.metric == "users" else "units"

    def _sign(self, figure: _Figure, change: Quantity) -> int:
        if change.value < 0 or figure.sign:
            return figure.sign or -1
        s = self.syntax
        behind = range(change.last, min(len(s), change.last + 3))
        near = [*behind, *range(max(0, change.first - 4), change.first)]
        for i in near:
            if s.lower[i] in self.words.direction:
                return self.words.direction[s.lower[i]]
        return self._sign_of_clause(figure, change)

    def _sign_of_clause(self, figure: _Figure, change: Quantity) -> int:
        s = self.syntax
        first, last = s.sentence(figure.token)
        tokens = sorted(range(first, last), key=lambda i: abs(i - change.first))
        for i in tokens:
            lemma = s.lemmas[i].lower()
            if sign := self.words.direction.get(lemma) or self.words.compound_signs.get(lemma):
                return sign
        return 0

    def _period(self, figure: _Figure, first: int, last: int) -> dict[str, Scalar]:
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
