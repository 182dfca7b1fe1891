"""A client for services of the W3C Entity Reconciliation API, Wikidata's for instance: candidates for names.

The only module of the program, beside the readers of web addresses, that uses the network, and only when a user asks
for it. Queries go out in batches, not faster than allowed, and answers are kept in a file, so that a second run asks
only what is new. See https://reconciliation-api.github.io/specs/0.2/.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import Request, urlopen

Json = dict[str, Any]

#: Wikidata's service, in German
WIKIDATA = "https://wikidata.reconci.link/de/api"
#: the largest answer that is read, in bytes
_MOST_BYTES = 20_000_000
_TRIES = 4
_LONGEST_WAIT = 60.0
#: answers that ask to come again later
_LATER = frozenset({429, 502, 503, 504})


class ServiceError(RuntimeError):
    """A service cannot be reached or does not answer as the specification says; ``url`` is its address."""

    def __init__(self, url: str, problem: str) -> None:
        super().__init__(f"{url}: {problem}")
        self.url = url
        self.problem = problem


@dataclass(frozen=True, slots=True)
class NameQuery:
    """A name to be looked up; ``key`` is what the asker knows it by."""

    key: str
    name: str
    #: id of a class of the service: Q4830453; empty for any
    type: str = ""

    @property
    def body(self) -> Json:
        """The query as the service takes it."""
        return {"query": self.name, "limit": 5} | ({"type": self.type} if self.type else {})


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a service thinks a name may stand for."""

    iri: str
    name: str
    #: 0 to 100
    score: float
    #: whether the service is certain
    match: bool
    description: str = ""
    types: tuple[str, ...] = ()


@dataclass(frozen=True)
class ServiceOptions:
    """How to speak with a service."""

    #: queries in one request
    batch: int = 10
    #: seconds between two requests at least
    delay: float = 1.0
    #: seconds to wait for an answer
    timeout: float = 30.0
    #: file that keeps the answers; None keeps none
    cache: Path | None = None


