"""Find every place in a document that speaks of an entity, and which entity that is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from spacy.tokens import Doc

from kg.language.gazetteer import Authority
from kg.language.mentions.acronyms import introduced_acronyms, spelled_acronyms
from kg.language.mentions.anaphora import resolve_references
from kg.language.mentions.antecedents import Ranker, shipped_ranker
from kg.language.mentions.appositions import appositions, closed_names, laws, owners, quoted_names
from kg.language.mentions.candidate import Candidate, Trust
from kg.language.mentions.codes import coded
from kg.language.mentions.consistency import repetitions
from kg.language.mentions.context import supported
from kg.language.mentions.court_towns import court_towns
from kg.language.mentions.dictionary import Dictionary
from kg.language.mentions.gazetteer_match import known_names
from kg.language.mentions.holders import holders
from kg.language.mentions.homonyms import decide
from kg.language.mentions.institutions import InstitutionFinder
from kg.language.mentions.lexicon import Lexicon, shipped_lexicon
from kg.language.mentions.metonymy import Exchanges, acting_government
from kg.language.mentions.model_names import model_names
from kg.language.mentions.offices import Offices
from kg.language.mentions.persons import person_names
from kg.language.mentions.places import (
    PlaceWords,
    lengthen_by_river,
    located_names,
    named_by_origin,
    named_by_town,
    papers,
    people_named_as_places,
    place_words,
)
from kg.language.mentions.products import lengthened, product_names
from kg.language.mentions.reading import Reading, known_compound, known_word
from kg.language.mentions.referents import group
from kg.language.mentions.selection import select, tidy
from kg.language.mentions.topics import topics
from kg.language.mentions.ventures import business_units, joint_ventures, name_units
from kg.language.spans import Mention, Referent

#: last parts of words that headlines shout: "Milliardendeal" is no name
_LOUD = tuple(
    """
    deal flut privileg knall schock hammer beben poker offensive coup rekord wende krimi turbo boom rally
    schub sturz crash jagd angriff schlag krise streit zoff ärger sorgen hoffnung plan pläne fantasie euphorie
    drama debakel desaster skandal alarm kampf druck risiko chance auftrag aufträge prognose ziel ziele gewinn
    verlust einbruch abbau umbau verkauf kauf zahlen erlös gebot angebot übernahme investition strafe buße klage
    schaden umsatz dividende fusion zukauf börsengang abschreibung rückkauf
    """.split()
)
#: endings of nouns that link to the next part of a compound: no name ends so before a hyphen
_LINKED = ("ungs", "heits", "keits", "schafts", "ions", "täts")
#: each yields candidates of one kind; a candidate of equal length and trust loses to an earlier one
_RECOGNISERS = (
    person_names,
    holders,
    appositions,
    closed_names,
    laws,
    product_names,
    model_names,
    quoted_names,
    owners,
    papers,
    located_names,
    topics,
)
#: "A9", "B10"
_ROAD = re.compile(r"[ABL]\d{1,3}")
#: words of a sentence that tells of a road
_TRAFFIC = frozenset(
    """gesperrt sperrte sperrten unfall stau autobahn vollsperrung fahrbahn fahrstreifen lastwagen lkw umgekippt
