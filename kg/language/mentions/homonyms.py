"""One name, several entities: which of them the context means, and whether it is a person's surname.

Two companies of one name between which nothing in the article decides are left apart: the name stays unknown here,
and linking suggests both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from kg.language.gazetteer import AuthorityRecord
from kg.language.mentions.candidate import Candidate, Trust
from kg.language.mentions.context import noun_before
from kg.language.mentions.lexicon import Noun
from kg.language.mentions.pieces import piece_keys
from kg.language.mentions.reading import Reading

#: where a text in this language names no country
_HOME = "DE"


def decide(reading: Reading, chosen: Sequence[Candidate]) -> None:
    """Leave each candidate one known entity at most, and give it the class that the context tells."""
    named = {c.records[0].id for c in chosen if len(c.records) == 1}
    surnames = _surnames(chosen)
    houses = _named_before(chosen, (c for c in chosen if not _is_of_another_house(reading, c)))
    founders = _founders(reading, chosen)
    companies = {r.id for c in chosen if _is_house(reading, c, houses, founders) for r in c.records}
    seats = _Seats(chosen)
    sure = {c.name for c in chosen if _as_company(reading, c)} | _named_before(chosen, chosen)
    for candidate in chosen:
        noun = noun_before(reading, candidate.first)
        if candidate.records and _is_surname(reading, candidate, noun, surnames, companies):
            candidate.records, candidate.type = (), "Person"
        elif candidate.records:
            best = _best_record(reading, candidate, noun, named, seats)
            candidate.records = (best,) if best else ()
            candidate.type = best.type if best else "Company"
        elif candidate.name not in sure and _is_surname_again(candidate, surnames):
            candidate.type = "Person"
        elif noun and (candidate.type == "Organization" or candidate.trust == Trust.SHAPE):
            _take_class(candidate, noun)
        if candidate.head and candidate.kind == "name":
            candidate.kind = "compound"
    _mean_the_same(chosen)


def _mean_the_same(chosen: Sequence[Candidate]) -> None:
    """Let a company's name that only its cue told mean the known company that it means elsewhere in the text."""
    told = {c.name: c.records[0] for c in chosen if c.records and c.type == "Company"}
    for candidate in chosen:
        if not candidate.records and candidate.type in ("Company", "Organization") and candidate.name in told:
            candidate.records, candidate.type = (told[candidate.name],), "Company"


def _surnames(chosen: Sequence[Candidate]) -> set[str]:
    """Return the keys of the last names of people told in full."""
    full = (piece_keys(c.name) for c in chosen if c.type == "Person" and c.last - c.first > 1)
    return {keys[-1] for keys in full if keys}


def _named_before(chosen: Sequence[Candidate], people: Iterable[Candidate]) -> set[str]:
    """Return the single names that stand in the text before any of some people of that surname is told in full."""
    full = _told_in_full(people)
    single = [c for c in chosen if c.last - c.first == 1 and len(piece_keys(c.name)) == 1]
    return {c.name for c in single if c.first < full.get(piece_keys(c.name)[0], 0)}


def _told_in_full(people: Iterable[Candidate]) -> dict[str, int]:
    """Return where somebody of a surname is first told in full, by the surname's key."""
    full: dict[str, int] = {}
    for candidate in people:
        if candidate.type == "Person" and candidate.last - candidate.first > 1 and (keys := piece_keys(candidate.name)):
            full.setdefault(keys[-1], candidate.first)
    return full


def _is_of_another_house(reading: Reading, candidate: Candidate) -> bool:
    """Tell whether a person is told with another house's post: "Siemens-Chef Joe Kaeser" has no part in Kaeser."""
    return "-" in reading.word_before(candidate.first)


def _is_house(reading: Reading, candidate: Candidate, houses: set[str], founders: set[str]) -> bool:
    """Tell whether a place in the text makes a known name that is also somebody's surname the company's.

    "Jungheinrich streicht Stellen", long before anybody of that name is told, or where "Gründer Friedrich
    Jungheinrich" is.
    """
    if _as_company(reading, candidate):
        return True
    is_known = candidate.trust == Trust.KNOWN and candidate.type == "Company"
    return is_known and (candidate.name in houses or not founders.isdisjoint(piece_keys(candidate.name)[-1:]))


def _founders(reading: Reading, chosen: Sequence[Candidate]) -> set[str]:
    """Return the keys of the surnames of founders: houses often bear their names."""
    people = [c for c in chosen if c.type == "Person" and c.last - c.first > 1 and piece_keys(c.name)]
    found = ((c, noun_before(reading, c.first)) for c in people)
    return {piece_keys(c.name)[-1] for c, noun in found if noun is not None and "gründer" in noun.lemma}


