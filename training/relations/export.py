"""Write the relation network as an ONNX file, its tables as 16-bit floats."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from kg.claims.learned.cues import CUES
from kg.claims.learned.rows import BITS, INTEGERS
from kg.claims.learned.scheme import FORMS, LABELS, OF_ONE, PIECES, PLACES, PROMINENCE
from training.relations.network import RelationNetwork

INPUTS = (
    "word pieces pos relation head cls kind triggers length lemma forms cues sentence bounds classes distance path"
    " marks industries prominence rivals row_pair row_token row_integers row_bits".split()
)
OUTPUTS = ["labels", "status", "look"]
#: tables above this many numbers are stored as 16-bit floats
LARGE = 1 << 12


def export(network: RelationNetwork, folder: Path) -> None:
    """Write ``relations.onnx`` into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "relations.onnx"
    network.eval()
    of_tokens = "word pieces pos relation head cls kind triggers lemma forms cues".split()
    dynamic = {name: {0: "sentences", 1: "tokens"} for name in of_tokens}
    dynamic |= {
        "length": {0: "sentences"},
        "path": {0: "pairs", 1: "tokens"},
        "marks": {0: "pairs"},
        "industries": {0: "pairs"},
        "prominence": {0: "pairs"},
        "rivals": {0: "pairs"},
        **{name: {0: "rows"} for name in ("row_pair", "row_token", "row_integers", "row_bits")},
    }
    dynamic |= {name: {0: "pairs"} for name in "sentence bounds classes distance".split()}
    dynamic |= {"labels": {0: "pairs"}, "status": {0: "pairs"}, "look": {0: "pairs", 1: "tokens"}}
    torch.onnx.export(
        network,
        example(),
        str(path),
        input_names=INPUTS,
        output_names=OUTPUTS,
        dynamic_axes=dynamic,
        opset_version=18,
        dynamo=False,
    )
    model = onnx.load(str(path))
    halve(model)
    onnx.save(model, str(path))


def example() -> tuple[torch.Tensor, ...]:
    """Return inputs of the right shapes, to follow a network through."""
    n, t, p, r = 3, 11, 7, 5
    ints = lambda *shape: torch.zeros(shape, dtype=torch.int64)  # noqa: E731
    bounds = torch.tensor([[0, 1, 2, 3]] * p)
    return (
        ints(n, t), ints(n, t, PIECES), ints(n, t), ints(n, t), ints(n, t), ints(n, t), ints(n, t),
        torch.zeros(n, t, len(LABELS)), ints(n) + t, ints(n, t), torch.zeros(n, t, len(FORMS) + len(PLACES)),
        torch.zeros(n, t, CUES),
        ints(p), bounds, ints(p, 4), ints(p), ints(p, t), torch.zeros(p, len(LABELS)), ints(p, 2 * OF_ONE),
        torch.zeros(p, 2 * PROMINENCE),
        torch.tensor([[0, 1, 0, -1]] * p),
        ints(r), ints(r), ints(r, INTEGERS), torch.zeros(r, BITS),
    )  # fmt: skip


def halve(model: onnx.ModelProto) -> None:
    """Store large tables as 16-bit floats, turned back to 32 bits when the model is loaded."""
    graph = model.graph
    for table in list(graph.initializer):
        if table.data_type == TensorProto.FLOAT and np.prod(table.dims) > LARGE:
            small = numpy_helper.from_array(numpy_helper.to_array(table).astype(np.float16), f"{table.name}.half")
            graph.initializer.remove(table)
            graph.initializer.append(small)
            graph.node.insert(0, helper.make_node("Cast", [small.name], [table.name], to=TensorProto.FLOAT))
