"""What an article has said so far: which entity is in focus, and what nouns were said of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from kg.language.mentions.candidate import Candidate
from kg.language.mentions.lexicon import Noun
from kg.language.mentions.places import PlaceWords
from kg.language.mentions.reading import Reading
from kg.language.spans import Referent

_ROLE_WEIGHT = {
    "nsubj": 3.0,
    "nsubj:pass": 2.6,
    "ROOT": 2.0,
    "obj": 1.6,
    "iobj": 1.5,
    "appos": 2.2,
    "obl:agent": 1.6,
}
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


@dataclass(slots=True)
class Said:
    """A mention with its place and weight in the discourse."""

    candidate: Candidate
    token: int
    sentence: int
    paragraph: int
    role: str
    weight: float


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
    #: is its share spoken of, or known to be traded?
    traded: bool = False
    #: does it judge shares in this article? ("Jefferies-Analyst")
    rates: bool = False


class Discourse:
    """The mentions of an article in order, with what is known of their entities."""

    def __init__(
        self, reading: Reading, places: PlaceWords, chosen: Sequence[Candidate], referents: Sequence[Referent]
    ) -> None:
        self.reading = reading
        self.referents = referents
        self.paragraphs = _paragraphs(reading)
        self.said: list[Said] = []
        self.profiles = [Profile(r.type, country=r.country) for r in referents]
        self._places = places
        self._by_referent: dict[int, list[Said]] = {}
        self._starts = {c.first: c for c in chosen if not c.outer}
        self._counts = [0] * len(referents)
        self._first_of_paragraph: dict[int, int] = {}
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
        if self.referents[candidate.referent].type not in ("Place", "Topic", "MediaOutlet"):
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
        seat = self._seat_behind(candidate)
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
        if _role(self.reading, token) != "nsubj":
            return False
        begin, end = syntax.sentence(token)
        return not self.reading.lexicon.rating.isdisjoint(syntax.lower[begin:end])

    def _seat_behind(self, candidate: Candidate) -> str | None:
        """Return the city in "SAP aus Walldorf"."""
        pieces = self.reading.pieces
        if candidate.last + 1 >= len(pieces) or pieces.words[candidate.last] != "aus":
            return None
        place = self._starts.get(candidate.last + 1)
        return place.record.name if place and place.type == "Place" and place.record else None

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
        said = Said(candidate, token, sentence, self.paragraphs[token], role, weight)
        self.said.append(said)
        self._by_referent.setdefault(candidate.referent, []).append(said)

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
        fits: Callable[[int], float],
        *,
        reach: int = 6,
        near: float = 1.0,
        beside: float = 1.0,
        fresh: bool = False,
    ) -> Said | None:
        """Return the last mention of the entity most in focus; ``fits`` weighs entities, 0 rules out.

        ``near`` raises the entities told in the same sentence, ``beside`` weighs those told in the same clause: "Apple
        verklagt den Konzern" speaks of two; ``fresh`` looks at recent mentions alone, not at what the article is about.
        """
        syntax = self.reading.syntax
        sentence, clause = syntax.sent_of[token], syntax.clause_head(token)
        last: dict[int, Said] = {}
        for said in self.said:
            if said.token < token and sentence - said.sentence <= reach:
                last[said.candidate.referent] = said

        def place(said: Said) -> float:
            if said.sentence != sentence:
                return 1.0
            return near * (beside if syntax.clause_head(said.token) == clause else 1.0)

        weigh = self.activation if fresh else self.salience
        scored = [(weigh(r, token) * fits(r) * place(said), said.token, said) for r, said in last.items()]
        top = max(scored, key=lambda item: item[:2], default=None)
        return top[2] if top and top[0] > 0 else None


def stem_of(word: str, noun: Noun) -> str:
    """Return the noun in the nominative singular: "chiphersteller" for "Chipherstellers"."""
    lower = word.lower()
    cut = lower.rfind(noun.lemma)
    return lower[: cut + len(noun.lemma)] if cut >= 0 else lower


def head_token(reading: Reading, candidate: Candidate) -> int:
    """Return the token of a candidate that the others of it hang on."""
    first = reading.pieces.tokens[candidate.first]
    last = reading.pieces.tokens[candidate.last - 1]
    heads = reading.syntax.heads
    return next((t for t in range(first, last + 1) if not first <= heads[t] <= last or heads[t] == t), first)


def _role(reading: Reading, token: int) -> str:
    """Return the relation of a noun phrase; in apposition or as a flat part it has that of its head."""
    syntax = reading.syntax
    for _ in range(4):
        role = syntax.deps[token]
        if role not in ("appos", "flat", "flat:name", "nmod:appos") or syntax.heads[token] == token:
            return role
        token = syntax.heads[token]
    return syntax.deps[token]


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
