"""Which pairs of a sentence compete: those that share a party, mean the same, or say it the other way round."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from kg.claims.learned.scheme import Pair
from kg.claims.learned.slot_table import Numbers


def parties(pairs: Sequence[Pair]) -> Numbers:
    """Return pairs × 2: numbers of subject and object; mentions of the same in one sentence have the same number."""
    both = np.array([(p.sentence, slot.referent) for p in pairs for slot in (p.subject, p.object)], np.int64)
    return _numbered(both.reshape(-1, 2)).reshape(-1, 2)


def rivals(given: Numbers) -> Numbers:
    """Return pairs × (subject, object, pairs that mean the same, pairs that say it the other way), by number from 0.

    ``given`` are some of the ``parties``. Where nothing says it the other way the number is -1, as it is for what is
    said of one party alone.

    >>> rivals(np.array([[4, 7], [7, 4], [4, 9], [4, 4]]))
    array([[ 0,  1,  1,  3],
           [ 1,  0,  3,  1],
           [ 0,  2,  2, -1],
           [ 0,  0,  0, -1]])
    """
    both = _numbered(given.reshape(-1, 1)).reshape(-1, 2)
    size = int(both.max(initial=0)) + 1
    code, back = both @ [size, 1], both @ [1, size]
    known, group = np.unique(code, return_inverse=True)
    is_said = np.isin(back, known) & (back != code)
    return np.column_stack([both, group, np.where(is_said, np.searchsorted(known, back), -1)])


def _numbered(rows: Numbers) -> Numbers:
    """Return the number of each row among those that differ."""
    number: Numbers = np.unique(rows, axis=0, return_inverse=True)[1].reshape(-1)
    return number
