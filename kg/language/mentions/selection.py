"""Which candidates stay: the longest, the best founded, none across another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from kg.language.mentions.candidate import Candidate, Trust
from kg.language.mentions.reading import Reading

_BODIES = ("Regulator", "GovernmentBody")


def select(candidates: Iterable[Candidate], supported: Callable[[Candidate], bool]) -> list[Candidate]:
    """Return the candidates that stay, in text order; doubtful ones only with support.

    Candidates marked ``outer`` may lie around others and compete just among themselves.
    """
    kept = [c for c in candidates if c.trust > Trust.DOUBTFUL or supported(c)]
    inner = _without_overlap(c for c in kept if not c.outer)
    outer = _without_overlap(c for c in kept if c.outer)
    return sorted(inner + outer, key=lambda c: (c.first, -c.last))


def tidy(reading: Reading, chosen: Iterable[Candidate]) -> list[Candidate]:
    """Return names and phrases in text order, no phrase across another or before the body's own name."""
    kept = list(chosen)
    inner = [c for c in kept if not c.outer]
    starts = {c.first: c for c in inner}
    outer = [c for c in _without_overlap(c for c in kept if c.outer) if not _crosses(c, inner)]
    outer = [p for p in outer if p.records or not any(_alike(c, p) and c.records for c in inner)]
    inner = [c for c in inner if not _repeated(c, outer) and not _of_another_body(c, outer)]
    told = [c for c in inner + outer if not _gives_way(reading, c, starts)]
    return sorted(told, key=lambda c: (c.first, -c.last))


def _repeated(name: Candidate, phrases: Iterable[Candidate]) -> bool:
    """Tell whether a phrase around a name says the same: "chinesische Volksbefreiungsarmee"."""
    record = name.record
    if record is None:
        return any(_alike(name, p) for p in phrases)
    return any(p.first <= name.first and name.last <= p.last and p.record is record for p in phrases)


def _of_another_body(name: Candidate, phrases: Iterable[Candidate]) -> bool:
    """Tell whether the phrase around a body's bare name means another: no German one is "US-Justizministerium"."""
    if name.type not in _BODIES:
        return False
    around = [p for p in phrases if p.first <= name.first and name.last <= p.last and p.type in _BODIES]
    return any(p.record is not name.record and not _alike(name, p) for p in around)


def _alike(name: Candidate, phrase: Candidate) -> bool:
    """Tell whether a name and a phrase are the same words."""
    return (name.first, name.last) == (phrase.first, phrase.last)


def _crosses(phrase: Candidate, names: Iterable[Candidate]) -> bool:
    """Tell whether a name lies half in and half out of a phrase."""
    return any(n.first < phrase.last < n.last or n.first < phrase.first < n.last for n in names)


def _gives_way(reading: Reading, phrase: Candidate, starts: Mapping[int, Candidate]) -> bool:
    """Tell whether a description stands before the name of its body: "US-Arzneimittelbehörde FDA"."""
    name = starts.get(phrase.last)
    if name is None or phrase.type not in _BODIES or name.type not in _BODIES:
        return False
    described = phrase.outer or (phrase.record is not None and phrase.record is name.record)
    described = described or reading.lexicon.institution(reading.pieces.words[phrase.last - 1]) is not None
    if not described or not reading.pieces.spaced(phrase.last):
        return False
    name.country = name.country or phrase.country
    name.aliases += (reading.pieces.span(phrase.first, phrase.last),)
    return True


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
    """Return how well a name is founded; a doubtful product that has support is as good as one told by its shape."""
    trust = max(candidate.trust, Trust.SHAPE) if candidate.type == "Product" else candidate.trust
    return 2 * trust + bool(candidate.records)
