"""The reconciliation API as OpenRefine asks it."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest

from tests.server.conftest import Visitor

HOST = {"Host": "127.0.0.1:7878"}


def test_the_manifest_names_addresses_of_this_server(visitor: Visitor) -> None:
    manifest = visitor.get("/reconcile", "*/*").json
    assert manifest["name"] == "newskg"
    assert manifest["view"]["url"] == "http://127.0.0.1:7878/entity/{{id}}"
    for kind in ("entity", "type", "property"):
        place = manifest["suggest"][kind]
        path = f"{place['service_url']}{place['service_path']}".removeprefix("http://127.0.0.1:7878")
        assert "result" in visitor.get(f"{path}?prefix=a", "*/*").json


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_batch_of_names(visitor: Visitor, method: str) -> None:
    queries = {"queries": json.dumps({"q0": {"query": "Honor"}, "q1": {"query": "Volksrepublik China"}})}
    where = {"query_string" if method == "GET" else "data": queries}
    answer = visitor.client.open("/reconcile", method=method, headers=HOST, **where).json
    assert [answer[key]["result"][0]["name"] for key in ("q0", "q1")] == ["HONOR", "China"]


def test_values_of_an_entity(visitor: Visitor) -> None:
    request = quote(json.dumps({"ids": ["kftc"], "properties": [{"id": "country"}]}))
    assert visitor.get(f"/reconcile?extend={request}", "*/*").json["rows"] == {"kftc": {"country": [{"str": "KR"}]}}
    assert visitor.get("/reconcile/extend/propose?type=Company&limit=2", "*/*").json["properties"]


def test_a_preview_may_stand_in_a_frame(visitor: Visitor) -> None:
    answer = visitor.get("/reconcile/preview?id=kftc")
    assert "KFTC" in answer.text and "X-Frame-Options" not in answer.headers
    assert visitor.get("/reconcile/preview?id=nobody").status_code == 404


@pytest.mark.parametrize("queries", ["{", "[]", '{"q0": 7}', "[" * 100_000])
def test_what_is_wrong_is_said(visitor: Visitor, queries: str) -> None:
    answer = visitor.client.post("/reconcile", data={"queries": queries}, headers=HOST)
    assert answer.status_code == 400 and answer.text.strip()


@pytest.mark.parametrize(
    ("origin", "allowed"),
    [
        ("http://127.0.0.1:3333", True),
        ("http://localhost:3333", True),
        ("https://evil.example", False),
        ("null", False),
    ],
)
def test_only_pages_of_this_machine_read_it(visitor: Visitor, origin: str, allowed: bool) -> None:
    headers = visitor.get("/reconcile", "*/*", Origin=origin).headers
    assert headers.get("Access-Control-Allow-Origin") == (origin if allowed else None)
