"""From a UD tree to who does what to whom: roles of verbs and nouns, with German surface form undone.

A role maps to the heads of the phrases that fill it: ``subj``, ``obj``, ``iobj``, a preposition, and for nouns
``gen`` and ``poss``. Passive, participle attributes, relative and infinitive clauses and coordination all
come out as the same active roles (after the predicate-argument structures of PropS, Stanovsky et al. 2016,
and ClausIE, Del Corro and Gemulla 2013).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.language.control import ADVISING, addressed, controls_object
from kg.language.syntax import Features, Syntax, contracted

Roles = dict[str, list[int]]

#: parts of speech that are no subject, whatever the parser says
_NO_SUBJECT = frozenset({"AUX", "PUNCT", "SPACE", "ADP", "CCONJ"})
#: pronouns that are no subject either: "Ihr folgt im April Roland Welzbacher"
_DATIVES = frozenset({"ihm", "ihr"})
_QUESTIONS = frozenset({"ob", "inwieweit", "inwiefern", "wie", "warum", "weshalb"})
_REPORTS = frozenset({"dass", "wonach"})
_AGENT_PREPOSITIONS = ("von", "durch")
_PHRASES = ("obl", "nmod", "obl:arg", "obl:tmod", "advmod", "obl:agent", "dep")
_QUOTES = ('"', "„", "“", "»", "«", "'")


def is_passive(s: Syntax, verb: int) -> bool:
    """Tell whether a verb's surface subject is its object: passive, Zustandspassiv, participle attribute."""
    if any(True for _ in s.dep_children(verb, "aux:pass", "nsubj:pass")):
        return True
    if s.feats[verb].get("VerbForm") != "Part" and s.pos[verb] != "ADJ":
        return False
    if s.deps[verb] in ("amod", "acl") and not s.lower[verb].rstrip("enmrs").endswith("d"):
        return True
    # "ist an X beteiligt": state of a transitive participle, told apart by its auxiliary
    return any(s.lemmas[c] == "werden" for c in s.dep_children(verb, "aux"))


def verb_roles(s: Syntax, verb: int) -> Roles:
    """Return the roles around a verb in the active frame."""
    roles: Roles = {}
    passive = is_passive(s, verb)
    surface = surface_subjects(s, verb)
    roles["obj" if passive else "subj"] = surface
    for c in s.children[verb]:
        _add_complement(s, c, passive, roles)
    _add_shared(s, verb, roles)
    _add_questioned(s, verb, roles)
    _add_reported(s, verb, roles)
    for head in (*roles.get("obj", ()), *s.dep_children(verb, "advmod")):
        _add_phrases_of(s, head, roles)
    return {role: heads for role, heads in roles.items() if heads}


def _add_complement(s: Syntax, c: int, passive: bool, roles: Roles) -> None:
    relation = s.deps[c]
    preposition = s.preposition(c)
    if relation == "obj" and preposition is None:
        roles.setdefault("obj", []).append(resolved(s, c))
    elif (
        relation == "iobj"
        or (relation == "nsubj" and s.lower[c] in _DATIVES)
        or (relation in ("obl:arg", "obl") and preposition is None and not _als(s, c))
    ):
        roles.setdefault("iobj", []).append(resolved(s, c))
    elif relation == "obl:agent" or (passive and preposition in _AGENT_PREPOSITIONS):
        roles.setdefault("subj", []).append(resolved(s, c))
        roles.setdefault(preposition or "von", []).append(resolved(s, c))
    elif preposition and (relation in _PHRASES or relation == "obj"):
        roles.setdefault(preposition, []).append(resolved(s, c))
    elif relation in ("advcl", "obl", "xcomp") and _als(s, c):
        roles.setdefault("als", []).append(c)


def _als(s: Syntax, i: int) -> bool:
    return any(s.lower[c] == "als" for c in s.children[i])


