"""Raw articles of the corpus: one sentence a line, names marked inline.

``[Siemens Energy|Company] baut in [Görlitz|Place] 300 Stellen ab.`` A class with ``+`` marks a compound
of which only a part is the name: ``[VW-Chef|Company+]``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

CLASSES = frozenset(
    [
        "Company",
        "JointVenture",
        "Regulator",
        "GovernmentBody",
        "MediaOutlet",
        "StockExchange",
        "MarketIndex",
        "Union",
        "Person",
        "Place",
        "Product",
        "Event",
        "Legislation",
        "Organization",
    ]
)

_MARK = re.compile(r"\[([^\[\]|]+)\|(\w+)(\+?)\]")
_HEADER = re.compile(r"#\s*(?P<style>[^|]+?)\s*\|\s*(?P<id>\S+)\s*$")


@dataclass(frozen=True, slots=True)
class Name:
    """A marked name: character offsets in the sentence, class, and whether it is a compound with one."""

    start: int
    end: int
    type: str
    compound: bool


@dataclass(slots=True)
class RawArticle:
    """One article: id, style, and its sentences as (text, names)."""

    id: str
    style: str
    sentences: list[tuple[str, list[Name]]] = field(default_factory=list)


def read_raw(path: Path) -> Iterator[RawArticle]:
    """Yield the articles of a raw file.

    Raises ValueError naming file and line for a sentence without header or a faulty mark.
    """
    article: RawArticle | None = None
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = raw.strip()
        header = _HEADER.match(line)
        if header:
            if article:
                yield article
            article = RawArticle(header["id"], header["style"])
        elif line and article is None:
            raise ValueError(f"{path}:{number}: a sentence before any header; write '# STYLE | id' above it")
        elif line and article:
            article.sentences.append(_read_line(line, f"{path}:{number}"))
    if article:
        yield article


def _read_line(line: str, place: str) -> tuple[str, list[Name]]:
    try:
        return unmark(line)
    except ValueError as error:
        raise ValueError(f"{place}: {error}") from error


def unmark(line: str) -> tuple[str, list[Name]]:
    """Return the text without marks, and the names with their offsets in it.

    >>> unmark("[VW-Chef|Company+] Blume")
    ('VW-Chef Blume', [Name(start=0, end=7, type='Company', compound=True)])
    """
    text, end, names = "", 0, []
    for mark in _MARK.finditer(line):
        text += line[end : mark.start()]
        words, type_, plus = mark.groups()
        if type_ not in CLASSES:
            raise ValueError(f"no such class: {type_}; use one of {', '.join(sorted(CLASSES))}")
        names.append(Name(len(text), len(text) + len(words), type_, bool(plus)))
        text += words
        end = mark.end()
    text += line[end:]
    if "|" in text:
        raise ValueError(f"a mark that is not closed: {text}")
    return text, names
