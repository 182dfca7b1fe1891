"""What can be wrong with a query, each with the facts and the next step."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_POSITION = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
#: a reason that the parser gives as a sentence among the tokens it expected
_REASON = re.compile(r"(?:expected |one of |, )((?:The |Duplicated |IRI parsing )[^,\[]*)")


class QueryError(ValueError):
    """A query cannot be answered as it stands."""


class QuerySyntaxError(QueryError):
    """The text is no SPARQL query; ``line`` and ``column`` count from 1."""

    def __init__(self, line: int, column: int, source: str, problem: str) -> None:
        self.line = line
        self.column = column
        self.source = source
        self.problem = problem
        super().__init__(str(self))

    def __str__(self) -> str:
        pointer = " " * (self.column - 1) + "^"
        return f"line {self.line}, column {self.column}: {self.problem}\n  {self.source}\n  {pointer}"

    @classmethod
    def from_parser(cls, sparql: str, message: str) -> QuerySyntaxError:
        """Read the parser's message, which counts bytes and lists what it would have taken instead."""
        found = _POSITION.search(message)
        if found is None:
            return cls(1, 1, sparql.splitlines()[0] if sparql else "", message)
        line, offset = int(found[1]), int(found[2])
        lines = sparql.split("\n")
        source = lines[line - 1] if line <= len(lines) else ""
        column = len(source.encode()[: offset - 1].decode(errors="ignore")) + 1
        return cls(line, column, source.replace("\t", " "), _problem(source, column, found[3]))


class ServiceRefusedError(QueryError):
    """The query calls another server."""

    def __init__(self) -> None:
        super().__init__("SERVICE is not allowed: queries read this graph only and use no network")


class UnknownQueryError(QueryError):
    """The library has no query of that name; ``nearest`` holds similar names."""

    def __init__(self, name: str, nearest: Sequence[str]) -> None:
        super().__init__(f"there is no query named {name!r}{_suggest(nearest)}; kg queries lists them all")
        self.name = name
        self.nearest = tuple(nearest)


class QueryFileError(QueryError):
    """The file of a named query breaks the rules of the library."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(f"query {name}: {problem}")
        self.name = name
        self.problem = problem


class ParameterError(QueryError):
    """A parameter is missing, not known to the query, or not of its type."""


class UnknownNameError(ParameterError):
    """No entity has that name; ``nearest`` holds similar names."""

    def __init__(self, name: str, nearest: Sequence[str]) -> None:
        super().__init__(f"no entity is named {name!r}{_suggest(nearest)}")
        self.name = name
        self.nearest = tuple(nearest)


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several entities that share a name."""

    iri: str
    name: str
    type: str


class AmbiguousNameError(ParameterError):
    """Several entities have that name."""

    def __init__(self, name: str, choices: Sequence[Choice]) -> None:
        lines = (f"\n  {choice.name} ({choice.type}) <{choice.iri}>" for choice in choices)
        super().__init__(
            f"{name!r} names {len(choices)} entities; give one of these by full name or IRI:{''.join(lines)}"
        )
        self.name = name
        self.choices = tuple(choices)


class QueryTimeoutError(QueryError):
    """The query took longer than allowed."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"no answer within {seconds:g} s; narrow the query or allow more time with --timeout")
        self.seconds = seconds


class QueryMemoryError(QueryError):
    """The query needs more memory than allowed."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"the query needs more than {limit >> 20} MB of memory; narrow it, or group fewer rows")
        self.limit = limit


class QuerySizeError(QueryError):
    """The answer is larger than allowed."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"the answer is larger than {limit >> 20} MB; add LIMIT, or export the graph")
        self.limit = limit


def _suggest(nearest: Sequence[str]) -> str:
    return f"; did you mean {' or '.join(repr(name) for name in nearest)}?" if nearest else ""


def _problem(source: str, column: int, expected: str) -> str:
    """Say what is wrong at a position, given what the parser would have taken there."""
    if "Prefix not found" in expected:
        words = source[: column - 1].split()
        return f"the prefix of {words[-1]!r} is not known" if words else "a prefix is not known"
    if found := _REASON.search(expected):
        return found[1].strip()
    rest = source[column - 1 :].split()
    return f"{rest[0]!r} does not belong here" if rest else "something is missing here"
