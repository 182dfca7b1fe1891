"""The client of reconciliation services, against a real one on loopback."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import validate

from kg.entities.services import Candidate, NameQuery, Service, ServiceError, ServiceOptions
from tests.entities.serving import batches, serving
from tests.server import recon_schemas as schemas

ENTITY = "https://w3id.org/newskg/entity/"
NAMES = ("Alibaba Group", "KFTC", "Merck", "Meituan", "Nobody at all")
FAST = ServiceOptions(batch=2, delay=0.0)


def queries(*names: str) -> list[NameQuery]:
    return [NameQuery(name.casefold(), name) for name in names]


@pytest.fixture
def url() -> Iterator[str]:
    with serving() as address:
        yield address


def test_names_get_candidates_in_batches(url: str) -> None:
    found = {query.name: candidates for query, candidates in Service(url, FAST).candidates(queries(*NAMES))}
    assert list(found) == list(NAMES)
    assert found["Alibaba Group"][0] == Candidate(
        ENTITY + "alibaba", "Alibaba", 95.0, True, found["Alibaba Group"][0].description, ("Company",)
    )
    assert [one.name for one in found["Merck"][:2]] == ["Merck & Co.", "Merck KGaA"]
    assert not any(one.match for one in found["Merck"] + found["Nobody at all"])
    asked = batches(url)
    assert [len(batch["queries"]) for batch in asked] == [2, 2, 1]
    for batch in asked:
        validate(batch["queries"], schemas.QUERY_BATCH)


def test_requests_keep_the_pace(url: str) -> None:
    waits: list[float] = []
    list(Service(url, ServiceOptions(batch=1, delay=60.0), waits.append).candidates(queries("KFTC", "Meituan")))
    assert len(waits) == 2 and all(30.0 < wait <= 60.0 for wait in waits)


def test_answers_are_kept(url: str, tmp_path: Path) -> None:
    options = ServiceOptions(batch=5, delay=0.0, cache=tmp_path / "answers.sqlite")
    first = list(Service(url, options).candidates(queries("KFTC", "Meituan")))
    again = list(Service(url, options).candidates(queries("KFTC", "Meituan", "Alibaba")))
    assert again[:2] == first
    assert [[q["query"] for q in batch["queries"].values()] for batch in batches(url)] == [
        ["KFTC", "Meituan"],
        ["Alibaba"],
    ]


def test_a_class_of_the_service_is_asked_for(url: str) -> None:
    ((_, candidates),) = Service(url, FAST).candidates([NameQuery("k", "KFTC", "Person")])
    assert candidates == []


def test_a_busy_service_is_asked_again() -> None:
    with serving("busy") as url:
        ((_, candidates),) = Service(url, FAST).candidates(queries("KFTC"))
        assert candidates[0].name == "KFTC"
        assert len(batches(url)) == 3


@pytest.mark.parametrize(
    ("fault", "problem"),
    [("refused", "answered 403"), ("silent", "did not answer the query q0"), ("text", "did not answer with JSON")],
)
def test_a_broken_service_is_named_with_its_fault(fault: str, problem: str) -> None:
    with serving(fault) as url, pytest.raises(ServiceError, match=problem) as caught:
        list(Service(url, FAST).candidates(queries("KFTC")))
    assert caught.value.url == url


def test_without_network_the_next_step_is_told() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(ServiceError, match=r"cannot be reached .*; check the network, or name another service"):
        Service(f"http://127.0.0.1:{port}").identifier_space()


def test_only_web_addresses_are_opened() -> None:
    with pytest.raises(ServiceError, match="is no web address"):
        Service("file:///etc/passwd")
