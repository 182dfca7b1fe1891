"""Training goes on from the networks that a file of the product holds."""

from __future__ import annotations

from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="training needs torch (the extra 'train')")
onnx = pytest.importorskip("onnx", reason="training needs onnx (the extra 'train')")


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning")
@pytest.mark.parametrize("count", [1, 2])
def test_a_network_comes_back_as_it_was_written(tmp_path: Path, count: int) -> None:
    from training.relations.export import example, export
    from training.relations.merge import merged
    from training.relations.network import RelationNetwork
    from training.relations.restore import prefixes, restored

    networks, files = [], []
    for seed in range(count):
        torch.manual_seed(10 + seed)
        networks.append(RelationNetwork().eval())
        for weight in networks[-1].parameters():
            torch.nn.init.normal_(weight, std=0.1)  # no two alike, as after training: files keep equal tables once
        export(networks[-1], tmp_path / str(seed))
        files.append(onnx.load(str(tmp_path / str(seed) / "relations.onnx")))
    whole = merged(files) if count > 1 else files[0]
    assert len(prefixes(whole)) == count
    for network, prefix in zip(networks, prefixes(whole), strict=True):
        for wanted, answer in zip(network(*example()), restored(whole, prefix)(*example()), strict=True):
            torch.testing.assert_close(answer, wanted, atol=0.01, rtol=0.01)


def test_a_file_of_another_network_is_told() -> None:
    from training.relations.restore import restored

    with pytest.raises(ValueError, match="another version of the network"):
        restored(onnx.ModelProto())
