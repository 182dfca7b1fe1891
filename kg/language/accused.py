"""Whom a paper or an authority accuses: "beschuldigt das Dokument Alibaba, der Armee Zugang verschafft zu haben".

And of what: "wirft dem Konzern Betrug vor", where parsers take the wrong for the name of the concern.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import simplemma

if TYPE_CHECKING:
    from kg.language.syntax import Syntax

#: verbs with an object that an infinitive speaks of
_ACCUSING = frozenset(
    "beschuldigen bezichtigen verdächtigen auffordern zwingen drängen verpflichten ermächtigen beauftragen".split()
)
#: nouns that no name of a company explains
_ACTING = (
    "dokument", "papier", "memo", "memorandum", "bericht", "schreiben", "vermerk", "brief", "klage", "klageschrift",
    "anklage", "anklageschrift", "gutachten", "ministerium", "gericht", "regierung", "kommission", "staatsanwaltschaft",
    "gewerkschaft", "parlament", "senat", "kongress", "haus", "büro", "amt",
)  # fmt: skip
#: verbs that say of what they accuse a dative: "wirft dem Konzern Betrug vor"
_REPROACHING = frozenset("vorwerfen vorhalten unterstellen anlasten ankreiden bescheinigen attestieren".split())
_DATIVES = frozenset({"der", "dem", "den", "einem", "einer"})


def part_accused(syntax: Syntax, verb: int) -> None:
    """Hang the name behind the subject on its verb as object, and a dative behind it on the infinitive.

    Parsers take the name for an apposition where verb, subject and object follow each other.
    """
    if syntax.lemmas[verb] not in _ACCUSING or any(True for _ in syntax.dep_children(verb, "obj", "nsubj:pass")):
        return
    subject = next((i for i in syntax.dep_children(verb, "nsubj") if i > verb), -1)
    if subject == -1 or not syntax.lower[subject].endswith(_ACTING):
        return
    deed = next((i for i in _infinitives(syntax, verb, subject) if i > subject), -1)
    if deed == -1:
        return
    beside = [i for i in syntax.dep_children(subject, "appos", "nmod") if i == subject + 1 and syntax.pos[i] == "PROPN"]
    for name in beside:
        syntax.rehang(name, verb, "obj")
        if syntax.heads[deed] == subject:
            syntax.rehang(deed, verb, "xcomp")
        for other in [i for i in syntax.dep_children(subject, "conj") if name < i < deed]:
            if any(syntax.lower[c] in _DATIVES for c in syntax.dep_children(other, "det")):
                syntax.rehang(other, deed, "iobj")


def part_wrong(syntax: Syntax, verb: int) -> None:
    """Hang the wrong behind a noun on its verb as object: "wirft dem Konzern | Betrug vor", "der Bank Untätigkeit".

    Parsers take the two for a noun and its name where no article parts them; a word of German with an article before
    the noun is none.
    """
    if syntax.lemmas[verb] not in _REPROACHING or any(True for _ in syntax.dep_children(verb, "obj", "nsubj:pass")):
        return
    for noun in syntax.dep_children(verb, "obl:arg", "iobj", "obl"):
        wrong = noun + 1
        beside = wrong < len(syntax) and syntax.heads[wrong] == noun and syntax.deps[wrong] in ("appos", "flat", "nmod")
        has_article = any(syntax.lower[c] in _DATIVES for c in syntax.dep_children(noun, "det"))
        if beside and has_article and _is_common(syntax, noun) and _is_common(syntax, wrong):
            syntax.rehang(wrong, verb, "obj")
            syntax.pos[wrong] = "NOUN"
            return


def _is_common(syntax: Syntax, i: int) -> bool:
    """Tell whether a token is a noun of German by the word list: "Betrug", not "Temu"."""
    return syntax.pos[i] in ("NOUN", "PROPN") and bool(simplemma.is_known(syntax.words[i], lang="de"))


def _infinitives(syntax: Syntax, verb: int, subject: int) -> list[int]:
    """Return the infinitives with "zu" below a verb, or below its subject, where parsers take them for attributes."""
    below = [*syntax.dep_children(verb, "xcomp", "ccomp", "advcl"), *syntax.dep_children(subject, "acl", "acl:relcl")]
    return [i for i in below if syntax.has_zu(i)]