@dataclass
class Service:
    """A reconciliation service at an address."""

    url: str
    options: ServiceOptions = field(default_factory=ServiceOptions)
    sleep: Callable[[float], None] = time.sleep

    def __post_init__(self) -> None:
        if urlsplit(self.url).scheme not in ("http", "https"):
            raise ServiceError(self.url, "is no web address; it begins with https://")
        self._last = 0.0
        self._space: str | None = None

    def identifier_space(self) -> str:
        """Return the start of the addresses of the service's entities; raises ``ServiceError``."""
        if self._space is None:
            manifest = self._request(None)
            space = manifest.get("identifierSpace")
            if not isinstance(space, str) or "://" not in space:
                raise ServiceError(self.url, "is no reconciliation service: its manifest names no identifier space")
            self._space = space
        return self._space

    def candidates(self, queries: Sequence[NameQuery]) -> Iterator[tuple[NameQuery, list[Candidate]]]:
        """Yield each query with its candidates, best first, in the order of the queries.

        Raises:
            ServiceError: the service cannot be reached, or answers otherwise than the specification says. What was
                answered before is kept in the cache.
        """
        space = self.identifier_space()
        with _Cache(self.options.cache) as cache:
            for start in range(0, len(queries), self.options.batch):
                chunk = queries[start : start + self.options.batch]
                answers = self._answers(chunk, cache)
                for query, found in zip(chunk, answers, strict=True):
                    yield query, sorted(_candidates(found, space), key=lambda c: (-c.match, -c.score, c.iri))

    def _answers(self, queries: Sequence[NameQuery], cache: _Cache) -> list[Any]:
        bodies = [json.dumps(query.body, ensure_ascii=False, sort_keys=True) for query in queries]
        known = {body: cache.get(self.url, body) for body in bodies}
        new = [body for body, answer in known.items() if answer is None]
        if new:
            batch = {f"q{number}": json.loads(body) for number, body in enumerate(new)}
            answer = self._request(batch)
            for number, body in enumerate(new):
                known[body] = self._result(answer, f"q{number}")
                cache.put(self.url, body, known[body])
        return [known[body] for body in bodies]

    def _result(self, answer: Json, key: str) -> list[Any]:
        found = answer.get(key)
        result = found.get("result") if isinstance(found, dict) else None
        if not isinstance(result, list):
            raise ServiceError(
                self.url, f"did not answer the query {key} as the specification says: {str(found)[:200]}"
            )
        return result

    # -- requests -----------------------------------------------------------------------------------------

    def _request(self, batch: Json | None) -> Json:
        """Ask for the manifest, or for the answers to a batch; come again where the service says so."""
        for attempt in range(1, _TRIES + 1):
            self._keep_the_pace()
            try:
                return self._read(batch)
            except HTTPError as error:
                if error.code not in _LATER or attempt == _TRIES:
                    raise ServiceError(self.url, f"answered {error.code} {error.reason}") from error
                self.sleep(_wait(error, attempt))
            except (URLError, OSError) as error:
                reason = getattr(error, "reason", error)
                problem = f"cannot be reached ({reason}); check the network, or name another service with --service"
                raise ServiceError(self.url, problem) from error
        raise AssertionError("the last try returns or raises")

    def _keep_the_pace(self) -> None:
        wait = self._last + self.options.delay - time.monotonic()
        if self._last and wait > 0:
            self.sleep(wait)
        self._last = time.monotonic()

    def _read(self, batch: Json | None) -> Json:
        data = None if batch is None else urlencode({"queries": json.dumps(batch, ensure_ascii=False)}).encode()
        headers = {"Accept": "application/json", "User-Agent": "newskg (reconciliation client)"}
        with urlopen(Request(self.url, data, headers), timeout=self.options.timeout) as response:
            body = response.read(_MOST_BYTES + 1)
        if len(body) > _MOST_BYTES:
            raise ServiceError(self.url, f"answered with more than {_MOST_BYTES:,} bytes")
        try:
            answer = json.loads(body)
        except ValueError as error:
            raise ServiceError(self.url, f"did not answer with JSON: {body[:80]!r}") from error
        if not isinstance(answer, dict):
            raise ServiceError(self.url, "did not answer with a JSON object")
        return answer


def _wait(error: HTTPError, attempt: int) -> float:
    """Return how many seconds to wait before the next try: what the service says, else ever longer."""
    told = error.headers.get("Retry-After", "")
    return min(float(told) if told.isdigit() else 2.0**attempt, _LONGEST_WAIT)


def _candidates(result: Sequence[Any], space: str) -> Iterator[Candidate]:
    for one in result:
        if isinstance(one, dict) and isinstance(one.get("id"), str) and one["id"]:
            yield Candidate(
                one["id"] if "://" in one["id"] else space + quote(one["id"], safe="/:~-._"),
                str(one.get("name", "")),
                _number(one.get("score")),
                one.get("match") is True,
                str(one.get("description") or ""),
                tuple(_types(one.get("type"))),
            )


def _number(value: object) -> float:
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else 0.0


def _types(value: object) -> Iterator[str]:
    for one in value if isinstance(value, list) else []:
        yield str(one.get("name") or one.get("id")) if isinstance(one, Mapping) else str(one)


class _Cache:
    """Answers by service and query, in a file."""

    def __init__(self, path: Path | None) -> None:
        self._db = sqlite3.connect(path or ":memory:", isolation_level=None)
        self._db.execute(
            "CREATE TABLE IF NOT EXISTS answer (url TEXT, query TEXT, answer TEXT, PRIMARY KEY (url, query))"
        )

    def __enter__(self) -> _Cache:
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()

    def get(self, url: str, query: str) -> list[Any] | None:
        row = self._db.execute("SELECT answer FROM answer WHERE url = ? AND query = ?", (url, query)).fetchone()
        found: list[Any] | None = json.loads(row[0]) if row else None
        return found

    def put(self, url: str, query: str, answer: Any) -> None:
        values = (url, query, json.dumps(answer, ensure_ascii=False))
        self._db.execute("INSERT OR REPLACE INTO answer VALUES (?, ?, ?)", values)
