"""What a graph knows of one entity, as lines to read."""

from __future__ import annotations

from collections.abc import Iterator

from kg.graph.namespaces import compact
from kg.graph.statements import StoredStatement
from kg.graph.store import GraphStore
from kg.query.card import EntityCard, Source, Wanted, entity_card

_QUOTE = 160
_SOURCES = 8
_NEIGHBOURS = 12


def describe_entity(graph: GraphStore, name: str, limit: int = 40, wanted: Wanted | None = None) -> Iterator[str]:
    """Yield lines about an entity: names, identifiers, sources, neighbours, then claims by status with their words.

    Raises the errors of `find_entity` for a name that stands for none or for several entities.
    """
    card = entity_card(graph, name, wanted)
    yield card.name
    yield from _facts(card)
    yield from _sources(card)
    yield from _neighbours(card)
    yield from _claims(card, limit)


def _facts(card: EntityCard) -> Iterator[str]:
    yield f"  address: {card.iri}"
    yield f"  class: {card.type}"
    listed = {"also": card.names, "joined from": tuple(map(compact, card.joined)), **card.identifiers}
    listed["same as"] = tuple(map(compact, card.elsewhere))
    listed["may be"] = tuple(f"{name} ({compact(iri)})" for iri, name in card.alternatives.items())
    yield from (f"  {key}: {', '.join(values)}" for key, values in listed.items() if values)


def _sources(card: EntityCard) -> Iterator[str]:
    count = len(card.sources)
    copies = count - card.independent_sources
    told = f"{count} article{'s' if count != 1 else ''}"
    yield f"\nsources: {told}{f', {copies} of them reprints' if copies else ''}"
    yield from (f"  {_shown(source)}" for source in card.sources[:_SOURCES])
    if count > _SOURCES:
        yield f"  … {count - _SOURCES} more"


def _shown(source: Source) -> str:
    told = (source.published, source.publisher, source.title, source.iri)
    return "  ".join(part for part in told if part) + ("  (reprint)" if source.reprint_of else "")


def _neighbours(card: EntityCard) -> Iterator[str]:
    if card.neighbours:
        named = [f"{card.labels.get(iri, iri)} ({count})" for iri, count in card.neighbours.items()]
        more = f", … {len(named) - _NEIGHBOURS} more" if len(named) > _NEIGHBOURS else ""
        yield f"\nneighbours: {', '.join(named[:_NEIGHBOURS])}{more}"


def _claims(card: EntityCard, limit: int) -> Iterator[str]:
    status = ""
    for one in card.claims[:limit]:
        if one.status != status:
            status = one.status
            count = sum(other.status == status for other in card.claims)
            yield f"\n{status} ({count})"
        yield from _claim(card, one)
    if len(card.claims) > limit:
        yield f"… {len(card.claims) - limit} more claims; see them with --limit {len(card.claims)}"


def _claim(card: EntityCard, one: StoredStatement) -> Iterator[str]:
    labels = card.labels
    target = labels.get(one.object, one.object) if one.object else one.value or ""
    qualifiers = " ".join(f"{k}={v}" for k, v in one.qualifiers.items())
    yield f"  {labels.get(one.subject, one.subject)} {one.predicate} {target}  {qualifiers}".rstrip()
    sources = [labels.get(iri, iri) for iri in one.attributed_to] + list(one.unnamed_sources)
    if sources:
        yield f"      says {', '.join(sources)}"
    for quote in one.quotes[:1]:
        words = " ".join(quote.text.split())
        yield f"      «{words[:_QUOTE]}{'…' if len(words) > _QUOTE else ''}» {quote.article}"
