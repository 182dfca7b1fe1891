"""The arrays of a document in parts of sentences about as long as one another, so that little of them is padding."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from kg.claims.learned.rivals import rivals

Given = dict[str, npt.NDArray[np.generic]]

#: tokens up to which sentences go together
LENGTHS = (16, 28)
_TOKENS = ("word", "pieces", "pos", "relation", "head", "cls", "kind", "triggers", "lemma", "forms", "cues")
_PAIRS = ("bounds", "classes", "distance", "marks", "industries", "prominence")
_ROWS = ("row_token", "row_integers", "row_bits")


def parts(given: Given) -> Iterator[tuple[npt.NDArray[np.intp], Given]]:
    """Yield the numbers of some pairs, in their order, and the arrays of their sentences."""
    group = np.searchsorted(LENGTHS, given["length"])
    of_pair = group[given["sentence"]]
    of_row = of_pair[given["row_pair"]]
    for number in np.unique(group):
        pairs = np.flatnonzero(of_pair == number)
        yield pairs, _part(given, np.flatnonzero(group == number), pairs, np.flatnonzero(of_row == number))


def _part(
    given: Given, sentences: npt.NDArray[np.intp], pairs: npt.NDArray[np.intp], rows: npt.NDArray[np.intp]
) -> Given:
    length = given["length"][sentences]
    width = int(length.max())
    return {
        **{name: given[name][sentences, :width] for name in _TOKENS},
        "length": length,
        "sentence": np.searchsorted(sentences, given["sentence"][pairs]),
        "path": given["path"][pairs, :width],
        **{name: given[name][pairs] for name in _PAIRS},
        "rivals": rivals(given["parties"][pairs].astype(np.int64)),
        "row_pair": np.searchsorted(pairs, given["row_pair"][rows]),
        **{name: given[name][rows] for name in _ROWS},
    }
