"""The trees of the reranker: fitted on claims of held-out articles, written as an ONNX file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from skl2onnx import to_onnx
from skl2onnx.common.data_types import FloatTensorType
from sklearn.ensemble import GradientBoostingClassifier

from kg.claims.extractor import UNSURE
from kg.claims.learned.calibration import Calibration, logistic
from kg.claims.learned.reranker import Columns, beside_others
from kg.claims.learned.scheme import METHOD

if TYPE_CHECKING:
    from training.relations.calibrate import Trial

#: many small trees, each fitted on four fifths of the claims and two fifths of the columns
_SETTINGS = {
    "n_estimators": 400,
    "learning_rate": 0.03,
    "max_depth": None,
    "max_leaf_nodes": 12,
    "min_samples_leaf": 80,
    "max_features": 0.4,
    "subsample": 0.8,
    "random_state": 0,
}


def heard(
    articles: Sequence[Sequence[Trial]], table: Calibration
) -> tuple[Columns, npt.NDArray[np.bool_], list[Trial]]:
    """Return what the reranker reads of the claims of articles, which of them are right, and the claims themselves.

    What only the model finds with less than the least probability is never claimed, so it is left out.
    """
    rows, kept = [], []
    for found in articles:
        trials = [t for t in found if t.seen.claim.method != METHOD or logistic(_first(t, table)) >= UNSURE]
        if trials:
            beside = beside_others([t.seen for t in trials], [_first(t, table) for t in trials])
            rows.append(np.hstack([np.stack([t.columns for t in trials]), beside]))
            kept += trials
    return np.vstack(rows), np.array([t.right for t in kept]), kept


def _first(trial: Trial, table: Calibration) -> float:
    seen = trial.seen
    return table.log_odds(seen.claim, seen.probability, seen.stance)


def fitted(rows: Columns, right: npt.NDArray[np.bool_]) -> GradientBoostingClassifier:
    """Return trees that tell how likely a claim is right."""
    return GradientBoostingClassifier(**_SETTINGS).fit(rows, right)


def exported(trees: GradientBoostingClassifier) -> bytes:
    """Return the trees as an ONNX file that turns "columns" into "probabilities"."""
    given = [("columns", FloatTensorType([None, trees.n_features_in_]))]
    options = {id(trees): {"zipmap": False}}
    model = to_onnx(trees, initial_types=given, options=options, target_opset={"": 17, "ai.onnx.ml": 3})
    data: bytes = model.SerializeToString()
    return data
