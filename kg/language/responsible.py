"""Whom somebody makes responsible: "machte Boeing für die Ausfälle verantwortlich"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.language.syntax import Syntax

_RESPONSIBLE = frozenset({"verantwortlich", "mitverantwortlich", "hauptverantwortlich", "haftbar"})


def join_responsible(syntax: Syntax, verb: int) -> None:
    """Hang the word on "machen" as an adverb, and its subject as the verb's object.

    Parsers take the word for a clause of its own, with whom it is said of as its subject.
    """
    if syntax.lemmas[verb] != "machen":
        return
    for word in [i for i in syntax.dep_children(verb, "xcomp", "ccomp") if syntax.lower[i] in _RESPONSIBLE]:
        has_object = any(True for _ in syntax.dep_children(verb, "obj", "nsubj:pass"))
        for name in [] if has_object else list(syntax.dep_children(word, "nsubj", "obj")):
            syntax.rehang(name, verb, "obj")
        for phrase in list(syntax.dep_children(word, "obl")):
            syntax.rehang(phrase, verb, "obl")
        syntax.rehang(word, verb, "advmod")
