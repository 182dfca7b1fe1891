"""What results depend on besides the articles: models, lexicon and code, each as a short hash over its files.

An article is extracted again when the first of these two words changes, and written again when the second does.
Both are found without loading the model, so a build that has nothing to do ends at once.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from kg.language.models import MODELS
from kg.resources import ontology_folder

_PACKAGE = Path(__file__).parent.parent
_DIGITS = 10
#: the relation network with its calibration
NETWORK = _PACKAGE / "claims" / "learned" / "model"
#: what extraction imports of this program
_EXTRACTION = ("articles", "language", "claims")
#: what brings the graph in line with the record
_LINKING = ("entities", "graph")
_MAPPING = ("mapping.py", "literals.py", "namespaces.py", "vocabulary.py", "rows.py")


@lru_cache(maxsize=8)
def extraction_version(model: str | None = None) -> str:
    """Return what claims depend on besides the article: the model, the relation network, lexicon and code."""
    folder = model_folder(model)
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    name = f"{meta.get('lang')}_{meta.get('name')}-{meta.get('version')}"
    lexicon = files_digest(ontology_folder(), "lexicon/**/*.toml", "entities/*.toml", "background/*.tsv")
    code = _digest(path for room in _EXTRACTION for path in (_PACKAGE / room).rglob("*.py"))
    network = files_digest(NETWORK, "*.onnx", "*.json")
    return f"{name}+{files_digest(folder, '**/*')} network+{network} lexicon+{lexicon} code+{code}"


@lru_cache(maxsize=1)
def mapping_version() -> str:
    """Return what quads depend on besides linked claims: the mapping and the ontology."""
    code = _digest(_PACKAGE / "graph" / name for name in _MAPPING)
    return f"{code}+{files_digest(ontology_folder(), '*.ttl')}"


@lru_cache(maxsize=1)
def linking_version() -> str:
    """Return what linked claims depend on besides claims, decisions and the user's own authority files."""
    code = _digest(path for room in (*_EXTRACTION, *_LINKING) for path in (_PACKAGE / room).rglob("*.py"))
    return f"{code}+{files_digest(ontology_folder(), '**/*')}"


def model_folder(model: str | None) -> Path:
    """Return the folder of a spaCy pipeline given by folder or package name; the shipped one without a name.

    Raises:
        OSError: there is no such model.
    """
    if model is None:
        return MODELS["de"]
    folder = Path(model)
    if not folder.is_dir():
        from spacy.util import get_package_path, is_package

        if not is_package(model):
            raise OSError(f"there is no spaCy pipeline {model!r}: give a folder, or the name of an installed package")
        folder = get_package_path(model)
    found = sorted(folder.glob("**/meta.json"), key=lambda path: len(path.parts))
    if not found:
        raise OSError(f"{folder} holds no meta.json, so it is no spaCy pipeline")
    inner = [path.parent for path in found if (path.parent / "config.cfg").is_file()]
    return inner[0] if inner else found[0].parent


def files_digest(folder: Path, *patterns: str) -> str:
    """Return a short hash over the files of a folder that fit one of the patterns."""
    return _digest(path for pattern in patterns for path in folder.glob(pattern))


def _digest(paths: Iterable[Path]) -> str:
    found = hashlib.sha256()
    for path in sorted(path for path in paths if path.is_file() and "__pycache__" not in path.parts):
        found.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()[:_DIGITS]
