"""What an article has said so far: which entity is in focus, and what nouns were said of it."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from kg.language.items import tops_item
from kg.language.mentions.antecedents import Features, Option, Ranker
from kg.language.mentions.candidate import Candidate
from kg.language.mentions.lexicon import Noun
from kg.language.mentions.places import PlaceWords
from kg.language.mentions.reading import Reading
from kg.language.seats import SEATS
from kg.language.spans import NAMING, Referent
from kg.language.syntax import Syntax

_ROLE_WEIGHT = {
    "nsubj": 3.0,
    "nsubj:pass": 2.6,
    "ROOT": 2.0,
    "obj": 1.6,
    "iobj": 1.5,
    "appos": 2.2,
    "obl:agent": 1.6,
}
#: ends of nouns for what analysts do to a share
_JUDGEMENTS = (
    "hochstufung",
    "abstufung",
    "kaufempfehlung",
    "verkaufsempfehlung",
    "kurszielsenkung",
    "kurszielerhöhung",
)
_GENDERS = {"Masc": "m", "Fem": "f", "Neut": "n"}
_OTHER_ROLE = 1.0
#: an entity told in a compound ("VW-Chef") is less in focus than the compound's own
_COMPOUND = 0.8
_DECAY = (1.0, 0.85, 0.6, 0.4, 0.3)
_FAR = 0.2
_PARAGRAPH = 0.8
_OPENING = 0.6
_HEADLINE = 0.5
_FREQUENCY = 0.12
_PARAGRAPH_HEAD = 1.0
_QUOTES = frozenset('"„“”«»')


@dataclass(slots=True)
class Said:
    """A mention with its place and weight in the discourse."""

    candidate: Candidate
    token: int
    sentence: int
    paragraph: int
    role: str
    weight: float
    #: of the words: m, f, n, p (plural), several letters where they may be either; empty where nothing tells it
    gender: str = ""


@dataclass(slots=True)
class Profile:
    """What the article tells of one entity."""

    type: str
    #: lower-case nouns said of it in apposition: "kochboxenversender"
    nouns: set[str] = field(default_factory=set)
    #: endings of those nouns as the lexicon has them: "versender"
    lemmas: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    #: folded names of the places it belongs to
    places: set[str] = field(default_factory=set)
    country: str | None = None
    #: industries of a known firm, kinds of a known product, as the authority file has them
    kinds: frozenset[str] = frozenset()
    #: is its share spoken of, or known to be traded?
    traded: bool = False
    #: does it judge shares in this article? ("Jefferies-Analyst")
    rates: bool = False


class Discourse:
    """The mentions of an article in order, with what is known of their entities."""

    def __init__(
        self,
        reading: Reading,
        places: PlaceWords,
        chosen: Sequence[Candidate],
        referents: Sequence[Referent],
        ranker: Ranker,
    ) -> None:
        self.reading = reading
        self._ranker = ranker
        self.referents = referents
        self.paragraphs = _paragraphs(reading)
        self.said: list[Said] = []
        self.profiles = [Profile(r.type, country=r.country, kinds=r.kinds) for r in referents]
        self._places = places
        self._by_referent: dict[int, list[Said]] = {}
        self._starts = {c.first: c for c in chosen if not c.outer}
        self._counts = [0] * len(referents)
        self._first_of_paragraph: dict[int, int] = {}
        #: paragraph → the entity at the head of the item that is told
        self._item: dict[int, int] = {}
        for candidate in chosen:
            self._describe(candidate)
            if candidate.kind in ("name", "compound"):
                self._count(candidate)
        self._main = max(range(len(referents)), key=self._prominence, default=-1)

    def _prominence(self, referent: int) -> float:
        return float(self._counts[referent]) if self.referents[referent].type == "Company" else 0.0

    def _count(self, candidate: Candidate) -> None:
        self._counts[candidate.referent] += 1
        paragraph = self.paragraphs[self.reading.pieces.tokens[candidate.first]]
        aside = self.referents[candidate.referent].type in ("Place", "Topic", "MediaOutlet")
        if not aside and not introduces_another(candidate.head):
            self._first_of_paragraph.setdefault(paragraph, candidate.referent)

    def _describe(self, candidate: Candidate) -> None:
        """Take up what stands around a name: nouns in apposition, its seat, its record's facts."""
        profile = self.profiles[candidate.referent]
        record = candidate.record
        profile.traded |= bool(record and record.ticker) or candidate.head in self.reading.lexicon.shares
        if candidate.record and candidate.record.city:
            profile.places |= self._places.with_regions(candidate.record.city)
        lexicon = self.reading.lexicon
        profile.rates |= candidate.head in lexicon.rater_heads or bool(
            lexicon.rater_words & set(candidate.name.split())
        )
        if candidate.kind not in ("name", "compound"):
            return
        gender = self._gender_told(candidate)
        if gender:
            profile.genders.add(gender)
        profile.rates |= profile.type == "Company" and self._judges(candidate)
        seat = self._seat_behind(candidate) or (self._seat_told(candidate) if profile.type == "Company" else None)
        if seat:
            profile.places |= self._places.with_regions(seat)
        word = self._noun_beside(candidate)
        noun = self.reading.lexicon.noun(word) if word else None
        if word and noun:
            profile.rates |= noun.lemma in lexicon.rater_nouns
            profile.nouns.add(stem_of(word, noun))
            profile.lemmas.add(noun.lemma)
            profile.genders.add(noun.gender)

    def _gender_told(self, candidate: Candidate) -> str:
        """Return the gender of the article before a name: "die UBS" is feminine."""
        token = self.reading.pieces.tokens[candidate.first] - 1
        if candidate.head or token < 0 or self.reading.syntax.pos[token] != "DET":
            return ""
        feats = self.reading.syntax.feats[token]
        return _GENDERS.get(feats.get("Gender", ""), "") if feats.get("Number") == "Sing" else ""

    def _judges(self, candidate: Candidate) -> bool:
        """Tell whether a name is the subject of a sentence about ratings."""
        syntax = self.reading.syntax
        token = head_token(self.reading, candidate)
        if self._judged_through(candidate):
            return True
        if _role(self.reading, token) != "nsubj":
            return False
        begin, end = syntax.sentence(token)
        return not self.reading.lexicon.rating.isdisjoint(syntax.lower[begin:end])

    def _judged_through(self, candidate: Candidate) -> bool:
        """Tell whether a judgement is one's: "eine Hochstufung durch die UBS"."""
        lower, i = self.reading.syntax.lower, self.reading.pieces.tokens[candidate.first] - 1
        i -= i > 0 and lower[i] in ("die", "den", "das")
        return i > 0 and lower[i] in ("durch", "von") and lower[i - 1].endswith(_JUDGEMENTS)

    def _seat_behind(self, candidate: Candidate) -> str | None:
        """Return the city in "SAP aus Walldorf"."""
        pieces = self.reading.pieces
        if candidate.last + 1 >= len(pieces) or pieces.words[candidate.last] != "aus":
            return None
        place = self._starts.get(candidate.last + 1)
        return place.record.name if place and place.type == "Place" and place.record else None

    def _seat_told(self, candidate: Candidate) -> str | None:
        """Return the city in "Stark, 2024 gegründet und mit Sitz in Berlin", no other firm named between."""
        pieces, syntax = self.reading.pieces, self.reading.syntax
        end = syntax.sentence_end(pieces.tokens[candidate.first])
        for i in range(candidate.last, len(pieces) - 2):
            other = self._starts.get(i)
            if pieces.tokens[i] >= end or (other is not None and company_like(other.type)):
                return None
            if pieces.words[i].lower() in SEATS and pieces.words[i + 1] == "in":
                place = self._starts.get(i + 2)
                return place.record.name if place and place.type == "Place" and place.record else None
        return None

    def _noun_beside(self, candidate: Candidate) -> str:
        if candidate.head:
            return ""
        pieces, first = self.reading.pieces, candidate.first
        if pieces.before(first) and self.reading.lexicon.noun(pieces.words[first - 1]):
            start = first - 1
            while pieces.hyphen[start]:
                start -= 1
            return pieces.span(start, first)
        return ""

    def say(self, candidate: Candidate) -> None:
        """Add a mention to what has been said."""
        reading = self.reading
        token = head_token(reading, candidate)
        weight = _ROLE_WEIGHT.get(role := _role(reading, token), _OTHER_ROLE)
        if candidate.head:
            weight = _COMPOUND if candidate.head not in reading.lexicon.shares else weight
        sentence = reading.syntax.sent_of[token]
        said = Said(candidate, token, sentence, self.paragraphs[token], role, weight, self._gender(candidate, token))
        self.said.append(said)
        if candidate.kind in NAMING and self._heads_item(candidate):
            self._item[said.paragraph] = candidate.referent
        self._by_referent.setdefault(candidate.referent, []).append(said)

    def _heads_item(self, candidate: Candidate) -> bool:
        first, last = (self.reading.pieces.tokens[i] for i in (candidate.first, candidate.last - 1))
        return tops_item(self.reading.syntax, first, last + 1)

    def salience(self, referent: int, token: int) -> float:
        """Return how much an entity is in focus at a token; 0 where it was not yet told."""
        best = self.activation(referent, token)
        if not best:
            return 0.0
        best += _FREQUENCY * min(self._counts[referent], 8)
        best += _HEADLINE if self._first_of_paragraph.get(0) == referent else 0.0
        best += _OPENING if referent == self._main else 0.0
        head = self._first_of_paragraph.get(self.paragraphs[token]) == referent
        return best + (_PARAGRAPH_HEAD if head else 0.0)

    def frequency(self, referent: int) -> int:
        """Return how often the article names an entity."""
        return self._counts[referent]

    def activation(self, referent: int, token: int) -> float:
        """Return how fresh an entity is at a token, by the role and distance of its mentions alone."""
        sentence, paragraph = self.reading.syntax.sent_of[token], self.paragraphs[token]
        best = 0.0
        for said in self._by_referent.get(referent, ()):
            if said.token < token:
                distance = _decay(sentence - said.sentence) * _PARAGRAPH ** min(paragraph - said.paragraph, 2)
                best = max(best, said.weight * distance)
        return best

    def best(
        self,
        token: int,
        kind: str,
        fits: Callable[[int], float],
        *,
        reach: int = 6,
        gender: str = "",
        sure: float = 0.0,
    ) -> Said | None:
        """Return the last mention of the entity that a reference of a kind most likely means.

        ``fits`` weighs entities, 0 rules out; ``gender`` are the genders that the reference can take up; ``sure`` is
        how likely, from 0 to 1, the choice has to be.
        """
        sentence = self.reading.syntax.sent_of[token]
        last: dict[int, Said] = {}
        for said in reversed(self.said):
            if sentence - said.sentence > reach:
                break
            if said.token < token:
                last.setdefault(said.candidate.referent, said)
        options = []
        for order, said in enumerate(last.values()):
            fit = fits(said.candidate.referent)
            if fit > 0:
                features = self._features(said, token, gender) | _order(said, order, fit)
                options.append(Option(said, features))
        return self._ranker.choose(kind, token, options, sure)

    def _features(self, said: Said, token: int, gender: str) -> Features:
        """Return how an entity stands at a token, by its last mention."""
        return self._place(said, token) | self._weight(said, token) | self._agreement(said, gender)

    def _place(self, said: Said, token: int) -> Features:
        """Return where the last mention stands, seen from the token."""
        syntax = self.reading.syntax
        clause, own, role = syntax.clause_head(said.token), syntax.clause_head(token), _role(self.reading, token)
        here = said.sentence == syntax.sent_of[token]
        subject = said.role.startswith("nsubj")
        features = {
            f"{min(syntax.sent_of[token] - said.sentence, 4)} sentences back": 1.0,
            f"as {said.role if said.role in _ROLE_WEIGHT else 'other'}": 1.0,
            f"by {said.candidate.kind}": 1.0,
            "in a compound": float(bool(said.candidate.head)),
            "same paragraph": float(said.paragraph == self.paragraphs[token]),
            "same role": float(role == said.role),
            "subject for subject": float(subject and role.startswith("nsubj")),
            "subject": float(subject),
        }
        if here:
            above = clause != own and clause in syntax.ancestors(own)
            says = subject and syntax.lemmas[syntax.heads[said.token]].lower() in self.reading.lexicon.saying
            features |= {"same clause": float(clause == own), "clause above": float(above)}
            features["relative"] = float(_relative_to(syntax, own, said.token))
            features["own subject"] = float(subject and clause == own)
            features |= {"subject here": float(subject), "says so": float(says and clause != own)}
        elif syntax.sent_of[token] - said.sentence == 1:
            features["subject before"] = float(subject)
        return features

    def _weight(self, said: Said, token: int) -> Features:
        """Return how much an entity is in focus, and of what class it is."""
        referent = said.candidate.referent
        profile, paragraph = self.profiles[referent], self.paragraphs[token]
        speech = "in speech" if self._speaks(token) else "told"
        return {
            f"{profile.type}, {speech}": 1.0,
            "salience": math.log(self.salience(referent, token) or 1.0),
            "activation": math.log(self.activation(referent, token) or 1.0),
            "mentions": math.log1p(len(self._by_referent[referent])),
            "names": math.log1p(self._counts[referent]),
            "headline": float(self._first_of_paragraph.get(0) == referent),
            "head of the paragraph": float(self._first_of_paragraph.get(paragraph) == referent),
            "head of the item": float(self._item.get(paragraph) == referent),
            "main": float(referent == self._main),
            "rates": float(profile.rates),
            f"is {profile.type}": 1.0,
        }

    def _speaks(self, token: int) -> bool:
        """Tell whether the sentence around a token quotes somebody."""
        first, last = self.reading.syntax.sentence(token)
        return not _QUOTES.isdisjoint(self.reading.syntax.words[first:last])

    def _agreement(self, said: Said, gender: str) -> Features:
        """Return how the gender of the last mention, and of the entity's nouns, suits the reference."""
        if not gender:
            return {}
        known = self.profiles[said.candidate.referent].genders
        return {
            "words agree": float(bool(set(said.gender) & set(gender))),
            "words disagree": float(bool(said.gender) and not set(said.gender) & set(gender)),
            "nouns agree": float(bool(known & set(gender))),
            "nouns disagree": float(bool(known) and not known & set(gender)),
        }

    def _gender(self, candidate: Candidate, token: int) -> str:
        """Return the gender that the words of a mention have."""
        reading = self.reading
        word = reading.pieces.words[candidate.last - 1]
        if candidate.kind == "pronoun":
            return reading.lexicon.pronoun_genders.get(word.lower(), "")
        if candidate.kind in ("name", "compound"):
            return self._gender_told(candidate)
        feats = reading.syntax.feats[token]
        if feats.get("Number") == "Plur" or self._are_people(candidate):
            return "p"
        noun = reading.lexicon.noun(word)
        return noun.gender if noun else _GENDERS.get(feats.get("Gender", ""), "")

    def _are_people(self, candidate: Candidate) -> bool:
        """Tell whether the people of a place stand for a company: "die Berliner"."""
        key = self.reading.pieces.keys[candidate.last - 1]
        return company_like(candidate.type) and (key in self._places.demonyms or key in self._places.city_adjectives)


