"""Names in the dative without an article: "Das Pentagon hat Lockheed Martin einen Auftrag erteilt".

So are places: "Hugo Boss kehrt Russland den Rücken". Parsers take such a name for a second subject or a second object;
an object behind it tells that it is neither.
"""

from __future__ import annotations

from kg.claims.clauses import Roles, is_passive
from kg.claims.document import Document
from kg.claims.matching.bare_names import bare_names_at, is_owner
from kg.language.syntax import Syntax
from kg.language.two_subjects import DEALING

_ROLES = ("subj", "obj")
#: verbs whose only object is in the accusative, though some have a dative beside it
_WITH_ACCUSATIVE = DEALING | frozenset("versilbern schlucken verklagen beliefern beauftragen überholen".split())
#: those of them that have no dative at all: names beside them are their objects, whatever case a parser sees
_NO_DATIVE = frozenset("verklagen beliefern beauftragen überholen schlucken aufkaufen".split())

#: articles that no dative in the singular has: "kauft laut Financial Times den Rivalen WalkMe"
_ACCUSATIVE = frozenset({"den", "einen", "die", "das", "eine", "ein"})


def with_bare_dative(document: Document, verb: int, roles: Roles) -> Roles:
    """Return the roles of a verb with the bare name between its subject and its object as whom it is done for."""
    roles = roles if roles.get("iobj") else _with_owner(document, verb, roles)
    if roles.get("iobj") or is_passive(document.syntax, verb):
        return _without_false_dative(document, verb, roles)
    for role in _ROLES:
        for head in roles.get(role, ()):
            rest = {**roles, role: [h for h in roles[role] if h != head]}
            if _is_dative(document, verb, head, rest):
                return {**rest, "iobj": [head]}
    return roles


def _without_false_dative(document: Document, verb: int, roles: Roles) -> Roles:
    """Return the roles with a bare name as object that the tree has in the dative, beside no other object."""
    s = document.syntax
    datives = roles.get("iobj", ())
    if roles.get("obj") or not roles.get("subj") or len(datives) != 1 or s.lemmas[verb] not in _WITH_ACCUSATIVE:
        return roles
    if any(s.lower[d] in _ACCUSATIVE for d in s.dep_children(datives[0], "det")) and s.pos[datives[0]] == "NOUN":
        singular = s.feats[datives[0]].get("Number") != "Plur"
        return {**{r: heads for r, heads in roles.items() if r != "iobj"}, "obj": list(datives)} if singular else roles
    is_bare = any(not is_owner(s, name) for name in bare_names_at(document, datives[0]))
    if not is_bare or (s.feats[datives[0]].get("Case") not in ("Nom", "Acc") and s.lemmas[verb] not in _NO_DATIVE):
        return roles
    return {**{role: heads for role, heads in roles.items() if role != "iobj"}, "obj": list(datives)}


def _is_dative(document: Document, verb: int, head: int, rest: Roles) -> bool:
    """Whether a bare name stands behind the finite verb, the subject elsewhere and an object right behind the name."""
    finite = document.syntax.finite_form(verb)
    if finite == -1 or not (rest.get("subj") and rest.get("obj")) or head < finite:
        return False
    places = [m for m in document.at.get(head, ()) if m.first == head and (m.type, m.kind) == ("Place", "name")]
    names = [m for m in (*bare_names_at(document, head), *places) if not is_owner(document.syntax, m)]
    return any(_opens_object(document, name.last, rest["obj"]) for name in names)


def _opens_object(document: Document, first: int, objects: list[int]) -> bool:
    """Whether the phrase of an object begins at a token: with its article, its number or its adjective."""
    s = document.syntax
    return any(
        s.pos[head] == "NOUN"
        and ((s.heads[first] == head and s.deps[first] in ("det", "nummod", "amod")) or _tells_about(s, first, head))
        for head in objects
        if head > first
    )


def _tells_about(s: Syntax, first: int, head: int) -> bool:
    """Whether words that loosen a number stand at a token: "bis zu eine Million TPUs", "mehr als zehn Maschinen"."""
    opens = s.pos[first] in ("ADP", "ADV", "PART") and head in s.ancestors(first)
    return opens and any(s.pos[i] == "NUM" for i in range(first + 1, head))


#: what somebody owns of a company
_PARTS = frozenset({"prozent", "anteil", "aktie", "hälfte", "drittel", "viertel", "fünftel", "zehntel", "mehrheit"})


def _with_owner(document: Document, verb: int, roles: Roles) -> Roles:
    """Return the roles of "gehören" with a bare name as owner beside the part that is owned."""
    s, subjects = document.syntax, roles.get("subj", ())
    parts = [h for h in subjects if s.lemmas[h].lower() in _PARTS]
    owners = [h for h in subjects if h not in parts and any(not is_owner(s, m) for m in bare_names_at(document, h))]
    if s.lemmas[verb] != "gehören" or len(parts) != 1 or len(owners) != 1:
        return roles
    return {**roles, "subj": parts, "iobj": owners}
