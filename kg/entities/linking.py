"""Linking: the parties of all claims become entities that are the same in every article.

A name of the authority file is the entity of that row. An unknown name becomes an entity of its own, known by
its class and its normalised name; names that are surely one thing come together (``resolving``), and people's
decisions are replayed. The result depends on the set of claims and decisions alone, not on their order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from kg.claims.claim import Claim, Party
from kg.entities.decisions import Decisions
from kg.entities.entity import Alias, Entity
from kg.entities.known import KnownNames
from kg.entities.linked import LinkedClaim
from kg.entities.resolving.names import homes_of, is_common_noun, legal_form
from kg.entities.resolving.profile import ENTITY_NAMESPACE, Identity, Profile
from kg.entities.resolving.resolution import Resolution, resolve, undecided
from kg.language.gazetteer import Authority, AuthorityRecord
from kg.language.normalise import name_key


class Relation(NamedTuple):
    """What a claim relates, before names are resolved."""

    subject: Identity
    predicate: str
    object: Identity


#: from identities to relations, those with one of them included; asked for few of many
RelationsOf = Callable[[Collection[Identity]], Iterable[Relation]]

#: classes of what lives of an industry; the kinds of products stay in the authority file
_OF_AN_INDUSTRY = frozenset({"Company", "JointVenture"})
_MARKED = frozenset({"Organization", "Company", "JointVenture", "Regulator", "GovernmentBody", "MediaOutlet"})


def link(
    articles: Mapping[str, Sequence[Claim]], authority: Authority, decisions: Decisions | None = None
) -> dict[str, tuple[LinkedClaim, ...]]:
    """Return the claims of each article with entities in place of names.

    Raises ``DecisionError`` where the decisions contradict each other.
    """
    linker = linker_of(articles, authority, decisions)
    return {article: tuple(linker.link(claim) for claim in claims) for article, claims in articles.items()}


def linker_of(
    articles: Mapping[str, Sequence[Claim]], authority: Authority, decisions: Decisions | None = None
) -> Linker:
    """Return the linker for the claims of some articles."""
    counts = Counter(p for claims in articles.values() for p in parties_of(claims))
    all_claims = [claim for claims in articles.values() for claim in claims]
    return Linker(authority, counts, decisions, lambda _: relations_in(all_claims))


def relations_in(claims: Iterable[Claim]) -> Iterator[Relation]:
    """Yield what claims relate; a claim without an object relates nothing."""
    for claim in claims:
        if claim.object is not None:
            yield Relation(identity_of(claim.subject), claim.predicate, identity_of(claim.object))


def parties_of(claims: Iterable[Claim]) -> set[Party]:
    """Return what one article calls its parties, without their places in the text."""
    return {replace(party, start=0, end=0) for claim in claims for party in _parties(claim) if party.type}


@dataclass(slots=True)
class _Told:
    """What the articles tell of one identity."""

    names: Counter[str] = field(default_factory=Counter)
    aliases: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)


class Linker:
    """Entities for parties, given in how many articles each stands.

    ``relations_of`` gives the relations of the parties that are hard to tell apart; without it, what they are related
    to in the graph does not count.
    """

    def __init__(
        self,
        authority: Authority,
        articles: Mapping[Party, int],
        decisions: Decisions | None = None,
        relations_of: RelationsOf | None = None,
    ) -> None:
        self._authority = authority
        self._decisions = decisions or Decisions()
        self._relations_of = relations_of
        self._told: dict[Identity, _Told] = defaultdict(_Told)
        for party, count in articles.items():
            if party.type:
                self._hear(party, count)

    def _hear(self, party: Party, count: int) -> None:
        told = self._told[identity_of(party)]
        told.names[party.name] += count
        told.aliases.update(party.aliases)
        told.countries.update([party.country] if party.country else [])

    def entity(self, party: Party) -> Entity:
        """Return the entity of a party of one of the claims."""
        return self._entities[self.resolution.of(identity_of(party))]

    def link(self, claim: Claim) -> LinkedClaim:
        """Return a claim with its entities."""
        return LinkedClaim(
            claim,
            self.entity(claim.subject),
            None if claim.object is None else self.entity(claim.object),
            tuple(self.entity(p) if p.type else p.name for p in claim.attributed_to),
        )

    # -- names --------------------------------------------------------------------------------------------

    @cached_property
    def profiles(self) -> dict[Identity, Profile]:
        """What is known of each name, and of names of the authority file that one of them may mean."""
        named = {identity: self._profile(identity, told) for identity, told in self._told.items()}
        unknown = [profile for profile in named.values() if not profile.identity.known]
        near = KnownNames.of(self._authority).near(unknown) if unknown else []
        known = [*near, *map(KnownNames.profile, self._ruled_records())]
        profiles = {**{profile.identity: profile for profile in known}, **named}
        return {**profiles, **self._with_neighbours(profiles)} if self._relations_of else profiles

    @cached_property
    def resolution(self) -> Resolution:
        """Which names are one entity, and why."""
        return resolve(self.profiles.values(), self._decisions)

    def _profile(self, identity: Identity, told: _Told) -> Profile:
        record = self._record(identity)
        if record is not None:
            return KnownNames.profile(record)
        keys = {key for alias in told.aliases if not is_common_noun(key := name_key(alias))} - {identity.key}
        names, countries = tuple(sorted(told.names)), frozenset(told.countries)
        return Profile(identity, identity.kind or "Organization", names, frozenset(keys), countries)

    def _record(self, identity: Identity) -> AuthorityRecord | None:
        return self._authority.by_id(identity.key) if identity.known else None

    def _ruled_records(self) -> Iterator[AuthorityRecord]:
        """Yield the known entities that people called the same as something."""
        for address in (end for pair in self._decisions.pairs("same") for end in pair):
            record = self._authority.by_id(address.removeprefix(ENTITY_NAMESPACE))
            if record is not None and address.startswith(ENTITY_NAMESPACE):
                yield record

    def _with_neighbours(self, profiles: Mapping[Identity, Profile]) -> dict[Identity, Profile]:
        """Return the profiles that are hard to tell apart, with what they are related to."""
        asked = undecided(profiles.values())
        neighbours: dict[Identity, set[str]] = {identity: set() for identity in asked}
        for subject, predicate, target in self._relations_of(asked) if self._relations_of and asked else ():
            if subject in neighbours:
                neighbours[subject].add(f"{predicate} {target.iri}")
            if target in neighbours:
                neighbours[target].add(f"is {predicate} of {subject.iri}")
        return {identity: profiles[identity].with_neighbours(found) for identity, found in neighbours.items()}

    # -- entities -----------------------------------------------------------------------------------------

    @cached_property
    def article_counts(self) -> Counter[Identity]:
        """In how many articles the names of each entity stand, by the identity that stands for it."""
        told = self._told
        return Counter({one: sum(told[m].names.total() for m in all_) for one, all_ in self.entities.items()})

    @cached_property
    def entities(self) -> dict[Identity, list[Identity]]:
        """The names that articles use, sorted, by the identity that stands for their entity."""
        groups: dict[Identity, list[Identity]] = defaultdict(list)
        for identity in sorted(self._told):
            groups[self.resolution.of(identity)].append(identity)
        return dict(groups)

    @cached_property
    def _entities(self) -> dict[Identity, Entity]:
        return {identity: self._describe(identity, members) for identity, members in self.entities.items()}

    def _describe(self, identity: Identity, members: Sequence[Identity]) -> Entity:
        """Return the entity of names that are one."""
        told = [self._told[member] for member in members]
        names = sum((one.names for one in told), Counter[str]())
        surface = set(names).union(*(one.aliases for one in told))
        addresses = {member.iri for member in members} | set(self.resolution.elsewhere.get(identity, ()))
        same_as = tuple(sorted(addresses - {identity.iri}))
        record = self._record(identity)
        if record is not None:
            return _known_entity(identity, record, surface, same_as)
        name = min(names, key=lambda n: (-names[n], -len(n), n))
        countries = set[str]().union(*(one.countries for one in told))
        return Entity(
            identity.iri,
            name,
            _type(members, told),
            country=countries.pop() if len(countries) == 1 else None,
            seen=tuple(Alias(a) for a in sorted(surface - {name})),
            same_as=same_as,
        )


def identity_of(party: Party) -> Identity:
    """Return what makes a party the same in all articles, before names are resolved.

    >>> identity_of(Party("Dalian Zeus GmbH", "Company")).iri
    'https://w3id.org/newskg/entity/company/dalian-zeus~gmbh'
    """
    if party.key:
        return Identity("", party.key)
    kind = party.type or ""
    mark = ""
    if kind in _MARKED:
        form = legal_form(party.name)
        mark = (party.country or "").lower() or (form if homes_of(form) else "")
    return Identity(kind, name_key(party.name) or party.name.casefold(), mark)


def _type(members: Sequence[Identity], told: Sequence[_Told]) -> str:
    """Return the class that most articles give, a specific one before Organization."""
    votes: Counter[str] = Counter()
    for member, one in zip(members, told, strict=True):
        votes[member.kind or "Organization"] += one.names.total()
    return min(votes, key=lambda kind: (kind == "Organization", -votes[kind], kind))


def _known_entity(identity: Identity, record: AuthorityRecord, surface: set[str], same_as: tuple[str, ...]) -> Entity:
    kinds = ("isin", "lei", "wkn", "ticker", "homepage", "wikidata")
    facts = ((kind, getattr(record, kind)) for kind in kinds)
    return Entity(
        identity.iri,
        record.name,
        record.type,
        tuple(Alias(a) for a in sorted({*record.aliases} - {record.name})),
        record.country,
        tuple(sorted(record.kinds)) if record.type in _OF_AN_INDUSTRY else (),
        tuple((kind, value) for kind, value in facts if value),
        seen=tuple(Alias(a) for a in sorted(surface - {record.name, *record.aliases})),
        same_as=same_as,
    )


def _parties(claim: Claim) -> Iterator[Party]:
    yield claim.subject
    if claim.object is not None:
        yield claim.object
    yield from claim.attributed_to