def _add_shared(s: Syntax, verb: int, roles: Roles) -> None:
    """Give a coordinated verb the object it shares with the verb before it ("kauft und integriert X")."""
    if roles.get("obj"):
        return
    for c in s.dep_children(verb, "conj"):
        if s.pos[c] == "VERB" and c == verb + 2:
            roles.setdefault("obj", []).extend(resolved(s, o) for o in s.dep_children(c, "obj"))


def _add_questioned(s: Syntax, verb: int, roles: Roles) -> None:
    """Read the subject of an indirect question as a role "ob": "prüft, ob SAP Kunden benachteiligt"."""
    for c in s.dep_children(verb, "ccomp", "advcl", "parataxis", "acl", "csubj"):
        if any(s.lower[m] in _QUESTIONS for m in s.dep_children(c, "mark", "advmod")):
            roles.setdefault("ob", []).extend(surface_subjects(s, c))


def _add_reported(s: Syntax, verb: int, roles: Roles) -> None:
    """Read the subject of what is told as a role "dass": "geht dem Verdacht nach, Thales habe Beamte bestochen".

    What is told of it is the role "told": "das sei erfunden, sagte er".
    """
    for c in s.dep_children(verb, "ccomp", "parataxis", "conj"):
        told = any(s.lower[m] in _REPORTS for m in s.dep_children(c, "mark", "advmod"))
        subjects = list(s.dep_children(c, "nsubj", "nsubj:pass"))
        reported = told or is_subjunctive(s, c) or _ends_like_subjunctive(s, c)
        if reported if c > verb else s.deps[c] == "ccomp":
            roles.setdefault("dass", []).extend(resolved(s, n) for n in subjects)
            roles.setdefault("told", []).append(c)


def _ends_like_subjunctive(s: Syntax, verb: int) -> bool:
    """Tell whether a form beside a noun can be no indicative, whatever the parser says: "die Behörde bremse"."""
    beside_noun = any(s.pos[c] in ("NOUN", "PROPN") for c in s.dep_children(verb, "nsubj"))
    finite = s.deps[verb] == "parataxis" and s.feats[verb].get("VerbForm") == "Fin"
    return beside_noun and finite and s.lower[verb].endswith("e") and not s.lower[verb].endswith(("te", "de"))


def is_subjunctive(s: Syntax, verb: int) -> bool:
    """Tell whether a verb or an auxiliary of its stands in the subjunctive."""
    return any(form.get("Mood") == "Sub" for form in verb_forms(s, verb))


def verb_forms(s: Syntax, verb: int) -> Iterator[Features]:
    """Yield the grammatical features of a verb, then those of its auxiliaries and copulas."""
    return (s.feats[i] for i in s.verb_group(verb))


def _add_phrases_of(s: Syntax, noun: int, roles: Roles) -> None:
    """Read phrases that hang on an object or adverb ("eng mit X") as the verb's too: parsers attach them wrongly."""
    for c in s.dep_children(noun, "nmod", "obl"):
        preposition = s.preposition(c)
        if preposition and c > noun:
            roles.setdefault(preposition, []).append(c)


def surface_subjects(s: Syntax, verb: int, depth: int = 0) -> list[int]:
    """Return the heads of the subject: its own, a shared one, or the understood one of an infinitive."""
    found = s.dep_children(verb, "nsubj", "nsubj:pass", "csubj")
    own = [resolved(s, c) for c in found if s.pos[c] not in _NO_SUBJECT and s.lower[c] not in _DATIVES]
    if own or depth > 6:
        return own
    relation, head = s.deps[verb], s.heads[verb]
    if relation == "amod" or (relation in ("acl", "acl:relcl") and s.feats[verb].get("VerbForm") == "Part"):
        return [head]
    if relation == "conj" and s.pos[head] in ("VERB", "AUX", "ADJ") and not is_embedded(s, verb):
        return surface_subjects(s, head, depth + 1)
    if relation in ("xcomp", "advcl", "ccomp", "acl", "conj", "csubj") and _is_infinitive(s, verb):
        return _understood_subject(s, head, depth + 1)
    return []


