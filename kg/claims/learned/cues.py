"""Words that tell how certain something is, and what they make of their clauses, as columns of zeros and ones."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from kg.claims.document import Document
from kg.claims.lexicon import Lexicon
from kg.claims.status import ORDER, StatusReader

#: what a clause and what a word may tell: all but that something is actual
_STATUSES = ORDER[1:]
#: columns of ``cue_bits``
CUES = 2 * len(_STATUSES)


def cue_bits(
    document: Document, lexicon: Lexicon, spans: Sequence[tuple[int, int]], shape: tuple[int, int]
) -> npt.NDArray[np.float32]:
    """Return sentences × tokens × (status of the clause around a token, status that the token tells itself)."""
    bits = np.zeros((*shape, CUES), np.float32)
    reader, syntax = lexicon.indexed(StatusReader, "status"), document.syntax
    column = {status: n for n, status in enumerate(_STATUSES)}
    clauses: dict[int, int | None] = {}
    for row, (a, b) in enumerate(spans):
        for place, i in enumerate(range(a, b)):
            head = syntax.clause_head(i)
            if head not in clauses:
                clauses[head] = column.get(reader.read(syntax, head, ""))
            of_clause, own = clauses[head], reader.of_word(syntax, i)
            if of_clause is not None:
                bits[row, place, of_clause] = 1.0
            if own in column:
                bits[row, place, len(_STATUSES) + column[own]] = 1.0
    return bits
