"""The library of named queries: one ``.rq`` file each, described in its leading comments.

::

    # title: Partners of a company
    # title@de: Partner eines Unternehmens
    # param entity (entity): the company
    # param since (date, optional): published on this day or later
    # param least (number, default 0): smallest amount
    SELECT ?partner { VALUES ?entity { UNDEF } ?entity kg:partnersWith ?partner }

A parameter is a variable bound by ``VALUES ?name { UNDEF }``: the file is a query that runs as it is, and
a given value takes the place of UNDEF as a term, so no value can change the query around it. A line that ends with
``# only with entity`` is left out where no value is given for ``entity``, one with ``# only without entity`` where one
is: for speed, where a store should go another way to the same rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

from rapidfuzz import process

from kg.query.errors import QueryFileError, UnknownQueryError
from kg.resources import queries_folder

ParameterType = Literal["entity", "article", "predicate", "class", "status", "date", "integer", "number", "text"]
TYPES: tuple[str, ...] = get_args(ParameterType)

_FIELD = re.compile(r"(?P<key>title|description)(?:@(?P<language>[a-z]{2}))?: (?P<text>.+)")
_DECLARATION = re.compile(
    r"param (?P<name>\w+) \((?P<type>\w+)"
    r"(?:, (?:(?P<optional>optional)|default (?P<default>[^)]+)))?\): (?P<text>.+)"
)
#: what a query holds where the value of a parameter goes
SLOT = re.compile(r"VALUES\s+\?(?P<name>\w+)\s*\{\s*UNDEF\s*\}")
#: a line that is there for speed, with or without a value of a parameter
ONLY = re.compile(r"^.*# only with(?P<without>out)? (?P<name>\w+)$\n?", re.MULTILINE)
_TRANSLATION = re.compile(r"param (?P<name>\w+)@(?P<language>[a-z]{2}): (?P<text>.+)")

Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a query asks for."""

    name: str
    type: ParameterType
    #: without a value the query is not restricted
    optional: bool = False
    default: str | None = None
    #: language → what it means
    description: Texts = field(default_factory=dict)

    @property
    def required(self) -> bool:
        return not self.optional and self.default is None


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query with what its comments say of it; a query typed in has neither title nor parameters."""

    name: str
    sparql: str
    #: language → title
    title: Texts = field(default_factory=dict)
    description: Texts = field(default_factory=dict)
    parameters: tuple[Parameter, ...] = ()

    @classmethod
    def parse(cls, name: str, sparql: str) -> NamedQuery:
        """Read a query and its leading comments.

        Raises:
            QueryFileError: a declared parameter has an unknown type or no place in the query.
        """
        header = _Header(name)
        for line in _leading_comments(sparql):
            header.read(line)
        query = cls(name, sparql, header.texts["title"], header.texts["description"], header.parameters())
        slots = {slot["name"] for slot in SLOT.finditer(sparql)}
        for parameter in query.parameters:
            if parameter.name not in slots:
                raise QueryFileError(name, f"the query needs VALUES ?{parameter.name} {{ UNDEF }}")
        return query

    @classmethod
    def read(cls, path: Path) -> NamedQuery:
        """Read a query file; its name is that of the file."""
        return cls.parse(path.stem, path.read_text(encoding="utf-8"))


class QueryLibrary:
    """The named queries of some folders; a later folder's query hides an earlier one of that name."""

    def __init__(self, *folders: Path) -> None:
        self._paths = {path.stem: path for folder in folders for path in sorted(folder.glob("*.rq"))}

    @classmethod
    def shipped(cls, *more: Path) -> QueryLibrary:
        """Return the library that ships with the program, with the user's own folders on top."""
        return cls(queries_folder(), *more)

    def __iter__(self) -> Iterator[NamedQuery]:
        return (self[name] for name in sorted(self._paths))

    def __len__(self) -> int:
        return len(self._paths)

    def __contains__(self, name: object) -> bool:
        return name in self._paths

    def __getitem__(self, name: str) -> NamedQuery:
        """Return a query by name; raises UnknownQueryError with similar names."""
        if name not in self._paths:
            near = process.extract(name, sorted(self._paths), limit=3, score_cutoff=60)
            raise UnknownQueryError(name, [found for found, *_ in near])
        return NamedQuery.read(self._paths[name])


def _leading_comments(sparql: str) -> Iterator[str]:
    for line in sparql.splitlines():
        if not line.startswith("#"):
            return
        yield line.removeprefix("#").strip()


class _Header:
    """What the leading comments say."""

    def __init__(self, query: str) -> None:
        self._query = query
        self.texts: dict[str, dict[str, str]] = {"title": {}, "description": {}}
        self._declared: dict[str, re.Match[str]] = {}
        self._meanings: dict[str, dict[str, str]] = {}

    def read(self, line: str) -> None:
        """Take in one comment; what is no declaration is a remark."""
        if found := _FIELD.fullmatch(line):
            self.texts[found["key"]][found["language"] or "en"] = found["text"]
        elif found := _TRANSLATION.fullmatch(line):
            self._meanings.setdefault(found["name"], {})[found["language"]] = found["text"]
        elif found := _DECLARATION.fullmatch(line):
            self._declared[found["name"]] = found
            self._meanings.setdefault(found["name"], {})["en"] = found["text"]
        elif line.startswith("param "):
            raise QueryFileError(self._query, f"cannot read {line!r}; write: param NAME (TYPE, optional): meaning")

    def parameters(self) -> tuple[Parameter, ...]:
        """Return the parameters in the order of their declarations."""
        return tuple(self._parameter(name, found) for name, found in self._declared.items())

    def _parameter(self, name: str, found: re.Match[str]) -> Parameter:
        for type_ in get_args(ParameterType):
            if type_ == found["type"]:
                return Parameter(name, type_, bool(found["optional"]), found["default"], self._meanings[name])
        raise QueryFileError(self._query, f"{name} has type {found['type']!r}; types are {', '.join(TYPES)}")
