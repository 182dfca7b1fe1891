"""Capitals that act: "Brüssel verhängt Zölle" speaks of the government that sits there."""

from __future__ import annotations

from kg.language.gazetteer import AuthorityRecord
from kg.language.mentions.candidate import Candidate
from kg.language.mentions.discourse import head_token
from kg.language.mentions.reading import Reading

_ACTING = ("nsubj",)


def acting_government(reading: Reading, candidate: Candidate) -> str | None:
    """Return the id of the government for which a capital stands as the subject of what bodies do."""
    record = candidate.record
    if candidate.kind != "name" or record is None or not record.government or _is_country(record):
        return None
    token = head_token(reading, candidate)
    syntax = reading.syntax
    if syntax.deps[token] not in _ACTING or reading.word_before(candidate.first) in reading.lexicon.locative:
        return None
    return record.government if syntax.lemmas[syntax.heads[token]].lower() in reading.lexicon.saying else None


def _is_country(record: AuthorityRecord) -> bool:
    return any(adjective[0].islower() for adjective in record.adjectives)
