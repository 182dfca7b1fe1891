"""Scalars as RDF literals: numbers, dates by their precision, text with its language."""

from __future__ import annotations

import math
import re
from decimal import Decimal

from pyoxigraph import Literal, NamedNode

from kg.claims.claim import Scalar
from kg.graph.namespaces import XSD

_DATE_TYPES: tuple[tuple[re.Pattern[str], NamedNode], ...] = (
    (re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"), XSD.date),
    (re.compile(r"\d{4}-(0[1-9]|1[0-2])"), XSD.gYearMonth),
    (re.compile(r"\d{4}"), XSD.gYear),
)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_LANGUAGE = re.compile(r"[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*")


def text_literal(text: str, language: str | None = None) -> Literal:
    """Return text as a literal, tagged with its language where it is known.

    Half of a surrogate pair, which no encoding can write, becomes U+FFFD: offsets stay as they are.

    >>> str(text_literal("Datenaustausch", "de"))
    '"Datenaustausch"@de'
    """
    clean = _LONE_SURROGATE.sub("\ufffd", text)
    tag = language if language and _LANGUAGE.fullmatch(language) else None
    return Literal(clean, language=tag)


def number_literal(value: float) -> Literal:
    """Return a number as the shortest xsd:decimal.

    Raises:
        ValueError: the number is infinite or not a number.

    >>> str(number_literal(53e9)), str(number_literal(-2.50))
    ('"53000000000"^^<http://www.w3.org/2001/XMLSchema#decimal>', '"-2.5"^^<http://www.w3.org/2001/XMLSchema#decimal>')
    """
    if not math.isfinite(value):
        raise ValueError(f"{value} is not a finite number")
    digits = format(Decimal(str(value)), "f")
    short = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return Literal("0" if short in {"-0", ""} else short, datatype=XSD.decimal)


def date_literal(value: str) -> Literal:
    """Return a date typed by its precision; part of a year ("2025-Q3") or a business year stays a string.

    >>> [date_literal(date).datatype.value.split("#")[1] for date in ("2025-11-25", "2025-11", "2025-Q3")]
    ['date', 'gYearMonth', 'string']
    """
    for pattern, datatype in _DATE_TYPES:
        if pattern.fullmatch(value):
            return Literal(value, datatype=datatype)
    return text_literal(value)


def scalar_literal(value: Scalar) -> Literal:
    """Return the value of a claim: a number, a date, or a short code as a plain string.

    >>> str(scalar_literal("up")), str(scalar_literal("2025-11"))
    ('"up"', '"2025-11"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>')
    """
    return date_literal(value) if isinstance(value, str) else number_literal(value)


def typed_literal(value: Scalar, datatypes: tuple[str, ...], language: str | None = None) -> Literal:
    """Return a value as one of the datatypes that a property takes.

    Raises:
        ValueError: the property takes numbers and the value is not one.

    >>> str(typed_literal("KI-Modelle", ("langString",), "de"))
    '"KI-Modelle"@de'
    """
    if "decimal" in datatypes:
        return number_literal(_as_number(value))
    if "langString" in datatypes:
        return text_literal(str(value), language)
    return date_literal(str(value)) if "date" in datatypes else text_literal(str(value))


def _as_number(value: Scalar) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ValueError(f"{value!r} is not a number")
    return value
