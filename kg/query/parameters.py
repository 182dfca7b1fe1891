"""Typed parameters: from what somebody types to a term, and from there into the query."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection, Iterable, Mapping

from pyoxigraph import Literal, NamedNode
from rapidfuzz import process

from kg.graph.literals import number_literal, text_literal
from kg.graph.namespaces import KG, XSD
from kg.graph.store import GraphStore
from kg.graph.vocabulary import shipped_vocabulary
from kg.query.errors import ParameterError
from kg.query.library import ONLY, SLOT, NamedQuery, Parameter, ParameterType
from kg.query.names import find_entity

Term = NamedNode | Literal
_PARTIAL_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")


def bind(graph: GraphStore, query: NamedQuery, given: Mapping[str, object]) -> str:
    """Return the query's SPARQL with the given values in their places.

    Raises:
        ParameterError: a value is missing, not asked for, or not of its type.
    """
    _check_names(query, given)
    values = ((parameter, given.get(parameter.name, parameter.default)) for parameter in query.parameters)
    terms = {one.name: as_term(graph, one, value) for one, value in values if value is not None}
    absent = {one.name for one in query.parameters} - terms.keys()
    return SLOT.sub(lambda slot: _filled(slot, terms), _without_idle_lines(query.sparql, terms.keys(), absent))


def _without_idle_lines(sparql: str, given: Collection[str], absent: Collection[str]) -> str:
    """Leave out the lines that are there only with a value that is absent, or only without one that is given."""
    return ONLY.sub(lambda line: "" if line["name"] in (given if line["without"] else absent) else line[0], sparql)


def as_term(graph: GraphStore, parameter: Parameter, value: object) -> Term:
    """Return a value as the term that the parameter's type asks for.

    Raises:
        ParameterError: the value is not of that type, or names nothing in the graph.
    """
    if isinstance(value, (NamedNode, Literal)):
        return value
    text = value.isoformat() if isinstance(value, dt.date) else str(value)
    return _READERS[parameter.type](graph, parameter, text)


def _filled(slot: re.Match[str], terms: Mapping[str, Term]) -> str:
    """Put a term, written by the RDF library with all its escapes, where the query has UNDEF."""
    name = slot["name"]
    return f"VALUES ?{name} {{ {terms[name]} }}" if name in terms else slot[0]


def _check_names(query: NamedQuery, given: Mapping[str, object]) -> None:
    known = {parameter.name for parameter in query.parameters}
    missing = [parameter.name for parameter in query.parameters if parameter.required and _absent(parameter, given)]
    if missing:
        raise ParameterError(f"{query.name} needs {_listed(f'{name}=…' for name in missing)}")
    if unknown := sorted(set(given) - known):
        takes = f"it takes {_listed(sorted(known))}" if known else "it takes none"
        raise ParameterError(f"{query.name} has no parameter {_listed(unknown)}; {takes}")


def _absent(parameter: Parameter, given: Mapping[str, object]) -> bool:
    return given.get(parameter.name) is None


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)


def _entity(graph: GraphStore, parameter: Parameter, text: str) -> NamedNode:
    return find_entity(graph, text)


def _article(graph: GraphStore, parameter: Parameter, text: str) -> NamedNode:
    iri = graph.article(text)
    if iri is None:
        raise ParameterError(f"the graph holds no article {text!r}; give its id or its address")
    return NamedNode(iri)


def _predicate(graph: GraphStore, parameter: Parameter, text: str) -> NamedNode:
    predicates = shipped_vocabulary().predicates
    name = _one_of(text.removeprefix("kg:"), sorted(predicates), "predicate")
    return predicates[name].node


def _class(graph: GraphStore, parameter: Parameter, text: str) -> NamedNode:
    return KG(_one_of(text.removeprefix("kg:"), sorted(shipped_vocabulary().classes), "class"))


def _status(graph: GraphStore, parameter: Parameter, text: str) -> NamedNode:
    return KG(_one_of(text.removeprefix("kg:"), sorted(shipped_vocabulary().status), "status"))


def _one_of(name: str, names: list[str], kind: str) -> str:
    """Return the name in its right spelling, whatever its case."""
    for known in names:
        if known.casefold() == name.casefold():
            return known
    near = process.extract(name, names, limit=3)
    raise ParameterError(f"there is no {kind} {name!r}; did you mean {' or '.join(found for found, *_ in near)}?")


def _date(graph: GraphStore, parameter: Parameter, text: str) -> Literal:
    """Return the day; of a month or a year, the first."""
    full = f"{text}-01-01"[:10] if len(text) == 4 else f"{text}-01"[:10]
    try:
        if not _PARTIAL_DATE.fullmatch(text):
            raise ValueError(text)
        return Literal(dt.date.fromisoformat(full).isoformat(), datatype=XSD.date)
    except ValueError as error:
        raise _wrong(parameter, text, "a date such as 2025-11-25, 2025-11 or 2025") from error


def _integer(graph: GraphStore, parameter: Parameter, text: str) -> Literal:
    try:
        return Literal(int(text))
    except ValueError as error:
        raise _wrong(parameter, text, "a whole number") from error


def _number(graph: GraphStore, parameter: Parameter, text: str) -> Literal:
    try:
        return number_literal(float(text))
    except ValueError as error:
        raise _wrong(parameter, text, "a number such as 2.5 or 1e9") from error


def _text(graph: GraphStore, parameter: Parameter, text: str) -> Literal:
    return text_literal(text)


def _wrong(parameter: Parameter, text: str, wanted: str) -> ParameterError:
    return ParameterError(f"{parameter.name}={text!r} is not {wanted}")


_READERS: Mapping[ParameterType, Callable[[GraphStore, Parameter, str], Term]] = {
    "entity": _entity,
    "article": _article,
    "predicate": _predicate,
    "class": _class,
    "status": _status,
    "date": _date,
    "integer": _integer,
    "number": _number,
    "text": _text,
}
