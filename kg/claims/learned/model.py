"""The relation model at work: which relations the pairs of a document stand in, and at which words that shows.

The network is an ONNX file beside this page, made by ``training.relations``; it runs on one thread, so that the same
document always gives the same scores.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime as ort

from kg.claims.claim import Claim
from kg.claims.document import Document
from kg.claims.learned.features import Arrays, encode
from kg.claims.learned.parts import parts
from kg.claims.learned.scheme import LABELS, Pair
from kg.claims.lexicon import Lexicon
from kg.claims.status import ORDER

FOLDER = Path(__file__).parent / "model"
_OUTPUTS = ("labels", "status", "look")


def open_session(path: Path) -> ort.InferenceSession:
    """Open an ONNX file that runs on one thread, so that the same input always gives the same answer."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


@dataclass(frozen=True, slots=True)
class Scored:
    """The pairs of a document with the probability of every label and status, and where the network looked."""

    pairs: tuple[Pair, ...]
    #: pairs × labels, 0 to 1
    labels: npt.NDArray[np.float32]
    #: pairs × statuses, 0 to 1
    status: npt.NDArray[np.float32]
    #: pairs × tokens of the sentence
    look: npt.NDArray[np.float32]
    #: of each pair: the distance of its two in steps, and how many tokens lie on the way between them in the tree
    distance: npt.NDArray[np.int64]
    way: npt.NDArray[np.int64]

    def above(self, floor: float) -> Iterator[tuple[int, str, float]]:
        """Yield (pair number, label, probability) for what lies above a floor, in the order of the pairs."""
        for row, column in zip(*np.nonzero(self.labels > floor), strict=True):
            yield int(row), LABELS[column], float(self.labels[row, column])


class RelationModel:
    """Scores the pairs of documents."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._session = open_session(folder / "relations.onnx")
        self._inputs = {node.name for node in self._session.get_inputs()}
        #: where the network lies, with its calibration
        self.folder = folder

    def score(
        self,
        document: Document,
        lexicon: Lexicon,
        framed: Iterable[Claim],
        silent: Sequence[tuple[int, int]] = (),
    ) -> Scored | None:
        """Return the scores of a document, but for what lies in ``silent``; None where there is nothing to score.

        ``framed`` are the claims that frames and constructions found.
        """
        arrays = encode(document, lexicon, silent, framed)
        return None if arrays is None else self._run(arrays)

    def _run(self, arrays: Arrays) -> Scored:
        """Return the scores of pairs, sentences of like length together: to the network padding is nothing."""
        given = arrays.tokens
        count, width = given["path"].shape
        labels, status, look = (np.zeros((count, size), np.float32) for size in (len(LABELS), len(ORDER), width))
        for pairs, part in parts(given):
            read = {name: array for name, array in part.items() if name in self._inputs}
            for whole, answer in zip((labels, status, look), self._session.run(_OUTPUTS, read), strict=True):
                whole[pairs, : answer.shape[1]] = answer
        distance, way = given["distance"].astype(np.int64), given["path"].sum(1).astype(np.int64)
        return Scored(arrays.pairs, _sigmoid(labels), _softmax(status), look, distance, way)


def _sigmoid(x: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    return (1.0 / (1.0 + np.exp(-np.clip(x, -30.0, 30.0)))).astype(np.float32)


def _softmax(x: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    powers = np.exp(x - x.max(-1, keepdims=True))
    share: npt.NDArray[np.float32] = (powers / powers.sum(-1, keepdims=True)).astype(np.float32)
    return share


@lru_cache(maxsize=2)
def relation_model(folder: Path = FOLDER) -> RelationModel:
    """Return the shipped model, loaded once a process."""
    return RelationModel(folder)
