"""The share that moves after a judgement is the one judged: "HSBC hob das Ziel für Eon. Sie gewann 2 Prozent"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claims.claim import Claim, Party

if TYPE_CHECKING:
    from kg.claims.extractor import Tools


def with_judged_shares(claims: Iterable[Claim], tools: Tools) -> Iterator[Claim]:
    """Yield claims, moves that a sentence tells without a name with the share that the house meant has judged."""
    known = list(claims)
    judged: dict[str, dict[str, Party]] = {}
    for claim in known:
        if claim.predicate == "rates" and claim.object is not None:
            judged.setdefault(claim.subject.name, {})[claim.object.name] = claim.object
    for claim in known:
        shares = judged.get(claim.subject.name, {}) if claim.predicate == "sharePriceChange" else {}
        share = next(iter(shares.values())) if len(shares) == 1 else None
        named = share is None or _is_named(claim, tools)
        yield claim if named or share is None else replace(claim, subject=share)


def _is_named(claim: Claim, tools: Tools) -> bool:
    """Whether the sentence of a move names its subject, or that is judged itself."""
    s = tools.document.syntax
    told = tools.document.mentions_in(*s.sentence(tools.document.token_at(claim.evidence.trigger_start)))
    referents = (tools.document.referents[m.referent].name for m in told if m.kind in ("name", "compound"))
    return claim.subject.name in referents
