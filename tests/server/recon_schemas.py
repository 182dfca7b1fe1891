"""What version 0.2 of the reconciliation API demands of requests and answers, restated as JSON schemas."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_URL_WITH_ID: Schema = {"type": "string", "pattern": r"\{\{id\}\}"}
_TYPE: Schema = {
    "oneOf": [
        _TEXT,
        {"type": "object", "properties": {"id": _TEXT, "name": _TEXT}, "required": ["id"]},
    ]
}


def _object(required: str, **properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": required.split()}


def _list(items: Schema, **more: Any) -> Schema:
    return {"type": "array", "items": items, **more}


_SERVICE = _object(
    "",
    service_url=_TEXT,
    service_path=_TEXT,
    flyout_service_url=_TEXT,
    flyout_service_path={"type": "string", "pattern": r"\$\{id\}"},
)

MANIFEST = _object(
    "versions name identifierSpace schemaSpace",
    versions=_list(_TEXT, contains={"const": "0.2"}),
    name=_TEXT,
    identifierSpace=_TEXT,
    schemaSpace=_TEXT,
    documentation=_TEXT,
    serviceVersion=_TEXT,
    logo=_TEXT,
    view=_object("url", url=_URL_WITH_ID),
    feature_view=_object("url", url=_URL_WITH_ID),
    defaultTypes=_list(_object("id name", id=_TEXT, name=_TEXT), uniqueItems=True),
    suggest=_object("", entity=_SERVICE, property=_SERVICE, type=_SERVICE),
    preview=_object("url width height", url=_URL_WITH_ID, width={"type": "integer"}, height={"type": "integer"}),
    extend=_object(
        "", propose_properties=_object("", service_url=_TEXT, service_path=_TEXT), property_settings=_list({})
    ),
)

_FEATURE = _object("", id=_TEXT, value={"oneOf": [{"type": "boolean"}, {"type": "number"}]})
RESULT_BATCH: Schema = {
    "type": "object",
    "additionalProperties": _object(
        "result",
        result=_list(
            _object(
                "id name score",
                id=_TEXT,
                name=_TEXT,
                description=_TEXT,
                score={"type": "number"},
                features=_list(_FEATURE),
                match={"type": "boolean"},
                type=_list(_TYPE),
            )
        ),
    ),
}

_VALUE: Schema = {
    "oneOf": [_TEXT, {"type": "number"}, {"type": "boolean"}, _object("id", id=_TEXT, name=_TEXT)],
}
QUERY_BATCH: Schema = {
    "type": "object",
    "additionalProperties": {
        "type": "object",
        "properties": {
            "query": _TEXT,
            "type": {"oneOf": [_TEXT, _list(_TEXT)]},
            "limit": {"type": "number"},
            "properties": _list(_object("pid v", pid=_TEXT, v={"oneOf": [_VALUE, _list(_VALUE)]})),
            "type_strict": {"enum": ["any", "should", "all"]},
        },
        "anyOf": [
            {"required": ["query"]},
            {"required": ["properties"], "properties": {"properties": {"minItems": 1}}},
        ],
        "additionalProperties": False,
    },
}

SUGGESTED_ENTITIES = _object(
    "result", result=_list(_object("id name", id=_TEXT, name=_TEXT, description=_TEXT, notable=_list(_TYPE)))
)
SUGGESTED_TYPES = _object("result", result=_list(_object("id name", id=_TEXT, name=_TEXT)))
SUGGESTED_PROPERTIES = _object("result", result=_list(_object("id name", id=_TEXT, name=_TEXT, description=_TEXT)))

_CELL: Schema = {
    "oneOf": [
        {"type": "object", "properties": {kind: schema}, "required": [kind], "additionalProperties": False}
        for kind, schema in (("str", _TEXT), ("int", {"type": "integer"}), ("float", {"type": "number"}))
    ]
}
EXTENSION = _object(
    "meta rows",
    meta=_list(_object("id name", id=_TEXT, name=_TEXT)),
    rows={"type": "object", "additionalProperties": {"type": "object", "additionalProperties": _list(_CELL)}},
)
