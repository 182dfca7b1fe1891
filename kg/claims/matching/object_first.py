"""Clauses that put the object first: "Seine Sparte TKMS hatte der Konzern …", "…, das sich Schaeffler einverleibte".

Articles, the place of bare names and what can own what tell the subject where the parser takes the first phrase for it.
"""

from __future__ import annotations

from kg.claims.clauses import Roles, is_passive, resolved
from kg.claims.document import Document
from kg.claims.matching.bare_names import ACCUSATIVE, bare_names_at, is_owner
from kg.language.mentions.lexicon import shipped_lexicon
from kg.language.syntax import Syntax

#: words that only a subject can begin with, if its noun is masculine
_NOMINATIVE = frozenset({"der", "dieser", "jener"})
#: relative pronouns that can be subject or object
_EITHER = frozenset({"das", "die"})


def with_object_first(document: Document, verb: int, roles: Roles) -> Roles:
    """Return the roles of a verb with the phrase before its subject as object."""
    if is_passive(document.syntax, verb):
        return roles
    return _with_pronoun_object(document, verb, _with_fronted_object(document, verb, roles))


def _with_fronted_object(document: Document, verb: int, roles: Roles) -> Roles:
    """Read "Den CCDH hatte Musk verklagt" and "Die Agrarsparte will BASF an die Börse bringen" with the object first.

    An accusative opens no clause as its subject, a division sells no parent, and "der Konzern" is no object.
    """
    s, finite = document.syntax, document.syntax.finite_form(verb)
    if finite < 1:
        return roles
    subject = _name_behind(document, finite)
    if subject != -1 and (_is_accusative(document, finite - 1) or _is_unit(s, finite - 1)):
        return {**roles, "subj": [subject], "obj": [finite - 1]}
    subject = _plural_behind(s, verb, finite)
    if subject != -1:
        return {**roles, "subj": [subject], "obj": [_last_head(s, finite - 1)]}
    subject = _nominative_behind(s, verb, finite)
    if subject == -1 or roles.get("obj"):
        return roles
    fronted = _fronted_head(document, finite)
    return {**roles, "subj": [subject], "obj": [fronted]} if fronted in roles.get("subj", ()) else roles


def _name_behind(document: Document, finite: int) -> int:
    """Return the bare name right behind a finite verb; -1 where there is none."""
    behind = bare_names_at(document, finite + 1)
    return next((m.first for m in behind if not is_owner(document.syntax, m)), -1)


def _fronted_head(document: Document, finite: int) -> int:
    """Return the head of the phrase without "der" that ends right before a finite verb; -1 for another one."""
    s = document.syntax
    i = finite - 1
    while s.deps[i] in ("appos", "flat", "flat:name") and s.heads[i] < i:
        i = s.heads[i]
    opens = any(s.pos[c] == "DET" and s.lower[c] not in _NOMINATIVE for c in s.children[i])
    return i if opens and s.preposition(i) is None else -1


def _plural_behind(s: Syntax, verb: int, finite: int) -> int:
    """Return the plural noun right behind a plural verb that has one phrase of one thing before it; -1 without one.

    "Die Sparte Vitesco hatten die Hannoveraner an die Börse gebracht": one division had nothing in the plural.
    """
    if s.lower[finite + 1 : finite + 2] != ["die"] or s.feats[finite].get("Number") != "Plur":
        return -1
    noun, fronted = s.heads[finite + 1], _last_head(s, finite - 1)
    is_plural = s.feats[noun].get("Number") == "Plur" and s.heads[noun] in (verb, finite, fronted)
    behind = finite < noun <= finite + 3 and (s.deps[noun].startswith("nsubj") or s.deps[noun] in ("obj", "iobj"))
    one = s.feats[fronted].get("Number") != "Plur" and len(s.conjuncts(fronted)) == 1 and s.preposition(fronted) is None
    is_first = s.heads[fronted] in (verb, finite) and s.deps[fronted] in ("nsubj", "obj", "nsubj:pass", "iobj")
    return noun if is_plural and behind and one and is_first else -1


def _last_head(s: Syntax, i: int) -> int:
    """Return the head of the phrase that ends with a token: "die Sparte | Vitesco"."""
    while s.deps[i] in ("appos", "flat", "flat:name", "nmod") and s.heads[i] < i:
        i = s.heads[i]
    return i


def _nominative_behind(s: Syntax, verb: int, finite: int) -> int:
    """Return the masculine noun with "der" right behind a finite verb, which is nominative; -1 without one."""
    if s.lower[finite + 1 : finite + 2] != ["der"]:
        return -1
    noun = s.heads[finite + 1]
    is_masculine = s.feats[noun].get("Gender") == "Masc" and s.feats[noun].get("Number") == "Sing"
    return noun if is_masculine and s.heads[noun] in (verb, finite) and finite < noun <= finite + 4 else -1


def _with_pronoun_object(document: Document, verb: int, roles: Roles) -> Roles:
    """Read "Vitesco, das sich Schaeffler einverleibte": of pronoun and bare name the name is the subject."""
    s = document.syntax
    subjects = [c for c in s.dep_children(verb, "nsubj") if c < verb]
    if len(subjects) != 2 or s.lower[subjects[0]] not in _EITHER or not s.is_relative(subjects[0]):
        return roles
    pronoun, name = subjects
    is_bare = any(bare_names_at(document, name))
    return {**roles, "subj": [name], "obj": [resolved(s, pronoun)]} if is_bare else roles


def _is_accusative(document: Document, last: int) -> bool:
    """Whether the phrase that ends at a token and opens its sentence begins with "den" or "einen"."""
    s = document.syntax
    first = s.sentence(last)[0]
    plain = all(s.pos[i] != "ADP" for i in range(first, last + 1))
    return s.lower[first] in ACCUSATIVE and last - first <= 4 and plain


def _is_unit(s: Syntax, i: int) -> bool:
    return shipped_lexicon().tells_unit(s.words[i]) and s.pos[i - 1] in ("DET", "ADJ")
