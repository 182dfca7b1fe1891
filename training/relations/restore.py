"""The weights in a file of the product, to go on training from: python -m training.relations.restore OUT...

``relations.onnx`` holds networks as `export` and `merge` wrote them: large tables rounded to 16 bits, some turned on
their side under names of their own, an LSTM's gates in another order. Each file OUT gets the weights of one network,
as ``python -m training.relations.train --start`` takes them.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import click
import numpy as np
import onnx
import torch
from onnx import numpy_helper

from kg.claims.learned.model import FOLDER
from training.relations.export import export
from training.relations.network import RelationNetwork

Tables = dict[str, np.ndarray]
#: where the gates of an LSTM stand in ONNX (input, output, forget, cell), in the order of PyTorch
GATES = (0, 2, 3, 1)
#: how far a table that `export` rounded may lie from its weight
ROUNDED = 1e-2


def restored(model: onnx.ModelProto, prefix: str = "") -> RelationNetwork:
    """Return a network of a file, by the prefix that `merge` gave it.

    Raises:
        ValueError: the file was written by another version of the network.
    """
    network = RelationNetwork()
    try:
        state = _state(model, prefix, network)
        network.load_state_dict({name: torch.from_numpy(np.ascontiguousarray(table)) for name, table in state.items()})
    except (KeyError, StopIteration, RuntimeError) as error:
        raise ValueError(f"the file was written by another version of the network: {error}") from error
    return network.eval()


def _state(model: onnx.ModelProto, prefix: str, network: RelationNetwork) -> Tables:
    """Return the weights of a network by the names that they have in it."""
    tables = _tables(model, prefix)
    state = dict(_lstm(model, tables, prefix)) | _places(tables)
    for name, _ in network.named_parameters():
        if name not in state:
            state[name] = tables[name] if name in tables else tables[_turned()[name]].T
    return state


def prefixes(model: onnx.ModelProto) -> list[str]:
    """Return the prefixes of the networks in a file, a single empty one where it holds but one.

    >>> prefixes(onnx.ModelProto())
    ['']
    """
    return sorted({t.name.split("/")[0] + "/" for t in model.graph.initializer if "/" in t.name}) or [""]


def _tables(model: onnx.ModelProto, prefix: str) -> Tables:
    """Return the tables of a network by name, without prefix and in 32 bits."""
    found = [t for t in model.graph.initializer if t.name.startswith(prefix)]
    return {
        t.name.removeprefix(prefix).removesuffix(".half"): numpy_helper.to_array(t).astype(np.float32) for t in found
    }


def _lstm(model: onnx.ModelProto, tables: Tables, prefix: str) -> Iterator[tuple[str, np.ndarray]]:
    """Yield the weights of the LSTM: each node of the graph is a layer, its first axis the direction."""
    layers = [n for n in model.graph.node if n.op_type == "LSTM" and n.output[0].startswith(prefix)]
    for number, node in enumerate(layers):
        read, kept, bias = (tables[name.removeprefix(prefix)] for name in node.input[1:4])
        for direction, suffix in enumerate(("", "_reverse")):
            end = f"l{number}{suffix}"
            yield f"lstm.weight_ih_{end}", _gates(read[direction])
            yield f"lstm.weight_hh_{end}", _gates(kept[direction])
            of_read, of_kept = np.split(bias[direction], 2)
            yield f"lstm.bias_ih_{end}", _gates(of_read)
            yield f"lstm.bias_hh_{end}", _gates(of_kept)


def _gates(table: np.ndarray) -> np.ndarray:
    parts = np.split(table, len(GATES))
    return np.concatenate([parts[n] for n in GATES])


def _places(tables: Tables) -> Tables:
    """Return the weights of regions and of the path, of which a file keeps the sums alone."""
    sums = next(table for table in tables.values() if table.ndim == 3 and table.shape[1] == 2 and table.shape[2] == 64)
    return {"region.weight": sums[:, 0], "path.weight": np.stack([np.zeros_like(sums[0, 0]), sums[0, 1] - sums[0, 0]])}


@cache
def _turned() -> Mapping[str, str]:
    """Return under which names a file holds the weights that `export` turns: those of a network of chance tell."""
    torch.manual_seed(0)
    network = RelationNetwork()
    for weight in network.parameters():
        torch.nn.init.normal_(weight)
    with tempfile.TemporaryDirectory() as folder:
        export(network, Path(folder))
        tables = _tables(onnx.load(str(Path(folder) / "relations.onnx")), "")
    weights = {name: weight.detach().numpy() for name, weight in network.named_parameters() if weight.ndim == 2}
    return {
        name: other
        for name, weight in weights.items()
        for other, table in tables.items()
        if name not in tables and table.shape == weight.T.shape and np.allclose(table, weight.T, atol=ROUNDED)
    }


@click.command(help=__doc__)
@click.argument("outs", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--model", default=FOLDER / "relations.onnx", type=click.Path(exists=True, path_type=Path), show_default=True
)
def main(outs: Sequence[Path], model: Path) -> None:
    whole = onnx.load(str(model))
    held = prefixes(whole)
    if len(outs) != len(held):
        raise click.UsageError(f"{model} holds {len(held)} networks; give as many files")
    for out, prefix in zip(outs, held, strict=True):
        torch.save(restored(whole, prefix).state_dict(), out)


if __name__ == "__main__":
    main()
