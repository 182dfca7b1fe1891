"""Networks merged into one file answer with the mean of what each answers."""

from __future__ import annotations

import numpy as np
import onnxruntime as ort
import pytest

onnx = pytest.importorskip("onnx", reason="training needs onnx (the extra 'train')")

OUTPUTS = ("labels", "status", "look")


def times(factor: float) -> object:
    """Return a network whose answers are its input times a factor."""
    tensor = onnx.helper.make_tensor_value_info
    return onnx.helper.make_model(
        onnx.helper.make_graph(
            [onnx.helper.make_node("Mul", ["x", "factor"], [name]) for name in OUTPUTS],
            "relations",
            [tensor("x", onnx.TensorProto.FLOAT, [None])],
            [tensor(name, onnx.TensorProto.FLOAT, [None]) for name in OUTPUTS],
            [onnx.numpy_helper.from_array(np.float32(factor), "factor")],
        ),
        opset_imports=[onnx.helper.make_opsetid("", 18)],
        ir_version=9,
    )


@pytest.mark.parametrize(("factors", "mean"), [((2.0,), 2.0), ((2.0, 4.0), 3.0), ((1.0, 2.0, 6.0), 3.0)])
def test_a_merged_network_answers_with_the_mean(factors: tuple[float, ...], mean: float) -> None:
    from training.relations.merge import merged

    whole = merged([times(factor) for factor in factors])
    session = ort.InferenceSession(whole.SerializeToString(), providers=["CPUExecutionProvider"])
    given = np.array([1.0, -2.0], np.float32)
    for answer in session.run(list(OUTPUTS), {"x": given}):
        np.testing.assert_allclose(answer, mean * given)
