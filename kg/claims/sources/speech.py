"""A speech: a source and what it is the source of."""

from __future__ import annotations

from dataclasses import dataclass

from kg.claims.sources.speakers import Source

#: quotes that open what is said
OPENING = frozenset("„“»«\"‚'")


@dataclass(frozen=True, slots=True)
class Speech:
    """A source and the tokens of a sentence that it is the source of."""

    #: the speaking mention, or the words of an unnamed source
    source: Source
    said: frozenset[int]
    #: token of the verb or preposition that marks the speech
    marker: int
