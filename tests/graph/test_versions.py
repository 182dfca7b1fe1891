"""What makes an article be read again: another network or calibration, as much as other code or words."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import RDFS, Graph, URIRef

from kg.graph import versions
from kg.graph.namespaces import KG
from kg.language import pipeline
from kg.language.gazetteer import CLASSES_ABOVE
from kg.language.models import MODELS
from kg.resources import ontology_folder


@pytest.fixture
def network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the shipped network that may be changed."""
    folder = tmp_path / "network"
    shutil.copytree(versions.NETWORK, folder)
    monkeypatch.setattr(versions, "NETWORK", folder)
    versions.extraction_version.cache_clear()
    yield folder
    versions.extraction_version.cache_clear()


@pytest.mark.parametrize("name", ["relations.onnx", "calibration.json", "reranker.onnx"])
def test_another_network_or_calibration_is_another_version(network: Path, name: str) -> None:
    before = versions.extraction_version()
    (network / name).write_bytes((network / name).read_bytes() + b" ")
    versions.extraction_version.cache_clear()
    assert versions.extraction_version() != before


def test_the_same_files_are_the_same_version(network: Path) -> None:
    before = versions.extraction_version()
    versions.extraction_version.cache_clear()
    assert versions.extraction_version() == before


def test_the_pipelines_are_those_that_the_language_room_has() -> None:
    assert {"de": Path(pipeline.__file__).parent / "de" / "model"} == MODELS


def test_the_organisations_are_those_that_the_ontology_has() -> None:
    ontology = Graph().parse(ontology_folder() / "newskg.ttl")
    found = ontology.subjects(RDFS.subClassOf, URIRef(f"{KG}Organization"))
    below = {str(one).removeprefix(KG) for one in found}
    assert below == {name for name, above in CLASSES_ABOVE.items() if above == "Organization"}
