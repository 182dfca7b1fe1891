"""Targets of several houses in one sentence: "HSBC und UBS mit 24 respektive 25 Euro", "UBS (74), JPMorgan (82)"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from kg.language.spans import Mention, Quantity
from kg.language.syntax import Syntax

RESPECTIVELY = frozenset({"beziehungsweise", "respektive", "bzw", "bzw."})
_AND = frozenset({"und", "sowie", "oder", ",", *RESPECTIVELY})
#: words that may stand between the sums of a list
_BETWEEN_SUMS = frozenset({"auf", "mit", "bei", "von", "nun", "sogar", "jeweils"})
#: most words between a house that "sieht" a share at a sum, and the sum
_SEEN = 9
#: words behind which a sum is that of the house before it
_PRICED = frozenset({"mit", "auf", "bei", "von", "(", ":"})


def paired(
    s: Syntax, houses: Sequence[Mention], sums: Sequence[Quantity], is_phrase: Callable[[int], bool]
) -> list[tuple[Mention, Quantity]]:
    """Return each house with its own sum where houses and sums stand in two lists of one length, else nothing.

    "Die DZ Bank und Metzler heben ihre Ziele auf 240 beziehungsweise 250 Euro." ``is_phrase`` tells which tokens may
    stand between two houses that are coordinated, beside "und" and commas: articles, posts and people.
    """
    run = _last_run(s, sums)
    chain = _first_chain(s, houses, is_phrase)
    return list(zip(chain, run, strict=True)) if len(run) == len(chain) > 1 else []


def _last_run(s: Syntax, sums: Sequence[Quantity]) -> list[Quantity]:
    """Return the sums that are joined by "und" or "respektive" alone, the last such row of a sentence."""
    runs: list[list[Quantity]] = []
    for quantity in sums:
        if runs and _joined(s, runs[-1][-1], quantity):
            runs[-1].append(quantity)
        else:
            runs.append([quantity])
    return next((run for run in reversed(runs) if len(run) > 1), [])


def _joined(s: Syntax, before: Quantity, behind: Quantity) -> bool:
    between = s.lower[before.last : behind.first]
    return 0 < len(between) <= 3 and between[0] in _AND and all(w in _AND | _BETWEEN_SUMS for w in between)


def _first_chain(s: Syntax, houses: Sequence[Mention], is_phrase: Callable[[int], bool]) -> list[Mention]:
    """Return the first houses of a sentence that are coordinated with each other."""
    return next((chain for chain in chains(s, houses, is_phrase) if len(chain) > 1), [])


def chains(s: Syntax, houses: Sequence[Mention], is_phrase: Callable[[int], bool]) -> list[list[Mention]]:
    """Return the houses of a sentence in rows of those that are coordinated: [[UBS, HSBC], [Jefferies]]."""
    found: list[list[Mention]] = []
    for house in houses:
        if found and _coordinated(s, found[-1][-1], house, is_phrase):
            found[-1].append(house)
        else:
            found.append([house])
    return found


def _coordinated(s: Syntax, before: Mention, behind: Mention, is_phrase: Callable[[int], bool]) -> bool:
    between = range(before.last, behind.first)
    joints = [i for i in between if s.lower[i] in _AND]
    return len(joints) == 1 and all(i in joints or s.pos[i] in ("DET", "ADP", "ADV") or is_phrase(i) for i in between)


def priced_apart(s: Syntax, houses: Sequence[Mention], sums: Sequence[Quantity]) -> list[tuple[Mention, int]]:
    """Return the houses of a sentence that each have a sum of their own behind them, with the end of their part.

    "Auch die HSBC mit einem Ziel von 115 Euro | oder Goldman Sachs mit 106 Euro", "UBS (74), | JPMorgan (82)".
    """
    parts: list[tuple[Mention, int]] = []
    ends = [h.first for h in houses[1:]] + [len(s)]
    for house, end in zip(houses, ends, strict=True):
        own = [q for q in sums if house.last <= q.first < end]
        if len(own) > 1:
            return []  # "von 130 auf 125 Euro" tells more than a target
        if own and _is_own(s, house, own[0]):
            parts.append((house, own[0].last))
    return parts if len(parts) > 1 and all(a.referent != b.referent for (a, _), (b, _) in pairwise(parts)) else []


def _is_own(s: Syntax, house: Mention, quantity: Quantity) -> bool:
    """Whether little stands between a house and a sum, and no verb of another clause."""
    between = range(house.last, quantity.first)
    told = [s.lower[i] for i in between]
    if told == ["("]:
        return True
    sees = any(s.lemmas[i] == "sehen" for i in between)  # "JPMorgan sieht die Aktie von Siemens nun bei 150 Euro"
    return (
        0 < len(told) <= (_SEEN if sees else 6)
        and not _PRICED.isdisjoint(told)
        and all(s.pos[i] not in ("VERB", "PUNCT") or s.lemmas[i] == "sehen" for i in between)
    )
