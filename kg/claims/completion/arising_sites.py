"""Sites that are still being built: "in Newcastle entsteht ein Werk", "BYD zieht in Manisa eine Fabrik hoch"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claims.claim import Claim
from kg.claims.completion.still_to_come import tells_present
from kg.claims.document import Document

if TYPE_CHECKING:
    from kg.claims.extractor import Tools

_BUILT = ("obj", "nsubj", "nsubj:pass")


def as_arising(claims: Iterable[Claim], tools: Tools) -> Iterator[Claim]:
    """Yield claims, sites whose clause tells in the present how they come about as planned."""
    for claim in claims:
        is_open = claim.predicate == "operatesIn" and claim.status == "actual"
        yield replace(claim, status="planned") if is_open and _arises(claim, tools) else claim


def _arises(claim: Claim, tools: Tools) -> bool:
    document = tools.document
    verb = document.syntax.clause_head(document.token_at(claim.object.start if claim.object else 0))
    is_building = document.syntax.lemmas[verb] in tools.status.arising_verbs and tells_present(document, verb)
    return is_building and any(_is_new(document, i, tools) for i in document.syntax.dep_children(verb, *_BUILT))


def _is_new(document: Document, noun: int, tools: Tools) -> bool:
    """Whether a noun brings in a site: "ein Werk", "vier Fabriken", "Werke", but not "das Werk", "sein Werk"."""
    s = document.syntax
    determiners = [s.lemmas[c].lower() for c in s.dep_children(noun, "det", "det:poss")]
    is_first = all(word in ("ein", "eine", "einen") for word in determiners)
    return is_first and s.lemmas[noun].lower().endswith(tools.status.arising_sites)
