"""Subject and object put right by word order and names, where the parser errs most.

In a German main clause a bare name right before the finite verb is nearly always its subject; what follows without an
unambiguous nominative is then its object.
"""

from __future__ import annotations

from kg.claims.clauses import Roles, is_passive, phrase_preposition
from kg.claims.document import Document
from kg.claims.matching.bare_datives import with_bare_dative
from kg.claims.matching.bare_names import ACCUSATIVE, BARE, bare_names_at, is_owner
from kg.claims.matching.object_first import with_object_first
from kg.language.spans import Mention
from kg.language.syntax import contracted

#: articles that only a subject can have
_NOMINATIVE = frozenset({"der"})
#: classes of those who decide over companies
_BODIES = ("GovernmentBody", "Regulator", "Union")
_BARE_KINDS = ("name", "nominal", "compound", "demonym")


#: forms that are articles or relative pronouns
_EITHER = frozenset("der die das dem den denen deren dessen".split())


def repaired_roles(document: Document, verb: int, roles: Roles) -> Roles:
    """Return the roles of a verb with a relative pronoun told from an article and the name before it as subject."""
    given = with_bare_dative(document, verb, _with_antecedent(document, verb, roles))
    completed = _with_name_before_object(document, verb, given)
    parted = _with_object_behind_sich(document, verb, completed)
    split = _with_body_before_company(document, _with_subject(document, verb, parted))
    return with_object_first(document, verb, split)


def _with_body_before_company(document: Document, roles: Roles) -> Roles:
    """Read "prüft die EU-Kommission Borealis" as two: a body is no description of the company behind it."""
    s = document.syntax
    if roles.get("subj"):
        return roles
    named = [(head, m) for head in roles.get("obj", ()) for m in document.at.get(head, ()) if m.kind == "name"]
    for head, body in named:
        behind = document.at.get(body.last, ()) if body.type in _BODIES and body.last in s.children[head] else ()
        if any(m.type == "Company" and m.kind == "name" and m.first == body.last for m in behind):
            return {**roles, "subj": [head], "obj": [body.last]}
    return roles


def _with_object_behind_sich(document: Document, verb: int, roles: Roles) -> Roles:
    """Read "RTL aus Köln hat sich Sky gesichert": of two subjects the one right behind "sich" is the object."""
    s, subjects = document.syntax, roles.get("subj", ())
    if len(subjects) != 2 or [s.lower[h] for h in roles.get("obj", ())] not in (["sich"], []):
        return roles
    first, second = sorted(subjects)
    is_bare = any(True for _ in bare_names_at(document, second)) and s.lower[second - 1] == "sich"
    return {**roles, "subj": [first], "obj": [second]} if is_bare and first < s.finite_form(verb) < second else roles


def _with_antecedent(document: Document, verb: int, roles: Roles) -> Roles:
    """Read ", an dem Roche 60 Prozent hält" as pronoun and bare name, which parsers take for article and noun."""
    s = document.syntax
    i = _relative_opening(document, verb)
    if i == -1:
        return roles
    antecedent, preposition, name = s.heads[verb], contracted(s.lower[i + 1]), i + 3
    cleared = {role: [h for h in heads if h != name] for role, heads in roles.items()}
    return {**cleared, preposition: [antecedent], "subj": [name]}


def _relative_opening(document: Document, verb: int) -> int:
    """Return the comma that opens a relative clause of preposition, article or pronoun, and bare name; else -1."""
    s = document.syntax
    if not s.deps[verb].startswith("acl") or s.heads[verb] > verb:
        return -1
    for i in range(verb - 3, s.heads[verb], -1):
        if s.words[i] == "," and s.pos[i + 1] == "ADP" and s.lower[i + 2] in _EITHER:
            is_bare = any(bare_names_at(document, i + 3))
            return i if is_bare and s.deps[i + 2] == "det" and s.heads[i + 2] < verb else -1
    return -1


def _with_name_before_object(document: Document, verb: int, roles: Roles) -> Roles:
    """Read the name right before an object as the subject that the tree lacks: "hat zum 1. Mai Birg den Chef …"."""
    s = document.syntax
    if roles.get("subj") or is_passive(s, verb):
        return roles
    articles = [d for h in roles.get("obj", ()) for d in s.dep_children(h, "det") if s.lower[d] in ACCUSATIVE]
    for article in articles:
        for mention in document.at.get(article - 1, ()):
            is_bare = mention.last == article and mention.kind == "name" and mention.type in BARE
            if is_bare and _is_free(document, mention):
                objects = [h for h in roles["obj"] if h not in range(mention.first, mention.last)]
                return {**roles, "subj": [mention.first], "obj": objects}
    return roles


def _is_free(document: Document, mention: Mention) -> bool:
    """Whether a name stands without a preposition; one before a date is the date's."""
    behind_time = any(time.last == mention.first for time in document.times)
    floor = document.syntax.sentence(mention.first)[0]
    return behind_time or phrase_preposition(document.syntax, mention.first, floor) is None


