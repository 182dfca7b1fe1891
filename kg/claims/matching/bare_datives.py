"""Names in the dative without an article: "Das Pentagon hat Lockheed Martin einen Auftrag erteilt".

So are places: "Hugo Boss kehrt Russland den Rücken". Parsers take such a name for a second subject or a second object;
an object behind it tells that it is neither.
"""

from __future__ import annotations

from kg.claims.clauses import Roles, is_passive
from kg.claims.document import Document
from kg.claims.matching.bare_names import bare_names_at, is_owner

_ROLES = ("subj", "obj")
#: verbs whose only object is in the accusative, though some have a dative beside it
_WITH_ACCUSATIVE = frozenset(
    """kaufen verkaufen erwerben übernehmen veräußern abstoßen losschlagen versilbern aufkaufen schlucken abspalten
    ausgliedern verklagen beliefern beauftragen überholen""".split()
)

#: articles that no dative in the singular has: "kauft laut Financial Times den Rivalen WalkMe"
_ACCUSATIVE = frozenset({"den", "einen", "die", "das", "eine", "ein"})


def with_bare_dative(document: Document, verb: int, roles: Roles) -> Roles:
    """Return the roles of a verb with the bare name between its subject and its object as whom it is done for."""
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
    if not is_bare or s.feats[datives[0]].get("Case") not in ("Nom", "Acc"):
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
        s.heads[first] == head and s.deps[first] in ("det", "nummod", "amod") and s.pos[head] == "NOUN"
        for head in objects
        if head > first
    )
