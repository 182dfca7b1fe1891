"""How far a source reaches in a sentence: what it may be the source of, and what the writer adds.

"Das Werk in Szeged, in das BYD vier Milliarden steckt, soll laut Bloomberg erst 2026 anlaufen": Bloomberg has nothing
to do with the four billions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.claims.clauses import is_subjunctive
from kg.language.syntax import Syntax

#: conjunctions behind which stands what the writer knows: "…, nachdem die Fusion mit Honda gescheitert war"
_BACKGROUND = frozenset({"nachdem", "obwohl", "obgleich", "obschon", "seit", "seitdem", "während"})
#: conjunctions whose clause holds a source that is named in it
_ENCLOSING = _BACKGROUND | frozenset(
    "weil da dass worüber wonach wenn ob damit wo wobei weshalb weswegen wodurch wofür womit woran wohin sodass".split()
)
_COORDINATED = ("conj", "parataxis")
_INSERTED = frozenset({"wie", "so"})


def reach(s: Syntax, source: int, first: int, last: int, *, inserted: bool = True) -> set[int]:
    """Return the tokens of a sentence that a source named at a token may be the source of.

    A source within a relative clause, an attribute or a clause with "nachdem" reaches no further, but one in a clause
    with "wie" that ends the sentence ("…, weil die Kosten steigen, wie Bloomberg berichtet"); any other all that
    follows the semicolon before it, but no relative clause or participle phrase in the indicative. One that is
    ``inserted`` ("laut X", "so X") reaches from within a main clause into those beside it only where they are told in
    the subjunctive; at the head of the sentence up to the next semicolon.
    """
    if (own := _enclosure(s, source, first)) is not None:
        return own
    begin = max((i + 1 for i in range(first, source) if s.words[i] == ";"), default=first)
    told = set(range(begin, last))
    if inserted:
        told -= _beside(s, source, begin, last)
    return told & stated(s, begin, last)


def stated(s: Syntax, first: int, last: int) -> set[int]:
    """Return the tokens of a stretch without conditions and what it adds in the indicative: clauses and participles."""
    told = set(range(first, last))
    for i in range(first, last):
        if _is_condition(s, i) or (_is_aside(s, i) and not is_subjunctive(s, i)):
            told -= s.subtree(i)
    return told


def is_added(s: Syntax, i: int) -> bool:
    """Tell whether a token stands in what is only added in the indicative: "VW, das Teile von Bosch bezieht, …"."""
    return any(s.deps[j] == "acl:relcl" and not is_subjunctive(s, j) for j in (i, *s.ancestors(i)))


def places_told(s: Syntax, trigger: int, others: Iterable[int]) -> set[int]:
    """Return where it shows who tells what a trigger, and ``others`` of its sentence, state.

    Of what is only added that is the trigger, and of what a condition names that condition, which nobody states: "Käme
    es zur Fusion mit Y, stünden Stellen auf dem Spiel".
    """
    if is_added(s, trigger) or _in_condition(s, trigger):
        return {trigger}
    return {i for i in others if _in_condition(s, i)} or {trigger, *others}


def subjunctive_clauses(s: Syntax, first: int, last: int) -> set[int]:
    """Return the tokens of a stretch but for its main clauses in the indicative."""
    told = set(range(first, last))
    for head in _main_clauses(s, first, last):
        if not is_subjunctive(s, head):
            told -= _own_part(s, head)
    return told


def _beside(s: Syntax, source: int, begin: int, last: int) -> set[int]:
    """Return the main clauses in the indicative that stand beside the one in which a source is inserted."""
    heads = list(_main_clauses(s, begin, last))
    own = _main_clause(s, source)
    if not any(_is_finite(s, i) for i in range(begin, source)):
        end = next((i for i in range(source, last) if s.words[i] == ";"), last)
        heads = [h for h in heads if h > end]
    others = [h for h in heads if h != own and not is_subjunctive(s, h)]
    return {i for h in others for i in _own_part(s, h)}


def _own_part(s: Syntax, head: int) -> set[int]:
    """Return the tokens of a main clause without those of the main clauses below it."""
    part = s.subtree(head)
    for i in tuple(part):
        if i != head and _is_main(s, i):
            part -= s.subtree(i)
    return part


def _main_clauses(s: Syntax, first: int, last: int) -> Iterator[int]:
    """Yield the heads of the finite main clauses of a stretch."""
    return (i for i in range(first, last) if _is_main(s, i))


def _main_clause(s: Syntax, i: int) -> int:
    """Return the head of the main clause around a token."""
    while not _is_main(s, i) and s.heads[i] != i:
        i = s.heads[i]
    return i


def _is_main(s: Syntax, i: int) -> bool:
    if s.heads[i] == i:
        return True
    if s.deps[i] not in _COORDINATED or not any(_is_finite(s, j) for j in s.verb_group(i)):
        return False
    if any(s.lower[c] in _INSERTED and c < i for c in s.children[i]):
        return False
    return not any(s.is_clause_head(j) and s.deps[j] not in (*_COORDINATED, "ROOT", "root") for j in s.ancestors(i))


def _is_finite(s: Syntax, i: int) -> bool:
    return s.feats[i].get("VerbForm") == "Fin"


def _enclosure(s: Syntax, i: int, first: int) -> set[int] | None:
    """Return the clause or attribute that holds a source: "des vom Handelsblatt ausgerichteten Treffens"."""
    for head in (i, *s.ancestors(i)):
        if s.deps[head] == "amod" and head > i:
            return s.subtree(head)
        if s.deps[head] == "acl:relcl" and any(s.is_relative(j) for j in s.subtree(head) if j < i):
            return s.subtree(head)
        if s.deps[head] in ("advcl", "ccomp", "acl", "acl:relcl") and _opened_by(s, head, _ENCLOSING, first, i):
            return None if _ends_sentence(s, i) else s.subtree(head)
    return None


def _ends_sentence(s: Syntax, i: int) -> bool:
    """Whether a "wie" opens the last clause of its sentence."""
    return s.lower[i] == "wie" and not any(s.words[j] in (",", ";", ":") for j in range(i, s.sentence_end(i)))


def _opened_by(s: Syntax, head: int, conjunctions: frozenset[str], first: int, before: int) -> bool:
    openers = s.dep_children(head, "mark", "advmod", "obl")
    return any(s.lower[c] in conjunctions and first <= c < before for c in openers)


def _in_condition(s: Syntax, i: int) -> bool:
    return any(_is_condition(s, j) for j in (i, *s.ancestors(i)))


def _is_condition(s: Syntax, i: int) -> bool:
    """Whether a clause opens with its verb in the subjunctive, and so is not stated: "Käme es zur Fusion, ..."."""
    return s.deps[i] == "advcl" and min(s.subtree(i)) == i and s.feats[i].get("Mood") == "Sub"


def _is_aside(s: Syntax, i: int) -> bool:
    """Whether a clause or participle phrase belongs to a noun, or tells what went before: it is taken as given."""
    if s.deps[i] == "acl:relcl" or (s.deps[i] == "acl" and s.feats[i].get("VerbForm") == "Part"):
        return True
    return s.deps[i] == "advcl" and _opened_by(s, i, _BACKGROUND, 0, i)
