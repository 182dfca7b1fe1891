"""Write one file that answers with the mean of several networks: python -m training.relations.merge FILE FILE...

Networks that learned from different beginnings err in different places; the mean of what they answer is right more
often than each of them (Lakshminarayanan et al. 2017, "Simple and scalable predictive uncertainty estimation using
deep ensembles").
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click
import onnx
from onnx import compose, helper

from training.relations.export import OUTPUTS
from training.relations.train import MODEL


def merged(models: Sequence[onnx.ModelProto]) -> onnx.ModelProto:
    """Return a model with the inputs of the first, whose outputs are the means of those of all."""
    parts = [_renamed(model, f"m{number}/") for number, model in enumerate(models)]
    first = parts[0].graph
    means = [helper.make_node("Mean", [f"m{n}/{name}" for n in range(len(parts))], [name]) for name in OUTPUTS]
    outputs = [onnx.ValueInfoProto() for _ in OUTPUTS]
    for output, name in zip(outputs, OUTPUTS, strict=True):
        output.CopyFrom(next(o for o in first.output if o.name == f"m0/{name}"))
        output.name = name
    graph = helper.make_graph(
        [*(node for part in parts for node in part.graph.node), *means],
        "relations",
        list(first.input),
        outputs,
        [table for part in parts for table in part.graph.initializer],
    )
    whole = helper.make_model(graph, opset_imports=list(models[0].opset_import))
    whole.ir_version = models[0].ir_version
    onnx.checker.check_model(whole)
    return whole


def _renamed(model: onnx.ModelProto, prefix: str) -> onnx.ModelProto:
    """Return a model with a prefix before all names but those of its inputs."""
    return compose.add_prefix(model, prefix, rename_inputs=False)


@click.command(help=__doc__)
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--out", default=MODEL / "relations.onnx", type=click.Path(path_type=Path), show_default=True)
def main(files: Sequence[Path], out: Path) -> None:
    onnx.save(merged([onnx.load(str(file)) for file in files]), str(out))


if __name__ == "__main__":
    main()
