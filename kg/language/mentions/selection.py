"""Which candidates stay: the longest, the best founded, none across another."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kg.language.mentions.candidate import Candidate, Trust

_LENGTH_WEIGHT = {Trust.DOUBTFUL: 0, Trust.SHAPE: 1, Trust.CUE: 1, Trust.KNOWN: 1}


def select(candidates: Iterable[Candidate], supported: Callable[[Candidate], bool]) -> list[Candidate]:
    """Return the candidates that stay, in text order; doubtful ones only with support.

    Candidates marked ``outer`` may lie around others and compete just among themselves.
    """
    kept = [c for c in candidates if c.trust > Trust.DOUBTFUL or supported(c)]
    inner = _without_overlap(c for c in kept if not c.outer)
    outer = _without_overlap(c for c in kept if c.outer)
    return sorted(inner + outer, key=lambda c: (c.first, -c.last))


def _without_overlap(candidates: Iterable[Candidate]) -> list[Candidate]:
    taken: set[int] = set()
    chosen = []
    for candidate in sorted(candidates, key=_rank):
        covered = range(candidate.first, candidate.last)
        if taken.isdisjoint(covered):
            taken.update(covered)
            chosen.append(candidate)
    return chosen


def _rank(candidate: Candidate) -> tuple[int, int, int]:
    """Order candidates: the longest first, then the best founded, then as they stand."""
    return -(candidate.last - candidate.first), -_strength(candidate), candidate.first


def _strength(candidate: Candidate) -> int:
    return 2 * candidate.trust + bool(candidate.records)
