"""From profiles to entities: what is surely one comes together, what may be one is suggested.

The result is a function of the set of profiles and of the decisions in force; the order in which either came does
not matter. Invariants: two known entities are never joined but by a person; two names that a person called different
never end in one entity; a name that is surely one with two others, which are not one with each other, joins neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

from kg.entities.decisions import Decisions, Groups
from kg.entities.resolving.candidates import candidate_pairs
from kg.entities.resolving.comparison import SUGGEST, Comparison, compare
from kg.entities.resolving.profile import Identity, Profile

#: a neighbour that more names share than these tells nothing about any two of them
_COMMON = 10
#: of two rival relations, one that scores so much better than the other counts
_CLEARLY = 0.05


@dataclass(frozen=True, slots=True)
class Link:
    """Two names that are, or may be, one entity; ``one`` comes before ``other`` in the order of identities."""

    one: Identity
    other: Identity
    comparison: Comparison
    #: why sure names were not joined; empty where the score alone is too low
    obstacle: str = ""


@dataclass(frozen=True)
class Resolution:
    """Which names are one entity."""

    #: identity → the identity that stands for its entity; those that stand for themselves are left out
    representatives: Mapping[Identity, Identity]
    #: the links that joined names without a person's word
    joined: tuple[Link, ...] = ()
    #: what a person should decide, the likeliest first
    suggestions: tuple[Link, ...] = ()
    #: representative → addresses in other data sets
    elsewhere: Mapping[Identity, tuple[str, ...]] = field(default_factory=dict)

    def of(self, identity: Identity) -> Identity:
        """Return the identity that stands for the entity of a name."""
        return self.representatives.get(identity, identity)

    @cached_property
    def members(self) -> Mapping[Identity, tuple[Identity, ...]]:
        """The identities of each entity of several names."""
        found: dict[Identity, list[Identity]] = defaultdict(list)
        for identity in sorted({*self.representatives, *self.representatives.values()}):
            found[self.of(identity)].append(identity)
        return {representative: tuple(members) for representative, members in found.items()}


def resolve(profiles: Iterable[Profile], decisions: Decisions | None = None) -> Resolution:
    """Bring names together that are one entity.

    Raises:
        DecisionError: the decisions contradict each other.
    """
    ordered = _without_common_neighbours(sorted(profiles, key=lambda profile: profile.identity))
    return _Resolver(ordered, decisions or Decisions()).resolution()


def _without_common_neighbours(profiles: Sequence[Profile]) -> list[Profile]:
    counts: dict[str, int] = defaultdict(int)
    for profile in profiles:
        for neighbour in profile.neighbours:
            counts[neighbour] += 1
    return [profile.with_neighbours(n for n in profile.neighbours if counts[n] <= _COMMON) for profile in profiles]


def undecided(profiles: Iterable[Profile]) -> set[Identity]:
    """Return the identities of names that may be one with another but are not surely so by their names alone."""
    ordered = sorted(profiles, key=lambda profile: profile.identity)
    pairs = ((ordered[one], ordered[other]) for one, other in candidate_pairs(ordered))
    unsure = ((a, b) for a, b in pairs if not (a.identity.known and b.identity.known) and _is_open(compare(a, b)))
    return {profile.identity for pair in unsure for profile in pair}


def _is_open(comparison: Comparison) -> bool:
    return bool(comparison.findings) and not comparison.sure


class _Resolver:
    """One run over a set of profiles."""

    def __init__(self, profiles: Sequence[Profile], decisions: Decisions) -> None:
        decisions.check()
        self.profiles = {profile.identity: profile for profile in profiles}
        self.decisions = decisions
        self.by_iri = {identity.iri: identity for identity in self.profiles}
        self.ruled = Groups(decisions.pairs("same"))
        #: by the roots of what people called the same: who is not one with a name is not one with its other names
        self.apart = {self._roots(one, other) for one, other in decisions.pairs("different")}
        self.links = [link for link in _links(profiles) if not self._is_ruled(link)]

    def resolution(self) -> Resolution:
        groups = _Clusters(self._ruled_clusters(), self._conflict)
        joined, left = [], list(self._torn())
        torn = {(link.one, link.other) for link in left}
        sure = [link for link in self.links if link.comparison.sure and (link.one, link.other) not in torn]
        for link in sorted(sure, key=lambda one: (-one.comparison.score, one.one, one.other)):
            rival = groups.join(link.one, link.other)
            if rival is None:
                joined.append(link)
            else:
                left.append(Link(link.one, link.other, link.comparison, self._told(*rival)))
        left += [link for link in self.links if not link.comparison.sure]
        representatives = groups.representatives()
        return Resolution(
            representatives, tuple(joined), tuple(self._open(left, representatives)), self._elsewhere(representatives)
        )

    def _is_ruled(self, link: Link) -> bool:
        """Tell whether a person has decided on a pair."""
        one, other = self._roots(link.one.iri, link.other.iri)
        return (one, other) in self.apart or one == other

    def _roots(self, one: str, other: str) -> tuple[str, str]:
        first, second = self.ruled.root(one), self.ruled.root(other)
        return min(first, second), max(first, second)

    def _ruled_clusters(self) -> Iterator[list[Identity]]:
        for members in self.ruled.members().values():
            present = [self.by_iri[iri] for iri in members if iri in self.by_iri]
            if len(present) > 1:
                yield present

    def _conflict(self, one: Identity, other: Identity) -> bool:
        """Tell whether two names cannot be one entity."""
        if one == other:
            return False
        first, second = self._roots(one.iri, other.iri)
        if (first, second) in self.apart:
            return True
        if first == second:
            return False
        both_known = one.known and other.known
        return both_known or compare(self.profiles[one], self.profiles[other]).ruled_out

    def _torn(self) -> Iterator[Link]:
        """Yield the sure links of names that are drawn to several entities at once."""
        at: dict[Identity, list[tuple[Identity, Link]]] = defaultdict(list)
        for link in self.links:
            if link.comparison.sure:
                at[link.one].append((link.other, link))
                at[link.other].append((link.one, link))
        found: dict[tuple[Identity, Identity], Link] = {}
        for links in at.values():
            for (one, first), (other, second) in combinations(links, 2):
                if self._conflict(one, other):
                    for link, rivals in _weaker(first, second, (one, other)):
                        found.setdefault((link.one, link.other), self._obstructed(link, rivals))
        return iter(found[pair] for pair in sorted(found))

    def _obstructed(self, link: Link, rivals: tuple[Identity, Identity]) -> Link:
        return Link(link.one, link.other, link.comparison, self._told(*rivals))

    def _told(self, one: Identity, other: Identity) -> str:
        names = (self.profiles[identity].names[0] for identity in (one, other))
        return "may be {!r} as well as {!r}, which are not one".format(*names)

    def _open(self, links: Iterable[Link], representatives: Mapping[Identity, Identity]) -> list[Link]:
        """Return what is left to decide: the best link between any two entities."""
        best: dict[tuple[Identity, Identity], Link] = {}
        for link in sorted(links, key=lambda one: (-one.comparison.score, one.one, one.other)):
            ends = sorted(representatives.get(identity, identity) for identity in (link.one, link.other))
            if ends[0] != ends[1]:
                best.setdefault((ends[0], ends[1]), link)
        return list(best.values())

    def _elsewhere(self, representatives: Mapping[Identity, Identity]) -> dict[Identity, tuple[str, ...]]:
        """Return the addresses outside of this graph that people called the same as an entity."""
        found: dict[Identity, tuple[str, ...]] = {}
        for members in self.ruled.members().values():
            present = [self.by_iri[iri] for iri in members if iri in self.by_iri]
            foreign = tuple(iri for iri in members if iri not in self.by_iri)
            if present and foreign:
                representative = representatives.get(present[0], present[0])
                found[representative] = tuple(sorted({*found.get(representative, ()), *foreign}))
        return found


def _links(profiles: Sequence[Profile]) -> Iterator[Link]:
    """Yield all pairs that score high enough for somebody to care."""
    for first, second in candidate_pairs(profiles):
        one, other = profiles[first], profiles[second]
        if one.identity.known and other.identity.known:
            continue
        comparison = compare(one, other)
        if comparison.score >= SUGGEST:
            yield Link(one.identity, other.identity, comparison)


def _weaker(
    first: Link, second: Link, rivals: tuple[Identity, Identity]
) -> Iterator[tuple[Link, tuple[Identity, Identity]]]:
    """Yield of two rival links those that do not count: the clearly weaker one, or both."""
    difference = first.comparison.score - second.comparison.score
    if difference < _CLEARLY:
        yield first, rivals
    if -difference < _CLEARLY:
        yield second, rivals


def _precedence(identity: Identity) -> tuple[bool, bool, bool, int, Identity]:
    """Return what puts first the identity that stands for an entity: known, specific, short, alphabetical."""
    words = len(identity.key.split())
    return not identity.known, identity.kind == "Organization", bool(identity.mark), words, identity


class _Clusters:
    """Identities joined one by one, unless that would bring two together that cannot be one."""

    def __init__(self, start: Iterable[list[Identity]], conflict: Callable[[Identity, Identity], bool]) -> None:
        self._conflict = conflict
        self._of: dict[Identity, list[Identity]] = {}
        for members in start:
            for member in members:
                self._of[member] = members

    def join(self, one: Identity, other: Identity) -> tuple[Identity, Identity] | None:
        """Join the clusters of two identities; return instead, without a change, two members that conflict."""
        first, second = self._of.get(one, [one]), self._of.get(other, [other])
        if first is second:
            return None
        for a in first:
            for b in second:
                if self._conflict(a, b):
                    return min(a, b), max(a, b)
        merged = first + second
        for member in merged:
            self._of[member] = merged
        return None

    def representatives(self) -> dict[Identity, Identity]:
        """Map each identity of a cluster of several to the one that stands for it."""
        found: dict[Identity, Identity] = {}
        for identity, members in self._of.items():
            first = min(members, key=_precedence)
            if first != identity:
                found[identity] = first
        return dict(sorted(found.items()))
