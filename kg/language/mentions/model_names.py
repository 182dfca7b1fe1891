"""The names that the language model sees, cut to what can be a name."""

from __future__ import annotations

from collections.abc import Iterator

from kg.language.gazetteer import CLASSES
from kg.language.mentions.candidate import Candidate, Trust
from kg.language.mentions.gazetteer_match import compound_head
from kg.language.mentions.persons import bare_name
from kg.language.mentions.reading import Reading

_LABELS = {"ORG": "Organization", "PER": "Person", "LOC": "Place", "GPE": "Place"}


def model_names(reading: Reading) -> Iterator[Candidate]:
    """Yield a candidate for each entity of the model whose words look like a name."""
    firsts = _first_pieces(reading)
    for ent in reading.doc.ents:
        label = ent.label_.rstrip("+")
        type = _LABELS.get(label, label)
        if type not in CLASSES:
            continue
        span = _trimmed(reading, firsts[ent.start], firsts[ent.end], ent.label_.endswith("+"))
        if span:
            first, last = span
            yield Candidate(
                first,
                last,
                bare_name(reading, first, last),
                type,
                Trust.SHAPE,
                head=compound_head(reading, last),
            )


def _first_pieces(reading: Reading) -> list[int]:
    """Return for each token, and for the end, the first piece at or after it."""
    tokens, firsts, i = reading.pieces.tokens, [], 0
    for token in range(len(reading.doc) + 1):
        while i < len(tokens) and tokens[i] < token:
            i += 1
        firsts.append(i)
    return firsts


def _trimmed(reading: Reading, first: int, last: int, compound: bool) -> tuple[int, int] | None:
    """Cut nouns and small words from both ends, and the head of a compound."""
    pieces = reading.pieces
    while first < last and (
        _no_name(reading, first) or (first + 1 < last and _is_noun(reading, first, last))
    ):
        first += 1
    while last > first and _no_name(reading, last - 1):
        last -= 1
    if last - first > 1 and pieces.hyphen[last - 1] and (compound or _head(reading, last - 1)):
        last -= 1
    return (first, last) if first < last else None


def _no_name(reading: Reading, i: int) -> bool:
    word = reading.pieces.words[i]
    return word in reading.lexicon.never or (word[0].islower() and len(word) > 1 and word.islower())


def _is_noun(reading: Reading, i: int, last: int) -> bool:
    return reading.pieces.spaced(i + 1) and reading.lexicon.noun(reading.pieces.words[i]) is not None


def _head(reading: Reading, i: int) -> bool:
    word = reading.pieces.words[i]
    return word.lower() in reading.lexicon.compound_heads or reading.lexicon.noun(word) is not None
