"""Join the two parts of the model and write its folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import srsly
from spacy.language import Language
from spacy.strings import StringStore

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
    StringStore(sorted(set(_needed_strings(nlp)))).to_disk(folder / "vocab" / "strings.json")
    for name, content in kept.items():
        (folder / name).write_bytes(content)


def joined(syntax: Language, names: Language) -> Language:
    """Return the syntax pipeline with the recogniser of names before it: the tree is built with names in sight."""
    syntax.add_pipe("ner", source=names, first=True)
    return syntax


def _needed_strings(nlp: Language) -> Iterator[str]:
    """Yield the strings that the components refer to: labels, and what the lemmatizer's trees exchange.

    The words that the training came across are left out; the vocabulary learns words as it meets them.
    """
    for _, pipe in nlp.pipeline:
        for label in getattr(pipe, "labels", ()):
            if isinstance(label, str):
                yield from (label, *label.split("|"))
    trees = srsly.msgpack_loads(nlp.get_pipe("trainable_lemmatizer").trees.to_bytes())["trees"]  # type: ignore[attr-defined]
    hashes = {tree[key] for tree in trees for key in ("orig", "subst") if key in tree}
    yield from (nlp.vocab.strings[one] for one in hashes if one)
