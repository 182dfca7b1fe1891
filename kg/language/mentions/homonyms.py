"""One name, several entities: which of them the context means, and whether it is a person's surname."""

from __future__ import annotations

from collections.abc import Sequence

from kg.language.gazetteer import AuthorityRecord
from kg.language.mentions.candidate import Candidate, Trust
from kg.language.mentions.context import noun_before
from kg.language.mentions.lexicon import Noun
from kg.language.mentions.pieces import piece_keys
from kg.language.mentions.reading import Reading


def decide(reading: Reading, chosen: Sequence[Candidate]) -> None:
    """Leave each candidate one known entity at most, and give it the class that the context tells."""
    named = {c.records[0].id for c in chosen if len(c.records) == 1}
    surnames = _surnames(chosen)
    companies = {r.id for c in chosen if _as_company(reading, c) for r in c.records}
    for candidate in chosen:
        noun = noun_before(reading, candidate.first)
        if candidate.records and _is_surname(reading, candidate, noun, surnames, companies):
            candidate.records, candidate.type = (), "Person"
        elif candidate.records:
            candidate.records = (_best_record(reading, candidate, noun, named),)
            candidate.type = candidate.records[0].type
        elif noun and (candidate.type == "Organization" or candidate.trust == Trust.SHAPE):
            _take_class(candidate, noun)
        if candidate.head and candidate.kind == "name":
            candidate.kind = "compound"


def _surnames(chosen: Sequence[Candidate]) -> set[str]:
    """Return the keys of the last names of people told in full."""
    full = (piece_keys(c.name) for c in chosen if c.type == "Person" and c.last - c.first > 1)
    return {keys[-1] for keys in full if keys}


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


def _best_record(reading: Reading, candidate: Candidate, noun: Noun | None, named: set[str]) -> AuthorityRecord:
    """Return the entity of the class told, else the one the model sees, else one named in full elsewhere."""
    bare = reading.word_before(candidate.first) not in reading.lexicon.nominals["definite"]
    label = reading.doc[reading.pieces.tokens[candidate.first]].ent_type_.rstrip("+")

    def fitness(record: AuthorityRecord) -> tuple[bool, bool, bool, bool]:
        told = noun is not None and noun.type == record.type
        indefinite_index = record.type == "MarketIndex" and bare
        return told, record.id in named, label == record.type, not indefinite_index

    return max(candidate.records, key=fitness)


def _take_class(candidate: Candidate, noun: Noun) -> None:
    if noun.type != "Person" or candidate.last - candidate.first > 1:
        candidate.type, candidate.trust = noun.type, Trust.CUE
