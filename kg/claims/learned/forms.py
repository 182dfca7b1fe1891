"""The grammatical form of words, and where in the text they stand, as columns of zeros and ones."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from kg.claims.document import Document
from kg.claims.learned.scheme import FORMS, PLACES

_FORM = {form: column for column, form in enumerate(FORMS)}
_QUOTED, _HEADLINE, _LEAD, _END = range(len(FORMS), len(FORMS) + len(PLACES))
_MARKS = frozenset('"„“”«»')


def form_bits(document: Document, spans: Sequence[tuple[int, int]], shape: tuple[int, int]) -> npt.NDArray[np.float32]:
    """Return sentences × tokens × (``FORMS``, ``PLACES``) for the sentences between pairs of tokens."""
    bits = np.zeros((*shape, len(FORMS) + len(PLACES)), np.float32)
    syntax = document.syntax
    quoted = _quoted(syntax.words)
    last = len(syntax.sentences) - 1
    for row, (a, b) in enumerate(spans):
        number = syntax.sent_of[a]
        place = (_HEADLINE, number == 0), (_LEAD, 0 < number < 3), (_END, number == last)
        bits[row, : b - a, [column for column, holds in place if holds]] = 1.0
        for column, i in enumerate(range(a, b)):
            for form in syntax.feats[i].items():
                if form in _FORM:
                    bits[row, column, _FORM[form]] = 1.0
            if quoted[i]:
                bits[row, column, _QUOTED] = 1.0
    return bits


def _quoted(words: Sequence[str]) -> list[bool]:
    """Tell of each word whether it stands between quotation marks; a mark opens, the next one closes."""
    found, inside = [], False
    for word in words:
        inside ^= word in _MARKS
        found.append(inside)
    return found
