"""Claims as JSON objects for other programs: one object a claim, as ``kg extract`` prints them."""

from __future__ import annotations

from typing import Any

from kg.entities.entity import Entity
from kg.entities.linked import LinkedClaim


def claim_object(linked: LinkedClaim) -> dict[str, Any]:
    """Return a linked claim as a JSON object with ids, names, typed qualifiers and the exact words."""
    claim = linked.claim
    return {
        "article": claim.article,
        "subject": _entity_object(linked.subject),
        "predicate": claim.predicate,
        "object": None if linked.object is None else _entity_object(linked.object),
        "value": claim.value,
        "qualifiers": dict(claim.qualifiers),
        "status": claim.status,
        "attributedTo": [_source_object(source) for source in linked.attributed_to],
        "confidence": claim.confidence,
        "evidence": {"start": claim.evidence.start, "end": claim.evidence.end, "text": claim.evidence.text},
        "method": claim.method,
    }


def _entity_object(entity: Entity) -> dict[str, Any]:
    aliases = sorted({alias.text for alias in (*entity.aliases, *entity.seen)})
    return {"id": entity.iri, "name": entity.name, "type": entity.type, "aliases": aliases}


def _source_object(source: Entity | str) -> dict[str, Any]:
    return {"name": source, "type": None} if isinstance(source, str) else _entity_object(source)
