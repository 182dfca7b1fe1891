"""Where the data that ships with the program lies: ontology, lexicon, authority file, queries."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def _folder(name: str) -> Path:
    """Return the shipped folder: inside an installed wheel, or at the top of a checkout."""
    shipped = _PACKAGE / "_data" / name
    return shipped if shipped.is_dir() else _PACKAGE.parent / name


def ontology_folder() -> Path:
    """Return the folder with the OWL files, the SHACL shapes, ``lexicon/`` and ``entities/``."""
    return _folder("ontology")


def queries_folder() -> Path:
    """Return the folder with the library of named queries."""
    return _folder("queries")
