"""Join the two halves of the model and write its folder."""

from __future__ import annotations

import shutil
from pathlib import Path

from spacy.language import Language

NAME = "newskg"
VERSION = "0.1.0"
LICENSE = "CC BY-SA 4.0"
#: what a folder holds beside the model that is not the model's own
_KEPT = ("README.md", "LICENSE")


def package(syntax: Language, names: Language, folder: Path) -> None:
    """Write one pipeline to ``folder``; its model card and licence stay as they are."""
    nlp = joined(syntax, names)
    nlp.meta.update(
        name=NAME, version=VERSION, license=LICENSE, description="German financial news", author="newskg"
    )
    kept = {name: (folder / name).read_bytes() for name in _KEPT if (folder / name).exists()}
    if folder.exists():
        shutil.rmtree(folder)
    nlp.to_disk(folder)
    for name, content in kept.items():
        (folder / name).write_bytes(content)


def joined(syntax: Language, names: Language) -> Language:
    """Return the syntax pipeline with the recogniser of names at its end."""
    syntax.add_pipe("ner", source=names)
    return syntax
