"""What the frames found, told to the relation model: for each pair the labels that a frame's claim gives it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence

import numpy as np
import numpy.typing as npt

from kg.claims.claim import Claim
from kg.claims.document import Document
from kg.claims.learned.scheme import (
    ALONE,
    BETWEEN,
    LABEL_NUMBER,
    LABELS,
    SYMMETRIC,
    WITH_VALUE,
    Pair,
    Slot,
)

_ALONE = {claimed: label for label, claimed in ALONE.items()}


def frame_marks(claims: Iterable[Claim], document: Document, pairs: Sequence[Pair]) -> npt.NDArray[np.float32]:
    """Return pairs × labels: the confidence of the frames' claims whose parties and sentence a pair has."""
    marks = np.zeros((len(pairs), len(LABELS)), np.float32)
    told = [(document.sentence_at(claim.evidence.trigger_start), claim) for claim in claims]
    rows = _rows(document, pairs, {sentence for sentence, _ in told})
    for sentence, claim in told:
        for label, key in _keys(claim):
            for row in rows.get((sentence, *key), ()):
                marks[row, LABEL_NUMBER[label]] = max(marks[row, LABEL_NUMBER[label]], claim.confidence)
    return marks


def _rows(document: Document, pairs: Sequence[Pair], sentences: Container[int]) -> dict[tuple[object, ...], list[int]]:
    """Index the pairs of some sentences by sentence, name and class of the subject, and what the object is."""
    rows: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for row, pair in enumerate(pairs):
        if pair.sentence in sentences:
            rows[(pair.sentence, *_party(document, pair.subject), *_other(document, pair))].append(row)
    return rows


def _party(document: Document, slot: Slot) -> tuple[object, ...]:
    referent = document.referents[slot.referent]
    return referent.name, referent.type


def _other(document: Document, pair: Pair) -> tuple[object, ...]:
    slot = pair.object
    if slot is pair.subject:
        return (None,)
    if slot.kind != "value":
        return _party(document, slot)
    if slot.type == "time":
        return (document.times[slot.source].value,)
    return (round(abs(document.quantities[slot.source].value), 4),)


def _keys(claim: Claim) -> Iterable[tuple[str, tuple[object, ...]]]:
    """Yield the labels of a claim with the key of the pairs that carry it."""
    subject = (claim.subject.name, claim.subject.type)
    if claim.object is not None:
        other = (claim.object.name, claim.object.type)
        if claim.predicate in BETWEEN:
            yield claim.predicate, (*subject, *other)
            if claim.predicate in SYMMETRIC:
                yield claim.predicate, (*other, *subject)
    elif (claim.predicate, claim.value) in _ALONE:
        yield _ALONE[claim.predicate, claim.value], (*subject, None)  # type: ignore[index]
    elif isinstance(claim.value, int | float):
        for label in _value_labels(claim.predicate, float(claim.value)):
            yield label, (*subject, round(abs(float(claim.value)), 4))
    elif claim.predicate in WITH_VALUE:
        yield claim.predicate, (*subject, claim.value)


def _value_labels(predicate: str, value: float) -> list[str]:
    if predicate == "sharePriceChange":
        return ["risesBy" if value > 0 else "fallsBy"]
    return [predicate] if predicate in WITH_VALUE else []
