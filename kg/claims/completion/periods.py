"""The period of a figure whose sentence names none: that of the figures told with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.claims.claim import Claim

_FIGURES = ("reports", "forecasts")


def with_periods(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims, figures without a period with that of the nearest figure of the same company and kind."""
    known = list(claims)
    dated = [c for c in known if c.predicate in _FIGURES and c.qualifiers.get("period")]
    for claim in known:
        period = None
        if claim.predicate in _FIGURES and "period" not in claim.qualifiers:
            period = _nearest(claim, dated)
        yield replace(claim, qualifiers={**claim.qualifiers, "period": period}) if period else claim


def _nearest(claim: Claim, dated: Sequence[Claim]) -> str | None:
    """Return the period of the nearest figure of a company; what is expected is never of a past period."""
    same = [c for c in dated if c.predicate == claim.predicate and c.subject.name == claim.subject.name]
    best = min(same, key=lambda c: abs(c.evidence.trigger_start - claim.evidence.trigger_start), default=None)
    return None if best is None else str(best.qualifiers["period"])
