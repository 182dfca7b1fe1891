"""How prominent an entity is where a sentence speaks of it: how often and how lately the article named it before.

Who is prominent is taken up without a name (Grosz, Joshi and Weinstein 1995, "Centering"), and is what an article's
claims are mostly about.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kg.claims.document import Document
from kg.claims.focus import is_subject
from kg.claims.learned.scheme import PROMINENCE, Slot
from kg.claims.learned.slot_table import SlotTable

#: mentions before the sentence, and sentences since the last one, in these steps
_COUNTS, _GAPS = (1, 2, 4, 8), (2, 3, 5)
_NEVER = 5 + len(_GAPS) + 1
_HEADLINE, _SUBJECT, _FOCUS = range(_NEVER + 1, _NEVER + 4)


class _Named(NamedTuple):
    """The sentences that mention an entity, in order, and whether it is subject there."""

    sentences: list[int]
    is_subject: list[bool]


def prominence(document: Document, table: SlotTable) -> npt.NDArray[np.float32]:
    """Return slots × ``PROMINENCE``, zeros and ones; values have none."""
    named = _named(document)
    bits = np.zeros((len(table.slots), PROMINENCE), np.float32)
    for row, slot, sentence in zip(bits, table.slots, table.sentences, strict=True):
        if slot.referent >= 0:
            row[_columns(document, named[slot.referent], slot, sentence)] = 1.0
    return bits


def _named(document: Document) -> dict[int, _Named]:
    found: dict[int, _Named] = defaultdict(lambda: _Named([], []))
    for mention in document.mentions:
        told = found[mention.referent]
        told.sentences.append(document.syntax.sent_of[mention.first])
        told.is_subject.append(is_subject(document.syntax, mention))
    return found


def _columns(document: Document, named: _Named, slot: Slot, sentence: int) -> list[int]:
    before = bisect_left(named.sentences, sentence)
    columns = [bisect_left(_COUNTS, before + 1) if before else 0]
    if before:
        columns.append(5 + bisect_left(_GAPS, sentence - named.sentences[before - 1] + 1))
    else:
        columns.append(_NEVER)
    if before and named.sentences[0] == 0:
        columns.append(_HEADLINE)
    if before and named.is_subject[before - 1]:
        columns.append(_SUBJECT)
    if slot.referent == document.focus:
        columns.append(_FOCUS)
    return columns
