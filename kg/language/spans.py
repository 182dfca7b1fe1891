"""What the language components find in a text: mentions of entities, quantities, times.

All are plain frozen values with character offsets (``start``, ``end``: the exact words) and token
indices (``first`` inclusive, ``last`` exclusive: the whole tokens that the words lie in).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

MentionKind = Literal["name", "compound", "adjective", "demonym", "nominal", "pronoun", "topic"]
#: kinds of mention that have a name of their own
NAMING: tuple[MentionKind, ...] = ("name", "compound")
QuantityKind = Literal["money", "percent", "points", "count", "number"]
TimeKind = Literal["day", "month", "year", "quarter", "half", "span"]


@dataclass(frozen=True, slots=True)
class Referent:
    """An entity as one article knows it: all its mentions point here by index."""

    #: the fullest name that stands in the text or, where the name is known, in the authority file
    name: str
    #: class of the ontology: Company, Regulator, …
    type: str
    #: other names that the text or the authority file gives, sorted
    aliases: tuple[str, ...] = ()
    #: id in the authority file; None for a name that it does not hold
    key: str | None = None
    #: ISO 3166-1 alpha-2 code where known
    country: str | None = None
    #: whether the authority file knows its shares to be traded; None for a name that it does not hold
    traded: bool | None = None
    #: id of the company it belongs to, where known
    parent: str | None = None
    #: industries of a known firm, kinds of a known product
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text that speaks of a referent."""

    start: int
    end: int
    first: int
    last: int
    #: the exact words, ``text[start:end]``
    text: str
    #: the words without inflection ("Alibaba" for "Alibabas")
    name: str
    type: str
    kind: MentionKind
    #: index into ``doc._.referents``
    referent: int
    #: what follows the name inside a compound, lower case: "aktie" in "Alibaba-Aktie", "chef" in "VW-Chef"
    head: str | None = None
    #: for pronouns and nominals: start of the mention they take up
    antecedent: int | None = None

    @property
    def is_genitive(self) -> bool:
        """Whether the words are inflected as an owner's are: "Alibabas", "Siemens'"."""
        return self.text != self.name and self.text.endswith(("s", "'", "’"))


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit: "53 Milliarden Dollar" is 53e9 USD, "ein Drittel" 33.33 percent."""

    start: int
    end: int
    first: int
    last: int
    text: str
    value: float
    kind: QuantityKind
    #: ISO 4217 code for money, "percent", "percentagePoints", "basisPoints", "points",
    #: the lemma of the counted noun for counts ("Stelle", "Fahrzeug"); None for a bare number
    unit: str | None = None
    #: upper end of a range ("sechs bis acht Prozent": value 6, upper 8)
    upper: float | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """A calendar expression, resolved against the day of publication.

    ``value`` is ISO 8601 as precise as the words allow ("2025-11-25", "2025-11", "2025"), with
    "2025-Q3", "2025-H1", "2025-9M" for parts of a year and "2024/25" for a business year; None where
    it depends on a publication date that is not known.
    """

    start: int
    end: int
    first: int
    last: int
    text: str
    value: str | None
    kind: TimeKind
