"""How the page looks and what it says: read from the assets, and from the labels of the ontology."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from kg.graph.namespaces import KG
from kg.graph.vocabulary import Vocabulary, shipped_vocabulary

ASSETS = Path(__file__).parent / "assets"

Words = dict[str, dict[str, dict[str, str]]]


@cache
def style() -> Mapping[str, Mapping[str, Any]]:
    """Return colours, shapes and dashes by class and by status."""
    return tomllib.loads((ASSETS / "style.toml").read_text(encoding="utf-8"))


@cache
def texts() -> Mapping[str, Mapping[str, str]]:
    """Return what the page says, by language and key."""
    return tomllib.loads((ASSETS / "texts.toml").read_text(encoding="utf-8"))


def class_style(name: str) -> Mapping[str, Any]:
    """Return colour and shape of a class, or of the nearest one above it that has a look.

    >>> class_style("Person")["shape"]
    'dot'
    """
    looks, above = style()["classes"], shipped_vocabulary().classes
    ahead = [name]
    while ahead:
        name = ahead.pop(0)
        if name in looks:
            return looks[name]  # type: ignore[no-any-return]
        ahead.extend(above.get(name, ()))
    return looks["Organization"]  # type: ignore[no-any-return]


def words(languages: tuple[str, ...]) -> Words:
    """Return the ontology's labels as language → kind (predicate, class, status, qualifier) → name → label."""
    known = shipped_vocabulary()
    kinds = {
        "predicate": known.predicates,
        "class": known.classes,
        "status": known.status,
        "qualifier": known.qualifiers,
    }
    return {
        language: {kind: {name: _label(known, kind, name, language) for name in names} for kind, names in kinds.items()}
        for language in languages
    }


def _label(known: Vocabulary, kind: str, name: str, language: str) -> str:
    node = known.qualifiers[name].node if kind == "qualifier" else KG(name)
    return known.labels.get(node.value, {}).get(language, name)
