"""Whose a figure is, and who expects it: the company itself, or a house that judges its share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.claims.analyst_houses import AnalystHouses
from kg.claims.claim import Party
from kg.claims.clauses import copula_subjects, governing_verb, noun_roles, verb_roles
from kg.claims.constructions.figure_words import FigureWords
from kg.claims.extractor import Tools
from kg.claims.focus import is_subject
from kg.language.gazetteer import shared_authority
from kg.language.spans import Mention

_OWNERS = ("Company", "StockExchange", "JointVenture", "Organization")
_TOLD = ("name", "nominal", "pronoun")
#: last parts of compounds that stand for the company before them
_WHOLES = frozenset({"gruppe", "konzern", "-gruppe", "-konzern", "group"})
#: beginnings of metrics that are those of all divisions together
_OF_GROUP = ("konzern", "gruppen")
#: what ends like a division and is none
_NO_UNITS = frozenset({"geschäft", "tagesgeschäft", "kerngeschäft", "weihnachtsgeschäft", "quartalsgeschäft"})


class FigureOwners:
    """Tells owners and forecasters of the figures of one document."""

    def __init__(self, tools: Tools, words: FigureWords) -> None:
        self.tools = tools
        self.document = tools.document
        self.syntax = tools.document.syntax
        self.words = words
        self.houses = tools.lexicon.indexed(AnalystHouses, "ratings")

    def owner(self, token: int) -> Mention | None:
        """Return the company that a metric at a token is of; None where the text names none."""
        if self.syntax.lemmas[token].lower().startswith(_OF_GROUP) and (group := self._group(token)):
            return group
        unit = self._unit(token)
        for heads in [[unit]] if unit != -1 else self._owner_phrases(token):
            found = self.tools.phrases.fillers(heads, _OWNERS)
            if found:
                return found[0].mention
        for mention in self.document.at.get(token, ()):
            if mention.kind == "compound" and mention.type == "Company":
                return mention
        if unit != -1:
            return None
        return self._before_in_sentence(token) or self._led_by_subject(token) or self._spoken_of(token)

    def _led_by_subject(self, token: int) -> Mention | None:
        """Return the company of this article that the subject is known to lead: "Orlopp will den Gewinn …"."""
        document, s = self.document, self.syntax
        verb = s.clause_head(token)
        beside = [i for h in s.dep_children(verb, "nsubj") for i in (h, *s.dep_children(h, "appos"))]
        people = [document.referents[m.referent] for i in beside for m in document.at.get(i, ()) if m.type == "Person"]
        records = (shared_authority().by_id(person.key) for person in people)
        leaders = (r for r in records if r and not (r.position or "").lower().startswith(self.words.outsiders))
        house = next((record.works_for for record in leaders if record.works_for), None)
        return document.first_named(house) if house else None

    def _group(self, token: int) -> Mention | None:
        """Return whose "Konzernumsatz" it is where no phrase says so: that of the company the text is about."""
        if any(self.tools.phrases.fillers(heads, _OWNERS) for heads in self._owner_phrases(token)):
            return None
        told = (m for m in self.document.mentions if m.referent == self.document.focus and m.first < token)
        return next(told, None)

    def _unit(self, token: int) -> int:
        """Return the division in which a figure is told: "In der Pharmasparte sank der Umsatz"; -1 for none."""
        s = self.syntax
        verb = token if s.pos[token] == "VERB" else s.heads[token]
        for i in s.dep_children(verb, "obl"):
            lemma = s.lemmas[i].lower()
            is_unit = lemma.endswith(self.words.divisions) and lemma not in _NO_UNITS
            if is_unit and s.preposition(i) == "in" and s.pos[i] == "NOUN":
                return i
        return -1

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
            others = self._speaks_outsider(token) or self._judges_another(roles.get("subj", []))
            yield [] if others else roles.get("subj", [])
        yield copula_subjects(s, token)

    def _before_in_sentence(self, token: int) -> Mention | None:
        """Return the last company before a metric in its sentence, subjects first."""
        first, _ = self.syntax.sentence(token)
        inside = [m for m in self.document.mentions_in(first, token) if m.type == "Company" and self._is_told(m)]
        inside = [m for m in inside if not self._stands_aside(m, token)]
        subjects = [m for m in inside if is_subject(self.syntax, m)]
        return next(reversed(subjects or inside), None)

    @staticmethod
    def _is_told(mention: Mention) -> bool:
        """Whether a company itself is spoken of, and not what is its own: "die Andritz-Gruppe", not "SAP-Aktie"."""
        return mention.kind in _TOLD or (mention.kind == "compound" and mention.head in _WHOLES)

    def _spoken_of(self, token: int) -> Mention | None:
        """Return the company that the text before is about: no division of it, a house that judges it only if alone."""
        document = self.document
        fit = [m for m in document.in_focus(token) if not self._stands_aside(m, token)]
        judged = (m for m in fit if m.referent == document.focus or not self.houses.names(document, m))
        return next(judged, next(iter(fit), None))

    def _stands_aside(self, mention: Mention, token: int) -> bool:
        """Whether a company is but a division, or the house of the analyst who speaks."""
        referent = self.document.referents[mention.referent]
        if referent.key is None and referent.name.lower().endswith(self.words.divisions):
            return True
        if self._employs_outsider(mention):
            return True
        is_house = self.houses.names(self.document, mention)
        return is_house and (self._speaks_outsider(token) or self._judges_another([mention.first, mention.last - 1]))

    def _judges_another(self, heads: Sequence[int]) -> bool:
        """Whether a house that is not what the text is about expects something: "die Bank veranschlagt"."""
        s, document = self.syntax, self.document
        verbs = {s.lemmas[s.heads[h]] for h in heads if s.deps[h] == "nsubj"}
        if self.words.forecast_verbs.isdisjoint(verbs):
            return False
        about = any(not self.houses.names(document, m) for m in document.in_focus(heads[0]))
        found = self.tools.phrases.fillers(heads, _OWNERS)
        return about and any(
            f.mention.referent != document.focus and self.houses.names(document, f.mention) for f in found
        )

    def _employs_outsider(self, mention: Mention) -> bool:
        """Whether a company stands as the house of an analyst: "Analyst Tom Hallett von KBW", "Fan Xu von UBS"."""
        s = self.syntax
        inner = next((i for i in range(mention.first, mention.last) if s.preposition(i) == "von"), mention.first)
        head, behind = s.heads[inner], s.preposition(inner) == "von" and s.heads[inner] < mention.first
        return behind and (s.lower[head].startswith(self.words.outsiders) or self._is_of_raters(head, mention))

    def _is_of_raters(self, head: int, house: Mention) -> bool:
        """Whether somebody expects something for an analyst house: "Fan Xu von UBS rechnet mit Verlust"."""
        s = self.syntax
        is_person = any(m.type == "Person" for m in self.document.at.get(head, ()))
        return (
            is_person
            and s.lemmas[s.heads[head]] in self.words.forecast_verbs
            and self.houses.names(self.document, house)
        )

    def _is_house(self, head: int) -> bool:
        """Whether a phrase stands for an analyst house or one of its analysts: "Fan Xu von UBS"."""
        s = self.syntax
        employers = [c for c in s.dep_children(head, "nmod", "obl") if s.preposition(c) == "von"]
        found = self.tools.phrases.fillers([head, *employers], _OWNERS)
        return any(self.houses.names(self.document, f.mention) for f in found)

    def expecting(self, token: int, owner: Mention) -> Iterator[Party]:
        """Yield who expects a figure of another: "UBS-Analyst Patrick Hummel erwartet für BMW einen Gewinn"."""
        verb = self.syntax.clause_head(token)
        if self.syntax.lemmas[verb] not in self.words.forecast_verbs:
            return
        roles = verb_roles(self.syntax, verb)
        heads = [h for h in roles.get("subj", []) if h != token]
        if self.syntax.lemmas[verb] == "sehen":
            heads += [h for h in roles.get("obj", []) if self._is_analyst(h)]
        for filler in self.tools.phrases.fillers(heads, ("Person",)) or self.tools.phrases.fillers(heads, _OWNERS):
            if filler.mention.referent != owner.referent:
                yield self.tools.party(filler.mention)

    def is_expected_by_others(self, token: int, owner: Mention, sources: Sequence[Party]) -> bool:
        """Whether analysts expect the figure and not the company itself or those who lead it."""
        if self._speaks_outsider(token) or self._is_of_house(token, owner) or self.is_seen_by_house(token):
            return True
        houses = [m for m in self.document.mentions if m.type == "Company" and self.houses.names(self.document, m)]
        names = {self.document.referents[m.referent].name for m in houses}
        return any(p.name in names for p in sources) or any(p.type is None for p in sources)

    def is_revision(self, token: int) -> bool:
        """Whether analysts change what they expect, which tells no figure: "kappte die Schätzung um 8 Prozent"."""
        s = self.syntax
        noun = s.lemmas[token].lower()
        changes = s.deps[token] in ("obj", "nsubj:pass") and s.lemmas[s.heads[token]] in self.words.adjusting
        return changes and (noun.endswith(("schätzung", "schätzungen")) or self._speaks_outsider(token))

    def is_seen_by_house(self, token: int) -> bool:
        """Whether a house sees a figure come: "Jefferies sieht für 2025 nur noch ein Ebit von 1,6 Milliarden Euro"."""
        s, verb = self.syntax, self.syntax.clause_head(token)
        roles = verb_roles(s, verb) if s.lemmas[verb] == "sehen" else {}
        seeing = any(self._is_house(h) for h in roles.get("subj", []))
        return seeing or any(self._is_analyst(h) for role in ("subj", "obj") for h in roles.get(role, []))

    def _is_analyst(self, head: int) -> bool:
        """Whether a person is told to be an analyst: "Analyst Maier lobt SAP. Den Gewinn sieht Maier bei …"."""
        persons = {m.referent for m in self.document.at.get(head, ()) if m.type == "Person"}
        told = (m for m in self.document.mentions if m.referent in persons and m.first > 0)
        return any(self.words.names_outsider([self.syntax.lower[m.first - 1]]) for m in told)

    def _speaks_outsider(self, token: int) -> bool:
        """Whether analysts or the market expect something in a sentence, or "sie" who did so in the one before."""
        s = self.syntax
        first, last = s.sentence(token)
        if self.words.names_outsider(s.lower[first:last]):
            return True
        goes_on = any(
            s.lower[i] == "sie" and s.deps[i] == "nsubj" and s.feats[i].get("Number") == "Plur"
            for i in range(first, last)
        )
        return goes_on and first > 0 and self.words.names_outsider(s.lower[slice(*s.sentence(first - 1))])

    def _is_of_house(self, token: int, owner: Mention) -> bool:
        """Whether a house expects it of another: "UBS erwartet für BMW einen Gewinn von 8 Milliarden Euro"."""
        verb = token if self.syntax.pos[token] == "VERB" else governing_verb(self.syntax, token)
        subjects = verb_roles(self.syntax, verb).get("subj", []) if verb != -1 else []
        return not self.houses.names(self.document, owner) and any(self._is_house(h) for h in subjects if h != token)