#: ends of compounds with a name that tell whose unit, owner or rival the company behind them is
_RELATIVES = (
    "tochter", "mutter", "schwester", "marke", "sparte", "ableger", "rivale", "rivalin", "konkurrent", "konkurrentin",
    "wettbewerber", "partner", "zulieferer", "eigner", "eigentümer", "eigentümerin", "großaktionär", "aktionär",
    "abspaltung", "beteiligung", "lieferant", "dienstleister", "kunde", "investor",
)  # fmt: skip


def introduces_another(head: str | None) -> bool:
    """Tell whether a compound with a company's name introduces another: "die Bosch-Tochter BSH" is about BSH.

    >>> introduces_another("tochter"), introduces_another("chef"), introduces_another(None)
    (True, False, False)
    """
    return head is not None and head.endswith(_RELATIVES)


def stem_of(word: str, noun: Noun) -> str:
    """Return the noun in the nominative singular: "chiphersteller" for "Chipherstellers"."""
    lower = word.lower()
    cut = lower.rfind(noun.lemma)
    return lower[: cut + len(noun.lemma)] if cut >= 0 else lower


def head_token(reading: Reading, candidate: Candidate) -> int:
    """Return the token of a candidate that the others of it hang on."""
    first = reading.pieces.tokens[candidate.first]
    last = reading.pieces.tokens[candidate.last - 1]
    return reading.syntax.top(first, last + 1)