verunglückt ausfahrt anschlussstelle autobahnkreuz bundesstraße""".split()
)
Found = tuple[tuple[Mention, ...], tuple[Referent, ...]]


class MentionFinder:
    """Finds the mentions of documents; built once for an authority file."""

    def __init__(self, authority: Authority, lexicon: Lexicon | None = None, ranker: Ranker | None = None) -> None:
        self._lexicon = lexicon or shipped_lexicon()
        self._dictionary = Dictionary(authority)
        self._place_words = PlaceWords(r for r in authority if r.type == "Place")
        self._institutions = InstitutionFinder(authority)
        self._exchanges = Exchanges(authority)
        self._offices = Offices(authority)
        self._authority = authority
        self._ranker = ranker or shipped_ranker()

    def __call__(self, doc: Doc) -> Found:
        """Return the mentions in text order and the referents they point to."""
        return self.find(self.reading(doc))

    def reading(self, doc: Doc) -> Reading:
        """Return a document as the recognisers see it."""
        return Reading(doc, self._dictionary, self._lexicon)

    def find(self, reading: Reading) -> Found:
        """Return the mentions of a document that is being read."""
        chosen = self.names(reading)
        self._exchanges.resolve(reading, chosen)
        self._let_capitals_act(reading, chosen)
        chosen += list(self._offices(reading, chosen))
        referents = group(reading, chosen)
        chosen += resolve_references(reading, self._place_words, chosen, referents, self._ranker)
        chosen.sort(key=lambda c: (c.first, -c.last))
        return tuple(_mention(reading, c) for c in chosen), tuple(referents)

    def names(self, reading: Reading) -> list[Candidate]:
        """Return the names with the class that their words have: Frankfurt is a place, though its exchange be meant."""
        chosen = self._certain_names(reading)
        chosen += list(court_towns(reading, chosen))
        phrases = self._phrases(reading, chosen)
        units = {i for c in phrases if not c.outer for i in range(c.first, c.last)}
        kept = [c for c in chosen if c.type != "Topic" or c.first not in units]
        return tidy(reading, phrases + [c for c in kept if not any(_is_noun_of(c, body) for body in phrases)])

    def _let_capitals_act(self, reading: Reading, chosen: Iterable[Candidate]) -> None:
        """Point capitals that decide something to their government; they stay places."""
        for candidate in chosen:
            record = self._authority.by_id(acting_government(reading, candidate) or "")
            if record is not None:
                candidate.records = (record,)

    def _certain_names(self, reading: Reading) -> list[Candidate]:
        """Return the names, with those that only another place in the text makes certain."""
        codes = coded(reading)
        candidates = _outside(codes, self._candidates(reading))
        certain = {r.id for c in candidates if c.trust == Trust.KNOWN for r in c.records}
        chosen = select(candidates, lambda c: _told_elsewhere(c, certain) or supported(reading, c))
        chosen = [c for c in chosen if not _is_noise(reading, c)]
        towns = [c for c in chosen if c.type == "Place" and c.kind == "name" and lengthen_by_river(reading, c)]
        chosen = [c for c in chosen if not any(t.first < c.first < t.last for t in towns)]
        decide(reading, chosen)
        chosen += introduced_acronyms(reading, chosen)
        spelled_acronyms(reading, chosen)
        again = list(repetitions(reading, chosen))
        return _outside(codes, chosen + again)

    def _candidates(self, reading: Reading) -> list[Candidate]:
        known = (c for c in known_names(reading) if not _begins_with_its_maker(reading, c))
        candidates = [*people_named_as_places(reading, self._place_words), *known]
        for candidate in candidates:
            if candidate.type == "Product" and not candidate.head:
                _lengthen(reading, candidate)
        for recognise in _RECOGNISERS:
            candidates += recognise(reading)
        candidates += named_by_origin(reading, self._place_words)
        candidates += named_by_town(reading)
        candidates += place_words(reading, self._place_words)
        return candidates

    def _phrases(self, reading: Reading, chosen: Iterable[Candidate]) -> list[Candidate]:
        """Return the bodies, ventures and units that the text describes."""
        by_piece = {c.first: c for c in chosen}
        places = {c.first: c for c in chosen if c.type == "Place"} | {
            c.last - 1: c for c in chosen if c.type == "Place"
        }
        found = [*self._institutions(reading, places), *joint_ventures(reading, by_piece)]
        inside = {i for c in chosen if c.type != "Topic" for i in range(c.first, c.last)}
        units = [c for c in business_units(reading, by_piece) if c.outer or c.last - 1 not in inside]
        name_units(reading, (c for c in (*units, *chosen) if c.type == "Company"))
        found += units
        return [c for c in found if c.outer or c.first not in inside]


def _begins_with_its_maker(reading: Reading, candidate: Candidate) -> bool:
    """Tell whether a product's name begins with its maker in the genitive, a name of its own: "Googles Gemini"."""
    return candidate.type == "Product" and candidate.last - candidate.first > 1 and reading.genitive(candidate.first)


def _is_noun_of(candidate: Candidate, body: Candidate) -> bool:
    """Tell whether a name is the noun alone of a body that is described by its place: "Pekings Handelsministerium"."""
    inside = body.outer and body.first < candidate.first and candidate.last == body.last
    return inside and candidate.kind == "name" and candidate.type == body.type and not candidate.records


@lru_cache(maxsize=4)
def _finder(authority: Authority) -> MentionFinder:
    return MentionFinder(authority)


def find_mentions(doc: Doc, authority: Authority) -> Found:
    """Return the mentions of a document in text order and the referents they point to."""
    return _finder(authority)(doc)


def _outside(codes: frozenset[int], candidates: list[Candidate]) -> list[Candidate]:
    """Return the candidates that do not reach into a code; the exchange before a ticker is a name."""
    return [c for c in candidates if c.type == "StockExchange" or codes.isdisjoint(range(c.first, c.last))]


def _told_elsewhere(candidate: Candidate, certain: set[str]) -> bool:
    """Tell whether a doubtful name belongs to an entity that stands in the text with a certain name."""
    return candidate.type != "Topic" and any(r.id in certain for r in candidate.records)


