"""Departures and splits that somebody only demands.

"Cevian fordert den Rücktritt von Ubisoft-Chef Guillemot" criticises him; who "pocht auf die Abspaltung" splits nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kg.claims.claim import Claim
from kg.claims.learned.scheme import METHOD

if TYPE_CHECKING:
    from kg.claims.extractor import Tools

_DEMANDING = frozenset("fordern einfordern verlangen dringen drängen pochen nahelegen betreiben".split())
_ARGUMENTS = ("obj", "obl", "obl:arg", "nsubj:pass")


def without_demanded_exits(claims: Iterable[Claim], tools: Tools) -> Iterator[Claim]:
    """Yield claims without departures whose noun is what a verb demands, and splits told of who demands them."""
    for claim in claims:
        is_exit = claim.predicate == "departsFrom" and _is_demanded(claim, tools)
        if not is_exit and not (claim.predicate == "spinsOff" and _demands(claim, tools)):
            yield claim


def _demands(claim: Claim, tools: Tools) -> bool:
    """Whether the subject of a claim is that of a verb that demands: "Elliott pocht auf die Abspaltung der Sparte"."""
    s, i = tools.document.syntax, tools.document.token_at(claim.subject.start)
    verb = s.clause_head(i)
    return s.lemmas[verb] in _DEMANDING and any(i in s.subtree(subject) for subject in s.dep_children(verb, "nsubj"))


def _is_demanded(claim: Claim, tools: Tools) -> bool:
    trigger = tools.document.token_at(claim.evidence.trigger_start)
    if claim.method != METHOD:
        return _is_demand(trigger, tools)
    return any(_is_demand(i, tools) and _tells_exit(i, tools) for i in range(*tools.document.syntax.sentence(trigger)))


def _is_demand(noun: int, tools: Tools) -> bool:
    s = tools.document.syntax
    is_object = s.pos[noun] == "NOUN" and s.deps[noun] in _ARGUMENTS and s.preposition(noun) in (None, "auf")
    return is_object and s.lemmas[s.heads[noun]] in _DEMANDING


def _tells_exit(noun: int, tools: Tools) -> bool:
    _, frames = tools.lexicon.noun_frames(tools.document.syntax.lemmas[noun].lower())
    return any(frame.predicate == "departsFrom" for frame in frames)
