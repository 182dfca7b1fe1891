"""A stretch of pieces that may be a name, before it is decided what stays."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

from kg.language.gazetteer import AuthorityRecord
from kg.language.spans import MentionKind


class Trust(IntEnum):
    """How well a candidate is founded."""

    #: a dictionary name that is also a word, without support
    DOUBTFUL = 0
    #: the shape of a name, or the model alone
    SHAPE = 1
    #: a cue next to it
    CUE = 2
    #: the dictionary
    KNOWN = 3


@dataclass(slots=True)
class Candidate:
    """Pieces from ``first`` up to, not including, ``last`` that may be a name."""

    first: int
    last: int
    name: str
    #: class of the ontology; empty where nothing tells it
    type: str
    trust: Trust
    kind: MentionKind = "name"
    records: tuple[AuthorityRecord, ...] = ()
    #: what follows the name inside a compound, lower case
    head: str | None = None
    #: further names for the referent
    aliases: tuple[str, ...] = ()
    #: may lie around other mentions
    outer: bool = False
    referent: int = field(default=-1)
    antecedent: int | None = None
    #: ISO code of the country that the phrase tells
    country: str | None = None

    @property
    def home(self) -> str | None:
        """ISO code of the country that the phrase tells, else of that of the known entity."""
        return self.country or (self.record.country if self.record else None)

    @property
    def record(self) -> AuthorityRecord | None:
        """The known entity that it names, where there is one."""
        return self.records[0] if self.records else None
