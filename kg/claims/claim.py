"""The claim: what an article states, who says so, how certain it is, and the words that carry it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from html import escape
from types import MappingProxyType
from typing import Literal

from kg.display import Span, marked

Status = Literal["actual", "planned", "possible", "alleged", "negated"]
Scalar = str | int | float

_NOTHING: Mapping[str, Scalar] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact words of the article that state the claim: ``article.text[start:end] == text``."""

    start: int
    end: int
    text: str
    #: the word that triggered the claim, as offsets into the article; equal offsets where there is none
    trigger_start: int = 0
    trigger_end: int = 0

    def names(self, party: Party) -> bool:
        """Tell whether a party is named in these words, and not elsewhere in the article."""
        return self.start <= party.start < self.end

    def words_of(self, party: Party) -> str:
        """Return the words that name a party, "" where it is named elsewhere in the article."""
        return self.text[party.start - self.start : party.end - self.start] if self.names(party) else ""


@dataclass(frozen=True, slots=True)
class Party:
    """An entity in its role in one claim, before it is linked: name and class as the article has them."""

    name: str
    #: class of the ontology; None for an unnamed source ("Kreise")
    type: str | None
    aliases: tuple[str, ...] = ()
    #: id in the authority file, where the name was found there
    key: str | None = None
    country: str | None = None
    #: offsets of the mention that fills the role in this claim
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement read from one article."""

    article: str
    subject: Party
    #: local name of the ontology's property: "partnersWith"
    predicate: str
    object: Party | None
    #: number, ISO date or short code for predicates with a value; None otherwise
    value: Scalar | None
    status: Status
    evidence: Evidence
    #: what found it: the name of a frame or of a construction
    method: str
    confidence: float = 1.0
    qualifiers: Mapping[str, Scalar] = field(default_factory=lambda: _NOTHING)
    #: whom the article names as source, nearest first
    attributed_to: tuple[Party, ...] = ()

    @property
    def names(self) -> tuple[str, str]:
        """The names of subject and object, "" for no object."""
        return self.subject.name, self.object.name if self.object else ""

    @property
    def pair(self) -> tuple[int, str, str]:
        """The sentence, by its start, and whom it puts together, whichever way round."""
        one, two = sorted(self.names)
        return self.evidence.start, one, two

    def without_qualifier(self, name: str) -> Claim:
        """Return the claim without one of its qualifiers."""
        return replace(self, qualifiers={k: v for k, v in self.qualifiers.items() if k != name})

    def _repr_html_(self) -> str:
        """Return the claim and its sentence for notebooks, the words that carry it marked."""
        says = f"{self.subject.name} {self.predicate} {self.object.name if self.object else self.value or ''}".strip()
        told = [f"{key}: {value}" for key, value in self.qualifiers.items()]
        told += [f"says {party.name}" for party in self.attributed_to]
        line = escape(" · ".join([self.status, *told]))
        words = marked(self.evidence.text, self._spans())
        return f"<p><b>{escape(says)}</b> ({line})</p><blockquote>{words}</blockquote>"

    def _spans(self) -> Iterator[Span]:
        """Yield where the sentence names the parties, and its trigger."""
        evidence = self.evidence
        yield evidence.trigger_start - evidence.start, evidence.trigger_end - evidence.start, "trigger"
        for role, party in (("subject", self.subject), ("object", self.object)):
            if party:
                yield party.start - evidence.start, party.end - evidence.start, role
