"""From the entities of a graph to proposals: what another data set may call the same things."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from kg.entities.decisions import Decision, now
from kg.entities.resolving.profile import Identity
from kg.entities.services import Candidate, NameQuery, Service
from kg.graph.links import Links

#: candidates below this score are not worth a look, unless the service calls one certain
_LEAST_SCORE = 50.0


def proposals(
    links: Links, service: Service, classes: Collection[str] = (), type_: str = "", limit: int = 100
) -> Iterator[list[Decision]]:
    """Yield proposals, those of one entity at a time, for entities that nothing of the service was proposed for yet.

    Raises:
        ServiceError: the service cannot be used.
    """
    space = service.identifier_space()
    queries = [
        NameQuery(identity.iri, links.name_of(identity), type_)
        for identity in _entities(links, classes)
        if not _is_done(links, identity, space)
    ]
    for query, candidates in service.candidates(queries[:limit]):
        yield [_proposal(query, candidate, service.url) for candidate in _best(candidates)]


def _entities(links: Links, classes: Collection[str]) -> Iterator[Identity]:
    """Yield the identities that stand for entities of some classes, those in most articles first."""
    counts = links.linker.article_counts
    for identity in sorted(links.entities, key=lambda i: (-counts[i], i)):
        if not classes or links.linker.profiles[identity].type in classes:
            yield identity


def _is_done(links: Links, identity: Identity, space: str) -> bool:
    """Tell whether the decisions hold an address of the service for an entity."""
    own = {identity.iri, *(member.iri for member in links.resolution.members.get(identity, ()))}
    return any(
        own & set(decision.pair) and any(end.startswith(space) for end in decision.pair)
        for decision in links.decisions.standing
    )


def _best(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the one that the service is certain of, else all that share the best score, as long as it is fair."""
    certain = [candidate for candidate in candidates if candidate.match]
    if certain:
        return certain[:1]
    best = candidates[0].score if candidates else 0.0
    return [one for one in candidates if one.score == best and best >= _LEAST_SCORE][:3]


def _proposal(query: NameQuery, candidate: Candidate, url: str) -> Decision:
    told = (candidate.description, ", ".join(candidate.types), "certain" if candidate.match else "")
    (one, one_name), (other, other_name) = sorted(((query.key, query.name), (candidate.iri, candidate.name)))
    score = f"{min(max(candidate.score / 100, 0.0), 1.0):.2f}"
    return Decision(now(), url, "proposed", one, other, one_name, other_name, score, "; ".join(filter(None, told)))