def _role(reading: Reading, token: int) -> str:
    """Return the relation of a noun phrase; in apposition or as a flat part it has that of its head."""
    syntax = reading.syntax
    for _ in range(4):
        role = syntax.deps[token]
        if role not in ("appos", "flat", "flat:name", "nmod:appos") or syntax.heads[token] == token:
            return role
        token = syntax.heads[token]
    return syntax.deps[token]


def _order(said: Said, order: int, fit: float) -> Features:
    """Return how many entities were told since, and how well this one suits the words by itself."""
    kind = "person" if said.candidate.type == "Person" else "other"
    return {"fit": math.log(fit), f"order {min(order, 4)}": 1.0, f"{kind}, order {min(order, 2)}": 1.0}


def _relative_to(syntax: Syntax, clause: int, token: int) -> bool:
    """Tell whether a clause is a relative one to a noun, or to what stands in apposition to it."""
    head = syntax.heads[clause]
    return syntax.deps[clause].startswith("acl") and (token == head or syntax.heads[token] == head)


def _decay(distance: int) -> float:
    return _DECAY[distance] if 0 <= distance < len(_DECAY) else _FAR


def _paragraphs(reading: Reading) -> list[int]:
    """Return the number of the paragraph of each token."""
    numbers, number = [], 0
    for token, end in zip(reading.doc, [*reading.syntax.starts[1:], len(reading.pieces.text)], strict=False):
        numbers.append(number)
        between = reading.pieces.text[token.idx : end]
        if "\n" in between:
            number += 1
    return numbers


def company_like(type: str) -> bool:
    """Tell whether an entity can be "der Konzern" or "das Unternehmen"."""
    return type in ("Company", "JointVenture", "Organization")
