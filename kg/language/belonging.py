"""Who is the subject of "gehören" and "werden" where he stands last: "Capvest gehört der Hersteller Curium".

Parsers take the name for the subject and "der" for a dative; before a masculine noun it is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.language.syntax import Syntax

_MASCULINE = frozenset({"der", "ein", "kein", "sein", "ihr"})
#: last parts of nouns that are masculine, where the model gives a noun no gender: "der Nuklearmediziner"
_ENDINGS = ("er", "ist", "konzern", "dienst", "riese", "gigant", "produzent", "verlag")
_FEMININE_ENDINGS = ("tochter", "mutter", "schwester", "werft", "familie")


def let_the_noun_belong(syntax: Syntax, verb: int) -> None:
    """Make the masculine noun behind "gehört" its subject, and the bare name before it the one to whom it belongs."""
    if syntax.lemmas[verb] not in ("gehören", "hören") or not syntax.lower[verb].startswith("gehör"):
        return
    owners = [c for c in syntax.dep_children(verb, "nsubj") if c < verb]
    if len(owners) != 1 or not _is_bare_name(syntax, owners[0]):
        return
    for noun in list(syntax.dep_children(verb, "obl:arg", "iobj", "obj", "obl")):
        if noun > verb and _is_masculine_subject(syntax, noun):
            syntax.deps[noun], syntax.deps[owners[0]] = "nsubj", "obl:arg"
            return


def let_one_become(syntax: Syntax, verb: int) -> None:
    """Make the later of two nouns without a subject the one who becomes the other: "Eigner wird die Firma"."""
    if syntax.lemmas[verb] not in ("werden", "sein", "bleiben") or syntax.deps[verb] not in ("ROOT", "root", "conj"):
        return
    told = [c for c in syntax.dep_children(verb, "xcomp") if syntax.pos[c] in ("NOUN", "PROPN")]
    has_subject = any(True for _ in syntax.dep_children(verb, "nsubj", "nsubj:pass", "csubj"))
    if len(told) == 2 and told[0] < verb < told[1] and not has_subject:
        syntax.deps[told[1]] = "nsubj"


def _is_bare_name(syntax: Syntax, i: int) -> bool:
    return syntax.pos[i] == "PROPN" and not any(True for _ in syntax.dep_children(i, "det", "amod", "case"))


def _is_masculine_subject(syntax: Syntax, noun: int) -> bool:
    """Tell whether a phrase is a nominative by its article: "der Betreiber", not "der Familie" or "der SPD"."""
    articles = [syntax.lower[c] for c in syntax.dep_children(noun, "det", "det:poss")]
    if not articles or articles[0] not in _MASCULINE or syntax.preposition(noun) is not None:
        return False
    gender, word = syntax.feats[noun].get("Gender"), syntax.lower[noun]
    if gender is not None:
        return gender == "Masc" and syntax.feats[noun].get("Number") != "Plur"
    is_noun = any(True for _ in syntax.dep_children(noun, "flat", "flat:name", "appos"))
    return is_noun and word.endswith(_ENDINGS) and not word.endswith(_FEMININE_ENDINGS)
