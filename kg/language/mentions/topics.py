"""Topics inside compounds: "Autobranche", "Consumer-KI-Markt", "Onlinehandel"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.language.mentions.candidate import Candidate, Trust
from kg.language.mentions.reading import Reading

_JOINTS = ("", "s", "n", "en", "e")


def topics(reading: Reading) -> Iterator[Candidate]:
    """Yield topics that are a part of a word; whole words are names of the dictionary."""
    for i, word in enumerate(reading.pieces.words):
        if len(word) > 7 and reading.capital(i):
            yield from _closed_compound(reading, i)
        if reading.pieces.hyphen[i] and reading.capital(i) is not False:
            yield from _hyphenated(reading, i)


def _closed_compound(reading: Reading, i: int) -> Iterator[Candidate]:
    key = reading.pieces.keys[i]
    for ending in reading.lexicon.topic_endings:
        modifier, found, rest = key.rpartition(ending)
        if found and len(rest) <= 2 and len(modifier) > 2:
            yield from _topic(reading, i, modifier, ending)
            return


def _topic(reading: Reading, i: int, modifier: str, head: str) -> Iterator[Candidate]:
    for joint in _JOINTS:
        stem = modifier.removesuffix(joint) if joint else modifier
        entries = [e for e in reading.dictionary.entries((stem,)) if e.record.type == "Topic"]
        if entries:
            record = entries[0].record
            yield Candidate(i, i + 1, record.name, "Topic", Trust.SHAPE, "topic", (record,), head)
            return


def _hyphenated(reading: Reading, i: int) -> Iterator[Candidate]:
    """Yield a topic in the middle of a compound: KI in "Consumer-KI-Markt"."""
    for last, entries in reading.dictionary.matches(reading.pieces, i):
        found = [e.record for e in entries if e.record.type == "Topic" and not e.doubtful]
        if found:
            end = reading.pieces.compound_end(last)
            head = reading.pieces.span(last, end).lower() if end > last else None
            yield Candidate(i, last, found[0].name, "Topic", Trust.SHAPE, "topic", (found[0],), head)
