"""The W3C Entity Reconciliation API, version 0.2, over a graph: plain functions from JSON values to JSON values.

A web server mounts them; nothing here knows of HTTP. ``manifest`` tells what the service can do, ``answer``
answers a batch of queries, the ``suggest_`` functions complete what somebody types, ``preview`` shows an entity as
HTML, ``extend`` fetches values for entities that were matched. See https://reconciliation-api.github.io/specs/0.2/.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from importlib.metadata import version as installed_version
from typing import Any

from kg.entities.resolving.comparison import SURE
from kg.graph.namespaces import ENTITY, KG
from kg.graph.store import GraphStore
from kg.graph.vocabulary import shipped_vocabulary
from kg.query.entity_index import EntityIndex, Entry, Match

Json = dict[str, Any]

#: queries that one batch may hold
MOST_QUERIES = 200
#: candidates that one query is answered with at most, and those it gets unless it asks for fewer or more
MOST_CANDIDATES = 50
USUAL_CANDIDATES = 5
#: letters of a query that are looked at
_LONGEST_NAME = 300
_PREVIEW = {"width": 400, "height": 150}
#: what entities can be matched by and extended with: id → name
PROPERTIES = {
    "country": "country (ISO 3166-1 code)",
    "isin": "ISIN",
    "lei": "LEI",
    "wkn": "WKN",
    "ticker": "ticker",
    "class": "class",
    "name": "name",
    "alias": "other names",
    "sameAs": "address in other data sets",
    "claims": "number of statements",
}
_IDENTIFIERS = ("isin", "lei", "wkn", "ticker")


class ReconciliationError(ValueError):
    """A request does not follow the specification; the message says where."""


def manifest(base_url: str, view_url: str | None = None) -> Json:
    """Return the service manifest.

    ``base_url`` is the address of the service without a slash at its end; the paths ``/suggest/entity``,
    ``/suggest/type``, ``/suggest/property``, ``/preview`` and ``/extend/propose`` lie below it. ``view_url`` is the
    pattern of entity pages, with ``{{id}}`` in it.
    """
    suggest = {
        kind: {"service_url": base_url, "service_path": f"/suggest/{kind}"} for kind in ("entity", "type", "property")
    }
    return {
        "versions": ["0.1", "0.2"],
        "name": "newskg",
        "identifierSpace": str(ENTITY),
        "schemaSpace": str(KG),
        "serviceVersion": installed_version("newskg"),
        "view": {"url": view_url or f"{ENTITY}{{{{id}}}}"},
        "defaultTypes": [_type("Organization"), _type("Company"), _type("Person")],
        "suggest": suggest,
        "preview": {"url": f"{base_url}/preview?id={{{{id}}}}", **_PREVIEW},
        "extend": {
            "propose_properties": {"service_url": base_url, "service_path": "/extend/propose"},
            "property_settings": [],
        },
    }


def answer(queries: Mapping[str, Any], graph: GraphStore) -> Json:
    """Answer a batch of queries, each under its key, with the likeliest entities of the graph.

    Raises:
        ReconciliationError: the batch or one of its queries does not follow the specification.
    """
    if not isinstance(queries, Mapping):
        raise ReconciliationError('a batch of queries is an object: {"q0": {"query": "…"}}')
    if len(queries) > MOST_QUERIES:
        raise ReconciliationError(f"{len(queries)} queries at once are too many; send at most {MOST_QUERIES}")
    index = EntityIndex.of(graph)
    return {str(key): {"result": _candidates(str(key), query, index)} for key, query in queries.items()}


def suggest_entities(prefix: str, graph: GraphStore, cursor: int = 0, limit: int = 10) -> Json:
    """Complete the name of an entity."""
    found = EntityIndex.of(graph).beginning(prefix[:_LONGEST_NAME])[max(cursor, 0) :][:limit]
    return {"result": [_suggested(entry) for entry in found]}


def _suggested(entry: Entry) -> Json:
    return {
        "id": _id(entry.iri),
        "name": entry.name,
        "description": _described(entry),
        "notable": [_type(entry.type)],
    }


def suggest_types(prefix: str, limit: int = 20) -> Json:
    """Complete the name of a class."""
    found = (name for name in sorted(shipped_vocabulary().classes) if prefix.casefold() in name.casefold())
    return {"result": [_type(name) for name in found][:limit]}


def suggest_properties(prefix: str) -> Json:
    """Complete the name of a property that queries may give values of."""
    wanted = prefix.casefold()
    found = ({"id": id, "name": name} for id, name in PROPERTIES.items() if wanted in f"{id} {name}".casefold())
    return {"result": list(found)}


def propose_properties(type_id: str, limit: int | None = None) -> Json:
    """Name the properties that entities of a class can be extended with."""
    properties = [{"id": id, "name": name} for id, name in PROPERTIES.items()]
    return {"type": type_id, "properties": properties[:limit]}


def preview(entity_id: str, graph: GraphStore) -> str | None:
    """Return a small HTML page on an entity; None for one that the graph does not hold."""
    entry = EntityIndex.of(graph).entries.get(_iri(entity_id))
    if entry is None:
        return None
    others = ", ".join(entry.names[1:8])
    lines = [f"<strong>{html.escape(entry.name)}</strong>", html.escape(_described(entry)), html.escape(others)]
    body = "".join(f"<p>{line}</p>" for line in lines if line)
    title = html.escape(entry.name)
    return f'<!doctype html><html><head><meta charset="utf-8"><title>{title}</title></head><body>{body}</body></html>'


def extend(request: Mapping[str, Any], graph: GraphStore) -> Json:
    """Return values of properties for entities: ``{"ids": […], "properties": [{"id": …}]}``.

    Raises:
        ReconciliationError: the request does not follow the specification, or asks for an unknown property.
    """
    ids, wanted = request.get("ids"), request.get("properties")
    if not isinstance(ids, list) or not isinstance(wanted, list):
        raise ReconciliationError("an extension query has a list of ids and a list of properties")
    properties = [_property_id(one) for one in wanted]
    entries = EntityIndex.of(graph).entries
    rows = {str(id): _row(entries.get(_iri(str(id))), properties) for id in ids}
    return {"meta": [{"id": name, "name": PROPERTIES[name]} for name in properties], "rows": rows}


# -- queries ----------------------------------------------------------------------------------------------


def _candidates(key: str, query: object, index: EntityIndex) -> list[Json]:
    if not isinstance(query, Mapping):
        raise ReconciliationError(f"query {key!r} is no object")
    name, properties = query.get("query", ""), query.get("properties", [])
    if not isinstance(name, str) or not isinstance(properties, list) or not (name.strip() or properties):
        raise ReconciliationError(f"query {key!r} needs a text as query, or properties")
    countries, identifiers = _circumstances(key, properties)
    matches = index.match(name[:_LONGEST_NAME], _types(query.get("type")), countries, identifiers)
    limit = _limit(key, query.get("limit"))
    return [_candidate(match, _is_alone(matches)) for match in matches[:limit]]


def _limit(key: str, value: object) -> int:
    if value is None:
        return USUAL_CANDIDATES
    if isinstance(value, bool) or not isinstance(value, (int, float)) or value < 1:
        raise ReconciliationError(f"query {key!r}: limit is a number from 1 up, not {value!r}")
    return min(int(value), MOST_CANDIDATES)


def _types(value: object) -> set[str]:
    """Return the classes that a query asks for, by id or by address; unknown ones match nothing."""
    given = [value] if isinstance(value, str) else value if isinstance(value, list) else []
    return {str(one).removeprefix(KG) for one in given if one}


def _circumstances(key: str, properties: Iterable[object]) -> tuple[set[str], set[tuple[str, str]]]:
    countries: set[str] = set()
    identifiers: set[tuple[str, str]] = set()
    for one in properties:
        if not isinstance(one, Mapping) or "pid" not in one or "v" not in one:
            raise ReconciliationError(f"query {key!r}: a property has a pid and a v")
        for value in _property_values(one["v"]):
            if one["pid"] == "country":
                countries.add(value.upper())
            elif one["pid"] in _IDENTIFIERS:
                identifiers.add((one["pid"], value))
    return countries, identifiers


def _property_values(value: object) -> Iterable[str]:
    for one in value if isinstance(value, list) else [value]:
        text = one.get("id", "") if isinstance(one, Mapping) else one
        if str(text).strip():
            yield str(text).strip()


def _is_alone(matches: list[Match]) -> bool:
    """Tell whether the best match is sure and no other is."""
    return len([m for m in matches[:2] if m.comparison.score >= SURE]) == 1


def _candidate(match: Match, alone: bool) -> Json:
    entry, comparison = match.entry, match.comparison
    return {
        "id": _id(entry.iri),
        "name": entry.name,
        "description": _described(entry),
        "type": [_type(entry.type)],
        "score": round(100 * comparison.score, 2),
        "match": alone and comparison.sure,
        "features": [{"id": found.feature, "value": found.weight} for found in comparison.findings],
    }


# -- entities ---------------------------------------------------------------------------------------------


def _type(name: str) -> Json:
    return {"id": name, "name": name}


def _id(iri: str) -> str:
    """Return an address as an id in the identifier space; one outside of it stays whole."""
    return iri.removeprefix(ENTITY)


def _iri(entity_id: str) -> str:
    return entity_id if "://" in entity_id else ENTITY + entity_id


def _described(entry: Entry) -> str:
    claims = f"{entry.claims} statement{'s' if entry.claims != 1 else ''}"
    return ", ".join([entry.type, *sorted(entry.countries), claims])


def _property_id(one: object) -> str:
    name = one.get("id") if isinstance(one, Mapping) else None
    if name not in PROPERTIES:
        raise ReconciliationError(f"there is no property {name!r}; known are {', '.join(PROPERTIES)}")
    return str(name)


def _row(entry: Entry | None, properties: Iterable[str]) -> Json:
    return {name: [] if entry is None else _values(entry, name) for name in properties}


def _values(entry: Entry, name: str) -> list[Json]:
    if name == "claims":
        return [{"int": entry.claims}]
    texts: Mapping[str, Iterable[str]] = {
        "country": sorted(entry.countries),
        "class": [entry.type],
        "name": [entry.name],
        "alias": entry.names[1:],
        "sameAs": entry.same_as,
    }
    if name in texts:
        return [{"str": text} for text in texts[name]]
    return [{"str": value} for kind, value in sorted(entry.identifiers) if kind == name]
