"""How far a source reaches in a sentence: what it may be the source of, and what the writer adds.

"Das Werk in Szeged, in das BYD vier Milliarden steckt, soll laut Bloomberg erst 2026 anlaufen": Bloomberg has nothing
to do with the four billions.
"""

from __future__ import annotations

from kg.claims.clauses import is_subjunctive
from kg.language.syntax import Syntax


def reach(s: Syntax, source: int, first: int, last: int) -> set[int]:
    """Return the tokens of a sentence that a source named at a token may be the source of.

    A source within a relative clause or an attribute reaches no further; any other all that follows the semicolon
    before it, but no relative clause or participle phrase in the indicative.
    """
    if (own := _attribute(s, source)) is not None:
        return own
    begin = max((i + 1 for i in range(first, source) if s.words[i] == ";"), default=first)
    told = set(range(begin, last))
    for i in range(begin, last):
        if _is_aside(s, i) and not is_subjunctive(s, i):
            told -= s.subtree(i)
    return told


def _attribute(s: Syntax, i: int) -> set[int] | None:
    """Return the relative clause or attribute around a token: "des vom Handelsblatt ausgerichteten Treffens"."""
    for head in (i, *s.ancestors(i)):
        if s.deps[head] == "amod" and head > i:
            return s.subtree(head)
        if s.deps[head] == "acl:relcl" and any(s.is_relative(j) for j in s.subtree(head) if j < i):
            return s.subtree(head)
    return None


def _is_aside(s: Syntax, i: int) -> bool:
    """Whether a clause or participle phrase belongs to a noun: what it says is taken as given."""
    return s.deps[i] == "acl:relcl" or (s.deps[i] == "acl" and s.feats[i].get("VerbForm") == "Part")