def is_embedded(s: Syntax, verb: int) -> bool:
    """Tell whether an infinitive with "zu" hangs on a finite verb, though the parser calls it coordinated."""
    head = s.heads[verb]
    return _has_zu(s, verb) and head < verb and s.feats[head].get("VerbForm") == "Fin"


def _has_zu(s: Syntax, verb: int) -> bool:
    """Whether "zu" stands before the infinitive or before its auxiliary ("geliefert zu haben")."""
    auxiliaries = list(s.dep_children(verb, "aux", "aux:pass"))
    if s.has_zu(verb):
        return True
    return any(s.lower[i - 1] == "zu" for i in auxiliaries if i > 0)


def _is_infinitive(s: Syntax, verb: int) -> bool:
    if s.feats[verb].get("VerbForm") in ("Inf", "Part"):
        return not any(s.feats[c].get("VerbForm") == "Fin" for c in s.dep_children(verb, "aux", "aux:pass", "cop"))
    return _has_zu(s, verb)


def _understood_subject(s: Syntax, governor: int, depth: int) -> list[int]:
    if s.pos[governor] in ("VERB", "AUX"):
        controls = controls_object(s, governor)
        if controls and (whom := addressed(s, governor)) != -1:
            return [resolved(s, whom)]
        if s.lemmas[governor] in ADVISING and not is_passive(s, governor):
            return []  # "UBS empfiehlt, die Aktie zu verkaufen" tells nobody who is to sell
        if is_passive(s, governor) and not controls:
            return [resolved(s, c) for c in s.dep_children(governor, "obl:agent")]
        return surface_subjects(s, governor, depth)
    owners = [c for c in s.dep_children(governor, "nmod", "nmod:poss", "det:poss") if s.preposition(c) in (None, "von")]
    if owners:
        return owners[:1]
    head = s.heads[governor]
    return surface_subjects(s, head, depth) if head != governor and s.pos[head] in ("VERB", "AUX") else []


def resolved(s: Syntax, i: int) -> int:
    """Return the noun a relative pronoun stands for; any other token itself."""
    if not s.is_relative(i):
        return i
    for ancestor in s.ancestors(i):
        if s.deps[ancestor] in ("acl:relcl", "acl") and s.heads[ancestor] < i:
            return s.heads[ancestor]
    previous = i - 1
    while previous > 0 and s.words[previous] in (",", "–", "-", "(", '"', "“"):
        previous -= 1
    return previous if s.pos[previous] in ("NOUN", "PROPN") else i


def noun_roles(s: Syntax, noun: int) -> Roles:
    """Return the phrases that belong to a noun: owner before, owner behind, prepositions."""
    roles: Roles = {}
    for c in s.children[noun]:
        relation, preposition = s.deps[c], s.preposition(c)
        if relation == "det:poss" or (relation in ("nmod", "nmod:poss", "det") and c < noun and _is_genitive(s, c)):
            roles.setdefault("poss", []).append(resolved(s, c))
        elif relation in ("nmod", "nmod:poss") and preposition is None and c > noun:
            roles.setdefault("gen", []).append(c)
        elif preposition and relation in (*_PHRASES, "acl"):
            roles.setdefault(preposition, []).append(resolved(s, c))
            if preposition == "von":
                roles.setdefault("gen", []).append(c)
    return roles


def _is_genitive(s: Syntax, i: int) -> bool:
    return s.preposition(i) is None and s.pos[i] in ("PROPN", "NOUN", "PRON", "DET", "X")


def governing_verb(s: Syntax, noun: int) -> int:
    """Return the verb that a noun depends on as an argument, directly or inside a prepositional phrase; or -1."""
    i = noun
    while s.deps[i] in ("conj", "appos"):
        i = s.heads[i]
    head = s.heads[i]
    if head != i and s.pos[head] in ("VERB", "AUX") and s.deps[i] not in ("advcl", "acl", "nsubj"):
        return head
    if s.pos[head] == "PROPN" and s.deps[i] == "nmod" and s.preposition(i) == "mit" and s.deps[head] == "obj":
        return s.heads[head] if s.pos[s.heads[head]] == "VERB" else -1  # "belegten Huawei mit Sanktionen"
    if head != i and s.pos[head] == "ADJ" and s.deps[i] in ("obj", "obl", "obl:arg"):
        return head
    return -1


