"""Two profiles compared: a score from 0 to 1, and the findings that make it up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from kg.entities.resolving.features import (
    CIRCUMSTANCES,
    ORGANISATION_NAMES,
    PERSON_CIRCUMSTANCES,
    PERSON_NAMES,
    PLACE_NAMES,
    THING_NAMES,
    TOLD_SHORT_FORM,
    Feature,
    Form,
)
from kg.entities.resolving.names import NameForm, name_form, person_form
from kg.entities.resolving.profile import Profile

#: from here on two names are one entity without asking anybody
SURE = 0.85
#: from here on somebody should have a look
SUGGEST = 0.50

#: a finding of this weight or below keeps two names apart that others would draw together
_CONTRADICTION = -0.30
#: taken off where the authority file holds the shorter name: a longer one is likely a part of it
_KNOWN_PARENT = 0.25


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that speaks for or against two names being one entity."""

    feature: str
    #: what it adds to the score
    weight: float
    reason: str

    def __str__(self) -> str:
        return f"{self.weight:+.2f}  {self.feature}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Comparison:
    """How likely two profiles are one entity, and why."""

    findings: tuple[Finding, ...] = ()

    @property
    def score(self) -> float:
        """From 0 to 1; a score, not a probability."""
        return round(min(max(sum(found.weight for found in self.findings), 0.0), 1.0), 4)

    @property
    def sure(self) -> bool:
        """Whether they are joined without a person's word."""
        return self.score >= SURE

    @property
    def worth_asking(self) -> bool:
        """Whether a person should decide."""
        return SUGGEST <= self.score < SURE

    @property
    def ruled_out(self) -> bool:
        """Whether the two cannot be one: nothing relates the names, or country, legal form or identifier differ."""
        return self.score < SUGGEST or any(found.weight <= _CONTRADICTION for found in self.findings)

    def because(self) -> str:
        """Return the reasons as one line."""
        return "; ".join(f"{found.feature} {found.weight:+.2f}: {found.reason}" for found in self.findings)


def compare(one: Profile, other: Profile) -> Comparison:
    """Return how alike two profiles are; the order of the two does not matter."""
    if one.family != other.family:
        return Comparison()
    relation = _strongest((_relation(one, other), _told_relation(one, other)))
    if relation is None:
        return Comparison()
    known = _known_parent(one, other, relation)
    table = PERSON_CIRCUMSTANCES if one.type == "Person" else CIRCUMSTANCES
    return Comparison((relation, *([known] if known else []), *_all(table, one, other)))


def _relation(one: Profile, other: Profile) -> Finding | None:
    """Return the strongest relation between two of their names."""
    if one.type == "Person":
        people = product(map(person_form, one.names), map(person_form, other.names))
        return _strongest(_first(PERSON_NAMES, a, b) for a, b in people)
    table = _NAMES.get(one.family, THING_NAMES)
    names = product(_forms(one.names), _forms(other.names))
    return _strongest(_first(table, a, b) for a, b in names if a.numbers == b.numbers)


def _told_relation(one: Profile, other: Profile) -> Finding | None:
    """Return the short form that an article uses for the longer name, where the other bears it."""
    if not (one.told or other.told) or one.family != "Organization":
        return None
    names = product(_forms(one.names), _forms(other.names))
    told = [(a, b) for a, b in names if a.key in other.told or b.key in one.told]
    return _strongest(_first((TOLD_SHORT_FORM,), a, b) for a, b in told if not _adds_a_part(a, b))


def _adds_a_part(a: NameForm, b: NameForm) -> bool:
    first = _first(ORGANISATION_NAMES, a, b)
    return first is not None and first.feature == "part"


@lru_cache(maxsize=262144)
def _forms(names: tuple[str, ...]) -> tuple[NameForm, ...]:
    """Return the names of a profile taken apart, each key once."""
    return tuple({form.key: form for form in map(name_form, names)}.values())


def _strongest(findings: Iterable[Finding | None]) -> Finding | None:
    found = [finding for finding in findings if finding is not None]
    return max(found, key=lambda f: (f.weight, f.feature, f.reason)) if len(found) > 1 else next(iter(found), None)


def _first(table: Sequence[Feature[Form]], a: Form, b: Form) -> Finding | None:
    for feature in table:
        reason = feature.reason(a, b)
        if reason is not None:
            return Finding(feature.name, feature.weight, reason)
    return None


def _all(table: Sequence[Feature[Form]], a: Form, b: Form) -> Iterator[Finding]:
    for feature in table:
        reason = feature.reason(a, b)
        if reason is not None:
            yield Finding(feature.name, feature.weight, reason)


_NAMES = {"Organization": ORGANISATION_NAMES, "Place": PLACE_NAMES}
_ADDS_WORDS = frozenset({"full name", "trade added", "longer name"})


def _known_parent(one: Profile, other: Profile, relation: Finding) -> Finding | None:
    """Return what speaks against a longer name of an entity that is known by the shorter."""
    if relation.feature not in _ADDS_WORDS:
        return None
    short, long = sorted((one, other), key=lambda p: min(len(form.base) for form in _forms(p.names)))
    if short.identity.known and not long.identity.known:
        reason = f"the authority file holds {short.names[0]!r} and not the longer name"
        return Finding("known name", -_KNOWN_PARENT, reason)
    return None
