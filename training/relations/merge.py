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

from kg.claims.learned.model import FOLDER


def merged(models: Sequence[onnx.ModelProto]) -> onnx.ModelProto:
    """Return a model with the inputs of the first, whose outputs are the means of those of all."""
    first = models[0]
    parts = [compose.add_prefix(model, f"m{n}/", rename_inputs=False).graph for n, model in enumerate(models)]
    outputs = list(first.graph.output)
    means = [helper.make_node("Mean", [f"m{n}/{o.name}" for n in range(len(parts))], [o.name]) for o in outputs]
    nodes = [node for part in parts for node in part.node]
    tables = [table for part in parts for table in part.initializer]
    graph = helper.make_graph([*nodes, *means], "relations", list(first.graph.input), outputs, tables)
    whole = helper.make_model(graph, opset_imports=list(first.opset_import), ir_version=first.ir_version)
    onnx.checker.check_model(whole)
    return whole


@click.command(help=__doc__)
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--out", default=FOLDER / "relations.onnx", type=click.Path(path_type=Path), show_default=True)
def main(files: Sequence[Path], out: Path) -> None:
    onnx.save(merged([onnx.load(str(file)) for file in files]), str(out))


if __name__ == "__main__":
    main()
