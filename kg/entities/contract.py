"""Claims as JSON objects for other programs: one object a claim, as ``kg extract`` prints them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from kg.entities.entity import Entity
from kg.entities.linked import LinkedClaim

Json = dict[str, Any]
Kinds = Mapping[str, type]


class ContractError(ValueError):
    """A line is no claim; the message says what is wrong with it."""


#: key of a claim → the types that its value may have; those of the first kind must be there
_REQUIRED: Kinds = {"article": str, "predicate": str, "subject": dict}
_OPTIONAL: Kinds = {"object": dict, "qualifiers": dict, "attributedTo": list, "evidence": dict, "status": str}
_PARTY: Kinds = {"name": str, "id": str, "type": str, "aliases": list}
_EVIDENCE: Kinds = {"text": str, "start": int, "end": int}


def read_claim(line: str) -> Json:
    """Return the claim object of a line of JSON Lines, as `claim_object` makes them; other keys are let pass.

    Raises:
        ContractError: the line is no JSON, or no claim.

    >>> read_claim('{"article": "a", "predicate": "acquires"}')
    Traceback (most recent call last):
    kg.entities.contract.ContractError: has no "subject"
    """
    try:
        claim = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ContractError(f"is not JSON ({error})") from error
    if not isinstance(claim, dict):
        raise ContractError("is not a JSON object")
    for key in _REQUIRED:
        if claim.get(key) is None:
            raise ContractError(f'has no "{key}"')
    _check(claim, {**_REQUIRED, **_OPTIONAL}, "")
    for key, party in (("subject", claim["subject"]), ("object", claim.get("object"))):
        _check_party(party or {}, key)
    for source in claim.get("attributedTo") or ():
        _check_party(source, "attributedTo")
    _check(claim.get("evidence") or {}, _EVIDENCE, "evidence.")
    return claim


def _check_party(party: object, key: str) -> None:
    if not isinstance(party, dict):
        raise ContractError(f'has something else than an object in "{key}"')
    _check(party, _PARTY, f"{key}.")
    if not all(isinstance(alias, str) for alias in party.get("aliases") or ()):
        raise ContractError(f'has something else than text in "{key}.aliases"')


def _check(found: Json, kinds: Kinds, where: str) -> None:
    for key, kind in kinds.items():
        if found.get(key) is not None and not isinstance(found[key], kind):
            raise ContractError(f'has something else than {_WORDS[kind]} in "{where}{key}"')


_WORDS = {str: "text", int: "a whole number", dict: "an object", list: "a list"}


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
