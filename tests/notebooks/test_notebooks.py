"""Every notebook runs from top to bottom and shows what its text speaks of."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"

#: words that the outputs must hold
SHOWN = {
    "1-a-first-tour": ("there is no pipeline", "partnersWith", "Alibaba", "srcdoc="),
    "2-an-analysts-day": ("targetPrice", "image/png", "JPMorgan", "independent articles"),
    "3-linking-across-sources": ("<Volkswagen ", "srcdoc=", "agency", "paper"),
    "4-how-a-sentence-becomes-a-claim": ("<mark", "kg_claims", "2025-09-26", "Frames that did not match", "negated"),
}


def test_every_notebook_is_run() -> None:
    assert {path.stem for path in NOTEBOOKS.glob("*.ipynb")} == set(SHOWN)


@pytest.mark.parametrize("name", SHOWN)
def test_notebook(name: str) -> None:
    notebook = nbformat.read(NOTEBOOKS / f"{name}.ipynb", as_version=4)
    nbformat.validate(notebook)
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(NOTEBOOKS)}}).execute()
    outputs = str([cell.outputs for cell in notebook.cells if cell.cell_type == "code"])
    for words in SHOWN[name]:
        assert words in outputs


@pytest.mark.parametrize("name", SHOWN)
def test_outputs_are_not_kept(name: str) -> None:
    notebook = nbformat.read(NOTEBOOKS / f"{name}.ipynb", as_version=4)
    assert not any(cell.get("outputs") or cell.get("execution_count") for cell in notebook.cells)
