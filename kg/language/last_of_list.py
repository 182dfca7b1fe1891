"""Relative clauses behind a list, with a pronoun for one alone: "Linde, Still und Dematic, den Kion 2016 kaufte".

Parsers hang them on the first of the list; a pronoun in the singular is about the one before its comma.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.language.syntax import Syntax

#: pronouns of one alone, with the genders of what they take up
_SINGULAR = {
    "den": frozenset({"Masc"}), "das": frozenset({"Neut"}), "dem": frozenset({"Masc", "Neut"}),
    "dessen": frozenset({"Masc", "Neut"}), "der": frozenset({"Masc", "Fem"}),
}  # fmt: skip
_WITHIN = ("conj", "appos", "flat", "flat:name", "nmod")


def mend_last_of_list(syntax: Syntax, verb: int) -> None:
    """Hang a relative clause about one on the last of a list, if it hangs on an earlier one of it."""
    noun = syntax.heads[verb]
    if syntax.deps[verb] != "acl:relcl" or noun >= verb:
        return
    pronoun = next((i for i in sorted(syntax.subtree(verb)) if syntax.is_relative(i)), -1)
    genders = _genders(syntax, verb, pronoun)
    if not genders:
        return
    comma = pronoun - 1 if syntax.words[pronoun - 1] == "," else pronoun - 2
    last = _last_of(syntax, noun, comma - 1)
    if last != -1 and _agrees(syntax, last, genders):
        syntax.rehang(verb, last, "acl:relcl")


def _genders(syntax: Syntax, verb: int, pronoun: int) -> frozenset[str]:
    """Return the genders of the one that a pronoun takes up; none where it may be about several."""
    if pronoun == -1:
        return frozenset()
    if syntax.lower[pronoun] == "die" and syntax.deps[pronoun] == "nsubj" and syntax.heads[pronoun] == verb:
        numbers = [syntax.feats[i].get("Number") for i in syntax.verb_group(verb) if "Number" in syntax.feats[i]]
        return frozenset({"Fem"}) if numbers and set(numbers) == {"Sing"} else frozenset()
    return _SINGULAR.get(syntax.lower[pronoun], frozenset())


def _last_of(syntax: Syntax, noun: int, end: int) -> int:
    """Return the one of a list told last before a token, whose first is a noun; -1 where it is no list."""
    found, i = -1, end
    while i > noun:
        if syntax.deps[i] not in _WITHIN:
            return -1
        if syntax.deps[i] == "conj" and found == -1:
            found = i
        elif syntax.deps[i] == "nmod" and found != -1:
            return -1
        i = syntax.heads[i]
    return found if i == noun else -1


def _agrees(syntax: Syntax, noun: int, genders: frozenset[str]) -> bool:
    feats = syntax.feats[noun]
    if syntax.pos[noun] != "NOUN":
        return True
    return feats.get("Number") != "Plur" and feats.get("Gender", "") in genders | {""}
