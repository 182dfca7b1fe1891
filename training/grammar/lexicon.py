"""The word lists of the grammar, read once."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from training.grammar.inflection import Noun, Verb, read_noun, read_verb

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Complement:
    """A prepositional phrase that a verb takes; ``classes`` are the classes of its noun."""

    preposition: str
    classes: tuple[str, ...]
    case: str
    optional: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb with what it takes; an empty class: it takes none.

    ``clause`` is "", "zu" or "dass"; of ``idioms`` (fixed phrases) it takes one.
    """

    verb: Verb
    subject: tuple[str, ...]
    object: tuple[str, ...]
    dative: tuple[str, ...]
    reflexive: str
    complements: tuple[Complement, ...]
    clause: str
    passive: bool
    idioms: tuple[str, ...] = ()


def split(text: str) -> list[str]:
    """Return the entries of a list written with ";" and line ends between them."""
    return [entry.strip() for entry in re.split("[;\n]", text) if entry.strip()]


@cache
def data(name: str) -> dict[str, Any]:
    """Return a file of word lists."""
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def entries(name: str, key: str) -> tuple[str, ...]:
    """Return one list of a file."""
    return tuple(split(data(name)[key]))


@cache
def nouns(kind: str) -> tuple[Noun, ...]:
    """Return the nouns of a class."""
    return tuple(read_noun(entry) for entry in entries("nouns", kind))


@cache
def verb(entry: str) -> Verb:
    """Return a verb from its entry in a list."""
    return read_verb(entry, data("verbs")["parts"])


@cache
def frames() -> tuple[Frame, ...]:
    """Return all verbs with their frames."""
    return tuple(_frame(group, entry) for group in data("verbs")["frame"] for entry in split(group["verbs"]))


def _frame(group: dict[str, Any], entry: str) -> Frame:
    objects = _classes(group.get("object", ""))
    return Frame(
        verb(entry),
        _classes(group["subject"]),
        objects,
        _classes(group.get("dative", "")),
        group.get("refl", ""),
        tuple(_complement(text) for text in group.get("with", [])),
        group.get("clause", ""),
        group.get("passive", bool(objects) and "refl" not in group),
        tuple(group.get("idiom", ())),
    )


def _classes(text: str) -> tuple[str, ...]:
    return tuple(c for c in text.split("|") if c)


def _complement(text: str) -> Complement:
    preposition, classes, case = text.lstrip("?").split()
    return Complement(preposition, _classes(classes), case, text.startswith("?"))