def copula_subjects(s: Syntax, noun: int) -> list[int]:
    """Return the subject of "X ist ein <noun>", "X gilt als <noun>" and "X zählt zu den <noun>"."""
    if any(True for _ in s.dep_children(noun, "cop")):
        return [resolved(s, c) for c in s.dep_children(noun, "nsubj", "nsubj:outer")]
    head = s.heads[noun]
    if s.lemmas[head] in (
        "sein",
        "werden",
        "bleiben",
        "gelten",
        "bezeichnen",
        "fungieren",
        "agieren",
        "heißen",
    ):
        passive = is_passive(s, head)
        if s.lemmas[head] == "bezeichnen" and not passive:
            return []
        return [c for c in surface_subjects(s, head) if c != noun]
    return surface_subjects(s, head) if _counts_among(s, noun) else []


def _counts_among(s: Syntax, noun: int) -> bool:
    """Tell whether a clause tells who is one of several: "Forvia zählt zu den wichtigsten Zulieferern von VW"."""
    verb = s.heads[noun]
    among = s.lemmas[verb] in ("zählen", "gehören") and s.deps[noun] == "obl" and s.preposition(noun) == "zu"
    many = s.feats[noun].get("Number") == "Plur" or any(s.lower[c] == "den" for c in s.dep_children(noun, "det"))
    owned = any(s.dep_children(noun, "nmod", "nmod:poss", "det:poss"))
    return among and many and owned and not any(s.dep_children(verb, "obj"))


def copula_predicates(s: Syntax, noun: int) -> list[int]:
    """Return X of "<noun> ist X" where no article stands before the noun: "Neuer Eigentümer ist der Investor KPS"."""
    head = s.heads[noun]
    is_bare = not any(True for _ in s.dep_children(noun, "det"))
    is_told = s.deps[noun] == "nsubj" and any(s.lemmas[c] in ("sein", "werden") for c in s.dep_children(head, "cop"))
    return [head] if is_bare and is_told and head > noun else []


def clause_tokens(s: Syntax, head: int) -> list[int]:
    """Return the tokens of a clause without the clauses inside it, in text order."""
    found, stack = [head], [head]
    while stack:
        for c in s.children[stack.pop()]:
            if s.is_clause_head(c) and s.deps[c] != "amod":
                continue
            found.append(c)
            stack.append(c)
    return sorted(found)


def phrase_preposition(s: Syntax, first: int, floor: int) -> str | None:
    """Return the preposition in front of a noun phrase, by word order alone; see :func:`preposition_before`."""
    before = preposition_before(s, first, floor)
    return None if before == -1 else contracted(s.lower[before])


def preposition_before(s: Syntax, first: int, floor: int) -> int:
    """Return the token of the preposition in front of a noun phrase; -1 where there is none.

    Goes left from token ``first`` over articles, adjectives and the title noun of a name, not below ``floor``.
    """
    for i in range(first - 1, floor - 1, -1):
        if s.pos[i] == "ADP":
            return i
        is_title = s.pos[i] == "NOUN" and i == first - 1
        is_seat = i == first - 2 and s.pos[i] == "NOUN" and s.lower[i].endswith("er")  # "durch den Bochumer Rivalen X"
        if not (is_title or is_seat) and s.pos[i] not in ("DET", "ADJ", "NUM", "PROPN") and s.words[i] not in _QUOTES:
            return -1
    return -1


def heads_of(roles: Roles, names: Sequence[str]) -> list[int]:
    """Return the heads of the first role that is filled."""
    for name in names:
        if roles.get(name):
            return roles[name]
    return []