def _as_company(reading: Reading, candidate: Candidate) -> bool:
    """Tell whether a place in the text can only mean a company: "Porsche AG", "Porsche-Aktie"."""
    if candidate.head in reading.lexicon.compound_heads or candidate.last - candidate.first > 1:
        return True
    noun = noun_before(reading, candidate.first)
    return noun is not None and noun.type == "Company"


def _is_surname(
    reading: Reading, candidate: Candidate, noun: Noun | None, surnames: set[str], companies: set[str]
) -> bool:
    """Tell whether a known company's name is a person's here: "Familie Porsche", "Brauns Verteidiger"."""
    if candidate.type not in ("Company", "MediaOutlet", "Product") or candidate.last - candidate.first > 1:
        return False
    if noun is not None and noun.lemma in reading.lexicon.led:
        return True
    keys = piece_keys(candidate.name)
    return bool(keys) and keys[-1] in surnames and not any(r.id in companies for r in candidate.records)


def _is_surname_again(candidate: Candidate, surnames: set[str]) -> bool:
    """Tell whether what looks like an unknown company is somebody told in full: "Analystin Zuzanna Pusz ... Pusz"."""
    if candidate.type not in ("Company", "Organization", "Product") or candidate.trust >= Trust.KNOWN:
        return False
    is_word = candidate.last - candidate.first == 1 and candidate.kind == "name" and candidate.head is None
    keys = piece_keys(candidate.name)
    return is_word and len(keys) == 1 and keys[0] in surnames


class _Seats:
    """The places that a text names, as witnesses for which of two companies of one name it means."""

    def __init__(self, chosen: Sequence[Candidate]) -> None:
        self._places = [(c, c.records[0]) for c in chosen if c.type == "Place" and c.records]
        self._mentions: dict[str, list[int]] = defaultdict(list)
        for candidate in chosen:
            for record in candidate.records:
                self._mentions[record.id].append(candidate.first)

    def describe(self, record: AuthorityRecord) -> bool:
        """Tell whether a word made from its city or country describes the name: "der Darmstädter Konzern Merck"."""
        words = (c.last for c, told in self._places if c.kind != "name" or c.head if _lies_in(record, told))
        return any(0 <= mention - word < _CLOSE for word in words for mention in self._mentions[record.id])

    def hold(self, record: AuthorityRecord) -> tuple[bool, bool]:
        """Tell whether its city, and whether its country stands anywhere in the text."""
        city = any(told.name == record.city for _, told in self._places)
        return city, any(_lies_in(record, told) for _, told in self._places)


#: pieces from a word for a place to the name that it describes
_CLOSE = 2


def _lies_in(record: AuthorityRecord, place: AuthorityRecord) -> bool:
    return place.name == record.city or (place.country is not None and place.country == record.country)


def _best_record(
    reading: Reading, candidate: Candidate, noun: Noun | None, named: set[str], seats: _Seats
) -> AuthorityRecord | None:
    """Return the entity of the class told, else the one the model sees, else one named in full elsewhere.

    None where several companies are left between which nothing decides.
    """
    bare = reading.word_before(candidate.first) not in reading.lexicon.nominals["definite"]
    label = reading.doc[reading.pieces.tokens[candidate.first]].ent_type_.rstrip("+")

    def fitness(record: AuthorityRecord) -> tuple[bool, bool, bool, bool]:
        told = noun is not None and noun.type == record.type
        indefinite_index = record.type == "MarketIndex" and bare
        return told, record.id in named, label == record.type, not indefinite_index

    best = max(candidate.records, key=fitness)
    rivals = [r for r in candidate.records if r.type == best.type and fitness(r) == fitness(best)]
    home = _HOME if candidate.name in reading.lexicon.with_article else None
    return best if best.type != "Company" else _likeliest(candidate.name, rivals, seats, home)


def _likeliest(name: str, rivals: Sequence[AuthorityRecord], seats: _Seats, home: str | None) -> AuthorityRecord | None:
    """Return the company that a word of place describes, that bears the name first, or whose seat is told.

    What every country has, "die Post", is at last the one of ``home``.
    """

    def fitness(record: AuthorityRecord) -> tuple[bool, ...]:
        told = (seats.describe(record), name not in record.doubtful, name == record.name, *seats.hold(record))
        return *told, home is not None and record.country == home

    if len(rivals) == 1:
        return rivals[0]
    first, second = sorted(rivals, key=fitness, reverse=True)[:2]
    return first if fitness(first) > fitness(second) else None


def _take_class(candidate: Candidate, noun: Noun) -> None:
    if noun.type != "Person" or candidate.last - candidate.first > 1:
        candidate.type, candidate.trust = noun.type, Trust.CUE
