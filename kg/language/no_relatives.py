"""Clauses that a parser takes for relative ones: "verlangt von SES, Daten zu löschen", "ein Bericht, er wolle kaufen".

A relative clause has a relative word and a finite verb. What lacks one of them is an infinitive that the noun or verb
above it governs, the content of a report, or a main clause beside another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.language.syntax import Syntax

_RELATIVE_WORDS = frozenset("wer was weshalb weswegen deretwegen dessentwegen ob wie".split())
_SEPARABLE = frozenset(
    """ab an auf aus bei dar durch ein entgegen fern fest frei her heran heraus herunter hinaus hinein los mit nach
    nieder um unter vor voran vorbei weg weiter wieder zurück zusammen über bereit""".split()
)
_VERBAL = ("VERB", "AUX")


def mend_no_relative(syntax: Syntax, verb: int) -> None:
    """Hang what is no relative clause where it belongs, if the verb is one that a parser takes for that of one."""
    noun = syntax.heads[verb]
    if syntax.deps[verb] != "acl:relcl" or noun >= verb:
        return
    if not _is_finite(syntax, verb):
        if _is_infinitive(syntax, verb):
            _hang_infinitive(syntax, verb, noun)
    elif not any(_is_relative(syntax, i) for i in syntax.subtree(verb)):
        _hang_clause(syntax, verb, noun)


def _hang_infinitive(syntax: Syntax, verb: int, noun: int) -> None:
    for i in [i for i in syntax.dep_children(verb, "nsubj") if syntax.is_relative(i)]:
        below = next((c for c in syntax.children[verb] if c > i and syntax.pos[c] in ("NOUN", "PROPN")), -1)
        if below != -1:
            syntax.rehang(i, below, "det")  # "die 25,1 Prozent … zu verkaufen"
    above = syntax.heads[noun]
    if syntax.pos[noun] == "NOUN" and syntax.deps[noun] not in ("obl", "nsubj"):
        syntax.rehang(verb, noun, "acl")
    elif syntax.pos[noun] in _VERBAL:
        syntax.rehang(verb, noun, "xcomp")
    elif syntax.pos[above] in _VERBAL:
        syntax.rehang(verb, above, "xcomp")


def _hang_clause(syntax: Syntax, verb: int, noun: int) -> None:
    above = syntax.heads[noun]
    if syntax.pos[above] not in _VERBAL or above == verb:
        return
    reported = _is_subjunctive(syntax, verb)
    is_content = reported and syntax.pos[noun] == "NOUN" and syntax.deps[noun] != "nsubj"
    syntax.rehang(verb, *((noun, "acl") if is_content else (above, "ccomp" if reported else "parataxis")))


def _is_finite(syntax: Syntax, verb: int) -> bool:
    return any(syntax.feats[i].get("VerbForm") == "Fin" for i in syntax.verb_group(verb))


def _is_subjunctive(syntax: Syntax, verb: int) -> bool:
    return any(syntax.feats[i].get("Mood") == "Sub" for i in syntax.verb_group(verb))


def _is_infinitive(syntax: Syntax, verb: int) -> bool:
    """Tell whether "zu" stands before a verb or within it: "abzuspalten"."""
    if syntax.has_zu(verb):
        return True
    return syntax.feats[verb].get("VerbForm") == "Inf" and syntax.lower[verb].partition("zu")[0] in _SEPARABLE


def _is_relative(syntax: Syntax, i: int) -> bool:
    lower = syntax.lower[i]
    is_adverb = lower.startswith("wo") and syntax.pos[i] in ("ADV", "SCONJ", "PRON")
    return syntax.is_relative(i) or is_adverb or lower in _RELATIVE_WORDS or syntax.feats[i].get("PronType") == "Rel"
