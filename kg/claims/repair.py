"""Subject and object put right by word order and names, where the parser errs most.

In a German main clause a bare name right before the finite verb is nearly always its subject; what follows without an
unambiguous nominative is then its object.
"""

from __future__ import annotations

from kg.claims.clauses import Roles, is_passive, phrase_preposition
from kg.claims.document import Document
from kg.language.spans import Mention

#: articles that only a subject can have
_NOMINATIVE = frozenset({"der"})
_BARE_KINDS = ("name", "nominal", "compound", "demonym")


def repaired_roles(document: Document, verb: int, roles: Roles) -> Roles:
    """Return the roles of a verb with the name before its finite form as subject."""
    finite = _finite(document, verb)
    before = _bare_name_before(document, finite) if finite != -1 else None
    if before is None:
        return roles
    role, other = ("obj", "subj") if is_passive(document.syntax, verb) else ("subj", "obj")
    inside = range(before.first, before.last)
    rest = [h for h in roles.get(role, ()) if h not in inside and not _holds(document, h, before)]
    if any(document.syntax.lower[d] in _NOMINATIVE for h in rest for d in document.syntax.dep_children(h, "det")):
        return roles
    fixed = {**roles, role: [next((h for h in roles.get(role, ()) if h not in rest), before.first)]}
    behind = [h for h in rest if h > finite]
    if behind and not [h for h in roles.get(other, ()) if h not in inside] and role == "subj":
        fixed[other] = behind
    if role == "subj" and other in fixed:
        fixed[other] = [h for h in fixed[other] if h not in inside]
    return fixed


def _holds(document: Document, head: int, mention: Mention) -> bool:
    """Whether a noun before the verb introduces the name: "der Konzern Alibaba stellte …"."""
    return head < mention.first and mention.first - head <= 2


def _finite(document: Document, verb: int) -> int:
    s = document.syntax
    for i in (verb, *s.dep_children(verb, "aux", "aux:pass")):
        if s.feats[i].get("VerbForm") == "Fin":
            return i
    return -1


def _bare_name_before(document: Document, finite: int) -> Mention | None:
    """Return the name right before the finite verb that opens its clause and stands without a preposition."""
    s = document.syntax
    floor = s.sentence(finite)[0]
    for mention in document.at.get(finite - 1, ()):
        if mention.last != finite or mention.kind not in _BARE_KINDS or mention.type == "Topic":
            continue
        if phrase_preposition(s, mention.first, floor) is None and _opens_clause(document, mention.first, floor):
            return mention
    return None


def _opens_clause(document: Document, first: int, floor: int) -> bool:
    s = document.syntax
    i = first - 1
    while i >= floor and s.pos[i] in ("DET", "ADJ", "NOUN", "PROPN", "NUM") and first - i < 5:
        i -= 1
    return i < floor or s.words[i] in (":", "–", "-", ";", '"', "„", "“", "\n", "\n\n") or s.pos[i] == "SPACE"
