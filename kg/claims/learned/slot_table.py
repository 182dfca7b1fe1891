"""The slots of many pairs as columns, each slot once, so that arrays can be made of all pairs together."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from kg.claims.learned.scheme import CLASS_NUMBER, KIND_NUMBER, Pair

Numbers = npt.NDArray[np.int64]


class SlotTable:
    """Slots by number, and the numbers of each pair's two; the slots of a sentence stand together."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        # the slots of a sentence are the same objects in all its pairs
        found = {id(slot): (slot, pair.sentence) for pair in pairs for slot in (pair.subject, pair.object)}
        number = {key: i for i, key in enumerate(found)}
        self.slots = [slot for slot, _ in found.values()]
        #: sentence of each slot
        self.sentences = [sentence for _, sentence in found.values()]
        #: numbers of each pair's slots
        self.subject = np.array([number[id(pair.subject)] for pair in pairs], np.int64)
        self.object = np.array([number[id(pair.object)] for pair in pairs], np.int64)
        columns = np.array(
            [(s.first, s.last, CLASS_NUMBER.get(s.type, 0), KIND_NUMBER.get(s.kind, 0)) for s in self.slots], np.int64
        ).reshape(len(self.slots), 4)
        #: first token and the one after the last, class and kind of each slot
        self.first, self.last, self.type, self.kind = columns.T
        self.implied = self.first == self.last

    def of_sentences(self) -> dict[int, range]:
        """Return the numbers of the slots of each sentence."""
        found: dict[int, range] = {}
        for number, sentence in enumerate(self.sentences):
            found[sentence] = range(found[sentence].start if sentence in found else number, number + 1)
        return found
