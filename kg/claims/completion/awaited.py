"""What is asked for, awaited or threatened has not happened: "die Finma muss noch zustimmen", "Verdi droht mit Streik".

The verbs lie under ``[awaited]`` in ``status.toml``, by the predicate of which they say so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claims.claim import Claim, Status
from kg.claims.learned.scheme import METHOD
from kg.language.syntax import Syntax

if TYPE_CHECKING:
    from kg.claims.extractor import Tools

#: what such a verb makes less or more certain; what is denied stays so
_OPEN = ("actual", "planned", "possible")


def as_awaited(claims: Iterable[Claim], tools: Tools) -> Iterator[Claim]:
    """Yield claims, those that their clause calls awaited with the status that its verb gives."""
    for claim in claims:
        status = _awaited(claim, tools) if claim.status in _OPEN else None
        yield replace(claim, status=status) if status else claim


def _awaited(claim: Claim, tools: Tools) -> Status | None:
    cues = tools.status.awaited.get(claim.predicate)
    if cues is None:
        return None
    s, document = tools.document.syntax, tools.document
    verb = s.clause_head(document.token_at(claim.evidence.trigger_start))
    if claim.method == METHOD and s.clause_head(document.token_at(claim.subject.start)) != verb:
        return None  # the network's word may stand anywhere in the sentence
    found = (cues.get(s.lemmas[i]) for i in s.verb_group(verb) if _counts(s, i))
    return next((status for status in found if status), None)


def _counts(s: Syntax, i: int) -> bool:
    """Whether a form tells of what is open: "muss zustimmen", but not "musste zustimmen"."""
    return s.pos[i] != "AUX" or s.feats[i].get("Tense") != "Past"