def _is_noise(reading: Reading, candidate: Candidate) -> bool:
    """Tell whether a candidate is no name: an agency's signature, ratings and codes, "Dienstleistungs-Tochter"."""
    if candidate.type == "Topic":
        return reading.counted(candidate.first)
    if _is_ordinal(reading, candidate) or _is_road(reading, candidate):
        return True
    if candidate.records:
        return candidate.type == "MediaOutlet" and reading.pieces.joint[candidate.first].endswith("(")
    words = reading.pieces.words[candidate.first : candidate.last]
    if candidate.head and words[-1].endswith(_LINKED):
        return True
    if reading.pieces.span(candidate.first, candidate.last).lower().endswith(reading.lexicon.measures):
        return True
    if _is_common(reading, candidate) or _is_made(reading, candidate):
        return True
    if _is_nowhere(reading, words) or _is_saint(candidate, words):
        return True
    if len(words) == 2 and words[0].endswith(_LINKED) and reading.pieces.hyphen[candidate.last - 1]:
        return words[1] not in reading.lexicon.behind["company"]  # "Baufinanzierungs-Neuzusagen"
    if len(words) == 1 and words[0].lower().endswith(_LOUD) and known_compound(words[0]):
        return True
    if candidate.type == "Person" and len(words) > 1 and _opens_a_sentence(reading, candidate.first):
        return True
    coded = candidate.type == "Product" and len(words) > 1
    return not coded and all(w in reading.lexicon.never or w.isdigit() or len(w) < 2 for w in words)


def _is_ordinal(reading: Reading, candidate: Candidate) -> bool:
    """Tell whether a bank's short name only counts what follows: "Erste Erfolge", "Erste Analysten senken"."""
    last, pieces = candidate.last, reading.pieces
    if pieces.span(candidate.first, last) != "Erste" or last >= len(pieces) or not pieces.spaced(last):
        return False
    return reading.capital(last) and reading.pos[last] == "NOUN"


def _is_road(reading: Reading, candidate: Candidate) -> bool:
    """Tell whether a road is taken for a product: "die A7 Hannover Richtung Hamburg ist gesperrt"."""
    first, syntax = candidate.first, reading.syntax
    is_number = candidate.last - first <= 2 and _ROAD.fullmatch(reading.pieces.words[first]) is not None
    if not is_number or candidate.head or reading.word_before(first) not in ("der", "die", "autobahn"):
        return False
    begin, end = syntax.sentence(reading.pieces.tokens[first])
    return not _TRAFFIC.isdisjoint(syntax.lower[begin:end])


def _is_common(reading: Reading, candidate: Candidate) -> bool:
    """Tell whether one common noun is taken for a person: "warfen der Regierung Versagen vor"."""
    word, i = reading.pieces.words[candidate.first], candidate.first
    alone = candidate.type == "Person" and candidate.last - i == 1 and candidate.trust == Trust.SHAPE
    is_deed = word.endswith("en") and word not in reading.lexicon.first_names
    return alone and (reading.pos[i] == "NOUN" or is_deed) and known_word(word) and known_word(word.lower())


def _is_made(reading: Reading, candidate: Candidate) -> bool:
    """Tell whether goods are taken for a place: "die Fertigung von Herden und Dunstabzugshauben"."""
    first, syntax = candidate.first, reading.syntax
    word = reading.pieces.words[first]
    if candidate.type != "Place" or candidate.last - first > 1 or not (known_word(word) or known_compound(word)):
        return False
    token = reading.pieces.tokens[first]
    token = syntax.heads[token] if syntax.deps[token] == "conj" else token
    makes = syntax.lower[syntax.heads[token]].endswith(_MAKING)
    return makes and any(syntax.lower[c] in ("von", "für", "an") for c in syntax.children[token])


#: ends of nouns behind which goods stand, not places
_MAKING = ("fertigung", "herstellung", "hersteller", "herstellern", "herstellers", "absatz", "montage", "entwicklung")


def _is_nowhere(reading: Reading, words: Sequence[str]) -> bool:
    """Tell whether a street or a railway station is named: "Mainzer Landstraße", "Leipzig Hbf"."""
    return words[-1].lower().endswith(reading.lexicon.streets) or words[-1] in reading.lexicon.stations


def _is_saint(candidate: Candidate, words: Sequence[str]) -> bool:
    """Tell whether a church or parish is taken for a person: "Sankt Martin"."""
    return candidate.type == "Person" and words[0] in ("Sankt", "St", "Heilig")


def _opens_a_sentence(reading: Reading, i: int) -> bool:
    """Tell whether a word has its capital from its place alone: "Wohin Dumpingpreise führten" names nobody."""
    word = reading.pieces.words[i]
    return reading.sentence_initial(i) and word not in reading.lexicon.first_names and known_word(word.lower())


def _lengthen(reading: Reading, candidate: Candidate) -> None:
    end = lengthened(reading, candidate.first, candidate.last)
    if end > candidate.last:
        candidate.last = end
        candidate.name = reading.pieces.span(candidate.first, end)
        candidate.records = ()


def _mention(reading: Reading, c: Candidate) -> Mention:
    pieces = reading.pieces
    start, end = pieces.starts[c.first], pieces.ends[c.last - 1]
    first, last = pieces.tokens[c.first], pieces.tokens[c.last - 1] + 1
    return Mention(
        start,
        end,
        first,
        last,
        pieces.text[start:end],
        c.name,
        c.type,
        c.kind,
        c.referent,
        c.head,
        c.antecedent,
    )
