"""Bare names given back to their verb where the tree hangs them on the phrase before.

A bare name behind a time, a sum or an abstract noun has neither article nor ending: "hat im März Infineon gekauft",
"hat für drei Milliarden Dollar Avidity übernommen", "hat nach langem Zögern Nordex verklagt". Parsers take it for part
of that phrase; it is the subject or object that its verb still lacks.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.claims.clauses import is_passive, surface_subjects
from kg.language.mentions.lexicon import shipped_lexicon
from kg.language.spans import Mention, Quantity, Time
from kg.language.syntax import Syntax

#: what a parser calls a name that it takes for part of the phrase before
_PART = frozenset({"appos", "nmod", "flat", "flat:name", "compound", "nmod:poss"})
#: classes of what has no name of a time, a sum or a deed
_FREE = frozenset(
    "Organization Company JointVenture Regulator GovernmentBody MediaOutlet StockExchange Union Person Product".split()
)
#: endings of nouns for deeds and states
_ABSTRACT = ("ung", "heit", "keit", "tion")
_FILLS_IN = frozenset({"obj", "ccomp"})


def free_names(s: Syntax, mentions: Iterable[Mention], times: Iterable[Time], quantities: Iterable[Quantity]) -> None:
    """Hang the names that stand free on their verbs, in place."""
    bounds = [(t.first, t.last) for t in times] + [(q.first, q.last) for q in quantities if q.kind == "money"]
    closed = {i for first, last in bounds for i in range(first, last)}
    for mention in mentions:
        if mention.kind == "name" and mention.type in _FREE and not mention.is_genitive:
            _free(s, mention, closed)


def _free(s: Syntax, mention: Mention, closed: set[int]) -> None:
    top = s.top(mention.first, mention.last)
    if not _is_caught(s, mention, top, closed):
        return
    verb = _verb_above(s, s.heads[top])
    relation = _open_relation(s, verb) if verb != -1 else None
    if relation is not None:
        s.rehang(top, verb, relation)


def _is_caught(s: Syntax, mention: Mention, top: int, closed: set[int]) -> bool:
    """Whether a bare name hangs on a time or sum before it, or on an abstract noun right before it."""
    head = s.heads[top]
    if head >= mention.first or s.deps[top] not in _PART or s.preposition(top) is not None:
        return False
    if head in closed:
        return mention.first not in closed
    return head == mention.first - 1 and s.preposition(head) is not None and _is_abstract(s, head)


def _is_abstract(s: Syntax, noun: int) -> bool:
    """Whether a noun names neither a house, a person nor a thing that could bear the name behind it."""
    word, known = s.words[noun], shipped_lexicon()
    is_infinitive = s.lemmas[noun].endswith(("en", "rn", "ln")) and s.feats[noun].get("Gender") == "Neut"
    is_deed = is_infinitive or s.lemmas[noun].lower().endswith(_ABSTRACT)
    return s.pos[noun] == "NOUN" and is_deed and known.noun(word) is None and not known.tells_unit(word)


def _verb_above(s: Syntax, i: int) -> int:
    """Return the verb that a phrase hangs on, directly or by other phrases; -1 where there is none."""
    for above in (i, *s.ancestors(i)):
        if s.pos[above] == "VERB":
            return above
    return -1


def _open_relation(s: Syntax, verb: int) -> str | None:
    """Return what a verb still lacks: its subject, its object, or nothing."""
    if is_passive(s, verb):
        return None if surface_subjects(s, verb) else "nsubj:pass"
    if not surface_subjects(s, verb) and not _is_bare_infinitive(s, verb):
        return "nsubj"
    has_object = any(s.deps[c] in _FILLS_IN and s.pos[c] != "PRON" for c in s.children[verb])
    return None if has_object else "obj"


def _is_bare_infinitive(s: Syntax, verb: int) -> bool:
    """Whether an infinitive has no finite verb of its own, and so no subject either."""
    return s.feats[verb].get("VerbForm") == "Inf" and s.finite_form(verb) == -1
