"""The day of results and meetings stands, whatever is said of what happens there.

"An der Generalversammlung am 20. März dürfte es laut werden": the day itself is sure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claims.claim import Claim

if TYPE_CHECKING:
    from kg.claims.extractor import Tools


def as_set_days(claims: Iterable[Claim], tools: Tools) -> Iterator[Claim]:
    """Yield claims, days of results that are told by the way as planned or past, by the day of publication."""
    published = tools.document.published
    for claim in claims:
        is_open = claim.predicate == "publishesResultsOn" and claim.status in ("possible", "negated")
        if not is_open or published is None or _is_called_off(claim, tools):
            yield claim
        else:
            is_ahead = str(claim.value) >= published.isoformat()
            yield replace(claim, status="planned" if is_ahead else "actual")


def _is_called_off(claim: Claim, tools: Tools) -> bool:
    """Whether the verb over the results, or a word beside them, denies the day: "sagt die Hauptversammlung ab"."""
    s, trigger = tools.document.syntax, tools.document.token_at(claim.evidence.trigger_start)
    verb = s.clause_head(trigger)
    if s.pos[trigger] == "VERB" or tools.status.of_word(s, verb) == "negated":
        return True
    return tools.status.read_attribute(s, trigger) == "negated"