def _with_subject(document: Document, verb: int, roles: Roles) -> Roles:
    """Return the roles of a verb with the name before its finite form as subject."""
    finite = document.syntax.finite_form(verb)
    before = _bare_name_before(document, finite) or _bare_name_behind(document, finite) if finite != -1 else None
    if before is None:
        return roles
    role, other = ("obj", "subj") if is_passive(document.syntax, verb) else ("subj", "obj")
    inside = range(before.first, before.last)
    rest = [h for h in roles.get(role, ()) if h not in inside and not _holds(document, h, before)]
    if any(document.syntax.lower[d] in _NOMINATIVE for h in rest for d in document.syntax.dep_children(h, "det")):
        return roles
    fixed = {**roles, role: [next((h for h in roles.get(role, ()) if h not in rest), before.first)]}
    behind = [h for h in rest if h > finite]
    others = [h for h in roles.get(other, ()) if h not in inside and document.syntax.lower[h] != "sich"]
    if behind and not others and role == "subj":
        fixed[other] = behind
    if role == "subj" and other in fixed:
        fixed[other] = [h for h in fixed[other] if h not in inside]
    return fixed


def _holds(document: Document, head: int, mention: Mention) -> bool:
    """Whether a noun before the verb introduces the name: "der Konzern Alibaba stellte …"."""
    return head < mention.first and mention.first - head <= 2


def _bare_name_before(document: Document, finite: int) -> Mention | None:
    """Return the name right before the finite verb that opens its clause and stands without a preposition."""
    s = document.syntax
    floor = s.sentence(finite)[0]
    for mention in document.at.get(finite - 1, ()):
        if mention.last != finite or mention.first < floor:
            continue
        if mention.kind not in _BARE_KINDS or mention.type == "Topic":
            continue
        is_free = phrase_preposition(s, mention.first, floor) is None
        if is_free and (_opens_clause(document, mention.first, floor) or _is_second(document, mention, finite)):
            return mention
    return None


def _is_second(document: Document, mention: Mention, finite: int) -> bool:
    """Whether "und" before the name joins clauses: "Swatch matt – und Kering verkauft Creed"."""
    s = document.syntax
    i = mention.first - 1
    is_last = s.deps[s.clause_head(finite)] == "acl:relcl"  # "Northvolt, der VW und BMW belieferte": no clause of BMW's
    joins = i > 0 and s.lower[i] in ("und", "aber", "doch") and not is_last
    # "UFJ lagen im Minus und Mizuho gaben nach": no name before "und" that the plural could count
    counts_one = s.feats[finite].get("Number") == "Sing" or (s.pos[i - 1] == "NOUN" and not document.at.get(i - 1))
    return joins and counts_one and not _ends_a_list(document, i)


def _ends_a_list(document: Document, link: int) -> bool:
    """Whether "und" joins names behind a preposition, no verb before it: "ein Konsortium um Advent und Fedex will"."""
    s = document.syntax
    floor = s.sentence(link)[0]
    named = _first_listed(document, link, floor)
    return named and not any(s.pos[i] in ("VERB", "AUX") for i in range(floor, link))


def _first_listed(document: Document, link: int, floor: int) -> bool:
    """Whether a preposition stands before the first name of a list: "aus KKR, Advent | und Cinven"."""
    s = document.syntax
    while named := next((m for m in document.at.get(link - 1, ()) if m.last == link), None):
        if phrase_preposition(s, named.first, floor):
            return True
        link = named.first - 1
        if link <= floor or s.words[link] != ",":
            return False
    return False


def _bare_name_behind(document: Document, finite: int) -> Mention | None:
    """Return the name right behind the finite verb of a clause that a preposition opens: "In Rom kaufte DAZN den …".

    One that "zufolge" closes is such a clause too: "Trump zufolge hat Novartis Stada gekauft".
    """
    s = document.syntax
    floor = _clause_start(document, finite)
    opens = s.pos[floor] in ("ADP", "ADV") or s.lower[finite - 1] == "zufolge"
    if not opens or not _is_plain_prefield(document, floor, finite):
        return None
    i = finite + 1
    while i < s.sentence_end(finite) and s.lower[i] in ("sich", "die", "auch"):
        i += 1
    return next((m for m in bare_names_at(document, i) if not is_owner(s, m)), None)


def _clause_start(document: Document, finite: int) -> int:
    s = document.syntax
    floor = s.sentence(finite)[0]
    i = finite - 1
    while i > floor and s.words[i - 1] not in (",", ";", ":", "–", "-", '"', "„", "“", "und", "\n", "\n\n"):
        i -= 1
    return i


def _is_plain_prefield(document: Document, first: int, finite: int) -> bool:
    """Whether between the start of a clause and its verb stands but one phrase: no noun with an article of its own."""
    s = document.syntax
    return not any(
        s.pos[i] == "DET" and i > first and s.pos[i - 1] != "ADP" and s.feats[i].get("Case") == "Nom"
        for i in range(first, finite)
    )


def _opens_clause(document: Document, first: int, floor: int) -> bool:
    s = document.syntax
    i = first - 1
    while i >= floor and s.pos[i] in ("DET", "ADJ", "NOUN", "PROPN", "NUM") and first - i < 5:
        i -= 1
    return i < floor or s.words[i] in (":", "–", "-", ";", '"', "„", "“", "\n", "\n\n") or s.pos[i] == "SPACE"
