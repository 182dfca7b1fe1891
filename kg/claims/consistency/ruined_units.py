"""Which firm is insolvent where only its owner stands beside: "Die Tochter von Air Berlin meldete Insolvenz an".

It is the firm that the sentence before told of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claims.claim import Claim

if TYPE_CHECKING:
    from kg.claims.extractor import Tools
    from kg.language.spans import Mention

_UNIT_OF = re.compile(r"\b[Dd](?:ie|er) (?:Tochter|Tochterfirma|Tochtergesellschaft|Sparte|Ableger) (?:von|der|des) $")


def with_ruined_units(claims: Iterable[Claim], tools: Tools) -> Iterator[Claim]:
    """Yield claims; what is told of "die Tochter von X" is no insolvency of X but of the firm named before."""
    for claim in claims:
        if claim.predicate != "filesForInsolvency" or not _is_owner(claim):
            yield claim
        elif (unit := _named_before(claim, tools)) is not None:
            yield replace(claim, subject=tools.party(unit))


def _is_owner(claim: Claim) -> bool:
    return _UNIT_OF.search(claim.evidence.text[: max(claim.subject.start - claim.evidence.start, 0)]) is not None


def _named_before(claim: Claim, tools: Tools) -> Mention | None:
    """Return the last firm that the sentence before names, None where there is none."""
    document = tools.document
    first = document.syntax.sentence(min(document.token_at(claim.evidence.start), len(document.syntax) - 1))[0]
    if first == 0:
        return None
    named = [
        mention
        for mention in document.mentions_in(*document.syntax.sentence(first - 1))
        if mention.type == "Company"
        and mention.kind == "name"
        and document.referents[mention.referent].name != claim.subject.name
    ]
    return named[-1] if named else None
