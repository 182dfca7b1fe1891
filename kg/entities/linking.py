"""Linking: the parties of all claims become entities that are the same in every article.

A name of the authority file is the entity of that row. An unknown name becomes an entity of its own, known by
its normalised name and class; a longer form and a short form that one article uses for the same thing come
together everywhere, unless the short form stands for several things. The result depends on the set of claims
alone, not on their order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from urllib.parse import quote

from kg.claims.claim import Claim, Party
from kg.entities.entity import Alias, Entity
from kg.entities.linked import LinkedClaim
from kg.language.gazetteer import Authority, AuthorityRecord
from kg.language.normalise import name_key

ENTITY_NAMESPACE = "https://w3id.org/newskg/entity/"

#: authority id, or class and normalised name
Identity = tuple[str, str]

_KNOWN = ""


def link(articles: Mapping[str, Sequence[Claim]], authority: Authority) -> dict[str, tuple[LinkedClaim, ...]]:
    """Return the claims of each article with entities in place of names."""
    linker = Linker(authority, Counter(p for claims in articles.values() for p in parties_of(claims)))
    return {article: tuple(linker.link(claim) for claim in claims) for article, claims in articles.items()}


def parties_of(claims: Iterable[Claim]) -> set[Party]:
    """Return what one article calls its parties, without their places in the text."""
    return {replace(party, start=0, end=0) for claim in claims for party in _parties(claim) if party.type}


class Linker:
    """Entities for parties, given in how many articles each stands."""

    def __init__(self, authority: Authority, articles: Mapping[Party, int]) -> None:
        self._authority = authority
        parties = [party for party in articles if party.type]
        self._same = _merge_short_forms(parties)
        self._names: dict[Identity, Counter[str]] = defaultdict(Counter)
        self._aliases: dict[Identity, set[str]] = defaultdict(set)
        for party in parties:
            identity = self.identity(party)
            self._names[identity][party.name] += articles[party]
            self._aliases[identity].update(party.aliases)
        self._entities = {identity: self._describe(identity) for identity in self._names}

    def identity(self, party: Party) -> Identity:
        """Return what makes a party the same as another."""
        if party.key:
            return (_KNOWN, party.key)
        own = _own_identity(party)
        return self._same.get(own, own)

    def entity(self, party: Party) -> Entity:
        """Return the entity of a party of one of the claims."""
        return self._entities[self.identity(party)]

    def link(self, claim: Claim) -> LinkedClaim:
        """Return a claim with its entities."""
        return LinkedClaim(
            claim,
            self.entity(claim.subject),
            None if claim.object is None else self.entity(claim.object),
            tuple(self.entity(p) if p.type else p.name for p in claim.attributed_to),
        )

    def _describe(self, identity: Identity) -> Entity:
        record = self._authority.by_id(identity[1]) if identity[0] == _KNOWN else None
        if record is not None:
            return _known_entity(record, self._aliases[identity] | set(self._names[identity]))
        name = min(self._names[identity], key=lambda n: (-self._names[identity][n], -len(n), n))
        aliases = (self._aliases[identity] | set(self._names[identity])) - {name}
        return Entity(
            entity_iri(identity),
            name,
            identity[0] or "Organization",
            seen=tuple(Alias(a) for a in sorted(aliases)),
        )


def entity_iri(identity: Identity) -> str:
    """Return the address of an entity: from its authority id, or from class and normalised name.

    >>> entity_iri(("Company", "dalian zeus"))
    'https://w3id.org/newskg/entity/company/dalian-zeus'
    """
    kind, key = identity
    slug = quote(key.replace(" ", "-"), safe="-")
    return ENTITY_NAMESPACE + (f"{kind.lower()}/{slug}" if kind else slug)


def _known_entity(record: AuthorityRecord, surface: set[str]) -> Entity:
    facts = (("isin", record.isin), ("ticker", record.ticker), ("homepage", record.homepage))
    return Entity(
        entity_iri((_KNOWN, record.id)),
        record.name,
        record.type,
        tuple(Alias(a) for a in sorted({*record.aliases} - {record.name})),
        record.country,
        tuple((kind, value) for kind, value in facts if value),
        seen=tuple(Alias(a) for a in sorted(surface - {record.name, *record.aliases})),
    )


def _parties(claim: Claim) -> Iterator[Party]:
    yield claim.subject
    if claim.object is not None:
        yield claim.object
    yield from claim.attributed_to


def _own_identity(party: Party) -> Identity:
    return (party.type or "", name_key(party.name) or party.name.casefold())


def _merge_short_forms(parties: Iterable[Party]) -> dict[Identity, Identity]:
    """Map a long form to the short form that an article gives for it, where the short form is no other's.

    People are left out: a last name says too little.
    """
    long_forms: dict[Identity, set[Identity]] = defaultdict(set)
    for party in parties:
        if party.key or party.type == "Person":
            continue
        own = _own_identity(party)
        for alias in party.aliases:
            short = (own[0], name_key(alias))
            if short[1] and short != own and own[1].startswith(short[1] + " "):
                long_forms[short].add(own)
    return {next(iter(longs)): short for short, longs in long_forms.items() if len(longs) == 1}
