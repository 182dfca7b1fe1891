"""A query in a process of its own, with limits of time, memory and size that the system holds."""

from __future__ import annotations

import json
import math
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from kg.graph.namespaces import KG, PREFIXES, RDFS, SCHEMA, SKOS
from kg.query.errors import (
    QueryError,
    QueryMemoryError,
    QuerySizeError,
    QuerySyntaxError,
    QueryTimeoutError,
)

_CHILD = Path(__file__).with_name("child.py")
MEGABYTE = 1 << 20
#: functions for queries, by IRI, with the properties that they look for: ``kg:label(?entity)`` is the entity's name
LABEL_FUNCTIONS = {
    KG("label").value: [name.value for name in (SKOS.prefLabel, SCHEMA.name, SCHEMA.headline, RDFS.label)]
}


@dataclass(frozen=True, slots=True)
class Limits:
    """What a query may use; None sets no limit."""

    seconds: float | None = None
    #: bytes that the query may use beside those of the store
    memory: int | None = None
    #: bytes of the answer
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """SPARQL with the graphs it is asked of and the media types of the answer."""

    sparql: str
    rows: str = "application/sparql-results+json"
    triples: str = "application/n-triples"
    #: IRIs of graphs that stand in place of the merged graph, and of those that GRAPH sees
    default_graphs: Sequence[str] = ()
    named_graphs: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer in a temporary file that stands behind its first line."""

    is_triples: bool
    #: goes away when it is closed
    body: IO[bytes]


def ask(snapshot: Path, question: Question, limits: Limits) -> Answered:
    """Answer a query on a snapshot.

    Raises:
        QuerySyntaxError: it is no SPARQL.
        QueryTimeoutError, QueryMemoryError, QuerySizeError: it goes beyond a limit.
        QueryError: it fails otherwise.
    """
    body = tempfile.TemporaryFile()  # noqa: SIM115 - the caller closes it
    try:
        done = _run(snapshot, _request(question, limits), body, limits)
        if done.returncode != 0:
            raise _error(question.sparql, limits, done)
        body.seek(0)
        return Answered(body.readline() == b"triples\n", body)
    except BaseException:
        body.close()
        raise


def _request(question: Question, limits: Limits) -> bytes:
    request = {
        "sparql": question.sparql,
        "prefixes": PREFIXES,
        "rows": question.rows,
        "triples": question.triples,
        "default_graphs": list(question.default_graphs),
        "named_graphs": list(question.named_graphs),
        "labels": LABEL_FUNCTIONS,
        "seconds": math.ceil(limits.seconds) + 1 if limits.seconds else None,
        "memory": limits.memory,
        "size": limits.size,
    }
    return json.dumps(request).encode()


def _run(snapshot: Path, request: bytes, body: IO[bytes], limits: Limits) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-I", str(_CHILD), str(snapshot)]
    try:
        return subprocess.run(command, input=request, stdout=body, stderr=subprocess.PIPE,
                              timeout=limits.seconds, check=False)  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise QueryTimeoutError(limits.seconds or 0) from error


def _error(sparql: str, limits: Limits, done: subprocess.CompletedProcess[bytes]) -> QueryError:
    """Tell from what the child said, or from how it ended, what was wrong."""
    report = done.stderr.decode(errors="replace")
    kind, _, message = report.partition("\n")
    if kind == "SyntaxError":
        return QuerySyntaxError.from_parser(sparql, message)
    if "memory allocation" in report or "bad_alloc" in report or kind == "MemoryError":
        return QueryMemoryError(limits.memory or 0)
    if "File too large" in message:
        return QuerySizeError(limits.size or 0)
    if done.returncode < 0 and (seconds := limits.seconds) and _signal(done.returncode) in {"SIGXCPU", "SIGKILL"}:
        return QueryTimeoutError(seconds)
    return QueryError(f"the query failed: {message or kind or f'it ended with status {done.returncode}'}")


def _signal(status: int) -> str:
    import signal

    with suppress(ValueError):
        return signal.Signals(-status).name
    return ""
